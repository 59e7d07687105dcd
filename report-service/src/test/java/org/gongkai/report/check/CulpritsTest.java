package org.gongkai.report.check;

import static org.gongkai.report.check.CheckFixtures.FORM;
import static org.gongkai.report.check.CheckFixtures.qingyang;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.gongkai.report.form.Form;
import org.junit.jupiter.api.Test;

/** Which cell is named where an identity is broken. */
class CulpritsTest {

    @Test
    void one_wrong_cell_of_table_three_is_named_with_its_right_number_wherever_it_stands() {
        for (Form.Row row : FORM.applications().rows()) {
            for (Form.Column column : FORM.applications().columns()) {
                String cell = "applications." + row.code() + "." + column.code();
                CheckFixtures wrong = qingyang().add(cell, 3);

                Set<String> notes = notes(wrong);

                String number = qingyang().tables().cell(cell).toPlainString();
                assertEquals(1, notes.size(), () -> cell + notes);
                String note = notes.iterator().next();
                assertTrue(note.endsWith("（" + cell + "）"), note);
                assertTrue(note.contains("改为" + number + "，"), note);
            }
        }
    }

    @Test
    void nothing_is_named_where_several_cells_would_do_or_none() {
        // any of five cells of the block
        assertEquals(Set.of(), notes(qingyang().add("disputes.REVIEW.PENDING", 1)));
        // issued, ended or in force
        assertEquals(Set.of(), notes(qingyang().add("proactive.NORMATIVE_DOCS.ISSUED", 1)));
        // two wrong cells
        assertEquals(
                Set.of(),
                notes(qingyang()
                        .add("applications.GRANTED_FULL.NATURAL_PERSON", 1)
                        .add("applications.CARRIED_OUT.OTHER_ORG", 1)));
    }

    @Test
    void a_cell_is_not_named_that_would_have_to_be_negative() {
        // carried in where nothing was received: new ones of that column would have to be −5
        CheckFixtures wrong = qingyang()
                .without("previous.")
                .add("applications.CARRIED_IN.PUBLIC_WELFARE_ORG", 5)
                .add("applications.CARRIED_IN.TOTAL", 5)
                .add("applications.NEW_RECEIVED.TOTAL", -5);

        assertEquals(Set.of(), notes(wrong));
    }

    @Test
    void wrong_cells_of_two_tables_do_not_hide_each_other() {
        CheckFixtures wrong =
                qingyang().add("applications.GRANTED_FULL.NATURAL_PERSON", 1).add("disputes.REVIEW.PENDING", 1);

        assertEquals(
                List.of("若（一）予以公开·自然人由77改为76，各项不成立的勾稽关系同时成立：可能误填（applications.GRANTED_FULL.NATURAL_PERSON）"),
                List.copyOf(notes(wrong)));
    }

    private static Set<String> notes(CheckFixtures tables) {
        return Rule.checkAll(FORM, tables.tables()).stream()
                .filter(finding -> finding.verdict() == Verdict.BROKEN)
                .filter(finding -> finding.note() != null && finding.note().startsWith("若"))
                .map(Finding::note)
                .collect(Collectors.toSet());
    }
}
