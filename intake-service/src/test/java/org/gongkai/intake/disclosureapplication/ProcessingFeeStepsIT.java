package org.gongkai.intake.disclosureapplication;

import static org.gongkai.intake.Calls.as;
import static org.gongkai.intake.disclosureapplication.ApplicationFixtures.again;
import static org.gongkai.intake.disclosureapplication.ApplicationFixtures.begun;
import static org.gongkai.intake.disclosureapplication.ApplicationFixtures.facts;
import static org.gongkai.intake.disclosureapplication.ApplicationFixtures.step;
import static org.gongkai.intake.disclosureapplication.ApplicationFixtures.taken;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.gongkai.embedded.testing.WithInfrastructure;
import org.gongkai.intake.record.JournaledFacts;
import org.junit.jupiter.api.Test;

/** 信息处理费, 国办函〔2020〕109号. */
@QuarkusTest
@WithInfrastructure(database = "intake", kafka = true)
class ProcessingFeeStepsIT {

    @Test
    void a_notice_without_an_amount_charges_what_the_tariff_has_for_the_pages() {
        String id = begun("FEES-1");
        step("FEES-1", id, "FEE_NOTICED", "2021-09-22", "\"pages\": 30")
                .then()
                .statusCode(422)
                .body("violations[0].field", equalTo("pages"));
        taken("FEES-1", id, "FEE_NOTICED", "2021-09-22", "\"pages\": 109")
                .then()
                .body("state", equalTo("FEE_NOTICED"))
                .body("steps[0].amountYuan", equalTo("880.00"))
                .body("steps[0].noticeReceivedOn", equalTo("2021-09-22"))
                .body("warnings", nullValue());
        taken("FEES-1", id, "FEE_NOTICED", "2021-09-22", "\"pages\": 109")
                .then()
                .header("ETag", "\"2\"");
    }

    @Test
    void items_of_one_applicant_body_and_month_add_up_in_the_order_of_receipt() {
        String first = begun("FEES-2");
        String second = again("FEES-2", "2");
        String third = again("FEES-2", "3");
        taken("FEES-2", first, "FEE_NOTICED", "2021-09-22", "\"items\": 30")
                .then()
                .body("steps[0].amountYuan", equalTo("2000.00"));
        // one item without a notice of its own lies between: item 32 costs 200
        taken("FEES-2", third, "FEE_NOTICED", "2021-09-22", "\"items\": 1")
                .then()
                .body("steps[0].amountYuan", equalTo("200.00"));
        taken("FEES-2", second, "FEE_NOTICED", "2021-09-22", "\"items\": 1", "\"amountYuan\": \"100\"")
                .then()
                .body("steps[0].amountYuan", equalTo("100.00"))
                .body("warnings.code", contains("FEE_DIFFERS"))
                .body("warnings[0].message", containsString("200.00"));
    }

    @Test
    void a_payment_is_collected_the_one_that_completes_it_counts_the_case_and_the_clock_begins_anew() {
        String id = begun("FEES-3");
        taken("FEES-3", id, "FEE_NOTICED", "2021-09-18", "\"pages\": 72", "\"noticeReceivedOn\": \"2021-09-22\"")
                .then()
                .body("steps[0].amountYuan", equalTo("420.00"))
                .body("dueOn", nullValue());
        taken("FEES-3", id, "FEE_PAID", "2021-09-30", "\"amountYuan\": \"400\"")
                .then()
                .body("state", equalTo("FEE_NOTICED"));
        collected(0, "400.00", "2021-09");
        taken("FEES-3", id, "FEE_PAID", "2021-10-08", "\"amountYuan\": \"20\"")
                .then()
                .body("state", equalTo("REGISTERED"))
                .body("steps[2].timely", equalTo(true))
                .body("dueOn", equalTo("2021-11-04"));
        List<JournaledFacts.One> all = JournaledFacts.of("FEES-3");
        assertEquals(
                List.of(
                        "ApplicationReceived",
                        "DeadlineMoved",
                        "ProcessingFeeCollected",
                        "ProcessingFeeCollected",
                        "DeadlineMoved"),
                facts("FEES-3", 0));
        assertEquals(1, all.get(3).data().get("cases").asInt());

        as("recorder", "FEES-3")
                .delete("/applications/" + id + "/steps/2?reason=误录")
                .then()
                .statusCode(200)
                .body("state", equalTo("FEE_NOTICED"))
                .body("dueOn", nullValue());
        assertEquals(
                List.of("ProcessingFeeCollectedRetracted", "ProcessingFeeCollectedAmended", "DeadlineMoved"),
                facts("FEES-3", 5));
        as("recorder", "FEES-3")
                .delete("/applications/" + id + "?reason=误录")
                .then()
                .statusCode(200);
        assertEquals(List.of("ProcessingFeeCollectedRetracted", "ApplicationVoided"), facts("FEES-3", 8));
    }

    private static void collected(int cases, String amount, String period) {
        JsonNode fact = JournaledFacts.newest("FEES-3");
        assertEquals(cases, fact.get("cases").asInt());
        assertEquals(amount, fact.get("amountYuan").asText());
        assertEquals(period, fact.get("period").asText());
    }
}
