package org.gongkai.intake.disclosureapplication;

import static org.gongkai.intake.Calls.application;
import static org.gongkai.intake.Calls.as;
import static org.gongkai.intake.Calls.decide;
import static org.gongkai.intake.Calls.register;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import org.gongkai.embedded.testing.WithInfrastructure;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithInfrastructure(database = "intake", kafka = true)
class EarlierCasesIT {

    private static final String DOCUMENT = "62280119900101123X";

    private static Response receive(String organisation, String number, String document, String sought, String query) {
        return as("recorder", organisation)
                .body(application(organisation, number, "2021-03-04")
                        .replace(DOCUMENT, document)
                        .replace("二〇二〇年度部门预算", sought))
                .post("/applications" + query);
    }

    private static ValidatableResponse get(String role, String claim, String id) {
        return as(role, claim).get("/applications/" + id).then().statusCode(200);
    }

    @Test
    void cases_of_the_same_applicant_and_of_the_same_information_are_shown_to_their_own_body() {
        register("EAR-1", null);
        register("EAR-2", "EAR-1");
        register("EAR-3", "EAR-1");
        String first = receive("EAR-2", "1", DOCUMENT, "垃圾清运合同", "").path("id");
        decide("EAR-2", first, "GRANTED_FULL", "2021-03-10").then().statusCode(200);
        receive("EAR-2", "2", "622801199001011231", "垃圾清运 合同", "").then().statusCode(201);
        receive("EAR-3", "3", DOCUMENT, "垃圾清运合同", "").then().statusCode(201);
        String last =
                receive("EAR-2", "4", " ６２２８０１１９９００１０１１２３ｘ ", "垃圾清运合同", "").path("id");

        get("recorder", "EAR-2", last)
                .body("earlierCases.sameApplicant.caseNumber", contains("1"))
                .body("earlierCases.sameApplicant[0].id", equalTo(first))
                .body("earlierCases.sameApplicant[0].state", equalTo("CLOSED"))
                .body("earlierCases.sameApplicant[0].outcome", equalTo("GRANTED_FULL"))
                .body("earlierCases.sameInformation.caseNumber", contains("2", "1"));
        get("office", "EAR-1", last).body("earlierCases", nullValue());
        get("admin", "*", last).body("earlierCases", nullValue());
    }

    @Test
    void a_registration_shows_them_where_it_is_asked_to() {
        register("EAR-4", null);
        receive("EAR-4", "1", DOCUMENT, "预算", "").then().statusCode(201).body("earlierCases", nullValue());

        receive("EAR-4", "2", DOCUMENT, "决算", "?earlierCases=true")
                .then()
                .statusCode(201)
                .body("earlierCases.sameApplicant.caseNumber", contains("1"))
                .body("earlierCases.sameInformation", empty());
        receive("EAR-4", "2", DOCUMENT, "决算", "?earlierCases=true")
                .then()
                .statusCode(200)
                .body("earlierCases.sameApplicant", hasSize(1));
        receive("EAR-4", "3", DOCUMENT, "决算", "?earlierCases=perhaps").then().statusCode(400);
    }

    @Test
    void ten_of_each_at_most_and_the_newest_and_no_voided_one() {
        register("EAR-5", null);
        for (int i = 0; i < 12; i++) {
            receive("EAR-5", "n" + i, DOCUMENT, "预算" + i, "").then().statusCode(201);
        }
        String voided = receive("EAR-5", "voided", DOCUMENT, "预算", "").path("id");
        as("recorder", "EAR-5")
                .delete("/applications/" + voided + "?reason=重复录入")
                .then()
                .statusCode(200);

        receive("EAR-5", "last", DOCUMENT, "别的", "?earlierCases=true")
                .then()
                .statusCode(201)
                .body("earlierCases.sameApplicant", hasSize(10))
                .body("earlierCases.sameApplicant[0].caseNumber", equalTo("n11"))
                .body("earlierCases.sameApplicant.caseNumber", not(contains("voided")));
    }
}
