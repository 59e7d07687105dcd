package org.gongkai.intake.administration;

import static org.gongkai.intake.Calls.as;
import static org.gongkai.intake.Calls.register;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.gongkai.embedded.testing.WithInfrastructure;
import org.gongkai.intake.record.QuietRecord;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithInfrastructure(database = "intake", kafka = true)
class DecisionsIT extends QuietRecord {

    DecisionsIT() {
        super(
                "/administrative-decisions",
                "DEC",
                "AdministrativeDecisionsReported",
                "reference",
                "decisions",
                412,
                400,
                0);
    }

    @Override
    protected String body(String organisation, int number) {
        return """
                {"organisation": "%s", "kind": "LICENSES", "period": "2021-03", "decisions": 412, "reference": "许可%d"}""".formatted(organisation, number);
    }

    @Test
    void a_list_is_filtered_by_kind() {
        register("DEC-20", null);
        post("DEC-20", body("DEC-20", 1));
        post("DEC-20", body("DEC-20", 2).replace("LICENSES", "COERCIVE"));

        as("office", "DEC-20")
                .get("/administrative-decisions?kind=COERCIVE")
                .then()
                .body("items.kind", equalTo(List.of("COERCIVE")));
        as("office", "DEC-20").get("/administrative-decisions").then().body("items", hasSize(2));
        as("office", "DEC-20")
                .get("/administrative-decisions?kind=TAXES")
                .then()
                .statusCode(400);
    }

    @Test
    void what_is_against_a_rule_is_refused_field_by_field() {
        register("DEC-21", null);
        post("DEC-21", """
                {"organisation": "DEC-21", "kind": "PENALTIES", "period": "2021-13", "decisions": -1,
                 "reference": "62280119900101123X"}""")
                .then()
                .statusCode(422)
                .body("violations.field", hasItems("period", "decisions", "reference"));
        for (String period : List.of("2999", "2999-01", "2008-04", "2007", "2021-3", "")) {
            post("DEC-21", body("DEC-21", 1).replace("2021-03", period))
                    .then()
                    .statusCode(422)
                    .body("violations.field", equalTo(List.of("period")));
        }
        post("DEC-21", body("DEC-21", 1).replace("\"2021-03\"", "2021"))
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("period"));
    }
}
