package org.gongkai.statistics.trail;

import static org.awaitility.Awaitility.await;
import static org.gongkai.statistics.testing.Callers.admin;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import javax.sql.DataSource;
import org.gongkai.embedded.testing.WithInfrastructure;
import org.gongkai.statistics.testing.Facts;
import org.gongkai.statistics.testing.StatisticsTestResource;
import org.gongkai.statistics.testing.TestJournal;
import org.junit.jupiter.api.Test;

/** An application of its own: its journal begins a new generation and its topic is lost. */
@QuarkusTest
@WithInfrastructure(database = "statistics", kafka = true)
@WithTestResource(value = StatisticsTestResource.class, scope = TestResourceScope.RESTRICTED_TO_CLASS)
class TrailBegunAnewIT {

    private static final Duration LONG = Duration.ofSeconds(60);

    private final TestJournal journal = TestJournal.running();

    @Inject
    DataSource database;

    @Test
    void the_trail_outlives_a_lost_topic_and_begins_anew_with_a_new_generation_of_the_journal() throws Exception {
        journal.record(Facts.registered("TB1", "COUNTY", "GOVERNMENT", null), Facts.received("TB1", "2021-03-04"));
        admin().queryParam("atLeast", journal.position())
                .get("/statements/TB1/2021/facts?row=NEW_RECEIVED&column=TOTAL")
                .then()
                .statusCode(200)
                .body("sum", equalTo(1));

        journal.lose(Facts.received("TB1", "2021-03-05"));
        journal.makeTopicAnew(5);
        journal.record(Facts.received("TB1", "2021-03-06"));
        await().atMost(LONG)
                .untilAsserted(() -> admin().queryParam("atLeast", journal.position())
                        .get("/statements/TB1/2021/facts?row=NEW_RECEIVED&column=TOTAL")
                        .then()
                        .statusCode(200)
                        .body("sum", equalTo(3)));

        journal.beginGeneration(2);
        journal.record(
                Facts.registered("TB1", "COUNTY", "GOVERNMENT", null),
                Facts.received("TB1", "2021-03-07"),
                Facts.received("TB1", "2021-03-08"));

        await().atMost(LONG)
                .untilAsserted(() -> admin().get("/progress")
                        .then()
                        .body("trail.generation", equalTo(2))
                        .body("trail.begunAnew", equalTo(1))
                        .body("trail.position", equalTo(journal.position())));
        await().atMost(LONG).until(() -> number("SELECT count(*) FROM trail.entry") == 2);
    }

    private long number(String sql) throws Exception {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }
}
