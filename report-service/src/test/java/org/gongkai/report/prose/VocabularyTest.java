package org.gongkai.report.prose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.gongkai.report.form.Forms;
import org.junit.jupiter.api.Test;

class VocabularyTest {

    private final Vocabulary vocabulary = Vocabulary.of(Forms.FORM_2021);

    @Test
    void cells_levels_subordinates_and_the_year_before_are_known_by_their_paths() {
        List.of(
                        "year",
                        "organisation.reportUrl",
                        "applications.RESULT_TOTAL.TOTAL",
                        "previous.applications.RESULT_TOTAL.TOTAL",
                        "levels.COUNTY.publications.items",
                        "subordinates.620000-01.applications.NEW_RECEIVED.TOTAL",
                        "indicators.SURVEYS.words",
                        "applications.RESULT_TOTAL.TOTAL.change",
                        "proactive.FEES.AMOUNT_WAN")
                .forEach(name -> assertTrue(vocabulary.knows(name, 5), name));
        List.of("", "applications", "applications.RESULT_TOTAL", "aplications.RESULT_TOTAL.TOTAL", "organisation.phone")
                .forEach(name -> assertFalse(vocabulary.knows(name, 5), name));
    }

    @Test
    void every_placeholder_that_is_documented_is_known() throws IOException {
        Set<String> documented = Placeholders.names(Files.readString(Path.of("../docs/contracts/placeholders.md")));

        assertTrue(documented.size() > 30, documented::toString);
        documented.forEach(name -> assertTrue(vocabulary.knows(name, 1), name));
    }

    @Test
    void generated_stands_only_where_a_template_writes() {
        assertTrue(vocabulary.knows("generated", 1));
        assertFalse(vocabulary.knows("generated", 5));
        assertFalse(vocabulary.knows("generated", 6));
    }

    @Test
    void the_nearest_names_come_first() {
        assertEquals(
                "applications.RESULT_TOTAL.TOTAL",
                vocabulary.near("aplications.RESULT_TOTAL.TOTAL", 5).get(0));
        assertEquals(
                "indicators.SURVEYS", vocabulary.near("indicators.surveys", 5).get(0));
        assertEquals(5, vocabulary.near("x".repeat(20_000), 5).size());
    }

    @Test
    void placeholders_are_found_with_and_without_blanks_and_an_open_one_is_seen() {
        assertEquals(Set.of("a.B", "c"), Placeholders.names("{{a.B}}和{{ c }}"));
        assertEquals(-1, Placeholders.unclosed("{{a}} { }"));
        assertEquals(3, Placeholders.unclosed("数为：{{a}"));
        assertEquals("1$\\", Placeholders.fill("{{a}}", name -> "1$\\"));
    }
}
