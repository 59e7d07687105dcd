package org.gongkai.intake.disclosureapplication;

import static org.gongkai.intake.Calls.as;
import static org.gongkai.intake.Calls.decide;
import static org.gongkai.intake.disclosureapplication.ApplicationFixtures.RECEIVED;
import static org.gongkai.intake.disclosureapplication.ApplicationFixtures.again;
import static org.gongkai.intake.disclosureapplication.ApplicationFixtures.arrive;
import static org.gongkai.intake.disclosureapplication.ApplicationFixtures.arrived;
import static org.gongkai.intake.disclosureapplication.ApplicationFixtures.begun;
import static org.gongkai.intake.disclosureapplication.ApplicationFixtures.body;
import static org.gongkai.intake.disclosureapplication.ApplicationFixtures.facts;
import static org.gongkai.intake.disclosureapplication.ApplicationFixtures.get;
import static org.gongkai.intake.disclosureapplication.ApplicationFixtures.step;
import static org.gongkai.intake.disclosureapplication.ApplicationFixtures.taken;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.gongkai.embedded.testing.WithInfrastructure;
import org.gongkai.intake.lifecycle.Outcome;
import org.gongkai.intake.record.JournaledFacts;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithInfrastructure(database = "intake", kafka = true)
class ApplicationStepsIT {

    private static final String RESPOND_BY = "\"respondBy\": \"2021-10-08\"";

    private static void impossible(Response answer, String state, String possible) {
        answer.then()
                .statusCode(409)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:gongkai:problem:impossible-step"))
                .body("detail", containsString(state))
                .body("detail", containsString(possible));
    }

    @Test
    void every_outcome_has_its_legal_way() {
        begun("STEP-1");
        for (Outcome outcome : Outcome.values()) {
            String id = again("STEP-1", outcome.name());
            String reason = "";
            String on = "2021-11-30";
            switch (outcome) {
                case UNABLE_STILL_UNCLEAR -> {
                    taken("STEP-1", id, "CORRECTION_REQUESTED", "2021-09-22", RESPOND_BY);
                    taken("STEP-1", id, "CORRECTED", "2021-09-29");
                }
                case OTHER_CORRECTION_OVERDUE -> taken("STEP-1", id, "CORRECTION_REQUESTED", "2021-09-22", RESPOND_BY);
                case OTHER_FEE_OVERDUE -> taken("STEP-1", id, "FEE_NOTICED", "2021-09-22", "\"pages\": 72");
                case OTHER_MISC -> reason = ", \"reason\": \"同一事项已另案答复\"";
                default -> {
                    // ends any case that was received
                }
            }
            as("recorder", "STEP-1")
                    .body("{\"outcome\": \"%s\", \"decidedOn\": \"%s\"%s}".formatted(outcome, on, reason))
                    .post("/applications/" + id + "/outcome")
                    .then()
                    .statusCode(200)
                    .body("state", equalTo("CLOSED"))
                    .body("outcome", equalTo(outcome.name()));
        }
    }

    @Test
    void a_step_out_of_its_order_is_refused_with_the_state_and_what_is_possible() {
        String id = begun("STEP-2");
        String all =
                "CORRECTION_REQUESTED, REASON_REQUESTED, DELAY_SET, THIRD_PARTY_CONSULTED, ORGAN_CONSULTED, EXTENDED,"
                        + " FEE_NOTICED, WITHDRAWN, ASSIGNED, SECRECY_REVIEWED, APPROVED, outcome";
        impossible(step("STEP-2", id, "CONFIRMED", "2021-09-18"), "REGISTERED", all);
        impossible(step("STEP-2", id, "CORRECTED", "2021-09-18"), "REGISTERED", all);
        impossible(step("STEP-2", id, "REASON_GIVEN", "2021-09-18"), "REGISTERED", all);
        impossible(step("STEP-2", id, "FEE_PAID", "2021-09-18", "\"amountYuan\": \"1\""), "REGISTERED", all);
        impossible(
                step("STEP-2", id, "THIRD_PARTY_REPLIED", "2021-09-18", "\"party\": \"甲\"", "\"consents\": true"),
                "REGISTERED",
                all);
        impossible(step("STEP-2", id, "ORGAN_REPLIED", "2021-09-18", "\"organ\": \"某局\""), "REGISTERED", all);
        impossible(step("STEP-2", id, "SERVED", "2021-09-18"), "REGISTERED", all);
        impossible(step("STEP-2", id, "ARCHIVED", "2021-09-18"), "REGISTERED", all);
        taken("STEP-2", id, "EXTENDED", "2021-10-08", "\"workingDays\": 10");
        impossible(
                step("STEP-2", id, "EXTENDED", "2021-10-09", "\"workingDays\": 10"),
                "REGISTERED",
                "ORGAN_CONSULTED, FEE_NOTICED");
        decide("STEP-2", id, "GRANTED_FULL", "2021-10-21").then().statusCode(200);
        impossible(step("STEP-2", id, "CORRECTION_REQUESTED", "2021-10-08", RESPOND_BY), "CLOSED", "SERVED, ARCHIVED");
        impossible(step("STEP-2", id, "WITHDRAWN", "2021-10-22"), "CLOSED", "SERVED, ARCHIVED");
        taken("STEP-2", id, "SERVED", "2021-10-22", "\"how\": \"邮寄\"");
        taken("STEP-2", id, "ARCHIVED", "2021-10-25", "\"archiveNumber\": \"2021-永久-17\"")
                .then()
                .body("steps", hasSize(3))
                .body("steps[1].how", equalTo("邮寄"));
    }

    @Test
    void an_outcome_that_the_steps_contradict_is_refused_unless_it_was_handled_elsewhere() {
        String id = begun("STEP-3");
        contradicted(id, "UNABLE_STILL_UNCLEAR", "2021-11-30", "CORRECTED");
        contradicted(id, "OTHER_CORRECTION_OVERDUE", "2021-11-30", "CORRECTION_REQUESTED");
        contradicted(id, "OTHER_FEE_OVERDUE", "2021-11-30", "FEE_NOTICED");
        taken("STEP-3", id, "CORRECTION_REQUESTED", "2021-09-22", RESPOND_BY);
        contradicted(id, "OTHER_CORRECTION_OVERDUE", "2021-10-08", "respondBy");
        contradicted(id, "GRANTED_FULL", "2021-09-18", "CORRECTION_REQUESTED");
        decide("STEP-3", id, "OTHER_MISC", "2021-10-08")
                .then()
                .statusCode(422)
                .body("violations.field", hasItem("reason"));
        as("recorder", "STEP-3")
                .body("{\"outcome\": \"UNABLE_STILL_UNCLEAR\", \"decidedOn\": \"2021-11-30\", \"elsewhere\": true}")
                .post("/applications/" + id + "/outcome")
                .then()
                .statusCode(200)
                .body("elsewhere", equalTo(true))
                .body("workingDays", nullValue())
                .body("timely", nullValue());
    }

    private static void contradicted(String id, String outcome, String on, String lack) {
        decide("STEP-3", id, outcome, on)
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:gongkai:problem:outcome-contradicted"))
                .body("detail", containsString("WITHDRAWN"))
                .body("violations.message", hasItem(containsString(lack)));
    }

    @Test
    void late_is_recorded_and_never_refused() {
        String id = begun("STEP-4");
        taken("STEP-4", id, "CORRECTION_REQUESTED", "2021-09-29", RESPOND_BY)
                .then()
                .body("steps[0].timely", equalTo(false))
                .body("dueOn", nullValue())
                .body("clockStands", equalTo(true));
        taken("STEP-4", id, "CORRECTED", "2021-10-09")
                .then()
                .body("steps[1].timely", equalTo(false))
                .body("dueOn", equalTo("2021-11-05"));
        taken("STEP-4", id, "EXTENDED", "2021-11-08", "\"workingDays\": 20")
                .then()
                .body("steps[2].timely", equalTo(false))
                .body("dueOn", equalTo("2021-11-05"));
        decide("STEP-4", id, "GRANTED_FULL", "2021-11-09")
                .then()
                .statusCode(200)
                .body("timely", equalTo(false))
                .body("workingDays", equalTo(22));
        assertEquals(
                List.of("ApplicationReceived", "DeadlineMoved", "DeadlineMoved", "ApplicationDecided"),
                facts("STEP-4", 0));
        assertEquals(false, JournaledFacts.newest("STEP-4").get("inTime").asBoolean());
        assertEquals("2021-11-05", JournaledFacts.newest("STEP-4").get("dueOn").asText());
    }

    @Test
    void the_same_step_again_is_answered_with_what_exists_and_other_content_is_a_conflict() {
        String id = begun("STEP-5");
        Response first = taken("STEP-5", id, "EXTENDED", "2021-10-08", "\"workingDays\": 10", "\"note\": \"材料多\"");
        taken("STEP-5", id, "REASON_REQUESTED", "2021-10-09", "\"respondBy\": \"2021-10-20\"");

        Response again = step(
                "STEP-5",
                id,
                "EXTENDED",
                "2021-10-08",
                "\"workingDays\": 10",
                "\"notifiedOn\": \"2021-10-08\"",
                "\"note\": \" 材料多 \"");

        again.then()
                .statusCode(200)
                .header("Gongkai-Position", first.header("Gongkai-Position"))
                .header("ETag", "\"3\"")
                .body("steps", hasSize(2));
        step("STEP-5", id, "EXTENDED", "2021-10-08", "\"workingDays\": 11")
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:gongkai:problem:step-differs"))
                .body("detail", containsString("note, workingDays"))
                .body("detail", not(containsString("材料")));
        assertEquals(List.of("ApplicationReceived", "DeadlineMoved"), facts("STEP-5", 0));
    }

    @Test
    void a_step_has_the_fields_of_its_kind_and_no_others() {
        String id = begun("STEP-6");
        step("STEP-6", id, "CORRECTION_REQUESTED", "2021-09-22", "\"until\": \"2021-10-08\"")
                .then()
                .statusCode(422)
                .body("violations.field", contains("until", "respondBy"))
                .body("violations[0].message", containsString("type, on, note, respondBy"));
        step("STEP-6", id, "FEE_NOTICED", "2021-09-22", "\"items\": 11", "\"pages\": 31")
                .then()
                .statusCode(422)
                .body("violations.field", contains("pages"));
        step("STEP-6", id, "EXTENDED", "2021-09-22", "\"workingDays\": 21")
                .then()
                .statusCode(422);
        step("STEP-6", id, "EXTENDED", "2999-09-22", "\"workingDays\": 20")
                .then()
                .statusCode(422);
        step("STEP-6", id, "EXTENDED", "2021-09-16", "\"workingDays\": 20")
                .then()
                .statusCode(422)
                .body("violations[0].message", containsString(RECEIVED));
        step("STEP-6", id, "CORRECTION_REQUESTED", "2021-09-22", "\"respondBy\": \"2021-09-21\"")
                .then()
                .statusCode(422);
        step("STEP-6", id, "EXTENDED", "2021-09-22", "\"workingDay\": 20")
                .then()
                .statusCode(400);
        step("STEP-6", id, "EXTENDED", "2021-09-22", "\"workingDays\": \"20\"")
                .then()
                .statusCode(400);
        step("STEP-6", id, "PROLONGED", "2021-09-22")
                .then()
                .statusCode(400)
                .body("violations[0].message", containsString("EXTENDED"));
        as("recorder", "STEP-6")
                .body("{}")
                .post("/applications/" + id + "/steps")
                .then()
                .statusCode(422);
        as("recorder", "STEP-6")
                .body("")
                .post("/applications/" + id + "/steps")
                .then()
                .statusCode(400);
        as("recorder", "STEP-6")
                .body(body("CORRECTED", "2021-09-22"))
                .post("/applications/nothing/steps")
                .then()
                .statusCode(404);
        decide("STEP-6", id, "GRANTED_FULL", "2021-10-21").then().statusCode(200);
        step("STEP-6", id, "SERVED", "2021-10-20").then().statusCode(422).body("violations[0].field", equalTo("on"));
    }

    @Test
    void a_stale_version_is_refused_where_something_would_change() {
        String id = begun("STEP-7");
        taken("STEP-7", id, "EXTENDED", "2021-10-08", "\"workingDays\": 10");
        String path = "/applications/" + id + "/steps";
        as("recorder", "STEP-7")
                .header("If-Match", "\"1\"")
                .body(body("REASON_REQUESTED", "2021-10-08", RESPOND_BY))
                .post(path)
                .then()
                .statusCode(412);
        as("recorder", "STEP-7")
                .header("If-Match", "\"1\"")
                .body(body("EXTENDED", "2021-10-08", "\"workingDays\": 10"))
                .post(path)
                .then()
                .statusCode(200);
        as("recorder", "STEP-7")
                .header("If-Match", "\"2\"")
                .body(body("REASON_REQUESTED", "2021-10-08", RESPOND_BY))
                .post(path)
                .then()
                .statusCode(200)
                .header("ETag", "\"3\"");
    }

    @Test
    void what_arrived_awaits_confirmation_and_then_is_received() {
        String id = arrived("STEP-8", "2021-09-10");
        get("STEP-8", id)
                .then()
                .body("state", equalTo("AWAITING_CONFIRMATION"))
                .body("$", org.hamcrest.Matchers.hasKey("dueOn"))
                .body("dueOn", nullValue())
                .body("receivedOn", nullValue());
        decide("STEP-8", id, "GRANTED_FULL", "2021-09-20")
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:gongkai:problem:outcome-contradicted"))
                .body("detail", containsString("CONFIRMED"));
        as("office", "STEP-8")
                .get("/applications?state=AWAITING_CONFIRMATION&organisation=STEP-8")
                .then()
                .body("items", hasSize(1));
        Response confirmed = taken("STEP-8", id, "CONFIRMED", RECEIVED);
        confirmed
                .then()
                .body("state", equalTo("REGISTERED"))
                .body("receivedOn", equalTo(RECEIVED))
                .body("confirmedOn", equalTo(RECEIVED))
                .body("dueOn", equalTo("2021-10-21"));
        taken("STEP-8", id, "CONFIRMED", RECEIVED)
                .then()
                .header("Gongkai-Position", confirmed.header("Gongkai-Position"));
        arrive("STEP-8", "2021-09-10").then().statusCode(200).body("id", equalTo(id));
        arrive("STEP-8", "2021-09-11").then().statusCode(409);
        assertEquals(List.of("ApplicationArrived", "ApplicationReceived"), facts("STEP-8", 0));
        as("office", "STEP-8")
                .get("/applications?state=AWAITING_CONFIRMATION&organisation=STEP-8")
                .then()
                .body("items", hasSize(0));
    }

    @Test
    void a_withdrawal_closes_on_its_day_and_is_receipt_where_none_came() {
        String open = begun("STEP-9");
        step("STEP-9", open, "WITHDRAWN", "2021-09-16").then().statusCode(422);
        taken("STEP-9", open, "WITHDRAWN", "2021-09-22")
                .then()
                .body("state", equalTo("CLOSED"))
                .body("outcome", equalTo("OTHER_MISC"))
                .body("decidedOn", equalTo("2021-09-22"))
                .body("reason", equalTo("申请人撤回申请"));
        assertEquals(List.of("ApplicationReceived", "ApplicationDecided"), facts("STEP-9", 0));

        String awaiting = arrived("STEP-10", "2021-09-10");
        taken("STEP-10", awaiting, "WITHDRAWN", "2021-09-22")
                .then()
                .body("receivedOn", equalTo("2021-09-22"))
                .body("confirmedOn", nullValue())
                .body("workingDays", equalTo(0))
                .body("timely", equalTo(true));
        assertEquals(List.of("ApplicationArrived", "ApplicationReceived", "ApplicationDecided"), facts("STEP-10", 0));
    }

    @Test
    void a_consultation_stops_the_clock_is_shown_and_masked_for_those_above() {
        String id = begun("STEP-11");
        taken("STEP-11", id, "THIRD_PARTY_CONSULTED", "2021-09-22", "\"party\": \"某某公司\"")
                .then()
                .body("state", equalTo("REGISTERED"))
                .body("situation", equalTo("征求意见中"))
                .body("clockStands", equalTo(true))
                .body("dueOn", nullValue())
                .body("consulting[0].party", equalTo("某某公司"))
                .body("warnings.code", hasItem("CONSULTATION_DELIVERY_UNKNOWN"));
        as("office", "STEP-11")
                .get("/applications/" + id)
                .then()
                .body("consulting[0].party", equalTo("***"))
                .body("steps[0].party", equalTo("***"));
        as("office", "STEP-11")
                .get("/applications?organisation=STEP-11")
                .then()
                .body("items[0].situation", equalTo("征求意见中"))
                .body("items[0].consulting[0].party", equalTo("***"));
        taken("STEP-11", id, "THIRD_PARTY_REPLIED", "2021-09-26", "\"party\": \"某某公司\"", "\"consents\": false")
                .then()
                .body("situation", nullValue())
                // 09-23, 09-24 and the make-up day 09-26 do not count
                .body("dueOn", equalTo("2021-10-26"));
        assertEquals(List.of("ApplicationReceived", "DeadlineMoved", "DeadlineMoved"), facts("STEP-11", 0));
    }

    @Test
    void odd_but_possible_is_told() {
        String id = begun("STEP-12");
        decide("STEP-12", id, "REFUSED_THIRD_PARTY_RIGHTS", "2021-10-21")
                .then()
                .statusCode(200)
                .body("warnings.code", contains("THIRD_PARTY_NOT_CONSULTED"));
        String second = again("STEP-12", "2");
        decide("STEP-12", second, "NOT_HANDLED_DUPLICATE", "2021-10-21")
                .then()
                .statusCode(200)
                .body("warnings", nullValue());
        String first = begun("STEP-13");
        decide("STEP-13", first, "NOT_HANDLED_DUPLICATE", "2021-10-21")
                .then()
                .body("warnings.code", contains("DUPLICATE_WITHOUT_EARLIER_CASE"));
    }

    @Test
    void sixteen_callers_with_the_same_step_take_it_once() throws Exception {
        String id = begun("STEP-14");
        ExecutorService callers = Executors.newFixedThreadPool(16);
        List<Future<Response>> answers = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            answers.add(callers.submit(() -> step("STEP-14", id, "EXTENDED", "2021-10-08", "\"workingDays\": 10")));
        }
        List<String> positions = new ArrayList<>();
        for (Future<Response> answer : answers) {
            assertEquals(200, answer.get().statusCode());
            positions.add(answer.get().header("Gongkai-Position"));
        }
        callers.shutdown();
        assertEquals(1, positions.stream().distinct().count());
        get("STEP-14", id).then().body("steps", hasSize(1)).header("ETag", "\"2\"");
        assertEquals(List.of("ApplicationReceived", "DeadlineMoved"), facts("STEP-14", 0));
    }

    @Test
    void another_body_is_told_nothing_and_may_do_nothing() {
        String id = begun("STEP-15");
        begun("STEP-16");
        step("STEP-16", id, "EXTENDED", "2021-10-08", "\"workingDays\": 10")
                .then()
                .statusCode(404);
        as("office", "STEP-15")
                .body(body("EXTENDED", "2021-10-08", "\"workingDays\": 10"))
                .post("/applications/" + id + "/steps")
                .then()
                .statusCode(403);
        get("STEP-16", id + "/deadline").then().statusCode(404);
        get("STEP-16", id + "/history").then().statusCode(404);
    }
}
