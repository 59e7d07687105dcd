package org.gongkai.acceptance;

import static org.gongkai.acceptance.RunningSystem.call;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.gongkai.acceptance.RunningSystem.Answer;
import org.gongkai.local.LocalSystem;
import org.gongkai.local.demo.Positions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A rectification and a complaint move no figure: the statement and the report say what they said before. */
class UncountedIT {

    private static final String BODY = "UNCOUNTED-1";

    private static LocalSystem system;
    private static String recorder;

    @BeforeAll
    static void a_body_with_an_application() {
        system = RunningSystem.get();
        recorder = system.tokens().token("recorder", BODY);
        done(call(
                "PUT",
                system.intake() + "/organisations/" + BODY,
                system.tokens().token("admin", "*"),
                "{\"name\": \"演示\", \"level\": \"CITY\", \"kind\": \"DEPARTMENT\"}"));
    }

    private static Answer done(Answer answer) {
        assertEquals(2, answer.status() / 100, () -> answer.raw().body());
        return answer;
    }

    private static Answer post(String path, String body) {
        return done(call("POST", system.intake() + path, recorder, body.replace("{o}", BODY)));
    }

    private static String application(String caseNumber) {
        return """
                {"organisation": "{o}", "caseNumber": "%s", "receivedOn": "2021-03-04", "channel": "ONLINE",
                 "applicant": {"type": "OTHER_ORG", "name": "演示", "contact": "演示"}, "informationSought": "演示"}""".formatted(caseNumber);
    }

    private static JsonNode statement(String atLeast) {
        Answer answer = done(RunningSystem.callWhenCounted(
                system.statistics() + "/statements/" + BODY + "/2021?include=previous,levels&atLeast=" + atLeast,
                system.tokens().token("office", BODY)));
        return ((ObjectNode) answer.body()).without(List.of("asOf", "position"));
    }

    private static JsonNode report() {
        Answer answer = done(call(
                "GET",
                system.report() + "/reports/" + BODY + "/2021",
                system.tokens().token("office", BODY),
                null));
        return ((ObjectNode) answer.body()).without(List.of("source"));
    }

    private static String journal(String position) {
        int lane = Integer.parseInt(position.split("\\.")[1].split("-")[0], 36);
        Answer page = done(
                call("GET", system.intake() + "/journal/lanes", system.tokens().token("system", "*"), null));
        return page.body().at("/lanes/" + lane).path("position").asText();
    }

    @Test
    void neither_journal_nor_statement_nor_report_moves() {
        Positions positions = new Positions();
        String before = post("/applications", application("1")).header("Gongkai-Position");
        JsonNode stated = statement(before);
        JsonNode reported = report();
        String head = journal(before);

        for (Map.Entry<String, String> kind : Map.of(
                        "rectifications", "RECTIFIED",
                        "complaints", "UPHELD")
                .entrySet()) {
            Answer made = post("/" + kind.getKey(), QuietRecords.BODIES.get(kind.getKey()));
            positions.add(made.header("Gongkai-Position"));
            String id = made.body().path("id").asText();
            positions.add(post(
                            "/" + kind.getKey() + "/" + id + "/conclusion",
                            "{\"result\": \"" + kind.getValue() + "\", \"concludedOn\": \"2021-03-25\"}")
                    .header("Gongkai-Position"));
        }

        assertEquals(before.split("\\.")[0], positions.token(), "a generation without a lane");
        assertEquals(stated, statement(positions.token()));
        assertEquals(reported, report());
        assertEquals(head, journal(before));
        // what comes after them is counted as if they were not there
        String after = post("/applications", application("2")).header("Gongkai-Position");
        assertEquals(
                stated.at("/applications/NEW_RECEIVED/TOTAL").asInt() + 1,
                statement(after).at("/applications/NEW_RECEIVED/TOTAL").asInt());
    }
}
