package org.gongkai.acceptance;

import static org.gongkai.acceptance.RunningSystem.call;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.gongkai.acceptance.RunningSystem.Answer;
import org.gongkai.local.LocalSystem;
import org.gongkai.local.demo.Body;
import org.gongkai.local.demo.Demo;
import org.junit.jupiter.api.Test;

/** Qingyang 2021 is frozen, a case is entered late, it is frozen again, and the program and its place change. */
class EditionsIT {

    private static final String DEPARTMENT = Body.CITY + "-03";
    private static final String LATE = """
            {"organisation": "%s", "caseNumber": "庆教依〔2021〕补1号", "receivedOn": "2021-11-08", "channel": "ONLINE",
             "applicant": {"type": "RESEARCH_INSTITUTION", "name": "演示", "contact": "demo@example.org"},
             "informationSought": "演示：补录的申请"}""".formatted(DEPARTMENT);

    private final LocalSystem system = RunningSystem.get();
    private final String office = system.tokens().token("office", Body.CITY);
    private final String recorder = system.tokens().token("recorder", DEPARTMENT);
    private final String editions = system.report() + "/reports/" + Body.CITY + "/2021/editions";

    @Test
    void a_late_case_is_all_that_the_next_edition_changes_and_the_former_stays_byte_for_byte_also_elsewhere()
            throws Exception {
        Path directory = RunningSystem.root().resolve("deploy/acceptance/target/demo-editions");
        Demo.run(system, directory, line -> {});
        JsonNode first = freeze("");
        int one = first.path("number").asInt();
        Map<String, String> files = files(first);
        assertTrue(files.keySet().containsAll(Set.of("json", "html", "csv")), files::toString);

        String id = enterLateCase();
        String position = decide(id);
        JsonNode second = freeze("?atLeast=" + position);

        assertEquals(one + 1, second.path("number").asInt());
        assertEquals(
                Map.of(
                        "applications.NEW_RECEIVED.RESEARCH_INSTITUTION", 1,
                        "applications.NEW_RECEIVED.TOTAL", 1,
                        "applications.GRANTED_FULL.RESEARCH_INSTITUTION", 1,
                        "applications.GRANTED_FULL.TOTAL", 1,
                        "applications.RESULT_TOTAL.RESEARCH_INSTITUTION", 1,
                        "applications.RESULT_TOTAL.TOTAL", 1),
                cellsOfTables(one + 1));
        assertEquals(
                PrintedCells.moved(report(one), report(one + 1)),
                PrintedCells.said(get("/" + (one + 1) + "/changes")),
                "tables and section one");
        assertTrue(get("/" + (one + 1) + "/changes").path("erratum").asText().startsWith("更正："));
        assertEquals(files, files(first), "the first edition");
        for (int number : new int[] {one, one + 1}) {
            JsonNode again = get("/" + number + "/recomputation");
            assertTrue(again.path("equal").asBoolean(), again::toString);
            assertTrue(again.path("figures").asInt() > 5_000, again::toString);
        }

        // entered by mistake: taken back, the third edition prints what the first did
        Answer voided = call("DELETE", system.intake() + "/applications/" + id + "?reason=test", recorder, null);
        assertEquals(200, voided.status(), () -> voided.body().toString());
        freeze("?atLeast=" + voided.header("Gongkai-Position"));
        assertEquals(report(one).path("tables"), report(one + 2).path("tables"));

        String page = page(system.report());
        ElsewhereRestored.run(system, LaterProgram.make(), elsewhere -> {
            LaterProgram.assertShownBy(page(elsewhere), page);
            assertEquals(files, files(elsewhere, first), "the first edition");
            for (int number = one; number <= one + 2; number++) {
                JsonNode manifest = get("/" + number + "/manifest");
                String there = elsewhere + edition(number) + "/manifest";
                assertEquals(manifest, call("GET", there, office, null).body());
                assertEquals(
                        manifest.path("formats").size(),
                        files(elsewhere, manifest).size());
            }
        });
    }

    private String page(String report) {
        Answer live = call("GET", report + "/reports/" + Body.CITY + "/2021.html", office, null);
        assertEquals(200, live.status(), () -> live.raw().body());
        return live.raw().body();
    }

    private static String edition(int number) {
        return "/reports/" + Body.CITY + "/2021/editions/" + number;
    }

    private String enterLateCase() {
        Answer made = call("POST", system.intake() + "/applications", recorder, LATE);
        assertEquals(201, made.status(), () -> made.body().toString());
        return made.body().path("id").asText();
    }

    private String decide(String id) {
        Answer decided = call(
                "POST",
                system.intake() + "/applications/" + id + "/outcome",
                recorder,
                "{\"outcome\": \"GRANTED_FULL\", \"decidedOn\": \"2021-11-22\", \"elsewhere\": true}");
        assertEquals(200, decided.status(), () -> decided.body().toString());
        return decided.header("Gongkai-Position");
    }

    private JsonNode freeze(String query) {
        Answer frozen = call("POST", editions + query, office, null);
        assertEquals(201, frozen.status(), () -> frozen.body().toString());
        return frozen.body();
    }

    private JsonNode get(String path) {
        Answer answer = RunningSystem.callWhenCounted(editions + path, office);
        assertEquals(200, answer.status(), () -> answer.body().toString());
        return answer.body();
    }

    private JsonNode report(int number) {
        return get("/" + number + ".json");
    }

    private Map<String, String> files(JsonNode edition) {
        return files(system.report(), edition);
    }

    /** Suffix to SHA-256, each compared with the bytes that are sent. */
    private Map<String, String> files(String report, JsonNode edition) {
        Map<String, String> files = new TreeMap<>();
        edition.path("formats").properties().forEach(format -> {
            String hash = ElsewhereRestored.sha256OfFile(
                    report + edition(edition.path("number").asInt()) + "." + format.getKey(), office);
            assertEquals(format.getValue().path("sha256").asText(), hash, format.getKey());
            files.put(format.getKey(), hash);
        });
        return files;
    }

    private Map<String, Integer> cellsOfTables(int number) {
        Map<String, Integer> moved = new TreeMap<>();
        get("/" + number + "/changes").path("changes").forEach(change -> {
            if (!change.path("label").asText().startsWith("一、")) {
                moved.put(change.path("cell").asText(), change.path("delta").asInt());
            }
        });
        return moved;
    }
}
