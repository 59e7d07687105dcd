package org.gongkai.intake.importing;

import static org.gongkai.intake.Calls.as;
import static org.gongkai.intake.Calls.receive;
import static org.gongkai.intake.Calls.register;
import static org.gongkai.intake.importing.ImportCalls.application;
import static org.gongkai.intake.importing.ImportCalls.ndjson;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import org.gongkai.embedded.testing.WithInfrastructure;
import org.gongkai.intake.importing.ImportCalls.Answer;
import org.gongkai.intake.record.JournaledFacts;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithInfrastructure(database = "intake", kafka = true)
class CasesOfAPieceIT {

    private static final String CORRECTION =
            "\"type\": \"CORRECTION_REQUESTED\", \"on\": \"2021-03-08\", \"respondBy\": \"2021-03-26\"";
    private static final String OUTCOME = "\"outcome\": \"GRANTED_FULL\", \"decidedOn\": \"2021-04-01\"";

    /** What a desk does to a case, in its order; the extension comes after the outcome and is refused. */
    private static final List<String> ACTS = List.of(
            CORRECTION,
            "\"type\": \"CORRECTED\", \"on\": \"2021-03-12\"",
            OUTCOME,
            "\"type\": \"EXTENDED\", \"on\": \"2021-03-25\", \"workingDays\": 20",
            "\"type\": \"SERVED\", \"on\": \"2021-04-02\"",
            OUTCOME,
            "\"type\": \"ARCHIVED\", \"on\": \"2021-04-06\"");

    private static String line(String code, String caseNumber, String act) {
        String record = act.startsWith("\"outcome\"") ? "outcome" : "step";
        return "{\"record\": \"%s\", \"organisation\": \"%s\", \"caseNumber\": \"%s\", %s}"
                .formatted(record, code, caseNumber, act);
    }

    @Test
    void what_a_piece_says_of_a_case_is_done_in_its_order_as_calls_would_do_it() {
        register("PIECE-1", null);
        register("PIECE-2", null);
        String called = receive("PIECE-1", "依1", "2021-03-04").path("id");
        List<Integer> statuses = new ArrayList<>();
        ACTS.forEach(act -> statuses.add(as("recorder", "PIECE-1")
                .body("{" + act + "}")
                .post("/applications/" + called + (act.startsWith("\"outcome\"") ? "/outcome" : "/steps"))
                .statusCode()));
        List<String> lines = new ArrayList<>(List.of(application("PIECE-2", "依1", "2021-03-04", "")));
        ACTS.forEach(act -> lines.add(line("PIECE-2", "依1", act)));

        Answer answer = ndjson("PIECE-2", lines.toArray(new String[0]));
        String imported = answer.line(1).get("id").asText();

        assertEquals(List.of(200, 200, 200, 409, 200, 200, 200), statuses);
        assertEquals(List.of(6, 1, 1), answer.summary(), answer.lines().toString());
        assertEquals("impossible-step[]", answer.refusal(5));
        assertEquals("unchanged", answer.line(7).get("status").asText());
        for (String path : List.of("", "/history", "/deadline")) {
            assertEquals(
                    comparable(as("recorder", "PIECE-1")
                            .get("/applications/" + called + path)
                            .asString()),
                    comparable(as("recorder", "PIECE-2")
                            .get("/applications/" + imported + path)
                            .asString()),
                    path);
        }
        assertEquals(JournaledFacts.names("PIECE-1"), JournaledFacts.names("PIECE-2"));
    }

    /** Without what differs between any two cases: ids, instants, positions, the body. */
    private static String comparable(String answer) {
        return answer.replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "UUID")
                .replaceAll("\\d{4}-\\d\\d-\\d\\dT[^\"]*", "INSTANT")
                .replaceAll("\"position\":\"[^\"]*\"", "POSITION")
                .replaceAll("PIECE-\\d", "PIECE");
    }

    @Test
    void a_fee_notice_counts_the_items_that_its_own_piece_notices_in_the_applicants_other_cases() {
        register("PIECE-3", null);

        Answer answer = ndjson(
                "PIECE-3",
                application("PIECE-3", "依1", "2021-09-01", ""),
                application("PIECE-3", "依2", "2021-09-02", ""),
                line("PIECE-3", "依1", "\"type\": \"FEE_NOTICED\", \"on\": \"2021-09-06\", \"items\": 30"),
                line("PIECE-3", "依1", "\"type\": \"FEE_PAID\", \"on\": \"2021-09-07\", \"amountYuan\": \"2000.00\""),
                line("PIECE-3", "依2", "\"type\": \"FEE_NOTICED\", \"on\": \"2021-09-08\", \"items\": 1"));

        assertEquals(List.of(5, 0, 0), answer.summary(), answer.lines().toString());
        amount(answer.line(1).get("id").asText(), "2000.00");
        amount(answer.line(2).get("id").asText(), "200.00");
    }

    private static void amount(String id, String yuan) {
        as("recorder", "PIECE-3")
                .get("/applications/" + id)
                .then()
                .statusCode(200)
                .body("steps[0].amountYuan", equalTo(yuan));
    }
}
