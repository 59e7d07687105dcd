package org.gongkai.intake.normativedocument;

import static org.gongkai.intake.Calls.admin;
import static org.gongkai.intake.Calls.as;
import static org.gongkai.intake.Calls.organisation;
import static org.gongkai.intake.Calls.register;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import org.gongkai.embedded.testing.WithInfrastructure;
import org.gongkai.intake.record.JournaledFacts;
import org.gongkai.intake.record.QuietRecord;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithInfrastructure(database = "intake", kafka = true)
class DocumentIT extends QuietRecord {

    private static final String ISSUED = "NormativeDocumentIssued";
    private static final String ENDED = "NormativeDocumentEnded";

    @Inject
    Expiry expiry;

    DocumentIT() {
        super(
                "/normative-documents",
                "DOC",
                ISSUED,
                "documentNumber",
                "issuedOn",
                "2021-03-04",
                "2021-03-05",
                "2021-03-06");
    }

    @Override
    protected String body(String organisation, int number) {
        return """
                {"organisation": "%s", "kind": "NORMATIVE_DOCS", "title": "关于演示事项的通知", "documentNumber": "演政发〔2021〕%d号",
                 "issuedOn": "2021-03-04"}""".formatted(organisation, number);
    }

    private String body(String organisation, int number, String more) {
        return body(organisation, number).replace("\"issuedOn\"", more + ", \"issuedOn\"");
    }

    private static String number(int number) {
        return "演政发〔2021〕" + number + "号";
    }

    private Response abolish(String organisation, String id, String body) {
        return as("recorder", organisation).body(body).post("/normative-documents/" + id + "/abolition");
    }

    @Test
    void an_abolition_ends_it_and_is_repealed_unless_told() {
        register("DOC-20", null);
        String id = post("DOC-20", body("DOC-20", 1)).path("id");

        Response ended = abolish("DOC-20", id, "{\"abolishedOn\": \"2021-06-01\"}");

        ended.then()
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("state", equalTo("ENDED"))
                .body("endedOn", equalTo("2021-06-01"))
                .body("manner", equalTo("REPEALED"))
                .body("abolition.abolishedOn", equalTo("2021-06-01"));
        abolish("DOC-20", id, "{\"abolishedOn\": \"2021-06-01\", \"kind\": \"REPEALED\"}")
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"")
                .header("Gongkai-Position", ended.header("Gongkai-Position"));
        abolish("DOC-20", id, "{\"abolishedOn\": \"2021-06-02\"}")
                .then()
                .statusCode(409)
                .body("detail", containsString("2021-06-01"));
        assertEquals(List.of(ISSUED, ENDED), JournaledFacts.names("DOC-20"));
        assertEquals("REPEALED", JournaledFacts.newest("DOC-20").get("manner").asText());
        post("DOC-20", body("DOC-20", 1)).then().statusCode(200).body("state", equalTo("ENDED"));
    }

    @Test
    void an_abolition_before_issue_or_to_come_is_refused() {
        register("DOC-21", null);
        String id = post("DOC-21", body("DOC-21", 1)).path("id");
        for (String day : List.of("2021-03-03", "2999-01-01")) {
            abolish("DOC-21", id, "{\"abolishedOn\": \"" + day + "\"}")
                    .then()
                    .statusCode(422)
                    .body("violations.field", equalTo(List.of("abolishedOn")));
        }
        abolish("DOC-21", id, "{}").then().statusCode(422);
        abolish("DOC-21", id, "{\"abolishedOn\": \"2021-03-04\", \"kind\": \"FORGOTTEN\"}")
                .then()
                .statusCode(400);
        abolish("DOC-21", id, "").then().statusCode(400);
    }

    @Test
    void an_abolition_is_amended_and_retracted() {
        register("DOC-22", null);
        String id = post("DOC-22", body("DOC-22", 1)).path("id");
        String path = "/normative-documents/" + id + "/abolition";
        as("recorder", "DOC-22").get(path).then().statusCode(404);
        as("recorder", "DOC-22").delete(path + "?reason=x").then().statusCode(404);
        abolish("DOC-22", id, "{\"abolishedOn\": \"2021-06-01\"}");

        as("recorder", "DOC-22")
                .body("{\"abolishedOn\": \"2021-07-01\", \"reason\": \"抄录有误\"}")
                .patch(path)
                .then()
                .statusCode(200)
                .body("endedOn", equalTo("2021-07-01"))
                .body("corrections[0].part", equalTo("ABOLITION"));
        as("recorder", "DOC-22").get(path).then().body("abolishedOn", equalTo("2021-07-01"));
        Response retracted = as("recorder", "DOC-22").delete(path + "?reason=x");
        retracted.then().statusCode(200).body("state", equalTo("IN_FORCE")).body("endedOn", nullValue());
        as("recorder", "DOC-22")
                .delete(path + "?reason=x")
                .then()
                .statusCode(200)
                .header("ETag", retracted.header("ETag"));

        assertEquals(List.of(ISSUED, ENDED, ENDED + "Amended", ENDED + "Retracted"), JournaledFacts.names("DOC-22"));
        assertEquals(
                "2021-07-01", JournaledFacts.newest("DOC-22").at("/was/endedOn").asText());
    }

    @Test
    void a_document_whose_time_is_over_has_ended_on_the_day_after() {
        register("DOC-23", null);
        post("DOC-23", body("DOC-23", 1, "\"validUntil\": \"2021-12-31\""))
                .then()
                .statusCode(201)
                .body("endedOn", equalTo("2022-01-01"))
                .body("manner", equalTo("EXPIRED"));

        List<JournaledFacts.One> facts = JournaledFacts.of("DOC-23");
        assertEquals(List.of(ISSUED, ENDED), JournaledFacts.names("DOC-23"));
        assertEquals("2022-01-01", facts.get(1).data().get("endedOn").asText());
    }

    @Test
    void a_document_ends_by_itself_on_the_day_after_and_once() {
        register("DOC-24", null);
        Response made = post("DOC-24", body("DOC-24", 1, "\"validUntil\": \"2990-12-31\""));
        made.then().statusCode(201).body("state", equalTo("IN_FORCE"));

        expiry.endAll(LocalDate.of(2990, 12, 31));
        read("DOC-24", made.path("id")).then().body("state", equalTo("IN_FORCE"));
        expiry.endAll(LocalDate.of(2991, 1, 1));
        expiry.endAll(LocalDate.of(2991, 1, 2));

        read("DOC-24", made.path("id"))
                .then()
                .body("endedOn", equalTo("2991-01-01"))
                .body("manner", equalTo("EXPIRED"));
        assertEquals(List.of(ISSUED, ENDED), JournaledFacts.names("DOC-24"));
    }

    @Test
    void an_end_that_came_by_itself_follows_the_validity() {
        register("DOC-25", null);
        String id = post("DOC-25", body("DOC-25", 1, "\"validUntil\": \"2021-12-31\""))
                .path("id");
        String path = "/normative-documents/" + id + "/abolition";
        as("recorder", "DOC-25")
                .delete(path + "?reason=x")
                .then()
                .statusCode(409)
                .body("type", containsString("ended-by-itself"));

        patch("DOC-25", id, "{\"validUntil\": \"2022-12-31\", \"reason\": \"x\"}")
                .then()
                .body("endedOn", equalTo("2023-01-01"));
        abolish("DOC-25", id, "{\"abolishedOn\": \"2023-06-01\"}").then().statusCode(409);
        abolish("DOC-25", id, "{\"abolishedOn\": \"2022-06-01\"}")
                .then()
                .statusCode(200)
                .body("manner", equalTo("REPEALED"));
        as("recorder", "DOC-25").delete(path + "?reason=x").then().body("manner", equalTo("EXPIRED"));
        patch("DOC-25", id, "{\"validUntil\": null, \"reason\": \"x\"}").then().body("state", equalTo("IN_FORCE"));

        assertEquals(
                List.of(ISSUED, ENDED, ENDED + "Amended", ENDED + "Amended", ENDED + "Amended", ENDED + "Retracted"),
                JournaledFacts.names("DOC-25"));
    }

    @Test
    void the_document_that_is_superseded_ends_with_the_issue_of_the_new_one() {
        register("DOC-26", null);
        String former = post("DOC-26", body("DOC-26", 1)).path("id");
        String next = body("DOC-26", 2, "\"supersedes\": \"" + number(1) + "\"").replace("2021-03-04", "2021-09-01");

        Response made = post("DOC-26", next);

        made.then().statusCode(201).body("supersedes", equalTo(number(1)));
        post("DOC-26", next).then().statusCode(200).header("Gongkai-Position", made.header("Gongkai-Position"));
        read("DOC-26", former)
                .then()
                .body("endedOn", equalTo("2021-09-01"))
                .body("manner", equalTo("SUPERSEDED"))
                .body("supersededBy", equalTo(made.path("id")));
        assertEquals(List.of(ISSUED, ENDED, ISSUED), JournaledFacts.names("DOC-26"));
        patch("DOC-26", made.path("id"), "{\"issuedOn\": \"2021-10-01\", \"reason\": \"x\"}");
        read("DOC-26", former).then().body("endedOn", equalTo("2021-10-01"));
        delete("DOC-26", made.path("id"));
        read("DOC-26", former).then().body("state", equalTo("IN_FORCE")).body("supersededBy", nullValue());

        assertEquals(
                List.of(
                        ISSUED,
                        ENDED,
                        ISSUED,
                        ENDED + "Amended",
                        ISSUED + "Amended",
                        ENDED + "Retracted",
                        ISSUED + "Retracted"),
                JournaledFacts.names("DOC-26"));
    }

    @Test
    void what_cannot_be_superseded_is_refused_with_what_to_do() {
        register("DOC-27", null);
        post("DOC-27", body("DOC-27", 1));
        post("DOC-27", body("DOC-27", 2, "\"supersedes\": \"" + number(1) + "\""))
                .then()
                .statusCode(201);
        post("DOC-27", body("DOC-27", 3, "\"supersedes\": \"" + number(1) + "\""))
                .then()
                .statusCode(422)
                .body("violations[0].field", equalTo("supersedes"));
        post("DOC-27", body("DOC-27", 3, "\"supersedes\": \"" + number(9) + "\""))
                .then()
                .statusCode(422)
                .body("violations[0].message", containsString(number(9)));
        post("DOC-27", body("DOC-27", 3, "\"supersedes\": \"" + number(3) + "\""))
                .then()
                .statusCode(422);
        post(
                        "DOC-27",
                        body("DOC-27", 3, "\"supersedes\": \"" + number(2) + "\"")
                                .replace("2021-03-04", "2021-03-03"))
                .then()
                .statusCode(422)
                .body("violations[0].field", equalTo("issuedOn"));
        assertEquals(List.of(ISSUED, ENDED, ISSUED), JournaledFacts.names("DOC-27"));
    }

    @Test
    void a_superseded_document_that_is_entered_anew_is_superseded_still() {
        register("DOC-28", null);
        String former = post("DOC-28", body("DOC-28", 1)).path("id");
        post("DOC-28", body("DOC-28", 2, "\"supersedes\": \"" + number(1) + "\""));
        delete("DOC-28", former).then().statusCode(200);

        post("DOC-28", body("DOC-28", 1)).then().statusCode(201).body("manner", equalTo("SUPERSEDED"));
    }

    @Test
    void a_retracted_document_takes_its_end_back_with_it() {
        register("DOC-29", null);
        String id = post("DOC-29", body("DOC-29", 1)).path("id");
        abolish("DOC-29", id, "{\"abolishedOn\": \"2021-06-01\"}");

        delete("DOC-29", id).then().statusCode(200);

        assertEquals(List.of(ISSUED, ENDED, ISSUED + "Retracted", ENDED + "Retracted"), JournaledFacts.names("DOC-29"));
        abolish("DOC-29", id, "{\"abolishedOn\": \"2021-06-01\"}").then().statusCode(409);
    }

    @Test
    void rules_are_taken_only_from_a_body_that_may_issue_them() {
        register("DOC-30", null);
        post("DOC-30", body("DOC-30", 1).replace("NORMATIVE_DOCS", "RULES"))
                .then()
                .statusCode(422)
                .body("violations[0].field", equalTo("kind"));
        admin().body(organisation("市政府", null).replace("}", ", \"mayIssueRules\": true}"))
                .put("/organisations/DOC-30");
        post("DOC-30", body("DOC-30", 1).replace("NORMATIVE_DOCS", "RULES"))
                .then()
                .statusCode(201);
        as("office", "DOC-30").get("/normative-documents?kind=RULES").then().body("items", hasSize(1));
    }

    @Test
    void a_title_is_amended_without_a_fact_and_a_kind_with_one_for_issue_and_end() {
        register("DOC-31", null);
        admin().body(organisation("市政府", null).replace("}", ", \"mayIssueRules\": true}"))
                .put("/organisations/DOC-31");
        String id = post("DOC-31", body("DOC-31", 1)).path("id");
        Response ended = abolish("DOC-31", id, "{\"abolishedOn\": \"2021-06-01\"}");

        patch("DOC-31", id, "{\"title\": \"另一题名\", \"reason\": \"错字\"}")
                .then()
                .statusCode(200)
                .header("ETag", "\"3\"")
                .header("Gongkai-Position", ended.header("Gongkai-Position"))
                .body("corrections[0].reason", equalTo("错字"));
        assertEquals(List.of(ISSUED, ENDED), JournaledFacts.names("DOC-31"));
        patch("DOC-31", id, "{\"kind\": \"RULES\", \"reason\": \"x\"}").then().statusCode(200);
        patch("DOC-31", id, "{\"issuedOn\": \"2021-06-02\", \"reason\": \"x\"}")
                .then()
                .statusCode(422);

        assertEquals(List.of(ISSUED, ENDED, ISSUED + "Amended", ENDED + "Amended"), JournaledFacts.names("DOC-31"));
        JsonNode amended = JournaledFacts.newest("DOC-31");
        assertEquals("NORMATIVE_DOCS", amended.at("/was/kind").asText());
        assertEquals("RULES", amended.at("/is/kind").asText());
    }

    @Test
    void an_old_document_is_taken_and_what_is_against_a_rule_refused() {
        register("DOC-32", null);
        post("DOC-32", body("DOC-32", 1).replace("2021-03-04", "1949-10-01"))
                .then()
                .statusCode(201);
        as("office", "DOC-32").get("/normative-documents?year=1949").then().body("items", hasSize(1));
        post("DOC-32", body("DOC-32", 2).replace("2021-03-04", "1949-09-30"))
                .then()
                .statusCode(422);
        post("DOC-32", """
                {"organisation": "DOC-32", "issuedOn": "2021-03-04", "validUntil": "2021-03-03",
                 "documentNumber": "13812345678"}""")
                .then()
                .statusCode(422)
                .body("violations.field", hasItems("kind", "title", "documentNumber", "validUntil"));
    }
}
