package org.gongkai.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.gongkai.local.LocalSystem;
import org.gongkai.local.demo.Body;
import org.gongkai.local.demo.Case;
import org.gongkai.local.demo.Client;
import org.gongkai.local.demo.Comparison;
import org.gongkai.local.demo.Demo;
import org.gongkai.local.demo.Plan;
import org.gongkai.local.demo.PublishedReport;
import org.junit.jupiter.api.Test;

class QingyangIT {

    private final LocalSystem system = RunningSystem.get();
    private final PublishedReport published = PublishedReport.qingyang2021();

    @Test
    void every_figure_equals_the_published_report_also_when_posted_twice() throws Exception {
        Path directory = RunningSystem.root().resolve("deploy/acceptance/target/demo");
        Demo.run(system, directory, System.out::println);
        long facts = facts();
        Demo.run(system, directory, System.out::println);
        assertEquals(facts, facts(), "posting twice journaled facts");

        JsonNode report = new Client(system).report(Body.CITY, 2021);
        Map<String, Integer> compared = new TreeMap<>();
        for (Comparison.Part part : Comparison.of(published, report)) {
            assertEquals(List.of(), part.differing(), part.name());
            compared.put(part.name(), part.compared());
        }
        assertEquals(Map.of("table two", 10, "table three", 175, "table four", 15, "section one", 48), compared);
        // items on two channels, what the city itself left out, and that nobody confirmed; nothing else on true tables
        assertEquals(
                List.of(
                        "CHANNELS-ADD-UP 各渠道之和比公开条数多64条次，可能是同一信息在两个以上渠道公开：条数计一次，各渠道分别计数；请在文中说明",
                        "YEAR-CONFIRMED 尚有%d个机关未确认本年度数据".formatted(Body.all().size()),
                        "ARTICLE-50-4 评议",
                        "ARTICLE-50-4 追究"),
                broken(report));
        assertEquals("庆阳市2021年政府信息公开工作年度报告", report.path("title").asText());
        int cells = 0;
        for (JsonNode row : report.at("/tables/applications")) {
            cells += row.size();
        }
        assertEquals(175, cells);
    }

    @Test
    void both_reports_are_written_in_every_format_and_that_of_2020_says_what_of_it_is_invented() throws Exception {
        Path directory = RunningSystem.root().resolve("deploy/acceptance/target/demo-formats");
        Demo.run(system, directory, line -> {});

        for (String year : List.of("2020", "2021")) {
            assertTrue(Files.readString(directory.resolve("621000-" + year + ".html"))
                    .contains("庆阳市" + year + "年政府信息公开工作年度报告"));
            assertTrue(Files.readString(directory.resolve("621000-" + year + ".csv"))
                    .startsWith("\uFEFFtable,row,column,"));
        }
        assertTrue(Files.readString(directory.resolve("621000-2020.html")).contains("演示数据"));
        assertTrue(!Files.readString(directory.resolve("621000-2021.html")).contains("演示数据"));
        JsonNode of2020 = new Client(system).report(Body.CITY, 2020).at("/tables/applications");
        assertEquals(193, of2020.at("/NEW_RECEIVED/TOTAL").asInt());
        assertEquals(Plan.REPLIES_OF_2020, of2020.at("/RESULT_TOTAL/TOTAL").asInt());
        assertEquals(5, of2020.at("/CARRIED_OUT/NATURAL_PERSON").asInt());
        assertEquals(1, of2020.at("/CARRIED_OUT/OTHER_ORG").asInt());
    }

    /** The same set once as published and once with one application changed, under two other roots. */
    @Test
    void one_changed_application_moves_exactly_its_cells() {
        List<Case> cases = Plan.of(published);
        Case chosen = cases.stream()
                .filter(one -> one.receivedOn().getYear() == 2021)
                .filter(one -> one.applicantType().equals("NATURAL_PERSON")
                        && one.outcome().equals("GRANTED_FULL"))
                .findFirst()
                .orElseThrow();
        Case changed = new Case(
                chosen.body(),
                chosen.number(),
                chosen.receivedOn(),
                "RESEARCH_INSTITUTION",
                chosen.channel(),
                "REFUSED_PROCESS_INFO",
                chosen.decidedOn());
        List<Case> other = new ArrayList<>(cases);
        other.set(cases.indexOf(chosen), changed);

        Map<String, Integer> moved = difference(report("A", cases), report("B", other));

        Map<String, Integer> expected = new TreeMap<>();
        expected.put("NEW_RECEIVED.NATURAL_PERSON", -1);
        expected.put("NEW_RECEIVED.RESEARCH_INSTITUTION", 1);
        expected.put("GRANTED_FULL.NATURAL_PERSON", -1);
        expected.put("GRANTED_FULL.TOTAL", -1);
        expected.put("REFUSED_PROCESS_INFO.RESEARCH_INSTITUTION", 1);
        expected.put("REFUSED_PROCESS_INFO.TOTAL", 1);
        expected.put("RESULT_TOTAL.NATURAL_PERSON", -1);
        expected.put("RESULT_TOTAL.RESEARCH_INSTITUTION", 1);
        assertEquals(expected, moved);
    }

    private static List<String> broken(JsonNode report) {
        List<String> broken = new ArrayList<>();
        report.at("/checks/findings").forEach(finding -> {
            if (finding.path("verdict").asText().equals("BROKEN")) {
                assertEquals("WARNING", finding.path("severity").asText(), finding::toString);
                broken.add(finding.path("rule").asText() + " "
                        + finding.path("note").asText());
            }
        });
        return broken;
    }

    private static long facts() throws Exception {
        try (var intake = RunningSystem.database("intake");
                var rows = intake.createStatement()
                        .executeQuery("SELECT count(*) FROM journal WHERE organisation LIKE '621%'")) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private JsonNode report(String prefix, List<Case> cases) {
        Client client = new Client(system);
        for (Body body : Body.all()) {
            client.register(new Body(
                    prefix + body.code(),
                    body.name(),
                    body.parent() == null ? null : prefix + body.parent(),
                    body.level(),
                    body.kind()));
        }
        Demo.post(
                client,
                cases.stream()
                        .map(one -> new Case(
                                prefix + one.body(),
                                one.number(),
                                one.receivedOn(),
                                one.applicantType(),
                                one.channel(),
                                one.outcome(),
                                one.decidedOn()))
                        .map(Case::posting)
                        .toList());
        return client.report(prefix + Body.CITY, 2021).at("/tables/applications");
    }

    private static Map<String, Integer> difference(JsonNode before, JsonNode after) {
        Map<String, Integer> moved = new TreeMap<>();
        before.properties()
                .forEach(row -> row.getValue().properties().forEach(cell -> {
                    int delta = after.path(row.getKey()).path(cell.getKey()).asInt()
                            - cell.getValue().asInt();
                    if (delta != 0) {
                        moved.put(row.getKey() + "." + cell.getKey(), delta);
                    }
                }));
        return moved;
    }
}
