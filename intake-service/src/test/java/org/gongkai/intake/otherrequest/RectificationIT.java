package org.gongkai.intake.otherrequest;

import static org.gongkai.intake.Calls.register;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.gongkai.embedded.testing.WithInfrastructure;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithInfrastructure(database = "intake", kafka = true)
class RectificationIT extends OtherRequestRules {

    RectificationIT() {
        super(
                "/rectifications",
                "rectification",
                "REC",
                "RECTIFIED",
                "REFUSED",
                List.of("演示人乙", "62280119900101123X", "13800138000", "登记的出生日期", "改为一九九〇年", "户口簿"));
    }

    @Override
    protected String body(String organisation, int number) {
        return """
                {"organisation": "%s", "caseNumber": "%d", "receivedOn": "2021-03-04",
                 "applicant": {"type": "NATURAL_PERSON", "name": "演示人乙", "identityDocument": "62280119900101123X",
                               "contact": "13800138000"},
                 "informationHeld": "登记的出生日期", "rectificationSought": "改为一九九〇年", "evidence": "户口簿",
                 "handler": "经办人丁"}""".formatted(organisation, number);
    }

    @Test
    void it_says_who_asks_what_is_held_and_what_should_be() {
        register("REC-30", null);
        post("REC-30", "{\"organisation\": \"REC-30\", \"caseNumber\": \"1\", \"receivedOn\": \"2021-03-04\"}")
                .then()
                .statusCode(422)
                .body("violations.field", containsInAnyOrder("applicant", "informationHeld", "rectificationSought"));
        post("REC-30", body("REC-30", 1).replace("\"type\": \"NATURAL_PERSON\", \"name\": \"演示人乙\",", ""))
                .then()
                .statusCode(422)
                .body("violations.field", containsInAnyOrder("applicant.type", "applicant.name"));

        String id = post("REC-30", body("REC-30", 1)).path("id");

        read("recorder", "REC-30", id)
                .then()
                .body("applicant.identityDocument", equalTo("62280119900101123X"))
                .body("informationHeld", equalTo("登记的出生日期"))
                .body("rectificationSought", equalTo("改为一九九〇年"))
                .body("evidence", equalTo("户口簿"));
        patch("REC-30", id, "{\"applicant\": {\"contact\": \"演示地址\"}, \"reason\": \"x\"}")
                .then()
                .statusCode(200)
                .body("applicant.contact", equalTo("演示地址"))
                .body("applicant.name", equalTo("演示人乙"))
                .body("corrections[0].was.applicant.contact", equalTo("13800138000"));
    }
}
