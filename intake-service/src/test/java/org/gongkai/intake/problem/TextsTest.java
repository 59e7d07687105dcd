package org.gongkai.intake.problem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextsTest {

    private final List<Violation> wrong = new ArrayList<>();

    @Test
    void a_text_is_trimmed_of_every_white_space_also_the_full_width_one() {
        assertEquals("部门 预算", Texts.required("field", " \u3000部门 预算\u3000\n", 10, wrong));
        assertEquals(List.of(), wrong);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\u3000\t\n"})
    void a_blank_text_is_absent(String blank) {
        assertNull(Texts.optional("field", blank, 10, wrong));
        assertEquals(List.of(), wrong);
        assertNull(Texts.required("field", blank, 10, wrong));
        assertEquals(List.of("field required"), Violated.named(wrong));
    }

    @Test
    void an_absent_text_is_wrong_only_where_it_is_required() {
        assertNull(Texts.optional("field", null, 10, wrong));
        assertEquals(List.of(), wrong);
        assertNull(Texts.required("field", null, 10, wrong));
        assertEquals(List.of("field required"), Violated.named(wrong));
    }

    @Test
    void the_bound_counts_characters_and_not_their_halves() {
        String rare = "𠀀".repeat(10);
        assertEquals(rare, Texts.required("field", rare, 10, wrong));
        assertNull(Texts.required("field", rare + "一", 10, wrong));
        assertEquals(List.of("field too-long"), Violated.named(wrong));
    }

    @Test
    void the_bound_is_kept_after_trimming() {
        assertEquals("一".repeat(10), Texts.required("field", "  " + "一".repeat(10) + "  ", 10, wrong));
        assertEquals(List.of(), wrong);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u0000b", "a\u0007b", "a\u007fb", "a\u0085b", "a\ud800b", "a\udc00b"})
    void a_character_that_no_database_or_page_can_hold_is_refused(String text) {
        assertNull(Texts.required("field", text, 10, wrong));
        assertEquals(List.of("field unusable-character"), Violated.named(wrong));
    }

    @Test
    void lines_and_tabs_within_a_text_stay() {
        assertEquals("一\r\n\t二", Texts.optional("field", "一\r\n\t二", 10, wrong));
        assertEquals(List.of(), wrong);
    }
}
