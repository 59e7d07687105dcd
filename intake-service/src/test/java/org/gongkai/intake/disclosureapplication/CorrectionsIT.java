package org.gongkai.intake.disclosureapplication;

import static org.gongkai.intake.Calls.application;
import static org.gongkai.intake.Calls.as;
import static org.gongkai.intake.Calls.decide;
import static org.gongkai.intake.Calls.receive;
import static org.gongkai.intake.Calls.register;
import static org.gongkai.intake.disclosureapplication.ApplicationFixtures.arrived;
import static org.gongkai.intake.disclosureapplication.ApplicationFixtures.begun;
import static org.gongkai.intake.disclosureapplication.ApplicationFixtures.facts;
import static org.gongkai.intake.disclosureapplication.ApplicationFixtures.get;
import static org.gongkai.intake.disclosureapplication.ApplicationFixtures.step;
import static org.gongkai.intake.disclosureapplication.ApplicationFixtures.taken;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.gongkai.embedded.testing.WithInfrastructure;
import org.gongkai.intake.record.JournaledFacts;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithInfrastructure(database = "intake", kafka = true)
class CorrectionsIT {

    @Inject
    DataSource database;

    private static Response delete(String organisation, String path) {
        return as("recorder", organisation).delete("/applications/" + path);
    }

    private static Response patch(String organisation, String id, String body) {
        return as("recorder", organisation).body(body).patch("/applications/" + id);
    }

    @Test
    void an_outcome_is_retracted_with_what_came_after_it_and_the_case_is_open_again() {
        String id = begun("CORR-1");
        decide("CORR-1", id, "GRANTED_FULL", "2021-10-20").then().statusCode(200);
        taken("CORR-1", id, "SERVED", "2021-10-21");

        Response retracted = delete("CORR-1", id + "/outcome?reason=误录");

        retracted
                .then()
                .statusCode(200)
                .body("state", equalTo("REGISTERED"))
                .body("outcome", nullValue())
                .body("steps", nullValue())
                .body("dueOn", equalTo("2021-10-21"));
        JsonNode fact = JournaledFacts.newest("CORR-1");
        assertEquals("GRANTED_FULL", fact.at("/was/outcome").asText());
        assertEquals("2021-10-20", fact.at("/was/decidedOn").asText());
        assertEquals("2021-10-21", fact.get("dueOn").asText());
        delete("CORR-1", id + "/outcome?reason=再来")
                .then()
                .statusCode(200)
                .header("Gongkai-Position", retracted.header("Gongkai-Position"))
                .header("ETag", "\"4\"");
        decide("CORR-1", id, "GRANTED_PARTIAL", "2021-10-20").then().statusCode(200);
        assertEquals(
                List.of("ApplicationReceived", "ApplicationDecided", "OutcomeRetracted", "ApplicationDecided"),
                facts("CORR-1", 0));
    }

    @Test
    void a_retraction_needs_a_reason_and_something_to_retract() {
        String id = begun("CORR-2");
        delete("CORR-2", id + "/outcome?reason=误录").then().statusCode(404);
        decide("CORR-2", id, "GRANTED_FULL", "2021-10-20");
        delete("CORR-2", id + "/outcome").then().statusCode(422).body("violations[0].field", equalTo("reason"));
        delete("CORR-2", id).then().statusCode(422);
        delete("CORR-2", id + "/steps/1?reason=误录").then().statusCode(404);
        delete("CORR-2", id + "/steps/x?reason=误录").then().statusCode(404);
        as("recorder", "CORR-2")
                .header("If-Match", "\"1\"")
                .delete("/applications/" + id + "/outcome?reason=误录")
                .then()
                .statusCode(412);
    }

    @Test
    void a_withdrawal_is_retracted_with_the_receipt_that_it_was() {
        String id = arrived("CORR-3", "2021-09-10");
        taken("CORR-3", id, "WITHDRAWN", "2021-09-22");

        delete("CORR-3", id + "/outcome?reason=误录")
                .then()
                .statusCode(200)
                .body("state", equalTo("AWAITING_CONFIRMATION"))
                .body("receivedOn", nullValue());

        JsonNode fact = JournaledFacts.newest("CORR-3");
        assertEquals("2021-09-22", fact.at("/was/receivedOn").asText());
        assertEquals("OTHER_MISC", fact.at("/was/decision/outcome").asText());
        assertEquals("2021-09-10", fact.at("/is/arrivedOn").asText());
        assertEquals(List.of("ApplicationReclassified"), facts("CORR-3", 3));
    }

    @Test
    void a_step_is_retracted_unless_another_needs_it() {
        String id = begun("CORR-4");
        taken("CORR-4", id, "CORRECTION_REQUESTED", "2021-09-22", "\"respondBy\": \"2021-10-08\"");
        taken("CORR-4", id, "CORRECTED", "2021-09-30");
        delete("CORR-4", id + "/steps/1?reason=误录")
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:gongkai:problem:impossible-step"))
                .body("detail", containsString("CORRECTED"));
        decide("CORR-4", id, "UNABLE_STILL_UNCLEAR", "2021-10-20").then().statusCode(200);
        delete("CORR-4", id + "/steps/2?reason=误录")
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:gongkai:problem:outcome-contradicted"));
        delete("CORR-4", id + "/outcome?reason=误录").then().statusCode(200);
        delete("CORR-4", id + "/steps/2?reason=误录")
                .then()
                .statusCode(200)
                .body("state", equalTo("CORRECTION_REQUESTED"))
                .body("dueOn", nullValue())
                .body("steps", hasSize(1));
        delete("CORR-4", id + "/steps/2?reason=再来").then().statusCode(200).header("ETag", "\"6\"");
        taken("CORR-4", id, "CORRECTED", "2021-09-30").then().body("steps[1].number", equalTo(3));
    }

    @Test
    void a_step_that_changes_what_a_decision_took_moves_its_count() {
        String id = begun("CORR-5");
        taken("CORR-5", id, "EXTENDED", "2021-10-20", "\"workingDays\": 10");
        decide("CORR-5", id, "GRANTED_FULL", "2021-11-04").then().body("timely", equalTo(true));
        delete("CORR-5", id + "/steps/1?reason=未延期")
                .then()
                .statusCode(200)
                .body("state", equalTo("CLOSED"))
                .body("timely", equalTo(false));
        JsonNode fact = JournaledFacts.newest("CORR-5");
        assertEquals(true, fact.at("/was/decision/inTime").asBoolean());
        assertEquals(false, fact.at("/is/decision/inTime").asBoolean());
        decide("CORR-5", id, "GRANTED_FULL", "2021-11-04").then().statusCode(200);
    }

    @Test
    void a_classification_is_amended_and_the_counts_are_told_from_where_to_where() {
        String id = begun("CORR-6");
        decide("CORR-6", id, "GRANTED_FULL", "2021-10-20");

        patch(
                        "CORR-6",
                        id,
                        "{\"applicant\": {\"type\": \"OTHER_ORG\"}, \"receivedOn\": \"2021-09-18\", \"reason\": \"误录\"}")
                .then()
                .statusCode(200)
                .body("applicant.type", equalTo("OTHER_ORG"))
                .body("applicant.name", equalTo("演示人甲"))
                .body("receivedOn", equalTo("2021-09-18"))
                .body("dueOn", equalTo("2021-10-22"));

        JsonNode fact = JournaledFacts.newest("CORR-6");
        assertEquals("NATURAL_PERSON", fact.at("/was/applicantType").asText());
        assertEquals("OTHER_ORG", fact.at("/is/applicantType").asText());
        assertEquals("2021-09-17", fact.at("/was/receivedOn").asText());
        assertEquals("2021-10-21", fact.at("/was/decision/dueOn").asText());
        assertEquals("2021-10-22", fact.at("/is/decision/dueOn").asText());
        patch("CORR-6", id, "{\"applicant\": {\"type\": \"OTHER_ORG\"}, \"reason\": \"再来\"}")
                .then()
                .statusCode(200)
                .header("ETag", "\"3\"");
        patch("CORR-6", id, "{\"applicant\": {\"name\": \"演示人乙\"}, \"reason\": \"误录\"}")
                .then()
                .statusCode(200)
                .body("applicant.name", equalTo("演示人乙"))
                .body("applicant.contact", notNullValue());
        assertEquals(List.of("ApplicationReclassified"), facts("CORR-6", 2));
    }

    @Test
    void what_cannot_be_amended_is_refused_with_what_to_do() {
        String id = begun("CORR-7");
        taken("CORR-7", id, "EXTENDED", "2021-10-08", "\"workingDays\": 10");
        decide("CORR-7", id, "GRANTED_FULL", "2021-10-20");
        patch("CORR-7", id, "{\"caseNumber\": \"2\", \"reason\": \"误录\"}")
                .then()
                .statusCode(422)
                .body("violations[0].field", equalTo("caseNumber"));
        patch("CORR-7", id, "{\"organisation\": \"CORR-8\", \"reason\": \"误录\"}")
                .then()
                .statusCode(422);
        patch("CORR-7", id, "{\"receivedOn\": \"2021-10-21\", \"reason\": \"误录\"}")
                .then()
                .statusCode(422)
                .body("violations.field", contains("receivedOn", "receivedOn"));
        patch("CORR-7", id, "{\"receivedOn\": \"2021-09-20\"}").then().statusCode(422);
        patch("CORR-7", id, "{\"recievedOn\": \"2021-09-20\", \"reason\": \"误录\"}")
                .then()
                .statusCode(400);
        patch("CORR-7", id, "{\"applicant\": {\"sort\": \"OTHER_ORG\"}, \"reason\": \"误录\"}")
                .then()
                .statusCode(400);
        patch("CORR-7", id, "{\"applicant\": {\"type\": \"NOBODY\"}, \"reason\": \"误录\"}")
                .then()
                .statusCode(400);
        patch("CORR-7", id, "{\"applicant\": null, \"reason\": \"误录\"}").then().statusCode(422);
        patch("CORR-7", id, "{\"informationSought\": \" \", \"reason\": \"误录\"}")
                .then()
                .statusCode(422);
        as("recorder", "CORR-7")
                .header("If-Match", "\"1\"")
                .body("{\"handler\": \"某科\", \"reason\": \"误录\"}")
                .patch("/applications/" + id)
                .then()
                .statusCode(412);
    }

    @Test
    void the_day_of_a_confirmation_is_amended_with_its_step() {
        String id = arrived("CORR-9", "2021-09-10");
        taken("CORR-9", id, "CONFIRMED", "2021-09-16");
        patch("CORR-9", id, "{\"receivedOn\": \"2021-09-17\", \"reason\": \"误录\"}")
                .then()
                .statusCode(200)
                .body("confirmedOn", equalTo("2021-09-17"))
                .body("steps[0].on", equalTo("2021-09-17"))
                .body("dueOn", equalTo("2021-10-21"));
        patch("CORR-9", id, "{\"receivedOn\": null, \"confirmedOn\": null, \"reason\": \"误录\"}")
                .then()
                .statusCode(422)
                .body("violations[0].field", equalTo("receivedOn"));
        delete("CORR-9", id + "/steps/1?reason=误录")
                .then()
                .statusCode(200)
                .body("state", equalTo("AWAITING_CONFIRMATION"))
                .body("receivedOn", nullValue());
        patch("CORR-9", id, "{\"channel\": \"SIGNED_MAIL\", \"reason\": \"误录\"}")
                .then()
                .statusCode(200)
                .body("state", equalTo("REGISTERED"))
                .body("receivedOn", equalTo("2021-09-10"));
        assertEquals(
                List.of(
                        "ApplicationArrived",
                        "ApplicationReceived",
                        "ApplicationReclassified",
                        "ApplicationReclassified",
                        "ApplicationReclassified"),
                facts("CORR-9", 0));
    }

    @Test
    void a_day_of_receipt_that_was_made_of_another_day_follows_it() {
        String id = begun("CORR-10");
        patch("CORR-10", id, "{\"channel\": \"IN_PERSON\", \"arrivedOn\": \"2021-09-17\", \"reason\": \"误录\"}")
                .then()
                .statusCode(200)
                .body("receivedOn", equalTo("2021-09-17"));
        patch("CORR-10", id, "{\"arrivedOn\": \"2021-09-16\", \"reason\": \"误录\"}")
                .then()
                .statusCode(200)
                .body("receivedOn", equalTo("2021-09-16"));
    }

    @Test
    void a_voided_case_counts_nothing_takes_nothing_more_and_frees_its_number() {
        String id = begun("CORR-11");
        taken("CORR-11", id, "EXTENDED", "2021-10-08", "\"workingDays\": 10");
        decide("CORR-11", id, "GRANTED_FULL", "2021-10-20");

        Response voided = delete("CORR-11", id + "?reason=重复登记");

        voided.then()
                .statusCode(200)
                .body("voided.reason", equalTo("重复登记"))
                .body("voided.at", containsString("+08:00"));
        JsonNode fact = JournaledFacts.newest("CORR-11");
        assertEquals("2021-09-17", fact.at("/was/receivedOn").asText());
        assertEquals("GRANTED_FULL", fact.at("/was/decision/outcome").asText());
        delete("CORR-11", id + "?reason=再来")
                .then()
                .statusCode(200)
                .header("Gongkai-Position", voided.header("Gongkai-Position"));
        for (Response refused : List.of(
                step("CORR-11", id, "SERVED", "2021-10-21"),
                decide("CORR-11", id, "GRANTED_FULL", "2021-10-20"),
                delete("CORR-11", id + "/outcome?reason=误录"),
                delete("CORR-11", id + "/steps/1?reason=误录"),
                patch("CORR-11", id, "{\"handler\": \"某科\", \"reason\": \"误录\"}"))) {
            refused.then().statusCode(409).body("type", equalTo("urn:gongkai:problem:application-voided"));
        }
        get("CORR-11", id).then().statusCode(200).body("voided", notNullValue()).body("warnings", nullValue());
        get("CORR-11", "?organisation=CORR-11").then().body("items", hasSize(0));
        receive("CORR-11", "1", "2021-09-17").then().statusCode(201).body("id", not(equalTo(id)));
        get("CORR-11", "?organisation=CORR-11").then().body("items", hasSize(1));
    }

    @Test
    void what_awaits_confirmation_is_voided_too() {
        String id = arrived("CORR-12", "2021-09-10");
        delete("CORR-12", id + "?reason=误录").then().statusCode(200);
        assertEquals(
                "2021-09-10",
                JournaledFacts.newest("CORR-12").at("/was/arrivedOn").asText());
        assertFalse(JournaledFacts.newest("CORR-12").get("was").has("receivedOn"));
    }

    @Test
    void the_history_tells_all_oldest_first_and_masks_what_is_personal() {
        String id = begun("CORR-13");
        taken("CORR-13", id, "THIRD_PARTY_CONSULTED", "2021-09-22", "\"party\": \"某某公司\"");
        delete("CORR-13", id + "/steps/1?reason=另案").then().statusCode(200);
        patch("CORR-13", id, "{\"applicant\": {\"name\": \"演示人乙\"}, \"reason\": \"姓名误录\"}")
                .then()
                .statusCode(200);
        decide("CORR-13", id, "GRANTED_FULL", "2021-10-20");
        delete("CORR-13", id + "/outcome?reason=误录").then().statusCode(200);
        delete("CORR-13", id + "?reason=重复登记").then().statusCode(200);

        get("CORR-13", id + "/history")
                .then()
                .statusCode(200)
                .body(
                        "act",
                        contains(
                                "RECEIVED",
                                "STEP",
                                "STEP_RETRACTED",
                                "AMENDED",
                                "DECIDED",
                                "OUTCOME_RETRACTED",
                                "VOIDED"))
                .body("version", contains(1, 2, 3, 4, 5, 6, 7))
                .body("by", contains(java.util.Collections.nCopies(7, equalTo("test-recorder"))))
                .body("at", hasSize(7))
                .body("[0].on", equalTo("2021-09-17"))
                .body("[1].step.party", equalTo("某某公司"))
                .body("[1].timely", equalTo(true))
                .body("[2].reason", equalTo("另案"))
                .body("[3].was.applicant.name", equalTo("演示人甲"))
                .body("[4].outcome", equalTo("GRANTED_FULL"))
                .body("[4].on", equalTo("2021-10-20"))
                .body("[5].outcome", equalTo("GRANTED_FULL"))
                .body("[6].reason", equalTo("重复登记"));
        String masked =
                as("office", "CORR-13").get("/applications/" + id + "/history").asString();
        for (String personal : List.of("某某公司", "演示人", "误录", "另案", "重复登记", "62280119900101123X", "13800138000")) {
            assertFalse(masked.contains(personal), personal);
        }
    }

    @Test
    void a_correction_of_a_closed_year_makes_its_confirmation_fall_away() {
        String id = begun("CORR-14");
        decide("CORR-14", id, "GRANTED_FULL", "2021-10-20");
        as("recorder", "CORR-14")
                .body("{\"confirmedOn\": \"2022-01-10\"}")
                .put("/organisations/CORR-14/years/2021/confirmation")
                .then()
                .statusCode(201);
        delete("CORR-14", id + "/outcome?reason=误录").then().statusCode(200);
        as("recorder", "CORR-14")
                .get("/organisations/CORR-14/years/2021/confirmation")
                .then()
                .body("state", equalTo("FALLEN_AWAY"));
    }

    @Test
    void an_outcome_that_came_with_its_application_is_told_by_the_history_too() {
        register("CORR-15", null);
        String line = application("CORR-15", "1", "2021-09-17")
                .replaceAll("\\s*\n\\s*", " ")
                .replaceFirst(
                        "\\{",
                        "{\"record\": \"application\", \"outcome\": \"GRANTED_FULL\", \"decidedOn\": \"2021-10-20\", ");
        as("recorder", "CORR-15")
                .contentType("application/x-ndjson")
                .accept("application/x-ndjson")
                .body((line + "\n").getBytes(StandardCharsets.UTF_8))
                .post("/imports")
                .then()
                .statusCode(200);
        String id = get("CORR-15", "?organisation=CORR-15").path("items[0].id");
        get("CORR-15", id + "/history")
                .then()
                .body("act", contains("RECEIVED", "DECIDED"))
                .body("version", contains(1, 2))
                .body("[1].outcome", equalTo("GRANTED_FULL"));

        delete("CORR-15", id + "/outcome?reason=误录").then().statusCode(200).body("state", equalTo("REGISTERED"));

        get("CORR-15", id + "/history")
                .then()
                .body("act", contains("RECEIVED", "DECIDED", "OUTCOME_RETRACTED"))
                .body("[1].on", equalTo("2021-10-20"));
    }

    @Test
    void an_outcome_of_the_time_before_there_was_a_history_is_told_by_the_journal() throws SQLException {
        String id = begun("CORR-16");
        decide("CORR-16", id, "GRANTED_FULL", "2021-10-20").then().statusCode(200);
        try (Connection connection = database.getConnection();
                PreparedStatement statement =
                        connection.prepareStatement("DELETE FROM application_correction WHERE application = ?::uuid")) {
            statement.setString(1, id);
            assertEquals(1, statement.executeUpdate());
        }
        get("CORR-16", id + "/history")
                .then()
                .body("act", contains("RECEIVED", "DECIDED"))
                .body("version", contains(1, 2))
                .body("[1].outcome", equalTo("GRANTED_FULL"))
                .body("[1].on", equalTo("2021-10-20"))
                .body("[1].by", equalTo("test-recorder"));

        delete("CORR-16", id + "/outcome?reason=误录").then().statusCode(200);

        get("CORR-16", id + "/history")
                .then()
                .body("act", contains("RECEIVED", "DECIDED", "OUTCOME_RETRACTED"))
                .body("[1].on", equalTo("2021-10-20"));
    }
}
