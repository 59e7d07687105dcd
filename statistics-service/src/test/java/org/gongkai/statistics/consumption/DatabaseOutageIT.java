package org.gongkai.statistics.consumption;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.gongkai.statistics.testing.Callers.admin;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.gongkai.embedded.testing.WithInfrastructure;
import org.gongkai.statistics.testing.Facts;
import org.gongkai.statistics.testing.StatisticsTestResource;
import org.gongkai.statistics.testing.TestJournal;
import org.junit.jupiter.api.Test;

/** An application of its own: its database goes away and comes back. */
@QuarkusTest
@WithInfrastructure(database = "statistics", kafka = true)
@WithTestResource(value = StatisticsTestResource.class, scope = TestResourceScope.RESTRICTED_TO_CLASS)
class DatabaseOutageIT {

    private static final Duration LONG = Duration.ofSeconds(60);

    private final TestJournal journal = TestJournal.running();

    @Inject
    MeterRegistry metrics;

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String url;

    @ConfigProperty(name = "quarkus.datasource.username")
    String user;

    @ConfigProperty(name = "quarkus.datasource.password")
    String password;

    @Test
    void while_the_database_is_away_answers_are_503_and_afterwards_the_batch_in_hand_is_counted() throws Exception {
        journal.record(Facts.registered("DB1", "COUNTY", "GOVERNMENT", null), Facts.received("DB1", "2021-03-04"));
        assertReceived(1);
        // The journal is out of reach, so that only the batch in hand can bring the facts.
        journal.setReachable(false);
        String database = url.substring(url.lastIndexOf('/') + 1);

        try (Connection elsewhere =
                        DriverManager.getConnection(url.replace("/" + database, "/postgres"), user, password);
                Statement admin = elsewhere.createStatement()) {
            admin.execute("ALTER DATABASE " + database + " WITH ALLOW_CONNECTIONS false");
            admin.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '" + database + "'");
            double failed = metrics.counter("gongkai.batches.failed").count();
            journal.record(Facts.received("DB1", "2021-03-04"), Facts.received("DB1", "2021-03-04"));
            await().atMost(LONG)
                    .until(() -> metrics.counter("gongkai.batches.failed").count() >= failed + 2);

            for (String path :
                    new String[] {"/statements/DB1/2021", "/organisations", "/progress", "/unreadable-facts"}) {
                admin().get(path)
                        .then()
                        .statusCode(503)
                        .header("Retry-After", notNullValue())
                        .contentType("application/problem+json")
                        .body("type", equalTo("urn:gongkai:problem:database-unavailable"));
            }
            given().get("/q/health/ready").then().statusCode(503);
            given().get("/q/health/live").then().statusCode(200);
            admin.execute("ALTER DATABASE " + database + " WITH ALLOW_CONNECTIONS true");
        }

        assertReceived(3);
        given().get("/q/health/ready").then().statusCode(200);
    }

    private void assertReceived(int expected) {
        await().atMost(LONG)
                .untilAsserted(() -> admin().queryParam("atLeast", journal.position())
                        .get("/statements/DB1/2021")
                        .then()
                        .statusCode(200)
                        .body("applications.NEW_RECEIVED.TOTAL", equalTo(expected)));
    }
}
