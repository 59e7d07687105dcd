package org.gongkai.acceptance;

import static org.gongkai.acceptance.RunningSystem.call;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.awaitility.Awaitility;
import org.gongkai.acceptance.RunningSystem.Answer;
import org.gongkai.local.LocalSystem;
import org.gongkai.local.demo.Positions;
import org.junit.jupiter.api.Test;

/** A year is printed; then cases of it are entered, corrected and taken back: what the next year and the next edition say. */
class LateCasesIT {

    private static final String CITY = "LATE";
    private static final String DEPARTMENT = "LATE-01";
    private static final int YEAR = 2022;
    private static final String REMEDY = "上年度报告定稿后又有补录或更正；请编制上年度报告新版，并附更正说明。定稿后变动的案件：";
    private static final String TABLE_THREE = "“三、收到和处理政府信息公开申请情况”表";

    private final LocalSystem system = RunningSystem.get();
    private final String office = system.tokens().token("office", CITY);
    private final String recorder = system.tokens().token("recorder", DEPARTMENT);
    private final Positions positions = new Positions();

    @Test
    void late_cases_are_named_until_the_next_edition_prints_exactly_what_they_moved() {
        register(CITY, "{\"name\": \"演示市\", \"level\": \"CITY\", \"kind\": \"GOVERNMENT\"}");
        register(
                DEPARTMENT,
                "{\"name\": \"演示市教育局\", \"parent\": \"LATE\", \"level\": \"CITY\", \"kind\": \"DEPARTMENT\"}");
        decide(enter("1号", "2022-11-21", "NATURAL_PERSON"), "GRANTED_FULL", "2022-12-05");
        String open = enter("2号", "2022-12-19", "NATURAL_PERSON");
        decide(open, "UNABLE_NOT_HELD", "2023-01-10");
        freeze(1);
        nextYear(1, 1, Map.of());

        // one that was open at the end of the year, and one that was not
        String late = enter("补1号", "2022-12-20", "COMMERCIAL_ENTERPRISE");
        decide(late, "GRANTED_FULL", "2023-01-12");
        decide(enter("补2号", "2022-12-01", "RESEARCH_INSTITUTION"), "REFUSED_INTERNAL_AFFAIRS", "2022-12-20");
        nextYear(1, 1, Map.of("COMMERCIAL_ENTERPRISE", "演示市教育局 补1号 +1", "TOTAL", "演示市教育局 补1号 +1"));
        freeze(2);
        assertEquals(
                Map.of(
                        "NEW_RECEIVED.COMMERCIAL_ENTERPRISE", "0 → 1",
                        "NEW_RECEIVED.RESEARCH_INSTITUTION", "0 → 1",
                        "NEW_RECEIVED.TOTAL", "2 → 4",
                        "REFUSED_INTERNAL_AFFAIRS.RESEARCH_INSTITUTION", "0 → 1",
                        "REFUSED_INTERNAL_AFFAIRS.TOTAL", "0 → 1",
                        "RESULT_TOTAL.RESEARCH_INSTITUTION", "0 → 1",
                        "RESULT_TOTAL.TOTAL", "1 → 2",
                        "CARRIED_OUT.COMMERCIAL_ENTERPRISE", "0 → 1",
                        "CARRIED_OUT.TOTAL", "1 → 2"),
                changesOfTableThree(2, "四、结转下年度继续办理”行“法人或其他组织（商业企业）”列：由0件更正为1件；"));
        nextYear(2, 2, Map.of());

        // the applicant's type was entered wrongly, and the late case by mistake
        correct(open, "OTHER_ORG");
        takeBack(late);
        nextYear(
                2,
                2,
                Map.of(
                        "NATURAL_PERSON", "演示市教育局 2号 −1",
                        "OTHER_ORG", "演示市教育局 2号 +1",
                        "COMMERCIAL_ENTERPRISE", "演示市教育局 补1号 −1",
                        "TOTAL", "演示市教育局 2号 −1、演示市教育局 补1号 −1、演示市教育局 2号 +1"));
        freeze(3);
        assertEquals(
                Map.of(
                        "NEW_RECEIVED.NATURAL_PERSON", "2 → 1",
                        "NEW_RECEIVED.OTHER_ORG", "0 → 1",
                        "NEW_RECEIVED.COMMERCIAL_ENTERPRISE", "1 → 0",
                        "NEW_RECEIVED.TOTAL", "4 → 3",
                        "CARRIED_OUT.NATURAL_PERSON", "1 → 0",
                        "CARRIED_OUT.OTHER_ORG", "0 → 1",
                        "CARRIED_OUT.COMMERCIAL_ENTERPRISE", "1 → 0",
                        "CARRIED_OUT.TOTAL", "2 → 1"),
                changesOfTableThree(3, "四、结转下年度继续办理”行“总计”列：由2件更正为1件；"));
        nextYear(3, 1, Map.of());
    }

    /**
     * The next year's report opens with what an edition printed; where a column closes otherwise since, that is a warning
     * which names the cases and the remedy.
     *
     * @param edition of the year before
     * @param closing what it printed as open at the end of the year
     * @param named column to cases
     */
    private void nextYear(int edition, int closing, Map<String, String> named) {
        String url = system.report() + "/reports/" + CITY + "/" + (YEAR + 1) + "?atLeast=" + positions.token();
        // the cases come from the trail, which follows the counts
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertEquals(named, named(done(RunningSystem.callWhenCounted(url, office)))));
        JsonNode report = done(RunningSystem.callWhenCounted(url, office));
        assertEquals(edition, report.at("/source/previous/edition").asInt());
        JsonNode opening = findings(report, "R4").get("TOTAL");
        assertEquals(closing, opening.path("right").asInt(), opening::toString);
        assertEquals(
                report(edition).at("/tables/applications/CARRIED_OUT/TOTAL"),
                opening.path("right"),
                "what the edition printed");
        assertEquals(
                report(edition).at("/tables/applications/RESULT_TOTAL/TOTAL"),
                report.at("/overview/applications/previousDecided"));
    }

    /** Column to the cases that are named, where what was printed is not what is counted. */
    private static Map<String, String> named(JsonNode report) {
        Map<String, String> named = new TreeMap<>();
        findings(report, "PRINTED-CLOSING").forEach((column, finding) -> {
            if (!finding.path("verdict").asText().equals("HOLDS")) {
                assertEquals("BROKEN", finding.path("verdict").asText(), finding::toString);
                assertEquals("WARNING", finding.path("severity").asText(), finding::toString);
                String note = finding.path("note").asText();
                assertTrue(note.startsWith(REMEDY), note);
                named.put(column, note.substring(REMEDY.length()));
            }
        });
        return named;
    }

    /** The findings of a rule by column of table three. */
    private static Map<String, JsonNode> findings(JsonNode report, String rule) {
        Map<String, JsonNode> findings = new TreeMap<>();
        report.at("/checks/findings").forEach(finding -> {
            if (finding.path("rule").asText().equals(rule)) {
                String cell = finding.at("/cells/0").asText();
                findings.put(cell.substring(cell.lastIndexOf('.') + 1), finding);
            }
        });
        assertEquals(7, findings.size(), rule);
        return findings;
    }

    /** What an edition changes, which is all that its JSON says otherwise than that of the one before, and its erratum. */
    private Map<String, String> changesOfTableThree(int edition, String line) {
        JsonNode changes = get("/" + edition + "/changes");
        Map<String, String> said = PrintedCells.said(changes);
        assertEquals(PrintedCells.moved(report(edition - 1), report(edition)), said);
        String erratum = changes.path("erratum").asText();
        String head = "更正：《演示市%d年政府信息公开工作年度报告》第%d版（".formatted(YEAR, edition - 1);
        assertTrue(erratum.startsWith(head), erratum);
        assertTrue(erratum.contains("中下列数据有误，现更正如下，以第%d版为准。".formatted(edition)), erratum);
        assertTrue(erratum.contains(TABLE_THREE + "“" + line), erratum);
        List<String> numbered =
                erratum.lines().filter(each -> each.matches("\\d+\\. .*")).toList();
        assertEquals(said.size(), numbered.size(), erratum);
        Map<String, String> tableThree = new TreeMap<>();
        Set<String> rows = new TreeSet<>();
        report(edition).at("/tables/applications").fieldNames().forEachRemaining(rows::add);
        said.forEach((cell, moved) -> {
            String[] words = cell.split("\\.");
            if (words.length == 3 && words[0].equals("applications") && rows.contains(words[1])) {
                tableThree.put(words[1] + "." + words[2], moved);
            }
        });
        return tableThree;
    }

    private void register(String code, String body) {
        done(call(
                "PUT",
                system.intake() + "/organisations/" + code,
                system.tokens().token("admin", "*"),
                body));
    }

    private String enter(String number, String receivedOn, String type) {
        return write("POST", "/applications", """
                {"organisation": "%s", "caseNumber": "%s", "receivedOn": "%s", "channel": "ONLINE",
                 "applicant": {"type": "%s", "name": "演示", "contact": "demo@example.org"},
                 "informationSought": "演示"}""".formatted(DEPARTMENT, number, receivedOn, type))
                .path("id")
                .asText();
    }

    private void decide(String id, String outcome, String on) {
        write(
                "POST",
                "/applications/" + id + "/outcome",
                "{\"outcome\": \"%s\", \"decidedOn\": \"%s\", \"elsewhere\": true}".formatted(outcome, on));
    }

    private void correct(String id, String type) {
        write(
                "PATCH",
                "/applications/" + id,
                "{\"applicant\": {\"type\": \"%s\"}, \"reason\": \"演示：登记有误\"}".formatted(type));
    }

    private void takeBack(String id) {
        write("DELETE", "/applications/" + id + "?reason=demo", null);
    }

    private JsonNode write(String method, String path, String body) {
        Answer answer = call(method, system.intake() + path, recorder, body);
        positions.add(answer.header("Gongkai-Position"));
        return done(answer);
    }

    private void freeze(int number) {
        String editions = system.report() + "/reports/" + CITY + "/" + YEAR + "/editions";
        Answer frozen = call("POST", editions + "?atLeast=" + positions.token(), office, null);
        assertEquals(201, frozen.status(), () -> frozen.body().toString());
        assertEquals(number, frozen.body().path("number").asInt());
    }

    private JsonNode report(int edition) {
        return get("/" + edition + ".json");
    }

    private JsonNode get(String path) {
        return done(RunningSystem.callWhenCounted(
                system.report() + "/reports/" + CITY + "/" + YEAR + "/editions" + path, office));
    }

    private static JsonNode done(Answer answer) {
        assertEquals(2, answer.status() / 100, () -> answer.raw().body());
        return answer.body();
    }
}
