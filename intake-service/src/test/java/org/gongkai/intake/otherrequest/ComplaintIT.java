package org.gongkai.intake.otherrequest;

import static org.gongkai.intake.Calls.as;
import static org.gongkai.intake.Calls.receive;
import static org.gongkai.intake.Calls.register;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import org.gongkai.embedded.testing.WithInfrastructure;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithInfrastructure(database = "intake", kafka = true)
class ComplaintIT extends OtherRequestRules {

    ComplaintIT() {
        super(
                "/complaints",
                "complaint",
                "COM",
                "UPHELD",
                "NOT_UPHELD",
                List.of("演示人丙", "13900139000", "逾期未答复演示人丙的申请"));
    }

    @Override
    protected String body(String organisation, int number) {
        return """
                {"organisation": "%s", "caseNumber": "%d", "receivedOn": "2021-03-04",
                 "complainant": {"type": "NATURAL_PERSON", "name": "演示人丙", "contact": "13900139000"},
                 "matter": "逾期未答复演示人丙的申请", "aboutOrganisation": "COM-ANY", "handler": "经办人丁"}""".formatted(organisation, number);
    }

    private static String about(String organisation, String caseNumber, String application) {
        return """
                {"organisation": "%s", "caseNumber": "%s", "receivedOn": "2021-03-04", "matter": "逾期未答复",
                 "application": "%s"}""".formatted(organisation, caseNumber, application);
    }

    @Test
    void it_may_be_anonymous_and_must_say_what_it_is_about() {
        register("COM-30", null);
        post("COM-30", "{\"organisation\": \"COM-30\", \"caseNumber\": \"1\", \"receivedOn\": \"2021-03-04\"}")
                .then()
                .statusCode(422)
                .body("violations.field", contains("matter"));
        String anonymous = """
                {"organisation": "COM-30", "caseNumber": "1", "receivedOn": "2021-03-04", "matter": "未主动公开",
                 "complainant": {"name": " "}}""";

        Response made = post("COM-30", anonymous);

        made.then().statusCode(201).body("complainant", nullValue()).body("matter", equalTo("未主动公开"));
        post("COM-30", anonymous).then().statusCode(200);
        patch("COM-30", made.path("id"), "{\"complainant\": {\"type\": \"OTHER_ORG\"}, \"reason\": \"x\"}")
                .then()
                .statusCode(200)
                .body("complainant.type", equalTo("OTHER_ORG"))
                .body("complainant.name", nullValue());
        post("COM-30", body("COM-30", 2).replace("COM-ANY", "某机关"))
                .then()
                .statusCode(422)
                .body("violations.field", contains("aboutOrganisation"));
    }

    @Test
    void the_application_that_it_is_about_is_one_within_reach() {
        register("COM-31", null);
        register("COM-32", "COM-31");
        register("COM-33", null);
        String application = receive("COM-32", "1", "2021-01-04").path("id");

        post("COM-31", about("COM-31", "1", application))
                .then()
                .statusCode(201)
                .body("application", equalTo(application));

        for (String unknown : List.of(application, "01932c07-209f-7abc-8d1e-0c2f6a5b4e3d", "申请一号")) {
            post("COM-33", about("COM-33", "1", unknown))
                    .then()
                    .statusCode(422)
                    .body("type", equalTo("urn:gongkai:problem:unknown-record"));
        }
        String id = post("COM-33", body("COM-33", 2)).path("id");
        patch("COM-33", id, "{\"application\": \"" + application + "\", \"reason\": \"x\"}")
                .then()
                .statusCode(422)
                .body("type", equalTo("urn:gongkai:problem:unknown-record"));
        as("recorder", "COM-32")
                .queryParam("reason", "x")
                .delete("/applications/" + application)
                .then()
                .statusCode(200);
        as("recorder", "COM-31").get("/complaints").then().body("items.application", contains(application));
    }
}
