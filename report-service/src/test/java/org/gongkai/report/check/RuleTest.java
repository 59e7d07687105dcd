package org.gongkai.report.check;

import static org.gongkai.report.check.CheckFixtures.FORM;
import static org.gongkai.report.check.CheckFixtures.made2020;
import static org.gongkai.report.check.CheckFixtures.qingyang;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gongkai.report.form.Form;
import org.gongkai.report.form.Forms;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every rule by tables that keep it, that break it and that do not tell. */
class RuleTest {

    /**
     * @param rule which
     * @param verdict what it must come to
     * @param form by which form
     * @param tables what is handed in
     * @param left of the one finding with that verdict, as JSON, or null
     * @param right likewise
     */
    private record Shown(Rule rule, Verdict verdict, Form form, Tables tables, Object left, Object right) {

        private Shown(Rule rule, Verdict verdict, Tables tables, Object left, Object right) {
            this(rule, verdict, FORM, tables, left, right);
        }
    }

    /** Where the published figures do not hold or do not tell all. */
    private static final Set<Rule> NOT_RIGHT_AS_PUBLISHED =
            EnumSet.of(Rule.INDICATORS, Rule.CHANNELS_ADD_UP, Rule.FIVE_FOLD);

    /** Those that only the form of 2019 has. */
    private static final Set<Rule> OF_2019 = EnumSet.of(Rule.ITEMS_CARRIED, Rule.ITEMS_LEFT, Rule.PUBLIC_COVERS_NEW);

    @TestFactory
    Stream<DynamicTest> each_rule_comes_to_what_the_tables_say() {
        return shown().stream()
                .map(one -> DynamicTest.dynamicTest(
                        one.rule().code() + " " + one.verdict() + " " + one.left(), () -> assertShown(one)));
    }

    @Test
    void each_rule_is_shown_with_each_verdict() {
        Map<Rule, Set<Verdict>> shown = new EnumMap<>(Rule.class);
        shown().forEach(one -> shown.computeIfAbsent(one.rule(), none -> EnumSet.noneOf(Verdict.class))
                .add(one.verdict()));
        for (Rule rule : Rule.values()) {
            assertEquals(EnumSet.allOf(Verdict.class), shown.get(rule), rule.code());
        }
    }

    @Test
    void the_true_tables_of_qingyang_2021_break_no_rule() {
        List<Finding> findings = Rule.checkAll(FORM, qingyang().tables());

        // one item on two channels is right, and to be explained in the text
        assertEquals(List.of("CHANNELS-ADD-UP"), broken(findings));
        List<String> unknown = findings.stream()
                .filter(finding -> finding.verdict() == Verdict.NOT_ASSESSABLE)
                .map(finding -> finding.rule() + " " + finding.cells().get(0))
                .toList();
        assertEquals(
                List.of(
                        "INDICATORS indicators.COMPLAINTS_RECEIVED",
                        "INDICATORS indicators.PUBLIC_EVALUATIONS",
                        "INDICATORS indicators.PERSONS_HELD_ACCOUNTABLE",
                        "INDICATORS indicators.TRAININGS",
                        // of 2020 only the replies are known
                        "FIVE-FOLD disputes",
                        "FIVE-FOLD publications.items"),
                unknown);
    }

    @Test
    void what_the_published_text_of_qingyang_2021_leaves_out_is_found() {
        Tables published = qingyang()
                .text(1, "将政务公开工作纳入政府年度目标绩效管理体系，设定8个方面34项考核指标")
                .text(6, "无其他需要报告的事项。")
                .tables();

        List<String> broken = Rule.checkAll(FORM, published).stream()
                .filter(finding -> finding.verdict() == Verdict.BROKEN)
                .filter(finding -> !finding.rule().equals("CHANNELS-ADD-UP"))
                .map(finding -> finding.rule() + " " + finding.note() + " " + finding.severity())
                .toList();

        assertEquals(
                List.of("PROCESSING-FEE 信息处理费 WARNING", "ARTICLE-50-4 评议 WARNING", "ARTICLE-50-4 追究 WARNING"), broken);
    }

    @Test
    void every_change_of_one_cell_of_table_three_breaks_a_blocking_rule_that_names_it() {
        for (Form.Row row : FORM.applications().rows()) {
            for (Form.Column column : FORM.applications().columns()) {
                for (int delta : new int[] {-1, 1}) {
                    String cell = "applications." + row.code() + "." + column.code();

                    boolean found = Rule.checkAll(
                                    FORM, qingyang().add(cell, delta).tables())
                            .stream()
                            .anyMatch(finding -> finding.verdict() == Verdict.BROKEN
                                    && finding.severity() == Severity.BLOCKING
                                    && finding.cells().contains(cell));

                    assertTrue(found, cell + " changed by " + delta + " is not found");
                }
            }
        }
    }

    @Test
    void nothing_is_broken_where_nothing_is_known() {
        assertEquals(
                Set.of(Verdict.NOT_ASSESSABLE),
                Rule.checkAll(FORM, Tables.of(Map.of())).stream()
                        .map(Finding::verdict)
                        .collect(Collectors.toSet()));
    }

    @Test
    void each_finding_says_where_its_rule_is_from() {
        for (Finding finding : Rule.checkAll(FORM, qingyang().tables())) {
            assertFalse(finding.citation().isBlank());
            assertFalse(finding.cells().isEmpty(), finding::toString);
        }
    }

    @Test
    void bodies_that_came_and_went_carry_their_closing_and_their_documents_with_them() {
        Tables tables = qingyang()
                .add("previous.applications.CARRIED_OUT.NATURAL_PERSON", -1)
                .add("previous.applications.CARRIED_OUT.OTHER_ORG", 2)
                .add("previous.applications.CARRIED_OUT.TOTAL", 1)
                .add("previous.proactive.NORMATIVE_DOCS.IN_FORCE", -5)
                .came(CheckFixtures.member("来", "NATURAL_PERSON", 1, 7))
                .went(CheckFixtures.member("去", "OTHER_ORG", 2, 2))
                .tables();

        for (Rule rule : List.of(Rule.R4, Rule.R_T2)) {
            for (Finding finding : rule.check(FORM, tables)) {
                assertEquals(Verdict.HOLDS, finding.verdict(), finding::toString);
            }
        }
        assertEquals(
                List.of("+ 来 1", "− 去 0"), Rule.R4.check(FORM, tables).get(0).members());
        assertEquals(
                List.of("+ 来 7", "− 去 2"), Rule.R_T2.check(FORM, tables).get(1).members());
    }

    @Test
    void the_tables_of_2020_in_the_form_of_2019_break_no_rule() {
        CheckFixtures made = made2020();

        List<Finding> findings = Rule.checkAll(made.form(), made.tables());

        assertEquals(List.of(), broken(findings));
        assertTrue(findings.stream()
                .filter(finding -> !finding.rule().equals(Rule.FORM_OF_YEAR.code()))
                .allMatch(finding -> !finding.citation().contains("2021〕30号")));
        assertTrue(findings.get(0).citation().startsWith("国办公开办函〔2019〕60号"));
    }

    @Test
    void documents_in_force_are_never_reckoned_from_documents_that_were_public() {
        Tables overTheChange = qingyang()
                .without("previous.proactive.")
                .set("previous.proactive.NORMATIVE_DOCS.PUBLISHED", "102")
                .set("previous.proactive.NORMATIVE_DOCS.NEWLY_PUBLISHED", "30")
                .tables();

        for (Form form : List.of(Forms.FORM_2021, Forms.FORM_2019)) {
            assertEquals(
                    Set.of(Verdict.NOT_ASSESSABLE),
                    Rule.R_T2.check(form, overTheChange).stream()
                            .map(Finding::verdict)
                            .collect(Collectors.toSet()));
        }
    }

    @Test
    void rules_of_the_form_of_2019_say_nothing_of_a_report_of_2021() {
        OF_2019.forEach(
                rule -> assertEquals(List.of(), rule.check(FORM, qingyang().tables())));
    }

    @Test
    void a_code_names_its_rule() {
        for (Rule rule : Rule.values()) {
            assertEquals(rule, Rule.of(rule.code()).orElseThrow());
            assertTrue(rule.code().length() <= 40, rule.code());
        }
        assertTrue(Rule.of("R_T2").isEmpty());
    }

    @Test
    void a_waiver_stands_beside_what_is_broken_alone_and_then_nothing_waits() {
        Tables tables = qingyang().add("applications.NEW_RECEIVED.OTHER_ORG", 1).tables();
        Waiver waiver = new Waiver("原件如此", "李四", Instant.parse("2022-02-01T00:00:00Z"));

        List<Finding> findings = Rule.checkAll(FORM, tables, Map.of(Rule.R1, waiver));

        for (Finding finding : findings) {
            boolean broken = finding.verdict() == Verdict.BROKEN;
            boolean waived = broken && finding.rule().equals("R1");
            assertEquals(waived ? waiver : null, finding.waived());
            assertEquals(broken && finding.rule().equals("R3"), finding.blocks(), finding::toString);
        }
    }

    private static List<String> broken(List<Finding> findings) {
        return findings.stream()
                .filter(finding -> finding.verdict() == Verdict.BROKEN)
                .map(Finding::rule)
                .toList();
    }

    private static void assertShown(Shown one) {
        List<Finding> findings = one.rule().check(one.form(), one.tables());
        List<Finding> meant = findings.stream()
                .filter(finding -> finding.verdict() == one.verdict())
                .toList();
        if (one.verdict() == Verdict.HOLDS) {
            assertEquals(findings, meant);
        }
        assertFalse(meant.isEmpty(), findings::toString);
        if (one.left() != null) {
            assertEquals(1, meant.size(), meant::toString);
            Finding finding = meant.get(0);
            assertEquals(one.left(), finding.left().json().toString());
            if (one.right() != null) {
                assertEquals(one.right(), finding.right().json().toString());
                assertEquals(
                        0,
                        new BigDecimal(finding.delta().print())
                                .compareTo(new BigDecimal((String) one.left())
                                        .subtract(new BigDecimal((String) one.right()))));
            }
        }
    }

    private static List<Shown> shown() {
        List<Shown> shown = new ArrayList<>();
        for (Rule rule : Rule.values()) {
            CheckFixtures right = OF_2019.contains(rule) ? made2020() : qingyang();
            if (!NOT_RIGHT_AS_PUBLISHED.contains(rule)) {
                shown.add(new Shown(rule, Verdict.HOLDS, right.form(), right.tables(), null, null));
            }
            shown.add(new Shown(rule, Verdict.NOT_ASSESSABLE, right.form(), Tables.of(Map.of()), null, null));
        }
        CheckFixtures all = qingyang();
        for (String code :
                List.of("COMPLAINTS_RECEIVED", "PUBLIC_EVALUATIONS", "PERSONS_HELD_ACCOUNTABLE", "TRAININGS")) {
            all.set("indicators." + code, "0");
        }
        shown.add(new Shown(Rule.INDICATORS, Verdict.HOLDS, all.tables(), null, null));
        shown.add(broken(Rule.R1, qingyang().set("applications.CARRIED_OUT.OTHER_ORG", "2"), "2", "4"));
        shown.add(broken(Rule.R2, qingyang().set("applications.RESULT_TOTAL.TOTAL", "150"), "150", "148"));
        shown.add(broken(Rule.R3, qingyang().set("applications.GRANTED_FULL.NATURAL_PERSON", "75"), "84", "83"));
        shown.add(broken(Rule.R4, qingyang().set("previous.applications.CARRIED_OUT.NATURAL_PERSON", "4"), "5", "4"));
        shown.add(
                broken(Rule.PRINTED_CLOSING, qingyang().printed().add(Tables.LIVE_CLOSING + "OTHER_ORG", 2), "3", "1"));
        shown.add(new Shown(
                Rule.PRINTED_CLOSING, Verdict.HOLDS, qingyang().printed().tables(), null, null));
        shown.add(broken(Rule.R5, qingyang().set("disputes.REVIEW.PENDING", "-1"), "-1", null));
        shown.add(broken(Rule.R5, qingyang().set("proactive.LICENSES.DECISIONS", "1.5"), "1.5", null));
        shown.add(broken(Rule.R5, qingyang().set("proactive.FEES.AMOUNT_WAN", "-0.5"), "-0.5", null));
        shown.add(broken(Rule.R5_BLANK, qingyang().set("applications.OTHER_MISC.OTHER_ORG", null), null, null));
        shown.add(broken(Rule.R6, qingyang().add("own.applications.NEW_RECEIVED.TOTAL", 1), "142", "143"));
        shown.add(broken(
                Rule.R6, qingyang().set("own.proactive.FEES.AMOUNT_WAN", "47593.6665"), "47593.6663", "47593.6665"));
        shown.add(broken(Rule.R7, qingyang().set("disputes.LITIGATION_DIRECT.PENDING", "3"), "0", "3"));
        shown.add(broken(Rule.R_T2, qingyang().set("proactive.NORMATIVE_DOCS.IN_FORCE", "110"), "110", "109"));
        shown.add(broken(Rule.DOCUMENTS_IN_FORCE, qingyang().set("proactive.RULES.IN_FORCE", "1"), "1", "2"));
        shown.add(new Shown(
                Rule.RULES_BY_LAW,
                Verdict.BROKEN,
                qingyang()
                        .set("proactive.RULES.IN_FORCE", "0")
                        .mayIssueRules(false)
                        .tables(),
                "2",
                "0"));
        shown.add(broken(Rule.CHANNELS_COVER_ITEMS, qingyang().set("publications.items", "99096"), "99095", "99096"));
        shown.add(broken(Rule.CHANNELS_WITHIN_ITEMS, qingyang().set("publications.items", "16515"), "99095", "99090"));
        shown.add(broken(Rule.LEVELS_ADD_UP, qingyang().set("publications.items", "99032"), "99032", "99031"));
        shown.add(broken(Rule.GROUPS_ADD_UP, qingyang().set("applications.group.REFUSED", "7"), "148", "149"));
        shown.add(broken(Rule.SHARES_ADD_UP, qingyang().set("shares.applications.REFUSED", "4.00"), "99.94", "100.00"));
        shown.add(broken(Rule.INDICATORS, qingyang().set("indicators.SURVEYS", "-1"), "-1", "0"));
        // as the city published it, and a base that is not the replies of the year before
        shown.add(broken(Rule.YEAR_ON_YEAR, qingyang().text(1, "同比增加20.86%"), "-20.86", "20.86"));
        shown.add(broken(Rule.YEAR_ON_YEAR, qingyang().text(1, "同比减少23.32%"), "-20.86", "-23.32"));
        shown.add(broken(Rule.TYPED_FIGURES, qingyang().text(1, "主动公开99032条"), null, null));
        shown.add(broken(Rule.TYPED_FIGURES, qingyang().text(6, "信息处理费1.5元"), "0", "1.5"));
        shown.add(broken(Rule.TYPED_SUMS, qingyang().text(1, "召开会议12次（含部署会5次、推进会8次）。"), "13", "12"));
        shown.add(broken(Rule.TYPED_SHARES, qingyang().text(1, "不予公开6宗，占4.06%。"), "4.05", "4.06"));
        shown.add(broken(Rule.PROCESSING_FEE, qingyang().text(6, "无其他需要报告的事项。"), null, null));
        shown.add(broken(Rule.ARTICLE_50_4, qingyang().text(1, "开展考核，未开展社会评议。"), null, null));
        plausible(shown);
        owed(shown);
        of2019(shown);
        unknown(shown);
        return shown;
    }

    private static void plausible(List<Shown> shown) {
        Tables once = qingyang().set("publications.items", "99095").tables();
        shown.add(new Shown(Rule.CHANNELS_ADD_UP, Verdict.HOLDS, once, null, null));
        shown.add(broken(Rule.CHANNELS_ADD_UP, qingyang(), "99095", "99031"));
        CheckFixtures comparable =
                qingyang().set("previous.publications.items", "99031").set("previous.disputes.REVIEW.TOTAL", "1");
        shown.add(new Shown(Rule.FIVE_FOLD, Verdict.HOLDS, comparable.tables(), null, null));
        String issued = "proactive.NORMATIVE_DOCS.ISSUED";
        shown.add(broken(Rule.FIVE_FOLD, qingyang().set("previous." + issued, "6"), "30", "6"));
        shown.add(broken(Rule.FIVE_FOLD, qingyang().set(issued, "20"), "20", "102"));
        shown.add(holdsOfTwo(Rule.FIVE_FOLD, qingyang().set("previous." + issued, "7")));
        shown.add(holdsOfTwo(Rule.FIVE_FOLD, qingyang().set(issued, "21")));
        shown.add(holdsOfTwo(Rule.FIVE_FOLD, qingyang().set(issued, "19").set("previous." + issued, "1")));
        shown.add(broken(Rule.FIVE_FOLD, qingyang().set(issued, "20").set("previous." + issued, "1"), "20", "1"));
        String other = "applications.OTHER_MISC.TOTAL";
        String all = "applications.RESULT_TOTAL.TOTAL";
        shown.add(broken(Rule.OTHER_SHARE, qingyang().set(other, "15"), "15", "14.8"));
        shown.add(holds(Rule.OTHER_SHARE, qingyang().set(other, "14")));
        shown.add(broken(Rule.OTHER_SHARE, qingyang().set(other, "5").set(all, "49"), "5", "4.9"));
        shown.add(holds(Rule.OTHER_SHARE, qingyang().set(other, "4").set(all, "5")));
        String suits = "disputes.LITIGATION_DIRECT.TOTAL";
        CheckFixtures later = qingyang().published(2024, null).set(suits, "3");
        shown.add(broken(Rule.REVIEW_FIRST, later, "3", "0"));
        shown.add(holds(Rule.REVIEW_FIRST, later.copy().set("previous.disputes.LITIGATION_DIRECT.PENDING", "3")));
        shown.add(holds(Rule.REVIEW_FIRST, later.copy().published(2023, null)));
        for (CheckFixtures notTold :
                List.of(later.copy().published(null, null), later.copy().without("previous."))) {
            shown.add(new Shown(Rule.REVIEW_FIRST, Verdict.NOT_ASSESSABLE, notTold.tables(), null, null));
        }
        CheckFixtures silent =
                qingyang().without("subordinates.QY-XIFENG.").set("subordinates.A.publications.items", "0");
        silent.set("subordinates.A.confirmed.yes", "1").set("subordinates.A.confirmed.no", "0");
        shown.add(broken(Rule.SILENT_DEPARTMENTS, silent, null, null));
        shown.add(holds(Rule.SILENT_DEPARTMENTS, silent.copy().set("subordinates.A.confirmed.yes", "0")));
        shown.add(holds(Rule.SILENT_DEPARTMENTS, silent.copy().set("subordinates.A.publications.items", "1")));
    }

    private static void owed(List<Shown> shown) {
        shown.add(broken(Rule.OVERDUE, qingyang().set("timeliness.overdue", "1"), "1", "0"));
        shown.add(broken(Rule.YEAR_CONFIRMED, qingyang().set("confirmed.no", "2"), "2", "0"));
        shown.add(broken(Rule.FORM_OF_YEAR, qingyang().published(2020, null), null, null));
        shown.add(broken(Rule.FORM_OF_YEAR, made2020().published(2021, null), null, null));
        shown.add(holds(Rule.FORM_OF_YEAR, made2020().published(2019, null)));
        shown.add(holds(Rule.FORM_OF_YEAR, qingyang().published(2022, null)));
        shown.add(new Shown(
                Rule.FORM_OF_YEAR,
                Verdict.NOT_ASSESSABLE,
                qingyang().published(2018, null).tables(),
                null,
                null));
        shown.add(holds(Rule.DEADLINE, qingyang().published(2021, "2022-03-31")));
        shown.add(broken(Rule.DEADLINE, qingyang().published(2021, "2022-04-01"), null, null));
        shown.add(holds(Rule.DEADLINE, qingyang().department().published(2021, "2022-01-31")));
        shown.add(broken(Rule.DEADLINE, qingyang().department().published(2021, "2022-02-01"), null, null));
        shown.add(new Shown(
                Rule.DEADLINE,
                Verdict.NOT_ASSESSABLE,
                qingyang().published(2021, null).tables(),
                null,
                null));
    }

    private static void of2019(List<Shown> shown) {
        shown.add(broken(Rule.ITEMS_CARRIED, made2020().set("proactive.LICENSES.ITEMS_BEFORE", "385"), "385", "386"));
        shown.add(broken(Rule.ITEMS_CARRIED, made2020().set("previous.proactive.FEES.CHANGE", "1"), "17", "19"));
        shown.add(broken(Rule.ITEMS_LEFT, made2020().set("proactive.FEES.CHANGE", "-18"), "-1", "0"));
        shown.add(holds(Rule.ITEMS_LEFT, made2020().set("proactive.FEES.CHANGE", "-17")));
        shown.add(broken(Rule.PUBLIC_COVERS_NEW, made2020().set("proactive.RULES.PUBLISHED", "1"), "1", "2"));
        shown.add(broken(Rule.R2, made2020().add("applications.OTHER_HANDLING.OTHER_ORG", 1), null, null));
        shown.add(broken(Rule.R5, made2020().set("proactive.FEES.CHANGE", "-0.5"), "-0.5", null));
        shown.add(broken(Rule.R5, made2020().set("proactive.FEES.ITEMS_BEFORE", "-1"), "-1", null));
        shown.add(broken(
                Rule.RULES_BY_LAW,
                made2020()
                        .mayIssueRules(false)
                        .set("proactive.RULES.MADE", "0")
                        .set("proactive.RULES.NEWLY_PUBLISHED", "0"),
                "11",
                "0"));
    }

    private static Shown holds(Rule rule, CheckFixtures tables) {
        return new Shown(rule, Verdict.HOLDS, tables.form(), tables.tables(), null, null);
    }

    /** Of tables two and three; the others have no year before. */
    private static Shown holdsOfTwo(Rule rule, CheckFixtures tables) {
        return holds(
                rule,
                tables.copy().set("previous.publications.items", "99031").set("previous.disputes.REVIEW.TOTAL", "1"));
    }

    /** Known in part: still not broken. */
    private static void unknown(List<Shown> shown) {
        String blank = "applications.OTHER_MISC.OTHER_ORG";
        for (Rule rule : List.of(Rule.R2, Rule.R3, Rule.R5, Rule.R6)) {
            shown.add(new Shown(
                    rule, Verdict.NOT_ASSESSABLE, qingyang().set(blank, null).tables(), null, null));
        }
        Tables withoutYearBefore = qingyang().without("previous.").tables();
        shown.add(new Shown(Rule.R4, Verdict.NOT_ASSESSABLE, withoutYearBefore, null, null));
        shown.add(new Shown(Rule.R_T2, Verdict.NOT_ASSESSABLE, withoutYearBefore, null, null));
        shown.add(new Shown(
                Rule.PRINTED_CLOSING,
                Verdict.NOT_ASSESSABLE,
                qingyang().printed().set(Tables.LIVE_CLOSING + "TOTAL", null).tables(),
                null,
                null));
        shown.add(new Shown(
                Rule.R6, Verdict.NOT_ASSESSABLE, qingyang().without("own.").tables(), null, null));
        shown.add(new Shown(
                Rule.R_T2,
                Verdict.NOT_ASSESSABLE,
                qingyang()
                        .came(new Tables.Member(
                                "来", CheckFixtures.member("", "TOTAL", 0, 0).carriedOut(), null))
                        .tables(),
                null,
                null));
        shown.add(new Shown(
                Rule.ARTICLE_50_4,
                Verdict.NOT_ASSESSABLE,
                qingyang().text(1, "").tables(),
                null,
                null));
    }

    private static Shown broken(Rule rule, CheckFixtures tables, String left, String right) {
        return new Shown(rule, Verdict.BROKEN, tables.form(), tables.tables(), left, right);
    }
}
