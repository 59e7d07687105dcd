package org.gongkai.intake.disclosureapplication;

import static io.restassured.RestAssured.given;
import static org.gongkai.intake.Calls.application;
import static org.gongkai.intake.Calls.as;
import static org.gongkai.intake.Calls.decide;
import static org.gongkai.intake.Calls.receive;
import static org.gongkai.intake.Calls.register;
import static org.gongkai.intake.Calls.token;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.LocalDate;
import javax.sql.DataSource;
import org.gongkai.embedded.testing.WithInfrastructure;
import org.gongkai.intake.Recount;
import org.junit.jupiter.api.Test;

/** Cases of 2009, so that no other test's are over by the days that are handed in. */
@QuarkusTest
@WithInfrastructure(database = "intake", kafka = true)
class ErasureIT {

    private static final int YEARS = 10;

    @Inject
    Erasure erasure;

    @Inject
    DataSource database;

    private static void step(String organisation, String id, String body) {
        as("recorder", organisation)
                .body(body)
                .post("/applications/" + id + "/steps")
                .then()
                .statusCode(200);
    }

    private String one(String query) throws SQLException {
        return Recount.text(database, query);
    }

    @Test
    void personal_data_of_a_case_go_when_their_time_is_over_and_all_else_stays() throws SQLException {
        register("ERA-1", null);
        String id = receive("ERA-1", "1", "2009-03-04").path("id");
        String open = receive("ERA-1", "2", "2009-03-04").path("id");
        step(
                "ERA-1",
                id,
                "{\"type\": \"THIRD_PARTY_CONSULTED\", \"on\": \"2009-03-05\", \"party\": \"第三方甲\", \"note\": \"演示记事\"}");
        step(
                "ERA-1",
                id,
                "{\"type\": \"THIRD_PARTY_REPLIED\", \"on\": \"2009-03-09\", \"party\": \"第三方甲\", \"consents\": true}");
        as("recorder", "ERA-1")
                .body("{\"applicant\": {\"name\": \"演示人乙\"}, \"reason\": \"演示录错\"}")
                .contentType("application/json")
                .patch("/applications/" + id)
                .then()
                .statusCode(200);
        decide("ERA-1", id, "GRANTED_FULL", "2009-03-12").then().statusCode(200);
        String counted =
                "SELECT string_agg(concat_ws(' ', received_on, decided_on, outcome, applicant_type, channel), '|'"
                        + " ORDER BY id) || (SELECT count(*) FROM journal WHERE organisation = 'ERA-1')"
                        + " FROM disclosure_application WHERE organisation = 'ERA-1'";
        String before = one(counted);
        Response told = as("recorder", "ERA-1").get("/applications/" + id);

        assertEquals(0, erasure.eraseAll(YEARS, LocalDate.of(2019, 3, 12)));
        assertEquals(1, erasure.eraseAll(YEARS, LocalDate.of(2019, 3, 13)));
        assertEquals(0, erasure.eraseAll(YEARS, LocalDate.of(2019, 3, 13)));

        assertEquals(before, one(counted));
        Response erased = as("recorder", "ERA-1").get("/applications/" + id);
        erased.then()
                .statusCode(200)
                .body("personalDataErasedOn", equalTo("2019-03-13"))
                .body("applicant.type", equalTo("NATURAL_PERSON"))
                .body("applicant.name", nullValue())
                .body("informationSought", nullValue())
                .body("earlierCases", nullValue())
                .body("outcome", equalTo("GRANTED_FULL"))
                .body("steps.type", contains("THIRD_PARTY_CONSULTED", "THIRD_PARTY_REPLIED"))
                .body("dueOn", equalTo(told.path("dueOn")))
                .body("workingDays", equalTo(told.path("workingDays")))
                .body("consulting", nullValue());
        for (String path : new String[] {"", "/history", "/deadline"}) {
            String body =
                    as("recorder", "ERA-1").get("/applications/" + id + path).asString();
            for (String gone :
                    new String[] {"演示人", "13800138000", "62280119900101123X", "部门预算", "第三方甲", "演示记事", "演示录错"}) {
                assertEquals(false, body.contains(gone), path + ": " + body);
            }
        }
        as("recorder", "ERA-1")
                .get("/applications/" + id + "/history")
                .then()
                .body("act", hasItems("RECEIVED", "STEP", "AMENDED", "DECIDED", "ERASED"));
        as("recorder", "ERA-1").get("/applications/" + open).then().body("applicant.name", equalTo("演示人甲"));
        as("recorder", "ERA-1").get("/applications?q=预算").then().body("items.caseNumber", contains("2"));
        as("recorder", "ERA-1")
                .get("/applications?caseNumber=1")
                .then()
                .body("items[0].outcome", equalTo("GRANTED_FULL"));
    }

    @Test
    void attachments_go_with_them_and_that_something_was_there_stays() throws SQLException {
        register("ERA-3", null);
        String id = receive("ERA-3", "1", "2009-03-04").path("id");
        String files = "/applications/" + id + "/attachments";
        String kept = attach("ERA-3", files + "?kind=REQUEST&name=演示人甲.txt");
        String withdrawn = attach("ERA-3", files + "?kind=REPLY&name=演示人乙.txt");
        as("recorder", "ERA-3")
                .delete(files + "/" + withdrawn + "?reason=演示传错")
                .then()
                .statusCode(200);
        decide("ERA-3", id, "GRANTED_FULL", "2009-03-12").then().statusCode(200);

        erasure.eraseAll(YEARS, LocalDate.of(2019, 3, 13));

        as("recorder", "ERA-3")
                .get(files)
                .then()
                .body("items.id", contains(kept))
                .body("items[0].name", nullValue())
                .body("items[0].sha256", nullValue())
                .body("items[0].kind", equalTo("REQUEST"))
                .body("items[0].bytes", equalTo(12))
                .body("items[0].erasedOn", equalTo("2019-03-13"));
        as("recorder", "ERA-3").get(files + "/" + kept).then().statusCode(410);
        as("recorder", "ERA-3").get(files + "/" + withdrawn).then().statusCode(404);
        as("recorder", "ERA-3")
                .get("/applications/" + id + "/history")
                .then()
                .body("act", hasItems("ATTACHED", "ATTACHMENT_WITHDRAWN", "ERASED"))
                .body("attachment.name.findAll { it != null }", empty())
                .body("reason.findAll { it != null }", empty());
        assertEquals(
                "0",
                one("SELECT count(*) FROM attachment_chunk JOIN attachment a ON a.id = attachment WHERE application = '"
                        + id + "'"));
        assertEquals(
                "2",
                one("SELECT count(*) FROM attachment WHERE application = '" + id
                        + "' AND name IS NULL AND sha256 IS NULL"
                        + " AND data_key IS NULL AND same_index IS NULL AND withdrawal_reason IS NULL"));
        given().auth()
                .oauth2(token("recorder", "ERA-3"))
                .contentType("text/plain")
                .body("演示内容")
                .post(files + "?kind=REQUEST&name=a.txt")
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:gongkai:problem:personal-data-erased"));
        as("recorder", "ERA-3").delete(files + "/" + kept + "?reason=错").then().statusCode(409);
    }

    private static String attach(String organisation, String path) {
        return given().auth()
                .oauth2(token("recorder", organisation))
                .contentType("text/plain; charset=UTF-8")
                .body("演示内容")
                .post(path)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    @Test
    void an_erased_case_is_no_longer_found_by_its_applicant() {
        register("ERA-2", null);
        String id = receive("ERA-2", "1", "2009-03-04").path("id");
        decide("ERA-2", id, "GRANTED_FULL", "2009-03-12").then().statusCode(200);
        erasure.eraseAll(YEARS, LocalDate.of(2019, 3, 13));

        as("recorder", "ERA-2")
                .body(application("ERA-2", "2", "2021-03-04"))
                .post("/applications?earlierCases=true")
                .then()
                .statusCode(201)
                .body("earlierCases.sameApplicant", empty())
                .body("earlierCases.sameInformation", empty());
        as("recorder", "ERA-2")
                .body(application("ERA-2", "1", "2009-03-04"))
                .post("/applications")
                .then()
                .statusCode(409)
                .body("detail", containsString("applicant.name"))
                .body("detail", not(containsString("演示人")));
    }
}
