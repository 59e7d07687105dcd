package org.gongkai.intake.disclosureapplication;

import static org.gongkai.intake.Calls.decide;
import static org.gongkai.intake.Calls.receive;
import static org.gongkai.intake.Calls.register;
import static org.gongkai.intake.disclosureapplication.ApplicationFixtures.arrived;
import static org.gongkai.intake.disclosureapplication.ApplicationFixtures.begun;
import static org.gongkai.intake.disclosureapplication.ApplicationFixtures.get;
import static org.gongkai.intake.disclosureapplication.ApplicationFixtures.taken;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import org.gongkai.embedded.testing.WithInfrastructure;
import org.gongkai.intake.record.JournaledFacts;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithInfrastructure(database = "intake", kafka = true)
class DeadlineIT {

    @Test
    void a_deadline_comes_with_its_derivation() {
        String id = begun("DUE-1");
        get("DUE-1", id + "/deadline")
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("dueOn", equalTo("2021-10-21"))
                .body("clockStands", equalTo(false))
                .body("derivation[0].what", equalTo("CLOCK_STARTED"))
                .body("derivation[0].article", containsString("第三十三条"))
                .body("derivation.reason", hasItem(containsString("国庆节")))
                .body("derivation[-1].what", equalTo("DUE"));
        assertEquals("2021-10-21", JournaledFacts.newest("DUE-1").get("dueOn").asText());
    }

    @Test
    void each_move_of_the_due_day_is_a_fact_from_and_to() {
        String id = begun("DUE-2");
        taken("DUE-2", id, "CORRECTION_REQUESTED", "2021-09-22", "\"respondBy\": \"2021-09-30\"");
        moved("2021-10-21", null);
        taken("DUE-2", id, "CORRECTED", "2021-09-28");
        moved(null, "2021-11-01");
        taken("DUE-2", id, "EXTENDED", "2021-10-29", "\"workingDays\": 20");
        moved("2021-11-01", "2021-11-29");
        taken("DUE-2", id, "DELAY_SET", "2021-11-29", "\"until\": \"2021-12-31\"");
        moved("2021-11-29", "2021-12-31");
        get("DUE-2", id)
                .then()
                .body("extended", equalTo(true))
                .body("delayedUntil", equalTo("2021-12-31"))
                .body("situation", equalTo("延迟答复、延期中"))
                .body("warnings.code", hasItem("DELAY_WITHOUT_REASONS"));
        decide("DUE-2", id, "GRANTED_FULL", "2021-12-31")
                .then()
                .body("timely", equalTo(true))
                .body("dueOn", equalTo("2021-12-31"))
                .body("situation", nullValue());
    }

    private static void moved(String from, String to) {
        JsonNode fact = JournaledFacts.newest("DUE-2");
        assertEquals(from, fact.has("from") ? fact.get("from").asText() : null);
        assertEquals(to, fact.has("to") ? fact.get("to").asText() : null);
    }

    @Test
    void what_awaits_confirmation_has_no_clock() {
        String id = arrived("DUE-3", "2021-09-10");
        get("DUE-3", id + "/deadline")
                .then()
                .statusCode(200)
                .body("$", hasKey("dueOn"))
                .body("dueOn", nullValue())
                .body("derivation", hasSize(0));
    }

    @Test
    void a_year_without_data_never_stops_a_registration_and_is_never_guessed() {
        register("DUE-4", null);
        String id = receive("DUE-4", "1", "2018-12-20")
                .then()
                .statusCode(201)
                .body("dueOn", nullValue())
                .body("missingCalendar", equalTo(2018))
                .extract()
                .path("id");
        assertFalse(JournaledFacts.newest("DUE-4").has("dueOn"));
        decide("DUE-4", id, "GRANTED_FULL", "2019-01-10")
                .then()
                .statusCode(200)
                .body("timely", nullValue())
                .body("workingDays", nullValue());
        assertFalse(JournaledFacts.newest("DUE-4").has("inTime"));
    }
}
