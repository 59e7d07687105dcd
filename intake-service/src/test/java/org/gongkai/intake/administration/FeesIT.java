package org.gongkai.intake.administration;

import static org.gongkai.intake.Calls.register;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.gongkai.embedded.testing.WithInfrastructure;
import org.gongkai.intake.record.JournaledFacts;
import org.gongkai.intake.record.QuietRecord;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithInfrastructure(database = "intake", kafka = true)
class FeesIT extends QuietRecord {

    FeesIT() {
        super(
                "/administrative-fees",
                "FEE",
                "AdministrativeFeesReported",
                "reference",
                "amountYuan",
                "475936663.00",
                "475936663.05",
                "0.00");
    }

    @Override
    protected String body(String organisation, int number) {
        return """
                {"organisation": "%s", "period": "2021", "amountYuan": "475936663.00", "reference": "收费%d"}""".formatted(organisation, number);
    }

    @Test
    void an_amount_is_exact_and_the_same_however_it_is_written() {
        register("FEE-20", null);
        post("FEE-20", body("FEE-20", 1).replace("475936663.00", "999999999999.99"))
                .then()
                .statusCode(201);
        post("FEE-20", body("FEE-20", 2).replace("475936663.00", "7"))
                .then()
                .statusCode(201)
                .body("amountYuan", equalTo("7.00"));
        post("FEE-20", body("FEE-20", 2).replace("475936663.00", "7.0")).then().statusCode(200);

        List<JournaledFacts.One> facts = JournaledFacts.of("FEE-20");

        assertEquals("999999999999.99", facts.get(0).data().get("amountYuan").asText());
        assertEquals("7.00", facts.get(1).data().get("amountYuan").asText());
    }

    @Test
    void an_amount_that_is_no_decimal_string_of_yuan_is_refused_with_what_to_send() {
        register("FEE-21", null);
        for (String number : List.of("475936663.00", "7")) {
            post("FEE-21", body("FEE-21", 1).replace("\"475936663.00\"", number))
                    .then()
                    .statusCode(400)
                    .body("violations[0].field", equalTo("amountYuan"))
                    .body("violations[0].message", containsString("\"12345.60\""));
        }
        for (String text : List.of("1.005", "-1", "1e3", "+1", "01", ".5", "1,000", "一", "", "1000000000000")) {
            post("FEE-21", body("FEE-21", 1).replace("475936663.00", text))
                    .then()
                    .statusCode(422)
                    .body("violations.field", equalTo(List.of("amountYuan")));
        }
    }
}
