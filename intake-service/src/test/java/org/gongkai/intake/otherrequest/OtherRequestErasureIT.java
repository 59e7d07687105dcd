package org.gongkai.intake.otherrequest;

import static org.gongkai.intake.Calls.as;
import static org.gongkai.intake.Calls.register;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;
import org.gongkai.embedded.testing.WithInfrastructure;
import org.gongkai.intake.personaldata.Erasing;
import org.junit.jupiter.api.Test;

/** Requests of 2009, so that no other test's are over by the days that are handed in. */
@QuarkusTest
@WithInfrastructure(database = "intake", kafka = true)
class OtherRequestErasureIT {

    private static final int YEARS = 10;

    @Inject
    OtherRequestErasure erasure;

    @Inject
    @Any
    Instance<Erasing> all;

    private static String rectification(String organisation, String caseNumber) {
        return """
                {"organisation": "%s", "caseNumber": "%s", "receivedOn": "2009-03-04",
                 "applicant": {"type": "NATURAL_PERSON", "name": "演示人甲", "contact": "13800138000"},
                 "informationHeld": "演示记录", "rectificationSought": "演示更正", "handler": "经办人甲"}""".formatted(organisation, caseNumber);
    }

    private static String record(String organisation, String path, String body) {
        return as("recorder", organisation).body(body).post(path).path("id");
    }

    private static void conclude(String organisation, String address, String result) {
        as("recorder", organisation)
                .body("{\"result\": \"%s\", \"concludedOn\": \"2009-03-12\", \"note\": \"演示说明\"}".formatted(result))
                .post(address + "/conclusion")
                .then()
                .statusCode(200);
    }

    @Test
    void personal_data_go_when_their_time_is_over_and_codes_and_days_stay() {
        register("OER-1", null);
        String rectification = "/rectifications/" + record("OER-1", "/rectifications", rectification("OER-1", "1"));
        String open = "/rectifications/" + record("OER-1", "/rectifications", rectification("OER-1", "2"));
        String complaint = "/complaints/" + record("OER-1", "/complaints", """
                {"organisation": "OER-1", "caseNumber": "1", "receivedOn": "2009-03-04", "matter": "演示事由",
                 "complainant": {"type": "OTHER_ORG", "name": "演示人乙"}, "aboutOrganisation": "OER-2"}""");
        as("recorder", "OER-1")
                .body("{\"handler\": \"经办人乙\", \"reason\": \"演示录错\"}")
                .patch(rectification)
                .then()
                .statusCode(200);
        conclude("OER-1", rectification, "RECTIFIED");
        conclude("OER-1", complaint, "UPHELD");

        assertEquals(0, erasure.eraseAll(YEARS, LocalDate.of(2019, 3, 12)));
        assertEquals(2, erasure.eraseAll(YEARS, LocalDate.of(2019, 3, 13)));
        assertEquals(0, erasure.eraseAll(YEARS, LocalDate.of(2019, 3, 14)));

        as("recorder", "OER-1")
                .get(rectification)
                .then()
                .statusCode(200)
                .header("ETag", "\"4\"")
                .body("personalDataErasedOn", equalTo("2019-03-13"))
                .body("applicant.type", equalTo("NATURAL_PERSON"))
                .body("applicant.name", nullValue())
                .body("conclusion.result", equalTo("RECTIFIED"))
                .body("conclusion.concludedOn", equalTo("2009-03-12"))
                .body("corrections[0].act", equalTo("AMENDED"))
                .body("corrections[0].was.receivedOn", equalTo("2009-03-04"));
        as("recorder", "OER-1")
                .get(complaint)
                .then()
                .body("complainant.type", equalTo("OTHER_ORG"))
                .body("aboutOrganisation", equalTo("OER-2"));
        for (String address : List.of(rectification, complaint)) {
            String body = as("recorder", "OER-1").get(address).asString();
            for (String gone : List.of("演示人", "13800138000", "演示记录", "演示更正", "经办人", "演示说明", "演示录错", "演示事由")) {
                assertFalse(body.contains(gone), body);
            }
        }
        as("recorder", "OER-1").get(open).then().body("applicant.name", equalTo("演示人甲"));
    }

    @Test
    void what_is_entered_into_an_erased_one_goes_with_the_next_run() {
        register("OER-3", null);
        String address = "/rectifications/" + record("OER-3", "/rectifications", rectification("OER-3", "1"));
        conclude("OER-3", address, "REFUSED");
        assertEquals(1, erasure.eraseAll(YEARS, LocalDate.of(2019, 3, 13)));
        as("recorder", "OER-3").queryParam("reason", "演示理由").delete(address + "/conclusion");
        Response again = as("recorder", "OER-3")
                .body("{\"result\": \"REFUSED\", \"concludedOn\": \"2009-03-12\"}")
                .post(address + "/conclusion");
        again.then().statusCode(200).body("corrections[0].reason", equalTo("演示理由"));

        assertEquals(1, erasure.eraseAll(YEARS, LocalDate.of(2019, 3, 14)));

        as("recorder", "OER-3")
                .get(address)
                .then()
                .body("personalDataErasedOn", equalTo("2019-03-14"))
                .body("corrections[0].reason", nullValue());
    }

    @Test
    void the_timer_of_retention_erases_both_applications_and_other_requests() {
        TreeSet<String> kinds = new TreeSet<>();
        all.handlesStream()
                .forEach(each -> kinds.add(each.getBean().getBeanClass().getSimpleName()));
        assertEquals(new TreeSet<>(List.of("Erasure", "OtherRequestErasure")), kinds);
    }
}
