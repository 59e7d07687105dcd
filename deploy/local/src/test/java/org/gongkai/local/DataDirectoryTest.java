package org.gongkai.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataDirectoryTest {

    @TempDir
    Path folder;

    @Test
    void a_folder_with_other_files_is_never_emptied() throws IOException {
        Path foreign = Files.writeString(folder.resolve("thesis.txt"), "years of work");

        Sentence refused = assertThrows(Sentence.class, () -> new DataDirectory(folder).empty());

        assertEquals(
                folder + " holds other files; --fresh empties only what deploy/local/up made.", refused.getMessage());
        assertEquals("years of work", Files.readString(foreign));
    }

    @Test
    void what_a_local_system_made_is_emptied() throws IOException {
        DataDirectory data = new DataDirectory(folder.resolve("data"));
        data.prepare(0);
        data.keys();
        data.writePid("intake", 7);

        data.empty();

        assertFalse(Files.exists(data.path()));
    }

    @Test
    void an_empty_or_missing_folder_is_as_good_as_emptied() throws IOException {
        new DataDirectory(folder.resolve("missing")).empty();
        Path empty = Files.createDirectory(folder.resolve("empty"));

        new DataDirectory(empty).empty();

        assertFalse(Files.exists(empty));
    }

    @Test
    void too_little_space_is_said_with_what_is_there_and_what_is_needed() {
        long needed = Long.MAX_VALUE;

        Sentence refused = assertThrows(Sentence.class, () -> new DataDirectory(folder).prepare(needed));

        String pattern = "Only \\d+ MB are free on the disk of .*; free at least " + needed / 1024 / 1024
                + " MB or choose another disk with --data DIR\\.";
        assertTrue(refused.getMessage().matches(pattern), refused.getMessage());
    }

    @Test
    void a_place_that_cannot_be_written_is_one_sentence() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");

        Sentence refused = assertThrows(Sentence.class, () -> new DataDirectory(file.resolve("data")).prepare(0));

        assertEquals(
                "Cannot write to " + file.resolve("data")
                        + "; give this user rights there or choose another place with --data DIR.",
                refused.getMessage());
    }

    @Test
    void a_process_is_known_by_a_whole_argument_and_not_by_its_beginning() {
        long self = ProcessHandle.current().pid();
        String whole = ProcessHandle.current().info().arguments().orElseThrow()[0];

        assertTrue(DataDirectory.hasArgument(self, whole));
        assertFalse(DataDirectory.hasArgument(self, whole.substring(0, whole.length() - 1)));
        assertFalse(DataDirectory.hasArgument(0, whole));
    }

    @Test
    void a_process_id_is_read_back_and_forgotten() {
        DataDirectory data = new DataDirectory(folder);
        data.prepare(0);

        data.writePid("kafka", 4711);
        assertEquals(4711, data.pid("kafka"));
        data.forgetPid("kafka");
        assertEquals(0, data.pid("kafka"));
    }
}
