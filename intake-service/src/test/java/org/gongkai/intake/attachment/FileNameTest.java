package org.gongkai.intake.attachment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.ArrayList;
import java.util.List;
import org.gongkai.intake.problem.Violation;
import org.junit.jupiter.api.Test;

class FileNameTest {

    private static String refused(String name) {
        List<Violation> wrong = new ArrayList<>();
        assertNull(FileName.checked(name, wrong), name);
        assertEquals(1, wrong.size());
        return wrong.get(0).key();
    }

    @Test
    void a_name_is_taken_as_it_is_without_blanks_at_its_ends() {
        for (String name : List.of("答复书.pdf", "a b (1).docx", ".hidden", "a..b", "扫描件", "x".repeat(255))) {
            List<Violation> wrong = new ArrayList<>();
            assertEquals(name, FileName.checked(" " + name + " ", wrong));
            assertEquals(List.of(), wrong);
        }
    }

    @Test
    void a_path_a_control_character_and_what_shows_another_ending_are_refused() {
        for (String name : List.of(
                "a/b.pdf",
                "..\\b.pdf",
                "/",
                ".",
                "..",
                "a\nb.pdf",
                "a\tb.pdf",
                "a\u202Efdp.exe",
                "a\u2067b",
                "a\u2028b")) {
            assertEquals("file-name", refused(name));
        }
        assertEquals("unusable-character", refused("a\u0000b"));
        assertEquals("too-long", refused("x".repeat(256)));
        assertEquals("required", refused(null));
        assertEquals("required", refused("  "));
    }

    @Test
    void a_header_says_it_in_letters_that_no_header_can_mistake() {
        assertEquals("attachment; filename*=UTF-8''a-1_b.~pdf", FileName.disposition("a-1_b.~pdf"));
        assertEquals(
                "attachment; filename*=UTF-8''%E7%AD%94%20%22%3B%0D%27%25.txt", FileName.disposition("答 \";\r'%.txt"));
    }
}
