package org.gongkai.statistics.consumption;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.gongkai.statistics.testing.Callers.admin;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import org.gongkai.embedded.testing.WithInfrastructure;
import org.gongkai.statistics.testing.Facts;
import org.gongkai.statistics.testing.StatisticsTestResource;
import org.gongkai.statistics.testing.TestJournal;
import org.junit.jupiter.api.Test;

/** An application of its own: it stands still at the end. */
@QuarkusTest
@WithInfrastructure(database = "statistics", kafka = true)
@WithTestResource(value = StatisticsTestResource.class, scope = TestResourceScope.RESTRICTED_TO_CLASS)
class NewGenerationIT {

    private final TestJournal journal = TestJournal.running();

    @Test
    void a_new_generation_of_the_journal_is_counted_beside_the_old_counts_and_takes_their_place() {
        journal.record(Facts.registered("GE1", "COUNTY", "GOVERNMENT", null), Facts.received("GE1", "2021-03-04"));
        String first = journal.position();
        assertStatement(first, 1, true);

        // The journal is out of reach, so nobody knows yet how far the new generation has come.
        journal.setReachable(false);
        journal.beginGeneration(2);
        journal.record(
                Facts.registered("GE1", "COUNTY", "GOVERNMENT", null),
                Facts.received("GE1", "2021-03-04"),
                Facts.received("GE1", "2021-03-04"));

        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> admin().get("/progress")
                        .then()
                        .body("state", equalTo("STOPPED"))
                        .body("generation", equalTo(1))
                        .body("newerGeneration", equalTo(2)));
        assertStatement(first, 1, false);
        given().get("/q/health/ready")
                .then()
                .statusCode(200)
                .body("checks.find { it.name == 'counting' }.data.state", equalTo("STOPPED"))
                .body("checks.find { it.name == 'counting' }.data.newerGeneration", equalTo(2));
        admin().header("Accept-Language", "en")
                .queryParam("atLeast", journal.position())
                .get("/statements/GE1/2021")
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:gongkai:problem:other-generation"));

        journal.setReachable(true);
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> assertStatement(journal.position(), 2, true));
        admin().get("/progress")
                .then()
                .body("state", equalTo("COUNTING"))
                .body("generation", equalTo(2))
                .body("newerGeneration", nullValue());
        journal.record(Facts.received("GE1", "2021-03-04"));
        assertStatement(journal.position(), 3, true);
    }

    private static void assertStatement(String position, int received, boolean complete) {
        admin().queryParam("atLeast", position)
                .get("/statements/GE1/2021")
                .then()
                .statusCode(200)
                .body("applications.NEW_RECEIVED.TOTAL", equalTo(received))
                .body("complete", equalTo(complete));
    }
}
