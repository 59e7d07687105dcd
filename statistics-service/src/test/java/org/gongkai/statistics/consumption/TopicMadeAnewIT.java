package org.gongkai.statistics.consumption;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.gongkai.statistics.testing.Callers.admin;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import org.gongkai.embedded.testing.WithInfrastructure;
import org.gongkai.statistics.testing.Facts;
import org.gongkai.statistics.testing.StatisticsTestResource;
import org.gongkai.statistics.testing.TestJournal;
import org.junit.jupiter.api.Test;

/** An application of its own: its topic is deleted. */
@QuarkusTest
@WithInfrastructure(database = "statistics", kafka = true)
@WithTestResource(value = StatisticsTestResource.class, scope = TestResourceScope.RESTRICTED_TO_CLASS)
class TopicMadeAnewIT {

    private static final Duration LONG = Duration.ofSeconds(60);

    private final TestJournal journal = TestJournal.running();

    @Test
    void a_topic_deleted_and_made_anew_with_other_partitions_loses_nothing_and_doubles_nothing() throws Exception {
        String[] bodies = {"TO1", "TO2", "TO3", "TO4", "TO5", "TO6"};
        for (String body : bodies) {
            journal.record(Facts.registered(body, "COUNTY", "GOVERNMENT", null), Facts.received(body, "2021-03-04"));
        }
        for (String body : bodies) {
            assertReceived(body, 1);
        }

        for (String body : bodies) {
            // Published just before the end, and lost with the topic.
            journal.lose(Facts.received(body, "2021-03-04"));
        }
        journal.makeTopicAnew(5);
        for (String body : bodies) {
            journal.record(Facts.received(body, "2021-03-04"), Facts.received(body, "2021-03-04"));
        }

        for (String body : bodies) {
            assertReceived(body, 4);
        }
        await().atMost(LONG)
                .untilAsserted(() -> given().get("/q/health/ready")
                        .then()
                        .body("checks.find { it.name == 'counting' }.data.partitions", equalTo("[0, 1, 2, 3, 4]")));
        // The journal is out of reach: what follows can only have come by the new topic.
        journal.setReachable(false);
        journal.record(Facts.received("TO1", "2021-03-04"));
        assertReceived("TO1", 5);

        journal.setReachable(true);
        journal.makeTopicAnew(24);
        journal.record(Facts.received("TO2", "2021-03-04"));
        assertReceived("TO2", 5);
        await().atMost(LONG)
                .untilAsserted(() -> given().get("/q/health/ready")
                        .then()
                        .body("checks.find { it.name == 'counting' }.data.partitions.split(',').size()", equalTo(24)));
        journal.setReachable(false);
        journal.record(Facts.received("TO3", "2021-03-04"));
        assertReceived("TO3", 5);
    }

    private void assertReceived(String body, int expected) {
        await().atMost(LONG)
                .untilAsserted(() -> admin().queryParam("atLeast", journal.position())
                        .get("/statements/" + body + "/2021")
                        .then()
                        .statusCode(200)
                        .body("applications.NEW_RECEIVED.TOTAL", equalTo(expected)));
    }
}
