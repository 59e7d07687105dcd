package org.gongkai.intake.disclosureapplication;

import static org.gongkai.intake.Calls.as;
import static org.gongkai.intake.Calls.decide;
import static org.gongkai.intake.Calls.receive;
import static org.gongkai.intake.Calls.register;
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
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import org.gongkai.embedded.testing.WithInfrastructure;
import org.junit.jupiter.api.Test;

/** The desk's book (条例 article 45): who had a case in hand, who reviewed and approved, entered whenever it is known. */
@QuarkusTest
@WithInfrastructure(database = "intake", kafka = true)
class DeskBookIT {

    private static final String OFFICE = "\"office\": \"政策法规科\"";
    private static final String HANDLER = "\"handler\": \"承办人甲\"";
    private static final String REVIEWER = "\"reviewedBy\": \"审查人乙\"";
    private static final String RELEASABLE = "\"result\": \"RELEASABLE\"";
    private static final String APPROVER = "\"approvedBy\": \"签发人丙\"";

    private static void wrong(Response answer, String... fields) {
        answer.then().statusCode(422).body("violations.field", contains(fields));
    }

    @Test
    void the_book_tells_who_has_a_case_who_reviewed_and_approved_how_it_went_out_and_where_it_is_filed() {
        String id = begun("BOOK-1");
        get("BOOK-1", id).then().body("book", nullValue());
        taken("BOOK-1", id, "ASSIGNED", "2021-09-17", OFFICE, HANDLER)
                .then()
                .body("state", equalTo("REGISTERED"))
                .body("dueOn", equalTo("2021-10-21"))
                .body("book.handler", equalTo("承办人甲"))
                .body("book.assignment.office", equalTo("政策法规科"));
        taken("BOOK-1", id, "ASSIGNED", "2021-09-22", "\"office\": \"办公室\"", "\"handler\": \"承办人丁\"");
        taken("BOOK-1", id, "SECRECY_REVIEWED", "2021-09-28", REVIEWER, RELEASABLE);
        taken("BOOK-1", id, "APPROVED", "2021-10-08", APPROVER);
        // known late, of an earlier day: not the newest
        taken("BOOK-1", id, "ASSIGNED", "2021-09-18", "\"office\": \"信息科\"");
        decide("BOOK-1", id, "GRANTED_FULL", "2021-10-08").then().statusCode(200);
        taken("BOOK-1", id, "SERVED", "2021-10-09", "\"how\": \"邮寄\"");
        taken("BOOK-1", id, "ARCHIVED", "2021-10-25", "\"archiveNumber\": \"2021-永久-17\"");

        get("BOOK-1", id)
                .then()
                .body("book.handler", equalTo("承办人丁"))
                .body("book.assignment.office", equalTo("办公室"))
                .body("book.assignment.on", equalTo("2021-09-22"))
                .body("book.assignment.number", equalTo(2))
                .body("book.secrecyReview.reviewedBy", equalTo("审查人乙"))
                .body("book.secrecyReview.result", equalTo("RELEASABLE"))
                .body("book.approval.approvedBy", equalTo("签发人丙"))
                .body("book.service.on", equalTo("2021-10-09"))
                .body("book.service.how", equalTo("邮寄"))
                .body("book.archive.archiveNumber", equalTo("2021-永久-17"))
                .body("warnings", nullValue())
                .body("steps", hasSize(7));
        as("recorder", "BOOK-1").get("/applications").then().body("items[0].book", nullValue());
        assertEquals(List.of("ApplicationDecided"), facts("BOOK-1", 1), "facts beside the registration");
    }

    @Test
    void in_every_state_an_entry_is_taken_and_nothing_moves() {
        String id = arrived("BOOK-2", "2021-09-13");
        String entry = "\"office\": \"办公室\"";
        taken("BOOK-2", id, "ASSIGNED", "2021-09-13", entry).then().body("state", equalTo("AWAITING_CONFIRMATION"));
        taken("BOOK-2", id, "CONFIRMED", "2021-09-17");
        taken("BOOK-2", id, "ASSIGNED", "2021-09-17", entry)
                .then()
                .body("state", equalTo("REGISTERED"))
                .body("warnings", nullValue());
        taken("BOOK-2", id, "CORRECTION_REQUESTED", "2021-09-22", "\"respondBy\": \"2021-10-08\"");
        taken("BOOK-2", id, "ASSIGNED", "2021-09-22", entry).then().body("state", equalTo("CORRECTION_REQUESTED"));
        taken("BOOK-2", id, "REASON_REQUESTED", "2021-09-23", "\"respondBy\": \"2021-10-08\"");
        taken("BOOK-2", id, "ASSIGNED", "2021-09-23", entry).then().body("state", equalTo("REASON_REQUESTED"));
        taken("BOOK-2", id, "FEE_NOTICED", "2021-09-24", "\"pages\": 72");
        taken("BOOK-2", id, "ASSIGNED", "2021-09-24", entry)
                .then()
                .body("state", equalTo("FEE_NOTICED"))
                .body("dueOn", nullValue());
        decide("BOOK-2", id, "UNABLE_NOT_HELD", "2021-09-28").then().statusCode(200);
        int known = facts("BOOK-2", 0).size();

        taken("BOOK-2", id, "ASSIGNED", "2021-09-27", entry).then().body("state", equalTo("CLOSED"));
        taken("BOOK-2", id, "APPROVED", "2021-09-28", APPROVER);
        taken("BOOK-2", id, "SECRECY_REVIEWED", "2021-09-28", REVIEWER, RELEASABLE)
                .then()
                .body("state", equalTo("CLOSED"))
                .body("decidedOn", equalTo("2021-09-28"));
        assertEquals(List.of(), facts("BOOK-2", known));
        wrong(step("BOOK-2", id, "ASSIGNED", "2021-09-12", entry), "on");
        get("BOOK-2", id).then().body("book.handler", nullValue());
    }

    @Test
    void the_same_entry_again_changes_nothing_another_of_the_day_is_refused_and_an_old_version_too() {
        String id = begun("BOOK-3");
        taken("BOOK-3", id, "ASSIGNED", "2021-09-17", OFFICE, HANDLER).then().header("ETag", "\"2\"");
        taken("BOOK-3", id, "ASSIGNED", "2021-09-17", OFFICE, HANDLER).then().header("ETag", "\"2\"");
        step("BOOK-3", id, "ASSIGNED", "2021-09-17", OFFICE, "\"handler\": \"承办人丁\"")
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:gongkai:problem:step-differs"))
                .body("detail", containsString("handler"))
                .body("detail", not(containsString("承办人")));
        as("recorder", "BOOK-3")
                .header("If-Match", "\"1\"")
                .body(body("APPROVED", "2021-09-17", APPROVER))
                .post("/applications/" + id + "/steps")
                .then()
                .statusCode(412);
        as("recorder", "BOOK-3")
                .header("If-Match", "\"2\"")
                .body(body("APPROVED", "2021-09-17", APPROVER))
                .post("/applications/" + id + "/steps")
                .then()
                .statusCode(200)
                .header("ETag", "\"3\"");
    }

    @Test
    void an_entry_says_what_its_kind_needs_and_nothing_else() {
        String id = begun("BOOK-4");
        wrong(step("BOOK-4", id, "ASSIGNED", "2021-09-17"), "office");
        wrong(step("BOOK-4", id, "ASSIGNED", "2021-09-17", "\"office\": \" \""), "office");
        wrong(step("BOOK-4", id, "ASSIGNED", "2021-09-17", "\"office\": \"13800138000\""), "office");
        wrong(step("BOOK-4", id, "ASSIGNED", "2021-09-17", OFFICE, APPROVER), "approvedBy");
        wrong(step("BOOK-4", id, "SECRECY_REVIEWED", "2021-09-17"), "reviewedBy", "result");
        wrong(step("BOOK-4", id, "APPROVED", "2021-09-17"), "approvedBy");
        wrong(step("BOOK-4", id, "APPROVED", "2021-09-17", "\"approvedBy\": \" \""), "approvedBy");
        wrong(step("BOOK-4", id, "CORRECTED", "2021-09-17", OFFICE), "office");
        step("BOOK-4", id, "SECRECY_REVIEWED", "2021-09-17", REVIEWER, "\"result\": \"SECRET\"")
                .then()
                .statusCode(400)
                .body("violations[0].message", not(containsString("SECRET")));
    }

    @Test
    void an_entry_is_withdrawn_and_stays_in_the_history() {
        String id = begun("BOOK-5");
        taken("BOOK-5", id, "ASSIGNED", "2021-09-17", OFFICE, HANDLER);
        taken("BOOK-5", id, "ASSIGNED", "2021-09-22", "\"office\": \"办公室\"");
        decide("BOOK-5", id, "GRANTED_FULL", "2021-10-08").then().statusCode(200);

        as("recorder", "BOOK-5")
                .delete("/applications/" + id + "/steps/2?reason=误录")
                .then()
                .statusCode(200)
                .body("state", equalTo("CLOSED"))
                .body("book.handler", equalTo("承办人甲"))
                .body("book.assignment.office", equalTo("政策法规科"));
        get("BOOK-5", id + "/history")
                .then()
                .body("act", contains("RECEIVED", "STEP", "STEP", "DECIDED", "STEP_RETRACTED"))
                .body("[2].step.office", equalTo("办公室"))
                .body("[4].reason", equalTo("误录"));
        as("recorder", "BOOK-5")
                .delete("/applications/" + id + "/outcome?reason=误录")
                .then()
                .body("state", equalTo("REGISTERED"))
                .body("book.assignment.office", equalTo("政策法规科"));
    }

    @Test
    void persons_are_masked_for_all_but_the_body_that_holds_the_case_and_units_are_not() {
        register("BOOK-6", null);
        register("BOOK-7", "BOOK-6");
        String id = receive("BOOK-7", "1", "2021-03-04").path("id");
        taken("BOOK-7", id, "ASSIGNED", "2021-03-05", OFFICE, HANDLER);
        taken("BOOK-7", id, "SECRECY_REVIEWED", "2021-03-08", REVIEWER, RELEASABLE);
        taken("BOOK-7", id, "APPROVED", "2021-03-09", APPROVER);
        for (String[] caller : new String[][] {{"recorder", "BOOK-6"}, {"office", "BOOK-6"}, {"admin", "*"}}) {
            as(caller[0], caller[1])
                    .get("/applications/" + id)
                    .then()
                    .statusCode(200)
                    .body("book.handler", equalTo("***"))
                    .body("book.assignment.office", equalTo("政策法规科"))
                    .body("book.assignment.handler", equalTo("***"))
                    .body("book.secrecyReview.reviewedBy", equalTo("***"))
                    .body("book.secrecyReview.result", equalTo("RELEASABLE"))
                    .body("book.approval.approvedBy", equalTo("***"))
                    .body("steps[0].handler", equalTo("***"));
            String history = as(caller[0], caller[1])
                    .get("/applications/" + id + "/history")
                    .asString();
            for (String person : List.of("承办人甲", "审查人乙", "签发人丙")) {
                assertEquals(false, history.contains(person), history);
            }
        }
    }

    @Test
    void what_is_odd_about_the_book_is_told_and_never_refused() {
        String id = begun("BOOK-8");
        decide("BOOK-8", id, "GRANTED_FULL", "2021-10-08").then().body("warnings", nullValue());
        taken("BOOK-8", id, "APPROVED", "2021-10-09", APPROVER)
                .then()
                .body("warnings.code", contains("APPROVED_AFTER_DECISION"));
        taken("BOOK-8", id, "SECRECY_REVIEWED", "2021-10-09", REVIEWER, "\"result\": \"NOT_RELEASABLE\"")
                .then()
                .body(
                        "warnings.code",
                        contains("APPROVED_AFTER_DECISION", "REVIEWED_AFTER_DECISION", "GRANTED_AGAINST_REVIEW"))
                .body("warnings[2].message", containsString("条例第十七条"));
        as("recorder", "BOOK-8")
                .header("Accept-Language", "en")
                .get("/applications/" + id)
                .then()
                .body("warnings[2].message", containsString("article 17"));
    }
}
