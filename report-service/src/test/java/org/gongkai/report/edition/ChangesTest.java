package org.gongkai.report.edition;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import org.gongkai.report.form.Forms;
import org.gongkai.report.report.ReportFixtures;
import org.gongkai.report.report.Reports;
import org.gongkai.report.statement.StatementFixtures;
import org.junit.jupiter.api.Test;

/** What moved between two editions, against the difference of the two reports as callers read them. */
class ChangesTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int ROUNDS = 200;

    @Test
    void every_figure_of_the_printed_report_has_its_place_and_no_other() {
        Reports.ToFreeze report = report(StatementFixtures.qingyangJson(), Map.of());

        Map<String, String> places = new TreeMap<>();
        FrozenModel.of(report).cells().forEach(cell -> places.put(cell.cell(), cell.value()));

        assertEquals(printed(report), places);
        assertTrue(places.size() > 240, () -> "only " + places.size());
    }

    @Test
    void random_changes_are_listed_exactly() {
        long seed = Long.getLong("gongkai.seed", System.nanoTime());
        System.out.println("changes: -Dgongkai.seed=" + seed);
        Random random = new Random(seed);
        int moved = 0;
        for (int round = 0; round < ROUNDS; round++) {
            ObjectNode statement = StatementFixtures.qingyangJson();
            Reports.ToFreeze before = report(statement, Map.of());
            for (int i = random.nextInt(6); i > 0; i--) {
                change(statement, random);
            }
            Reports.ToFreeze after = report(statement, Map.of());

            Changes changes = Changes.between(1, FrozenModel.of(before), 2, FrozenModel.of(after), "2022年1月20日");

            Map<String, String> listed = new TreeMap<>();
            changes.changes().forEach(change -> listed.put(change.cell(), change.before() + " → " + change.after()));
            assertEquals(difference(printed(before), printed(after)), listed, "round " + round + " of seed " + seed);
            long lines = changes.erratum()
                    .lines()
                    .filter(line -> line.contains("更正为"))
                    .count();
            assertEquals(listed.size(), lines, changes::erratum);
            moved += listed.size();
        }
        assertTrue(moved > ROUNDS, "hardly anything moved");
    }

    /** Any figure of the year, of a level or of the year before. */
    private static void change(ObjectNode statement, Random random) {
        List<ObjectNode> tables = new ArrayList<>();
        for (String counts : List.of("", "", "/previous", "/levels/CITY")) {
            for (String table : List.of("/applications", "/proactive", "/disputes")) {
                statement.at(counts + table).forEach(row -> tables.add((ObjectNode) row));
            }
            tables.add((ObjectNode) statement.at(counts + "/publications/byChannel"));
        }
        tables.add((ObjectNode) statement.path("indicators"));
        ObjectNode row = tables.get(random.nextInt(tables.size()));
        List<String> names = new ArrayList<>();
        row.fieldNames().forEachRemaining(names::add);
        String name = names.get(random.nextInt(names.size()));
        if (random.nextInt(10) == 0 && row == statement.path("indicators")) {
            row.remove(name);
        } else if (name.equals("amountYuan")) {
            row.put(name, random.nextInt(1_000_000) + "." + (10 + random.nextInt(90)));
        } else {
            row.put(name, row.path(name).asLong() + 1 + random.nextInt(5));
        }
    }

    @Test
    void a_change_carries_the_labels_of_the_form_and_the_erratum_says_all_of_it_in_chinese() {
        ObjectNode statement = StatementFixtures.qingyangJson();
        FrozenModel before = FrozenModel.of(report(statement, Map.of()));
        ObjectNode row = statement.withObject("/applications/REFUSED_PROCESS_INFO");
        row.put("RESEARCH_INSTITUTION", row.path("RESEARCH_INSTITUTION").asLong() + 2);
        statement.withObject("/proactive/FEES").put("amountYuan", "475936664.00");
        statement.withObject("/indicators").put("TRAININGS", 3).remove("SURVEYS");
        FrozenModel after = FrozenModel.of(report(statement, Map.of(5, "解读不够及时。")));

        Changes changes = Changes.between(1, before, 2, after, "2022年1月20日");

        JsonNode list = JSON.valueToTree(changes);
        assertEquals(
                "{\"cell\":\"proactive.FEES.AMOUNT_WAN\",\"label\":\"二、主动公开政府信息情况：行政事业性收费／本年收费金额（单位：万元）\","
                        + "\"before\":\"47593.6663\",\"after\":\"47593.6664\",\"delta\":\"0.0001\"}",
                of(list, "proactive.FEES.AMOUNT_WAN").toString());
        assertEquals(
                "三、收到和处理政府信息公开申请情况：（三）不予公开6.属于四类过程性信息／法人或其他组织（科研机构）",
                of(list, "applications.REFUSED_PROCESS_INFO.RESEARCH_INSTITUTION")
                        .path("label")
                        .asText());
        assertEquals(
                2,
                of(list, "applications.REFUSED_PROCESS_INFO.RESEARCH_INSTITUTION")
                        .path("delta")
                        .asInt());
        JsonNode reported = of(list, "indicators.TRAININGS");
        assertFalse(reported.has("before") || reported.has("delta"), reported::toString);
        assertFalse(of(list, "indicators.SURVEYS").has("after"));
        assertEquals(
                5,
                list.at("/texts")
                        .get(list.at("/texts").size() - 1)
                        .path("section")
                        .asInt());
        String erratum = changes.erratum();
        assertTrue(erratum.startsWith("更正：《庆阳市2021年政府信息公开工作年度报告》第1版（2022年1月20日定稿）"), erratum);
        assertTrue(erratum.contains("“二、主动公开政府信息情况”表“行政事业性收费”行“本年收费金额（单位：万元）”列：由47593.6663万元更正为47593.6664万元"), erratum);
        assertTrue(erratum.contains("由未报更正为3"), erratum);
        assertTrue(erratum.contains("五、存在的主要问题及改进情况"), erratum);
    }

    @Test
    void what_is_not_printed_makes_no_change() {
        ObjectNode statement = StatementFixtures.qingyangJson();
        FrozenModel before = FrozenModel.of(report(statement, Map.of()));
        statement.put("position", "1-0.77").put("asOf", "2022-02-01T08:00:00+08:00");
        statement.withObject("/confirmed").put("yes", 42);
        statement.withArray("/subordinates").forEach(body -> ((ObjectNode) body).put("name", "西峰区人民政府"));

        FrozenModel after = FrozenModel.of(report(statement, Map.of()));

        assertEquals(List.of(), Changes.between(1, before, 2, after, "").changes());
        assertArrayEquals(before.printed(), after.printed());
    }

    private static JsonNode of(JsonNode changes, String cell) {
        for (JsonNode change : changes.path("changes")) {
            if (change.path("cell").asText().equals(cell)) {
                return change;
            }
        }
        throw new AssertionError(cell + " did not move: " + changes);
    }

    private static Reports.ToFreeze report(ObjectNode statement, Map<Integer, String> texts) {
        return ReportFixtures.toFreeze(StatementFixtures.of(statement), texts);
    }

    private static Map<String, String> difference(Map<String, String> before, Map<String, String> after) {
        TreeSet<String> paths = new TreeSet<>(before.keySet());
        paths.addAll(after.keySet());
        Map<String, String> difference = new TreeMap<>();
        paths.stream()
                .filter(path -> !before.getOrDefault(path, "").equals(after.getOrDefault(path, "")))
                .forEach(path -> difference.put(path, before.get(path) + " → " + after.get(path)));
        return difference;
    }

    /** The figures of a report as JSON has them, by the path of each. */
    private static Map<String, String> printed(Reports.ToFreeze report) {
        JsonNode json = JSON.valueToTree(report.assembled().report());
        Map<String, String> printed = new TreeMap<>();
        json.path("tables")
                .properties()
                .forEach(table -> table.getValue()
                        .properties()
                        .forEach(row -> put(printed, table.getKey() + "." + row.getKey() + ".", "", row.getValue())));
        JsonNode proactive = json.at("/overview/proactive");
        printed.put("publications.items", proactive.path("items").asText());
        put(printed, "levels.", ".publications.items", proactive.path("byLevel"));
        put(printed, "publications.byChannel.", "", proactive.path("byChannel"));
        put(printed, "shares.levels.", "", proactive.path("shares"));
        JsonNode applications = json.at("/overview/applications");
        names().forEach((name, path) -> {
            if (applications.has(name)) {
                printed.put(path, applications.path(name).asText());
            }
        });
        put(printed, "months.", ".received", applications.path("receivedByMonth"));
        JsonNode disputes = json.at("/overview/disputes");
        Map.of(
                        "litigation", "disputes.litigation.TOTAL",
                        "previousReview", "previous.disputes.REVIEW.TOTAL",
                        "previousLitigation", "previous.disputes.litigation.TOTAL")
                .forEach((name, path) -> printed.put(path, disputes.path(name).asText()));
        put(printed, "applications.handled.", "", applications.path("byApplicant"));
        put(printed, "applications.group.", "", applications.path("byGroup"));
        put(printed, "shares.applications.", "", applications.path("shares"));
        put(printed, "indicators.", "", json.at("/overview/indicators"));
        return printed;
    }

    private static Map<String, String> names() {
        String total = "." + Forms.FORM_2021.applications().columnTotal();
        Map<String, String> names = new LinkedHashMap<>();
        names.put("decided", "applications.RESULT_TOTAL" + total);
        names.put("received", "applications.NEW_RECEIVED" + total);
        names.put("carriedIn", "applications.CARRIED_IN" + total);
        names.put("carriedOut", "applications.CARRIED_OUT" + total);
        names.put("previousReceived", "previous.applications.NEW_RECEIVED" + total);
        names.put("previousDecided", "previous.applications.RESULT_TOTAL" + total);
        names.put("yearOnYearPercent", "yearOnYear.percent");
        return names;
    }

    private static void put(Map<String, String> printed, String before, String after, JsonNode cells) {
        cells.properties()
                .forEach(cell -> printed.put(
                        before + cell.getKey() + after, cell.getValue().asText()));
    }
}
