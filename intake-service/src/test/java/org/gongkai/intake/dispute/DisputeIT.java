package org.gongkai.intake.dispute;

import static org.gongkai.intake.Calls.as;
import static org.gongkai.intake.Calls.register;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import org.gongkai.embedded.testing.WithInfrastructure;
import org.gongkai.intake.record.JournaledFacts;
import org.gongkai.intake.record.QuietRecord;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithInfrastructure(database = "intake", kafka = true)
class DisputeIT extends QuietRecord {

    DisputeIT() {
        super("/disputes", "DIS", "DisputeFiled", "caseNumber", "filedOn", "2021-03-04", "2021-03-05", "2021-03-06");
    }

    @Override
    protected String body(String organisation, int number) {
        return """
                {"organisation": "%s", "kind": "LITIGATION_DIRECT", "caseNumber": "（2021）演10行初%d号",
                 "filedOn": "2021-03-04"}""".formatted(organisation, number);
    }

    private static Response conclude(String organisation, String id, String result, String on) {
        return as("recorder", organisation)
                .body("{\"result\": \"%s\", \"concludedOn\": \"%s\"}".formatted(result, on))
                .post("/disputes/" + id + "/conclusion");
    }

    private static Response appeal(String organisation, String id, String on) {
        return as("recorder", organisation)
                .body("{\"filedOn\": \"%s\"}".formatted(on))
                .post("/disputes/" + id + "/appeal");
    }

    private static Response retract(String organisation, String id, String part) {
        return as("recorder", organisation).delete("/disputes/" + id + "/" + part + "?reason=x");
    }

    @Test
    void a_conclusion_is_recorded_once_and_another_is_a_conflict() {
        register("DIS-20", null);
        String id = post("DIS-20", body("DIS-20", 1)).path("id");

        Response concluded = conclude("DIS-20", id, "UPHELD", "2021-09-17");

        concluded
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("state", equalTo("CONCLUDED"))
                .body("result", equalTo("UPHELD"))
                .body("instances", hasSize(1));
        conclude("DIS-20", id, "UPHELD", "2021-09-17")
                .then()
                .statusCode(200)
                .header("Gongkai-Position", concluded.header("Gongkai-Position"));
        conclude("DIS-20", id, "CORRECTED", "2021-09-17")
                .then()
                .statusCode(409)
                .body("type", containsString("already-concluded"))
                .body("detail", containsString("result"));
        as("recorder", "DIS-20")
                .get("/disputes/" + id + "/conclusion")
                .then()
                .body("concludedOn", equalTo("2021-09-17"));
        assertEquals(List.of("DisputeFiled", "DisputeConcluded"), JournaledFacts.names("DIS-20"));
    }

    @Test
    void an_appeal_makes_it_pending_again_and_the_latest_instance_counts() {
        register("DIS-21", null);
        String id = post("DIS-21", body("DIS-21", 1)).path("id");
        appeal("DIS-21", id, "2021-09-30").then().statusCode(409).body("type", containsString("not-concluded"));
        conclude("DIS-21", id, "UPHELD", "2021-09-17");
        appeal("DIS-21", id, "2021-09-16").then().statusCode(422).body("violations[0].field", equalTo("filedOn"));

        Response appealed = appeal("DIS-21", id, "2021-09-30");

        appealed.then()
                .statusCode(200)
                .body("state", equalTo("PENDING"))
                .body("result", nullValue())
                .body("instances", hasSize(2));
        appeal("DIS-21", id, "2021-09-30")
                .then()
                .statusCode(200)
                .header("Gongkai-Position", appealed.header("Gongkai-Position"));
        // a late retry of the first conclusion is no conclusion of the second instance
        conclude("DIS-21", id, "UPHELD", "2021-09-17").then().statusCode(200).body("state", equalTo("PENDING"));
        appeal("DIS-21", id, "2021-10-01").then().statusCode(409);
        conclude("DIS-21", id, "CORRECTED", "2021-09-29").then().statusCode(422);
        conclude("DIS-21", id, "CORRECTED", "2022-02-01").then().statusCode(200).body("result", equalTo("CORRECTED"));

        List<JournaledFacts.One> facts = JournaledFacts.of("DIS-21");
        assertEquals(
                List.of("DisputeFiled", "DisputeConcluded", "DisputeAppealed", "DisputeConcluded"),
                JournaledFacts.names("DIS-21"));
        JsonNode reopens = facts.get(2).data().get("reopens");
        assertEquals("2021-09-17", reopens.get("concludedOn").asText());
        assertEquals("UPHELD", reopens.get("result").asText());
    }

    @Test
    void what_was_appealed_is_mended_only_after_the_appeal_is_taken_back() {
        register("DIS-22", null);
        String id = post("DIS-22", body("DIS-22", 1)).path("id");
        String path = "/disputes/" + id;
        retract("DIS-22", id, "conclusion").then().statusCode(404);
        retract("DIS-22", id, "appeal").then().statusCode(404);
        conclude("DIS-22", id, "UPHELD", "2021-09-17");
        appeal("DIS-22", id, "2021-09-30");
        String amendment = "{\"result\": \"CORRECTED\", \"reason\": \"x\"}";
        as("recorder", "DIS-22")
                .body(amendment)
                .patch(path + "/conclusion")
                .then()
                .statusCode(409)
                .body("type", containsString("conclusion-appealed"));
        retract("DIS-22", id, "conclusion").then().statusCode(409);

        as("recorder", "DIS-22")
                .body("{\"filedOn\": \"2022-01-05\", \"reason\": \"x\"}")
                .patch(path + "/appeal")
                .then()
                .statusCode(200)
                .body("instances[1].filedOn", equalTo("2022-01-05"));
        Response back = retract("DIS-22", id, "appeal");
        back.then().statusCode(200).body("state", equalTo("CONCLUDED")).body("result", equalTo("UPHELD"));
        retract("DIS-22", id, "appeal").then().statusCode(200).header("ETag", back.header("ETag"));
        as("recorder", "DIS-22")
                .body(amendment)
                .patch(path + "/conclusion")
                .then()
                .body("result", equalTo("CORRECTED"));
        Response pending = retract("DIS-22", id, "conclusion");
        pending.then().statusCode(200).body("state", equalTo("PENDING"));
        retract("DIS-22", id, "conclusion").then().statusCode(200).header("ETag", pending.header("ETag"));

        assertEquals(
                List.of(
                        "DisputeFiled",
                        "DisputeConcluded",
                        "DisputeAppealed",
                        "DisputeAppealedAmended",
                        "DisputeAppealedRetracted",
                        "DisputeConcludedAmended",
                        "DisputeConcludedRetracted"),
                JournaledFacts.names("DIS-22"));
    }

    @Test
    void a_concluded_appeal_stands_until_its_conclusion_is_taken_back() {
        register("DIS-23", null);
        String id = post("DIS-23", body("DIS-23", 1)).path("id");
        conclude("DIS-23", id, "UPHELD", "2021-09-17");
        appeal("DIS-23", id, "2021-09-30");
        conclude("DIS-23", id, "UPHELD", "2021-12-01");

        retract("DIS-23", id, "appeal").then().statusCode(409).body("type", containsString("appeal-concluded"));
        retract("DIS-23", id, "conclusion").then().statusCode(200).body("state", equalTo("PENDING"));
        retract("DIS-23", id, "appeal").then().statusCode(200).body("state", equalTo("CONCLUDED"));
    }

    @Test
    void a_retracted_case_takes_all_that_stands_on_it_back() {
        register("DIS-24", null);
        String id = post("DIS-24", body("DIS-24", 1)).path("id");
        conclude("DIS-24", id, "UPHELD", "2021-09-17");
        appeal("DIS-24", id, "2021-09-30");

        delete("DIS-24", id).then().statusCode(200).body("instances", hasSize(2));

        List<String> names = JournaledFacts.names("DIS-24");
        assertEquals(
                List.of("DisputeFiledRetracted", "DisputeConcludedRetracted", "DisputeAppealedRetracted"),
                names.subList(3, names.size()));
        conclude("DIS-24", id, "UPHELD", "2021-12-01").then().statusCode(409);
    }

    @Test
    void a_direct_suit_from_2024_on_is_recorded_with_a_warning() {
        register("DIS-25", null);
        post("DIS-25", body("DIS-25", 1).replace("2021-03-04", "2024-01-01"))
                .then()
                .statusCode(201)
                .body("warnings[0].code", equalTo("REVIEW_COMES_FIRST"))
                .body("warnings[0].message", containsString("行政复议法"));
        post("DIS-25", body("DIS-25", 2).replace("2021-03-04", "2023-12-31"))
                .then()
                .statusCode(201)
                .body("warnings", nullValue());
        as("recorder", "DIS-25")
                .header("Accept-Language", "en")
                .get("/disputes?year=2024")
                .then()
                .body("items[0].warnings[0].message", containsString("article 23"));
    }

    @Test
    void days_and_fields_that_do_not_fit_are_refused() {
        register("DIS-26", null);
        String id = post("DIS-26", body("DIS-26", 1)).path("id");
        conclude("DIS-26", id, "UPHELD", "2021-03-03")
                .then()
                .statusCode(422)
                .body("violations[0].field", equalTo("concludedOn"));
        conclude("DIS-26", id, "UPHELD", "2999-01-01").then().statusCode(422);
        conclude("DIS-26", id, "PENDING", "2021-03-04").then().statusCode(400);
        conclude("DIS-26", id, "UPHELD", "2021-03-04").then().statusCode(200);
        patch("DIS-26", id, "{\"filedOn\": \"2021-03-05\", \"reason\": \"x\"}")
                .then()
                .statusCode(422);
        post("DIS-26", body("DIS-26", 2).replace("\"filedOn\"", "\"afterReview\": \"演政复〔2021〕1号\", \"filedOn\""))
                .then()
                .statusCode(422)
                .body("violations.field", hasItem("afterReview"));
        post("DIS-26", body("DIS-26", 1).replace("LITIGATION_DIRECT", "REVIEW"))
                .then()
                .statusCode(201);
        as("office", "DIS-26").get("/disputes?kind=REVIEW").then().body("items", hasSize(1));
    }
}
