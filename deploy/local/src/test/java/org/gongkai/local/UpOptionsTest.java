package org.gongkai.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class UpOptionsTest {

    @Test
    void without_options_it_keeps_the_data_of_the_usual_directory() {
        UpOptions options = UpOptions.parse("/repository");

        assertEquals(new UpOptions(Path.of("/repository"), usual(), false, false), options);
    }

    @Test
    void options_come_in_any_order() {
        UpOptions options = UpOptions.parse("/repository", "--fresh", "--data", "/elsewhere/./x", "--demo");

        assertTrue(options.fresh());
        assertTrue(options.demo());
        assertEquals(Path.of("/elsewhere/x"), options.data());
        assertFalse(UpOptions.parse("/repository", "--demo").fresh());
    }

    @Test
    void an_unknown_option_is_named_beside_those_that_there_are() {
        Sentence refused = assertThrows(Sentence.class, () -> UpOptions.parse("/repository", "--demmo"));

        assertEquals("Unknown option --demmo; " + UpOptions.USAGE, refused.getMessage());
    }

    @Test
    void data_without_a_directory_is_refused() {
        Sentence refused = assertThrows(Sentence.class, () -> UpOptions.parse("/repository", "--data"));

        assertEquals("--data needs a directory; " + UpOptions.USAGE, refused.getMessage());
    }

    private static Path usual() {
        return Path.of("/repository/deploy/local/target/data");
    }
}
