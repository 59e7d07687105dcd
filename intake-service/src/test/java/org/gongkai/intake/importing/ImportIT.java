package org.gongkai.intake.importing;

import static org.gongkai.intake.Calls.as;
import static org.gongkai.intake.Calls.receive;
import static org.gongkai.intake.Calls.register;
import static org.gongkai.intake.importing.ImportCalls.application;
import static org.gongkai.intake.importing.ImportCalls.ndjson;
import static org.gongkai.intake.importing.ImportCalls.send;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.gongkai.embedded.testing.WithInfrastructure;
import org.gongkai.intake.importing.ImportCalls.Answer;
import org.gongkai.intake.record.JournaledFacts;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithInfrastructure(database = "intake", kafka = true)
class ImportIT {

    private static final String OUTCOME = ", \"outcome\": \"GRANTED_FULL\", \"decidedOn\": \"2021-03-25\"";

    /** One of each, with what it refers to before it. */
    private static String[] oneOfEach(String code) {
        String head = "{\"organisation\": \"" + code + "\", \"record\": ";
        return new String[] {
            application(code, "依〔2021〕1号", "2021-03-04", ""),
            application(code, "依〔2021〕2号", "2021-03-04", OUTCOME),
            head + "\"step\", \"caseNumber\": \"依〔2021〕1号\", \"type\": \"EXTENDED\", \"on\": \"2021-03-20\","
                    + " \"workingDays\": 20}",
            head + "\"outcome\", \"caseNumber\": \"依〔2021〕1号\", \"outcome\": \"GRANTED_PARTIAL\","
                    + " \"decidedOn\": \"2021-04-12\"}",
            head + "\"publication\", \"publishedOn\": \"2021-03-31\", \"channels\": [\"WEBSITE\"], \"items\": 5,"
                    + " \"reference\": \"p1\"}",
            head + "\"normativeDocument\", \"kind\": \"NORMATIVE_DOCS\", \"title\": \"办法\", \"documentNumber\":"
                    + " \"发〔2021〕1号\", \"issuedOn\": \"2021-05-10\"}",
            head + "\"abolition\", \"documentNumber\": \"发〔2021〕1号\", \"abolishedOn\": \"2021-12-01\"}",
            head + "\"decisions\", \"kind\": \"LICENSES\", \"period\": \"2021-03\", \"decisions\": 12,"
                    + " \"reference\": \"d1\"}",
            head + "\"fees\", \"period\": \"2021\", \"amountYuan\": \"36000.50\", \"reference\": \"f1\"}",
            head + "\"processingFees\", \"period\": \"2021\", \"cases\": 1, \"amountYuan\": \"420.00\","
                    + " \"reference\": \"f1\"}",
            head + "\"dispute\", \"kind\": \"REVIEW\", \"caseNumber\": \"复〔2021〕1号\", \"filedOn\": \"2021-06-01\"}",
            head + "\"conclusion\", \"kind\": \"REVIEW\", \"caseNumber\": \"复〔2021〕1号\", \"result\": \"UPHELD\","
                    + " \"concludedOn\": \"2021-07-20\"}",
            head + "\"indicator\", \"year\": 2021, \"indicator\": \"NEW_MEDIA_ACCOUNTS\", \"value\": 3}"
        };
    }

    @Test
    void every_kind_of_record_is_taken_once_and_the_same_again_changes_nothing() {
        register("IMP-1", null);

        Answer first = ndjson("IMP-1", oneOfEach("IMP-1"));
        List<String> facts = JournaledFacts.names("IMP-1");
        Answer second = ndjson("IMP-1", oneOfEach("IMP-1"));

        assertEquals(List.of(13, 0, 0), first.summary(), first.lines().toString());
        assertEquals(List.of(0, 13, 0), second.summary(), second.lines().toString());
        assertEquals(first.line(1).get("id"), second.line(1).get("id"));
        assertEquals(facts, JournaledFacts.names("IMP-1"));
        assertFalse(second.last().has("position"));
        assertEquals(14, facts.size(), facts.toString());
    }

    @Test
    void an_application_with_an_outcome_is_as_one_that_was_received_and_decided_elsewhere_by_calls() {
        register("IMP-2", null);
        register("IMP-3", null);
        String id = receive("IMP-3", "依1", "2021-03-04").path("id");
        as("recorder", "IMP-3")
                .body("{\"outcome\": \"GRANTED_FULL\", \"decidedOn\": \"2021-03-25\", \"elsewhere\": true,"
                        + " \"reason\": \"见附件\"}")
                .post("/applications/" + id + "/outcome")
                .then()
                .statusCode(200);

        Answer imported = ndjson("IMP-2", application("IMP-2", "依1", "2021-03-04", OUTCOME + ", \"reason\": \"见附件\""));
        String importedId = imported.line(1).get("id").asText();

        assertEquals(
                comparable(ImportRows.of("IMP-3").replace(id, "ID")),
                comparable(ImportRows.of("IMP-2").replace(importedId, "ID").replace("IMP-2", "IMP-3")));
        assertEquals(
                JournaledFacts.newest("IMP-3").toString().replace(id, "ID"),
                JournaledFacts.newest("IMP-2")
                        .toString()
                        .replace(importedId, "ID")
                        .replace("IMP-2", "IMP-3"));
        String view = as("recorder", "IMP-2").get("/applications/" + importedId).asString();
        assertTrue(view.contains("演示人甲") && view.contains("见附件"), view);
    }

    private static String comparable(String row) {
        return row.replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "UUID");
    }

    @Test
    void a_wrong_line_costs_only_itself_and_says_what_a_call_would_say() {
        register("IMP-4", null);
        register("IMP-5", null);
        receive("IMP-4", "依9", "2021-03-04");
        String head = "{\"organisation\": \"IMP-4\", \"record\": ";

        Answer answer = ndjson(
                "IMP-4",
                application("IMP-4", "依1", "2021-03-04", ""),
                "{\"record\": \"application\"",
                application("IMP-4", "依9", "2021-03-05", ""),
                application("IMP-5", "依1", "2021-03-04", ""),
                application("IMP-4", "依2", "2999-03-04", ""),
                "",
                head + "\"publication\", \"publishedOn\": \"2021-03-31\", \"channels\": [\"WEBSITE\"], \"items\": 5}",
                head + "\"outcome\", \"caseNumber\": \"依404\", \"outcome\": \"GRANTED_FULL\", \"decidedOn\":"
                        + " \"2021-04-12\"}",
                head + "\"pigeon\"}",
                "[1]",
                "{\"organisation\": \"IMP-4\"}",
                application("IMP-4", "依3", "2021-03-04", ", \"pigeon\": 1"),
                application(
                        "IMP-4", "依4", "2021-03-04", ", \"outcome\": \"OTHER_MISC\", \"decidedOn\": \"2021-03-05\""),
                "{\"a\": \"" + "x".repeat(1_000_001) + "\"}",
                application("IMP-4", "依5", "2021-03-04", ""));

        assertEquals(List.of(2, 0, 12), answer.summary(), answer.lines().toString());
        assertEquals("unreadable-body[]", answer.refusal(2));
        assertEquals("application-differs[]", answer.refusal(3));
        assertEquals("outside-subtree[]", answer.refusal(4));
        assertEquals("invalid-fields[receivedOn]", answer.refusal(5));
        assertEquals("invalid-fields[reference]", answer.refusal(7));
        assertEquals("unknown-record[]", answer.refusal(8));
        assertEquals("unreadable-body[record]", answer.refusal(9));
        assertEquals("unreadable-body[]", answer.refusal(10));
        assertEquals("unreadable-body[record]", answer.refusal(11));
        assertEquals("unknown-field[pigeon]", answer.refusal(12));
        assertEquals("invalid-fields[reason]", answer.refusal(13));
        assertEquals("line-too-long[]", answer.refusal(14));
        assertEquals("created", answer.line(15).get("status").asText());
        assertEquals(409, answer.line(3).at("/problem/status").asInt());
        assertTrue(answer.line(3).at("/problem/detail").asText().contains("receivedOn"));
        assertFalse(answer.lines().toString().contains("演示人甲"));
    }

    @Test
    void labels_are_taken_as_codes() {
        register("IMP-6", null);
        String line = application(
                        "IMP-6",
                        "依1",
                        "2021-03-04",
                        ", \"outcome\": \"不予公开：属于国家秘密\", \"decidedOn\":" + " \"2021-03-25\"")
                .replace("NATURAL_PERSON", "自然人")
                .replace("ONLINE", "互联网渠道")
                .replace("\"application\"", "\"政府信息公开申请\"");
        String publication = "{\"record\": \"主动公开信息\", \"organisation\": \"IMP-6\", \"publishedOn\": \"2021-03-31\","
                + " \"channels\": [\"政府网站\", \"GAZETTE\"], \"items\": 5, \"reference\": \"p1\"}";

        Answer answer = ndjson("IMP-6", line, publication);

        assertEquals(List.of(2, 0, 0), answer.summary(), answer.lines().toString());
        as("recorder", "IMP-6")
                .get("/applications/" + answer.line(1).get("id").asText())
                .then()
                .body("applicant.type", equalTo("NATURAL_PERSON"))
                .body("outcome", equalTo("REFUSED_STATE_SECRET"));
    }

    @Test
    void it_goes_on_by_itself_and_says_how_far_it_is() {
        register("IMP-7", null);
        String[] lines = new String[2_500];
        for (int i = 0; i < lines.length; i++) {
            lines[i] = application("IMP-7", "依" + i, i % 100 == 0 ? "2999-01-01" : "2021-03-04", "");
        }

        HttpResponse<String> taken = send(
                "IMP-7",
                ImportCalls.NDJSON,
                "application/json",
                "",
                String.join("\n", lines).getBytes(StandardCharsets.UTF_8));

        assertEquals(202, taken.statusCode(), taken.body());
        String location = taken.headers().firstValue("Location").orElseThrow();
        assertTrue(
                location.endsWith(
                        "/imports/" + ImportCalls.tree(taken.body()).get("id").asText()),
                location);
        String path = location.replaceFirst("^https?://[^/]*", "");
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> as("recorder", "IMP-7").get(path).path("state").equals("DONE"));
        as("recorder", "IMP-7")
                .get(path)
                .then()
                .body("lines", equalTo(2_500))
                .body("created", equalTo(2_475))
                .body("unchanged", equalTo(0))
                .body("refused", equalTo(25));
        JsonNode first = ImportCalls.tree(as("recorder", "IMP-7")
                .get(path + "/results?status=refused&limit=20")
                .asString());
        JsonNode rest = ImportCalls.tree(as("recorder", "IMP-7")
                .get(path + "/results?status=refused&after=" + first.get("next").asText())
                .asString());
        assertEquals(20, first.get("items").size());
        assertEquals(5, rest.get("items").size());
        assertFalse(rest.has("next"));
        assertEquals(1, first.at("/items/0/line").asInt());
        assertEquals(2_401, rest.at("/items/4/line").asInt());
        as("recorder", "IMP-7").get(path + "/results?status=lost").then().statusCode(400);
        register("IMP-8", null);
        as("recorder", "IMP-8").get(path).then().statusCode(404);
        as("admin", "*").get(path).then().statusCode(200);
    }

    @Test
    void roles_that_may_not_write_may_not_import() {
        register("IMP-9", null);
        for (String role : List.of("reader", "office", "system")) {
            assertEquals(
                    403,
                    send(role, "IMP-9", ImportCalls.NDJSON, "*/*", "", HttpRequest.BodyPublishers.ofString("{}"))
                            .statusCode());
        }
    }
}
