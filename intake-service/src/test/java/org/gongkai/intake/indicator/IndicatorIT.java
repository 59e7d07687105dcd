package org.gongkai.intake.indicator;

import static org.gongkai.intake.Calls.as;
import static org.gongkai.intake.Calls.register;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import org.gongkai.embedded.testing.WithInfrastructure;
import org.gongkai.intake.record.JournaledFacts;
import org.gongkai.intake.record.QuietRecord;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithInfrastructure(database = "intake", kafka = true)
class IndicatorIT extends QuietRecord {

    private static final List<String> CODES =
            List.of("DISCLOSURE_PLATFORMS", "DISCLOSURE_COLUMNS", "SURVEYS", "TRAININGS");

    IndicatorIT() {
        super("/indicators", "IND", "IndicatorReported", "year", "value", 386, 387, 388);
    }

    @Override
    protected String body(String organisation, int number) {
        return """
                {"organisation": "%s", "year": 2021, "indicator": "%s", "value": 386}""".formatted(organisation, CODES.get(number - 1));
    }

    @Test
    void another_value_with_a_reason_replaces_the_former_in_one_fact() {
        register("IND-20", null);
        Response first = post("IND-20", body("IND-20", 1));
        String other = body("IND-20", 1).replace("386", "390, \"reason\": \"复核后更正\"");

        Response replaced = post("IND-20", other);

        replaced.then()
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("id", equalTo(first.path("id")))
                .body("value", equalTo(390))
                .body("reason", equalTo(null))
                .body("corrections[0].reason", equalTo("复核后更正"));
        assertNotEquals(first.header("Gongkai-Position"), replaced.header("Gongkai-Position"));
        post("IND-20", other)
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"")
                .header("Gongkai-Position", replaced.header("Gongkai-Position"));
        post("IND-20", body("IND-20", 1))
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:gongkai:problem:indicator-differs"))
                .body("detail", containsString("reason"));
        assertEquals(List.of("IndicatorReported", "IndicatorReportedAmended"), JournaledFacts.names("IND-20"));
    }

    @Test
    void the_catalogue_lists_what_may_be_reported() {
        as("office", "IND-21")
                .get("/indicators/catalogue")
                .then()
                .statusCode(200)
                .body("indicators", hasSize(22))
                .body("indicators[0].code", equalTo("DOCUMENTS_FILED_ISSUED"))
                .body("indicators[0].labelZh", containsString("备案文件"))
                .body("indicators[0].kind", equalTo("FLOW"))
                .body("indicators[0].subtree", equalTo("SUM"))
                .body("derived[0].code", equalTo("INTERPRETATION_RATE"));
        as("reader", "IND-21").get("/indicators/catalogue").then().statusCode(403);
    }

    @Test
    void an_unknown_indicator_cannot_be_read_and_a_year_to_come_is_refused() {
        register("IND-22", null);
        post("IND-22", body("IND-22", 1).replace("DISCLOSURE_PLATFORMS", "HAPPINESS"))
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("indicator"))
                .body("violations[0].message", containsString("SURVEYS"));
        for (String year : List.of("2999", "2007")) {
            post("IND-22", body("IND-22", 1).replace("2021", year))
                    .then()
                    .statusCode(422)
                    .body("violations.field", equalTo(List.of("year")));
        }
        post("IND-22", body("IND-22", 1));
        as("office", "IND-22")
                .get("/indicators?indicator=DISCLOSURE_PLATFORMS")
                .then()
                .body("items", hasSize(1));
        as("office", "IND-22").get("/indicators?indicator=HAPPINESS").then().statusCode(400);
    }
}
