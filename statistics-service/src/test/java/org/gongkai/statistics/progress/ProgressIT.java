package org.gongkai.statistics.progress;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.gongkai.statistics.testing.Callers.admin;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import org.gongkai.embedded.testing.WithInfrastructure;
import org.gongkai.statistics.testing.Event;
import org.gongkai.statistics.testing.Facts;
import org.gongkai.statistics.testing.StatisticsTestResource;
import org.gongkai.statistics.testing.TestJournal;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithInfrastructure(database = "statistics", kafka = true)
@WithTestResource(StatisticsTestResource.class)
class ProgressIT {

    private static final Duration LONG = Duration.ofSeconds(60);

    private final TestJournal journal = TestJournal.running();

    @Test
    void progress_tells_every_lane_with_where_its_last_fact_lay_and_when() {
        Event event = journal.append(
                "OrganisationRegistered",
                "PR1",
                Facts.registered("PR1", "COUNTY", "GOVERNMENT", null).data());
        journal.publish(event);
        String lane = "lanes[" + event.lane() + "]";

        await().atMost(LONG)
                .untilAsserted(() -> admin().queryParam("atLeast", journal.position())
                        .get("/progress")
                        .then()
                        .statusCode(200)
                        .body("state", equalTo("COUNTING"))
                        .body("generation", equalTo(1))
                        .body("position", equalTo(journal.position()))
                        .body("lag", equalTo(0))
                        .body("unreadableFacts", equalTo(0))
                        .body("journal.reachedAt", notNullValue())
                        .body("lanes", hasSize(64))
                        .body(lane + ".lane", equalTo(event.lane()))
                        .body(lane + ".position", equalTo((int) event.position()))
                        .body(lane + ".head", equalTo((int) event.position()))
                        .body(lane + ".lag", equalTo(0))
                        .body(lane + ".partition", equalTo(event.lane() % StatisticsTestResource.PARTITIONS))
                        .body(lane + ".offset", notNullValue())
                        .body(lane + ".at", endsWith("+08:00")));
    }

    @Test
    void lag_is_what_the_journal_has_and_counting_has_not() {
        journal.record(Facts.registered("PR2", "COUNTY", "GOVERNMENT", null));
        // Neither published nor noted as published: intake has not come to it, so nothing is healed.
        Event late = journal.append(
                "ApplicationReceived",
                "PR2",
                Facts.received("PR2", "2021-03-04").data());
        try {
            await().atMost(LONG)
                    .untilAsserted(() -> admin().get("/progress")
                            .then()
                            .body("lanes[" + late.lane() + "].lag", equalTo(1))
                            .body("lag", equalTo(1)));
        } finally {
            journal.publish(late);
        }
    }

    @Test
    void a_journal_out_of_reach_is_said_and_readiness_stays() {
        journal.setReachable(false);
        try {
            await().atMost(LONG)
                    .untilAsserted(
                            () -> admin().get("/progress").then().body("journal.failure", containsString("503")));
            given().get("/q/health/ready")
                    .then()
                    .statusCode(200)
                    .body("checks.find { it.name == 'counting' }.data.journal", equalTo("not reached"));
        } finally {
            journal.setReachable(true);
        }
    }

    @Test
    void readiness_is_about_content() {
        await().atMost(LONG)
                .untilAsserted(() -> given().get("/q/health/ready")
                        .then()
                        .statusCode(200)
                        .body("checks.find { it.name == 'counting' }.status", equalTo("UP"))
                        .body("checks.find { it.name == 'counting' }.data.state", equalTo("COUNTING"))
                        .body("checks.find { it.name == 'counting' }.data.lag", notNullValue())
                        .body("checks.find { it.name == 'counting' }.data.partitions.split(',').size()", equalTo(16)));
        given().get("/q/health/live").then().statusCode(200);
    }

    @Test
    void metrics_name_what_the_guarantees_promise_to_handle() {
        String metrics =
                given().get("/q/metrics").then().statusCode(200).extract().asString();
        for (String name : new String[] {
            "gongkai_facts_applied_total",
            "gongkai_facts_repeats_total",
            "gongkai_facts_withheld_total",
            "gongkai_facts_healed_total",
            "gongkai_facts_unreadable_total",
            "gongkai_facts_foreign_total",
            "gongkai_lanes_gaps_total",
            "gongkai_batches_fenced_total",
            "gongkai_batches_failed_total",
            "gongkai_batches_seconds"
        }) {
            assertThat(metrics, containsString(name));
        }
    }
}
