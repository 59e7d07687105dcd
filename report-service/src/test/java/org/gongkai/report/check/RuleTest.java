package org.gongkai.report.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gongkai.report.form.Form;
import org.gongkai.report.form.Forms;
import org.junit.jupiter.api.Test;

class RuleTest {

    private static final Form FORM = Forms.FORM_2021;

    @Test
    void the_published_table_of_qingyang_2021_keeps_every_rule() {
        List<Finding> findings = Rule.checkAll(FORM, withYearBefore(qingyang()));

        assertEquals(7 + 7 + 25 + 7 + 1, findings.size());
        assertTrue(findings.stream().allMatch(finding -> finding.verdict() == Verdict.HOLDS), findings::toString);
        Finding balance = findings.get(6);
        assertEquals(148, balance.left());
        assertEquals(148, balance.right());
        assertEquals(0, balance.delta());
    }

    @Test
    void every_change_of_one_cell_breaks_a_rule_that_names_it() {
        for (Form.Row row : FORM.applications().rows()) {
            for (Form.Column column : FORM.applications().columns()) {
                for (int delta : new int[] {-1, 1}) {
                    Map<String, Map<String, Long>> mutant = qingyang();
                    mutant.get(row.code()).merge(column.code(), (long) delta, Long::sum);
                    String cell = "applications." + row.code() + "." + column.code();

                    boolean found = Rule.checkAll(FORM, Tables.of(mutant)).stream()
                            .anyMatch(finding -> finding.verdict() == Verdict.BROKEN
                                    && finding.cells().contains(cell));

                    assertTrue(found, cell + " changed by " + delta + " is not found");
                }
            }
        }
    }

    @Test
    void each_identity_is_broken_by_a_table_that_breaks_it_and_tells_both_sides() {
        Map<String, Map<String, Long>> table = qingyang();
        table.get("CARRIED_OUT").put("OTHER_ORG", 2L);
        broken(Rule.R1, Tables.of(table), 2, 4, "applications.CARRIED_OUT.OTHER_ORG");

        table = qingyang();
        table.get("RESULT_TOTAL").put("TOTAL", 150L);
        broken(Rule.R2, Tables.of(table), 150, 148, "applications.GRANTED_FULL.TOTAL");

        table = qingyang();
        table.get("GRANTED_FULL").put("NATURAL_PERSON", 75L);
        broken(Rule.R3, Tables.of(table), 84, 83, "applications.GRANTED_FULL.NATURAL_PERSON");

        Tables both = withYearBefore(qingyang());
        both.previous().get("CARRIED_OUT").put("NATURAL_PERSON", 4L);
        broken(Rule.R4, both, 5, 4, "previous.applications.CARRIED_OUT.NATURAL_PERSON");
    }

    @Test
    void a_negative_or_missing_cell_is_broken_and_its_sums_cannot_be_told() {
        Map<String, Map<String, Long>> table = qingyang();
        table.get("OTHER_MISC").put("OTHER_ORG", -1L);
        assertEquals(
                Verdict.BROKEN, Rule.R5.check(FORM, Tables.of(table)).get(0).verdict());

        table.get("OTHER_MISC").remove("OTHER_ORG");
        assertEquals(
                Verdict.BROKEN, Rule.R5.check(FORM, Tables.of(table)).get(0).verdict());
        assertTrue(verdicts(Rule.R2, Tables.of(table)).contains(Verdict.NOT_ASSESSABLE));
        assertTrue(verdicts(Rule.R3, Tables.of(table)).contains(Verdict.NOT_ASSESSABLE));
        assertFalse(verdicts(Rule.R1, Tables.of(table)).contains(Verdict.NOT_ASSESSABLE));

        table = qingyang();
        table.get("CARRIED_OUT").remove("TOTAL");
        assertTrue(verdicts(Rule.R1, Tables.of(table)).contains(Verdict.NOT_ASSESSABLE));
    }

    @Test
    void without_a_year_before_the_carry_over_cannot_be_assessed() {
        assertEquals(
                List.of(Verdict.NOT_ASSESSABLE),
                verdicts(Rule.R4, Tables.of(qingyang())).stream().distinct().toList());
    }

    @Test
    void bodies_that_came_and_went_carry_their_closing_with_them() {
        Tables plain = withYearBefore(qingyang());
        plain.previous().get("CARRIED_OUT").put("NATURAL_PERSON", 4L);
        plain.previous().get("CARRIED_OUT").put("OTHER_ORG", 3L);
        plain.previous().get("CARRIED_OUT").put("TOTAL", 7L);
        Tables tables = new Tables(
                plain.applications(),
                plain.previous(),
                List.of(member("来", "NATURAL_PERSON", 1)),
                List.of(member("去", "OTHER_ORG", 2)));

        assertEquals(
                List.of(Verdict.HOLDS),
                verdicts(Rule.R4, tables).stream().distinct().toList());
        assertEquals(
                List.of("+ 来 1", "− 去 0"), Rule.R4.check(FORM, tables).get(0).members());
    }

    private static Tables.Member member(String name, String column, long open) {
        Map<String, Long> carriedOut = new LinkedHashMap<>();
        FORM.applications().columns().forEach(each -> carriedOut.put(each.code(), 0L));
        carriedOut.put(column, open);
        carriedOut.put("TOTAL", open);
        return new Tables.Member(name, carriedOut);
    }

    private static void broken(Rule rule, Tables tables, long left, long right, String cell) {
        List<Finding> found = rule.check(FORM, tables).stream()
                .filter(finding -> finding.verdict() == Verdict.BROKEN)
                .toList();
        assertEquals(1, found.size(), found::toString);
        assertEquals(left, found.get(0).left());
        assertEquals(right, found.get(0).right());
        assertEquals(left - right, found.get(0).delta());
        assertTrue(found.get(0).cells().contains(cell), found::toString);
        assertFalse(found.get(0).citation().isBlank());
    }

    private static List<Verdict> verdicts(Rule rule, Tables tables) {
        return rule.check(FORM, tables).stream().map(Finding::verdict).toList();
    }

    /** A year before that closes as the table opens. */
    private static Tables withYearBefore(Map<String, Map<String, Long>> table) {
        Map<String, Map<String, Long>> before = new LinkedHashMap<>();
        table.forEach((row, cells) -> before.put(row, new LinkedHashMap<>(cells)));
        before.put("CARRIED_OUT", new LinkedHashMap<>(table.get("CARRIED_IN")));
        return new Tables(table, before, List.of(), List.of());
    }

    private static Map<String, Map<String, Long>> qingyang() {
        try (InputStream file = RuleTest.class.getResourceAsStream("/qingyang/qingyang-2021.json")) {
            JsonNode data = new ObjectMapper().readTree(file);
            Map<String, Map<String, Long>> table = new LinkedHashMap<>();
            data.path("table3").properties().forEach(row -> {
                Map<String, Long> cells = new LinkedHashMap<>();
                for (int i = 0; i < row.getValue().size(); i++) {
                    cells.put(
                            data.path("columns").get(i).asText(),
                            row.getValue().get(i).asLong());
                }
                table.put(row.getKey(), cells);
            });
            return table;
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
