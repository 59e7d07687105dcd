package org.gongkai.intake.disclosureapplication;

import static org.gongkai.intake.Calls.application;
import static org.gongkai.intake.Calls.as;
import static org.gongkai.intake.Calls.decide;
import static org.gongkai.intake.Calls.register;
import static org.gongkai.intake.disclosureapplication.ApplicationFixtures.facts;
import static org.gongkai.intake.disclosureapplication.ApplicationFixtures.get;
import static org.gongkai.intake.disclosureapplication.ApplicationFixtures.step;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import javax.sql.DataSource;
import org.gongkai.embedded.testing.WithInfrastructure;
import org.gongkai.intake.Recount;
import org.junit.jupiter.api.Test;

/** Several who ask in one application, and those who act for them: one case, counted by the first one's type. */
@QuarkusTest
@WithInfrastructure(database = "intake", kafka = true)
class SeveralApplicantsIT {

    private static final String FIRST = "62280119900101123X";
    private static final String SECOND = "622801199202022345";
    private static final String THIRD = "622801199303033456";
    private static final String UNKNOWN = null;
    private static final String AGENTS = "[{\"name\": \"代理人庚\", \"identityDocument\": \"622801197707077890\","
            + " \"contact\": \"13700137000\", \"authority\": \"代收文书，不含撤回\"}]";

    @Inject
    DataSource database;

    @Inject
    Erasure erasure;

    private static String co(String name, String document) {
        return "{\"type\": \"OTHER_ORG\", \"name\": \"" + name + "\""
                + (document == null ? "" : ", \"identityDocument\": \"" + document + "\"") + "}";
    }

    private static String list(String... entries) {
        return "[" + String.join(", ", entries) + "]";
    }

    private static String body(String organisation, String number, String first, String coApplicants, String agents) {
        return application(organisation, number, "2021-03-04")
                .replace(FIRST, first)
                .replace(
                        "\"informationSought\"",
                        "\"coApplicants\": " + coApplicants + ", \"agents\": " + agents + ", \"informationSought\"");
    }

    private static Response send(String organisation, String number, String first, String coApplicants, String agents) {
        return as("recorder", organisation)
                .body(body(organisation, number, first, coApplicants, agents))
                .post("/applications?earlierCases=true");
    }

    private static String made(String organisation, String number, String first, String coApplicants) {
        Response answer = send(organisation, number, first, coApplicants, AGENTS);
        answer.then().statusCode(201);
        return answer.path("id");
    }

    private static Response patch(String organisation, String id, String fields) {
        return as("recorder", organisation)
                .body("{" + fields + ", \"reason\": \"登记有误\"}")
                .patch("/applications/" + id);
    }

    private String one(String query) throws SQLException {
        return Recount.text(database, query);
    }

    @Test
    void a_case_of_several_is_one_of_the_first_ones_type_and_its_body_reads_them_all() {
        register("SEV-1", null);
        String id = made("SEV-1", "1", FIRST, list(co("共同人乙", SECOND), co("共同人丙", UNKNOWN)));

        get("SEV-1", id)
                .then()
                .statusCode(200)
                .body("applicant.name", equalTo("演示人甲"))
                .body("coApplicantCount", equalTo(2))
                .body("coApplicants.name", contains("共同人乙", "共同人丙"))
                .body("coApplicants.type", contains("OTHER_ORG", "OTHER_ORG"))
                .body("coApplicants[0].identityDocument", equalTo(SECOND))
                .body("coApplicants[1].identityDocument", nullValue())
                .body("agents.name", contains("代理人庚"))
                .body("agents[0].authority", equalTo("代收文书，不含撤回"));
        assertEquals(List.of("ApplicationReceived"), facts("SEV-1", 0));
        String fact = org.gongkai.intake.record.JournaledFacts.newest("SEV-1").toString();
        assertTrue(fact.contains("NATURAL_PERSON") && !fact.contains("OTHER_ORG"), fact);
    }

    @Test
    void all_others_read_how_many_there_are_and_masks() {
        register("SEV-2", null);
        register("SEV-3", "SEV-2");
        String id = made("SEV-3", "1", FIRST, list(co("共同人乙", SECOND), co("共同人丙", UNKNOWN)));
        patch("SEV-3", id, "\"coApplicants\": " + list(co("共同人丁", THIRD)) + ", \"agents\": null")
                .then()
                .statusCode(200);
        for (String[] caller : new String[][] {{"recorder", "SEV-2"}, {"office", "SEV-2"}, {"admin", "*"}}) {
            as(caller[0], caller[1])
                    .get("/applications/" + id)
                    .then()
                    .statusCode(200)
                    .body("coApplicantCount", equalTo(1))
                    .body("coApplicants[0].type", equalTo("OTHER_ORG"))
                    .body("coApplicants[0].name", equalTo("***"))
                    .body("coApplicants[0].identityDocument", equalTo("***"));
            String history = as(caller[0], caller[1])
                    .get("/applications/" + id + "/history")
                    .asString();
            for (String plain : List.of("共同人", "代理人庚", SECOND, "13700137000", "代收文书")) {
                assertFalse(history.contains(plain), history);
            }
            assertTrue(history.contains("coApplicants"), history);
        }
        for (String body : List.of("SEV-2", "SEV-3")) {
            Response list = as("recorder", body).get("/applications?organisation=SEV-3");
            list.then()
                    .body("items[0].coApplicantCount", equalTo(1))
                    .body("items[0].coApplicants", nullValue())
                    .body("items[0].agents", nullValue());
            assertFalse(list.asString().contains("共同人"), list.asString());
        }
        get("SEV-3", id + "/history")
                .then()
                .body("[1].was.coApplicants.name", contains("共同人乙", "共同人丙"))
                .body("[1].was.agents.name", contains("代理人庚"))
                .body("[1].was.applicant", nullValue());
    }

    @Test
    void the_same_again_is_answered_and_others_are_refused_by_the_name_of_the_field() {
        register("SEV-4", null);
        String both = list(co("共同人乙", SECOND), co("共同人丙", UNKNOWN));
        made("SEV-4", "1", FIRST, both);

        send("SEV-4", "1", FIRST, both, AGENTS).then().statusCode(200).body("coApplicantCount", equalTo(2));
        for (String other : List.of("[]", "null", list(co("共同人丙", UNKNOWN), co("共同人乙", SECOND)))) {
            send("SEV-4", "1", FIRST, other, AGENTS)
                    .then()
                    .statusCode(409)
                    .body("detail", containsString("coApplicants"))
                    .body("detail", not(containsString("agents")))
                    .body("detail", not(containsString("共同人")));
        }
        send("SEV-4", "1", FIRST, both, "[]").then().statusCode(409).body("detail", containsString("agents"));
        send("SEV-4", "2", FIRST, "[]", "null").then().statusCode(201).body("coApplicantCount", nullValue());
        as("recorder", "SEV-4")
                .body(application("SEV-4", "2", "2021-03-04"))
                .post("/applications")
                .then()
                .statusCode(200);
    }

    @Test
    void an_amendment_replaces_a_whole_list_leaves_what_it_does_not_name_and_takes_away_what_is_null() {
        register("SEV-5", null);
        String id = made("SEV-5", "1", FIRST, list(co("共同人乙", SECOND), co("共同人丙", UNKNOWN)));

        patch("SEV-5", id, "\"delivery\": \"邮寄\"")
                .then()
                .body("coApplicants", hasSize(2))
                .body("agents", hasSize(1));
        as("recorder", "SEV-5")
                .header("If-Match", "\"1\"")
                .body("{\"agents\": [], \"reason\": \"登记有误\"}")
                .patch("/applications/" + id)
                .then()
                .statusCode(412);
        patch("SEV-5", id, "\"coApplicants\": " + list(co("共同人丁", THIRD)))
                .then()
                .statusCode(200)
                .header("ETag", "\"3\"")
                .body("coApplicants.name", contains("共同人丁"))
                .body("agents", hasSize(1));
        patch("SEV-5", id, "\"coApplicants\": " + list(co("共同人丁", THIRD)))
                .then()
                .statusCode(200)
                .header("ETag", "\"3\"");
        patch("SEV-5", id, "\"coApplicants\": null, \"agents\": []")
                .then()
                .statusCode(200)
                .body("coApplicantCount", nullValue())
                .body("coApplicants", nullValue())
                .body("agents", nullValue());
        assertEquals(List.of("ApplicationReceived"), facts("SEV-5", 0));
    }

    @Test
    void what_cannot_be_taken_is_refused_at_its_place() {
        register("SEV-6", null);
        send("SEV-6", "1", FIRST, "[{\"name\": \"共同人乙\"}]", "[{\"contact\": \"13700137000\"}]")
                .then()
                .statusCode(422)
                .body("violations.field", containsInAnyOrder("coApplicants[0].type", "agents[0].name"));
        for (String wrong : List.of("{}", "[\"共同人乙\"]", "[{\"phone\": \"13700137000\"}]", "\"共同人乙\"")) {
            Response refused = send("SEV-6", "1", FIRST, wrong, "[]");
            refused.then().statusCode(400);
            assertFalse(refused.asString().contains("共同人"), refused.asString());
            send("SEV-6", "1", FIRST, "[]", wrong).then().statusCode(400);
        }
        String many =
                list(java.util.Collections.nCopies(51, co("共同人乙", UNKNOWN)).toArray(String[]::new));
        send("SEV-6", "1", FIRST, many, "[]")
                .then()
                .statusCode(422)
                .body("violations.field", contains("coApplicants"))
                .body("violations[0].message", containsString("50"));
    }

    @Test
    void a_person_is_found_as_the_first_and_as_one_of_several() {
        register("SEV-7", null);
        made("SEV-7", "alone", FIRST, "[]");
        made("SEV-7", "beside", SECOND, list(co("无证件", UNKNOWN), co("共同人甲", " 62280119900101123x ")));
        made("SEV-7", "others", SECOND, list(co("共同人丙", THIRD)));

        send("SEV-7", "n1", FIRST, "[]", "[]")
                .then()
                .body("earlierCases.sameApplicant.caseNumber", contains("beside", "alone"));
        send("SEV-7", "n2", "622801199909099999", list(co("共同人丙", THIRD), co("共同人甲", FIRST)), "[]")
                .then()
                .body("earlierCases.sameApplicant.caseNumber", contains("n1", "others", "beside", "alone"));
        send("SEV-7", "n3", "622801199909099998", list(co("无证件", UNKNOWN)), AGENTS)
                .then()
                .body("earlierCases.sameApplicant", empty());
        String repeated = made("SEV-7", "n4", "622801199909099997", list(co("共同人丙", THIRD)));
        decide("SEV-7", repeated, "NOT_HANDLED_DUPLICATE", "2021-03-08").then().body("warnings", nullValue());
        patch("SEV-7", repeated, "\"coApplicants\": []")
                .then()
                .body("warnings.code", hasItem("DUPLICATE_WITHOUT_EARLIER_CASE"));
        get("SEV-7", repeated).then().body("earlierCases.sameApplicant", empty());
    }

    @Test
    void fees_are_those_of_the_first() {
        register("SEV-8", null);
        for (int i = 0; i < 10; i++) {
            made("SEV-8", "n" + i, FIRST, "[]");
        }
        String beside = made("SEV-8", "beside", SECOND, list(co("共同人甲", FIRST)));
        step("SEV-8", beside, "FEE_NOTICED", "2021-03-08", "\"items\": 1")
                .then()
                .statusCode(422);
        String first = made("SEV-8", "first", FIRST, list(co("共同人乙", SECOND)));
        step("SEV-8", first, "FEE_NOTICED", "2021-03-08", "\"items\": 1")
                .then()
                .statusCode(200)
                .body("steps[0].amountYuan", equalTo("100.00"));
    }

    @Test
    void no_name_or_number_of_theirs_can_be_read_in_the_tables() throws SQLException {
        register("SEV-9", null);
        String id = made("SEV-9", "1", FIRST, list(co("共同人乙", SECOND), co("共同人丙", UNKNOWN)));
        patch("SEV-9", id, "\"agents\": []").then().statusCode(200);
        String rows = one("SELECT a::text || (SELECT string_agg(c::text, '') FROM application_correction c"
                + " WHERE c.application = a.id) FROM disclosure_application a WHERE id = '" + id + "'");
        for (String plain : List.of("共同人乙", SECOND, "代理人庚", "13700137000", "代收文书")) {
            assertFalse(rows.contains(plain), rows);
            assertFalse(rows.contains(HexFormat.of().formatHex(plain.getBytes(StandardCharsets.UTF_8))), rows);
        }
        assertEquals(
                "2 1 1",
                one("SELECT concat_ws(' ', cardinality(co_applicant_index), cardinality(array_remove("
                        + "co_applicant_index, NULL)), (parties IS NOT NULL)::int) FROM disclosure_application"
                        + " WHERE id = '" + id + "'"));
        String alone = made("SEV-9", "2", FIRST, "[]");
        patch("SEV-9", alone, "\"agents\": []").then().statusCode(200);
        assertEquals(
                "t",
                one("SELECT parties IS NULL AND co_applicant_index IS NULL FROM disclosure_application WHERE id = '"
                        + alone + "'"));
    }

    /** Of 2009, as {@link ErasureIT}. */
    @Test
    void they_go_when_their_time_is_over_with_what_was_amended_and_whoever_handled_it() {
        register("SEV-10", null);
        Response answer = as("recorder", "SEV-10")
                .body(body("SEV-10", "1", FIRST, list(co("共同人乙", SECOND)), AGENTS)
                        .replace("2021-03-04", "2008-06-04"))
                .post("/applications");
        answer.then().statusCode(201);
        String id = answer.path("id");
        step("SEV-10", id, "ASSIGNED", "2008-06-05", "\"office\": \"办公室\"", "\"handler\": \"承办人戊\"");
        step("SEV-10", id, "SECRECY_REVIEWED", "2008-06-05", "\"reviewedBy\": \"审查人己\"", "\"result\": \"RELEASABLE\"");
        patch("SEV-10", id, "\"coApplicants\": " + list(co("共同人丁", THIRD)))
                .then()
                .statusCode(200);
        decide("SEV-10", id, "GRANTED_FULL", "2008-06-12").then().statusCode(200);

        assertEquals(1, erasure.eraseAll(10, LocalDate.of(2018, 6, 13)));

        get("SEV-10", id)
                .then()
                .statusCode(200)
                .body("personalDataErasedOn", equalTo("2018-06-13"))
                .body("coApplicantCount", nullValue())
                .body("coApplicants", nullValue())
                .body("agents", nullValue())
                .body("book.assignment.office", equalTo("办公室"))
                .body("book.assignment.handler", nullValue())
                .body("book.secrecyReview.result", equalTo("RELEASABLE"))
                .body("book.secrecyReview.reviewedBy", nullValue());
        for (String path : List.of("", "/history")) {
            String told = get("SEV-10", id + path).asString();
            for (String gone : List.of("共同人", SECOND, THIRD, "代理人庚", "代收文书", "承办人戊", "审查人己")) {
                assertFalse(told.contains(gone), told);
            }
        }
        send("SEV-10", "2", SECOND, list(co("共同人丁", THIRD)), "[]")
                .then()
                .statusCode(201)
                .body("earlierCases.sameApplicant", empty());
    }
}
