package org.gongkai.intake.disclosureapplication;

import static org.gongkai.intake.Calls.application;
import static org.gongkai.intake.Calls.as;
import static org.gongkai.intake.Calls.decide;
import static org.gongkai.intake.Calls.receive;
import static org.gongkai.intake.Calls.register;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.gongkai.embedded.testing.WithInfrastructure;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithInfrastructure(database = "intake", kafka = true)
class ApplicationIT {

    @Test
    void an_application_is_recorded_and_read_back() {
        register("APP-1", null).then().statusCode(201);

        Response made = receive("APP-1", "A〔2021〕1号", "2021-03-04");

        made.then()
                .statusCode(201)
                .header("Location", containsString("/applications/"))
                .header("Gongkai-Position", containsString("1."))
                .header("ETag", "\"1\"")
                .body("state", equalTo("REGISTERED"))
                .body("applicant.name", equalTo("演示人甲"));
        as("recorder", "APP-1")
                .get("/applications/" + made.path("id"))
                .then()
                .statusCode(200)
                .body("caseNumber", equalTo("A〔2021〕1号"));
    }

    @Test
    void a_repeat_is_answered_with_what_exists_and_the_position_of_the_first() {
        register("APP-2", null);
        Response first = receive("APP-2", "1", "2021-03-04");

        receive("APP-2", "1", "2021-03-04")
                .then()
                .statusCode(200)
                .body("id", equalTo(first.path("id")))
                .header("Gongkai-Position", first.header("Gongkai-Position"));
    }

    @Test
    void the_same_number_with_other_content_is_a_conflict_that_names_the_fields_and_no_personal_data() {
        register("APP-3", null);
        receive("APP-3", "1", "2021-03-04");

        as("recorder", "APP-3")
                .body(application("APP-3", "1", "2021-03-05").replace("演示人甲", "演示人乙"))
                .post("/applications")
                .then()
                .statusCode(409)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:gongkai:problem:application-differs"))
                .body("detail", containsString("receivedOn, applicant.name"))
                .body("detail", not(containsString("演示人")));
    }

    @Test
    void sixteen_callers_with_the_same_application_record_it_once() throws Exception {
        register("APP-4", null);
        ExecutorService callers = Executors.newFixedThreadPool(16);
        List<Future<Response>> answers = new ArrayList<>();

        for (int i = 0; i < 16; i++) {
            answers.add(callers.submit(() -> receive("APP-4", "same", "2021-03-04")));
        }

        int created = 0;
        List<String> positions = new ArrayList<>();
        for (Future<Response> answer : answers) {
            Response response = answer.get();
            created += response.statusCode() == 201 ? 1 : 0;
            assertEquals(response.statusCode() == 201 ? 201 : 200, response.statusCode());
            positions.add(response.header("Gongkai-Position"));
        }
        callers.shutdown();
        assertEquals(1, created);
        assertEquals(1, positions.stream().distinct().count());
    }

    @Test
    void an_outcome_closes_the_application_and_another_one_is_refused() {
        register("APP-5", null);
        String id = receive("APP-5", "1", "2021-03-04").path("id");

        Response decided = decide("APP-5", id, "GRANTED_FULL", "2021-03-25");

        decided.then().statusCode(200).body("state", equalTo("CLOSED")).header("ETag", "\"2\"");
        decide("APP-5", id, "GRANTED_FULL", "2021-03-25")
                .then()
                .statusCode(200)
                .header("Gongkai-Position", decided.header("Gongkai-Position"));
        decide("APP-5", id, "GRANTED_PARTIAL", "2021-03-25")
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:gongkai:problem:already-decided"))
                .body("detail", containsString("outcome"));
    }

    @Test
    void what_is_against_a_rule_is_refused_field_by_field() {
        register("APP-6", null);
        as("recorder", "APP-6")
                .body("""
                        {"organisation": "APP-6", "caseNumber": "13812345678", "channel": "ORDINARY_MAIL",
                         "arrivedOn": "2999-01-01", "applicant": {"name": " "}}""")
                .header("Accept-Language", "en")
                .post("/applications")
                .then()
                .statusCode(422)
                .body("type", equalTo("urn:gongkai:problem:invalid-fields"))
                .body("violations.field", hasItem("caseNumber"))
                .body("violations.field", hasItem("applicant.type"))
                .body("violations.field", hasItem("applicant.name"))
                .body("violations.field", hasItem("applicant.contact"))
                .body("violations.field", hasItem("informationSought"))
                .body("violations.field", hasItem("arrivedOn"))
                .body("violations.find { it.field == 'receivedOn' }.message", containsString("confirmedOn"));
    }

    @Test
    void what_cannot_be_read_is_refused_with_what_to_send() {
        register("APP-7", null);
        String good = application("APP-7", "1", "2021-03-04");
        unreadable(good.replace("caseNumber", "casenumber"), "unknown-field", "caseNumber");
        unreadable(good.replace("ONLINE", "EMAIL"), "unreadable-body", "SIGNED_MAIL");
        unreadable(good.replace("\"2021-03-04\"", "20210304"), "unreadable-body", "2021-03-04");
        unreadable(good.replace("2021-03-04", "2021-02-30"), "unreadable-body", "2021-03-04");
        unreadable(good.replace("\"1\"", "1"), "unreadable-body", "caseNumber");
        unreadable(good.replace("\"channel\"", "\"caseNumber\": \"2\", \"channel\""), "unreadable-body", "");
        unreadable(good.substring(0, 40), "unreadable-body", "");
        unreadable("", "unreadable-body", "");
        unreadable(good.replace("演示人甲", "\\ud800"), null, "");
    }

    private static void unreadable(String body, String slug, String hint) {
        Response answer = as("recorder", "APP-7").body(body).post("/applications");
        if (slug == null) {
            answer.then().statusCode(422).body("violations", hasSize(1));
            return;
        }
        answer.then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:gongkai:problem:" + slug))
                .body("title", notNullValue());
        assertEquals(true, answer.asString().contains(hint), answer.asString());
    }

    @Test
    void without_a_day_of_receipt_the_rule_of_article_31_makes_it() {
        register("APP-8", null);
        as("recorder", "APP-8")
                .body(application("APP-8", "1", "2021-03-04")
                        .replace("\"receivedOn\"", "\"arrivedOn\": \"2021-03-02\", \"confirmedOn\""))
                .post("/applications")
                .then()
                .statusCode(201)
                .body("receivedOn", equalTo("2021-03-04"));
    }

    @Test
    void a_decision_before_receipt_in_the_future_or_without_its_reason_is_refused() {
        register("APP-9", null);
        String id = receive("APP-9", "1", "2021-03-04").path("id");
        decide("APP-9", id, "GRANTED_FULL", "2021-03-03").then().statusCode(422);
        decide("APP-9", id, "GRANTED_FULL", "2999-01-01").then().statusCode(422);
        decide("APP-9", id, "OTHER_MISC", "2021-03-04")
                .then()
                .statusCode(422)
                .body("violations.field", hasItem("reason"));
    }

    @Test
    void an_abolished_body_receives_no_more_but_its_successor_decides_its_open_cases() {
        register("APP-10", null);
        register("APP-11", null);
        String id = receive("APP-10", "1", "2021-03-04").path("id");
        org.gongkai.intake.Calls.admin()
                .body("{\"since\": \"2021-07-01\", \"successor\": \"APP-11\"}")
                .post("/organisations/APP-10/abolition")
                .then()
                .statusCode(200);

        receive("APP-10", "2", "2021-07-01")
                .then()
                .statusCode(422)
                .body("type", equalTo("urn:gongkai:problem:organisation-abolished"))
                .body("detail", containsString("APP-11"));
        receive("APP-10", "2", "2021-06-30").then().statusCode(201);
        as("recorder", "APP-11")
                .body("{\"outcome\": \"GRANTED_FULL\", \"decidedOn\": \"2021-08-02\"}")
                .post("/applications/" + id + "/outcome")
                .then()
                .statusCode(200)
                .body("organisation", equalTo("APP-10"))
                .body("applicant.name", equalTo("演示人甲"));
    }

    @Test
    void lists_are_paged_filtered_and_masked_for_everybody() {
        register("APP-12", null);
        register("APP-13", "APP-12");
        for (int i = 0; i < 5; i++) {
            String id = receive("APP-13", "n" + i, "2021-03-04").path("id");
            if (i < 2) {
                decide("APP-13", id, "UNABLE_NOT_HELD", "2021-03-05");
            }
        }

        Response first = as("office", "APP-12").get("/applications?organisation=APP-13&state=REGISTERED&limit=2");

        first.then().statusCode(200).body("items", hasSize(2)).body("items[0].applicant.name", equalTo("***"));
        as("office", "APP-12")
                .get("/applications?organisation=APP-13&state=REGISTERED&limit=2&after=" + first.path("next"))
                .then()
                .body("items", hasSize(1))
                .body("next", equalTo(null));
        as("recorder", "APP-13")
                .get("/applications?outcome=UNABLE_NOT_HELD&year=2021&applicantType=NATURAL_PERSON")
                .then()
                .body("items", hasSize(2))
                .body("items[0].applicant.type", equalTo("NATURAL_PERSON"))
                .body("items[0].applicant.name", equalTo("***"))
                .body("items[0].informationSought", equalTo("***"));
    }
}
