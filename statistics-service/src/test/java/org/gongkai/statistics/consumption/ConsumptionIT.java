package org.gongkai.statistics.consumption;

import static org.awaitility.Awaitility.await;
import static org.gongkai.statistics.testing.Callers.admin;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import javax.sql.DataSource;
import org.gongkai.embedded.testing.WithInfrastructure;
import org.gongkai.statistics.lane.Lane;
import org.gongkai.statistics.lane.LaneTable;
import org.gongkai.statistics.testing.Event;
import org.gongkai.statistics.testing.Facts;
import org.gongkai.statistics.testing.LiveLedger;
import org.gongkai.statistics.testing.StatisticsTestResource;
import org.gongkai.statistics.testing.TestJournal;
import org.junit.jupiter.api.Test;

/** Guarantee 2 with a real broker and a real database. Each test has bodies of its own, and so mostly lanes of its own. */
@QuarkusTest
@WithInfrastructure(database = "statistics", kafka = true)
@WithTestResource(StatisticsTestResource.class)
class ConsumptionIT {

    private static final Duration LONG = Duration.ofSeconds(60);

    private final TestJournal journal = TestJournal.running();

    @Inject
    DataSource database;

    @Inject
    MeterRegistry metrics;

    @Test
    void repeats_are_dropped_and_counted() {
        journal.record(Facts.registered("CO1", "COUNTY", "GOVERNMENT", null));
        Event first = received("CO1");
        Event second = received("CO1");
        double repeats = metrics.counter("gongkai.facts.repeats").count();

        journal.publish(first, second, first, second, second);
        journal.publish(first);
        Event last = received("CO1");
        journal.publish(last);

        assertReceived("CO1", 3);
        await().atMost(LONG)
                .until(() -> metrics.counter("gongkai.facts.repeats").count() >= repeats + 4);
    }

    @Test
    void facts_in_any_order_are_counted_once_each() {
        journal.record(Facts.registered("CO2", "COUNTY", "GOVERNMENT", null));
        List<Event> events = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            events.add(received("CO2"));
        }
        Collections.shuffle(events, new Random(20211124));

        journal.publish(events.toArray(Event[]::new));

        assertReceived("CO2", 200);
    }

    @Test
    void a_withheld_fact_is_reported_healed_from_the_journal_and_other_lanes_go_on_meanwhile() {
        journal.record(
                Facts.registered("CO3", "COUNTY", "GOVERNMENT", null),
                Facts.registered("CO3-OTHER", "COUNTY", "GOVERNMENT", null));
        assertReceived("CO3", 0);
        double gaps = metrics.counter("gongkai.lanes.gaps").count();
        double healed = metrics.counter("gongkai.facts.healed").count();
        journal.setReachable(false);
        try {
            received("CO3");
            journal.publish(received("CO3"));
            await().atMost(LONG)
                    .until(() -> metrics.counter("gongkai.lanes.gaps").count() > gaps);
            admin().get("/progress")
                    .then()
                    .statusCode(200)
                    .body("lanes[" + Lane.of("CO3") + "].gap.came", equalTo((int) position("CO3") + 2))
                    .body("lanes[" + Lane.of("CO3") + "].gap.expected", equalTo((int) position("CO3") + 1));

            Event other = received("CO3-OTHER");
            journal.publish(other);
            await().atMost(LONG).until(() -> position("CO3-OTHER") == other.position());
            assertEquals(0, amount("CO3"));
        } finally {
            journal.setReachable(true);
        }

        assertReceived("CO3", 2);
        assertTrue(metrics.counter("gongkai.facts.healed").count() >= healed + 2);
        await().atMost(LONG)
                .untilAsserted(
                        () -> admin().get("/progress").then().body("lanes[" + Lane.of("CO3") + "].gap", equalTo(null)));
    }

    @Test
    void a_loss_at_the_very_end_of_a_lane_is_found_and_healed() {
        journal.record(Facts.registered("CO4", "COUNTY", "GOVERNMENT", null));

        journal.lose(Facts.received("CO4", "2021-03-04"), Facts.received("CO4", "2021-03-04"));

        await().atMost(LONG).until(() -> amount("CO4") == 2);
    }

    @Test
    void more_facts_than_a_page_of_the_journal_are_healed() {
        journal.record(Facts.registered("CO5", "COUNTY", "GOVERNMENT", null));
        Facts.Fact[] many = new Facts.Fact[1_201];
        Arrays.fill(many, Facts.received("CO5", "2021-03-04"));

        journal.lose(many);

        await().atMost(LONG).until(() -> amount("CO5") == many.length);
    }

    @Test
    void a_batch_whose_lane_was_moved_under_its_feet_is_fenced_and_folded_again() throws Exception {
        journal.record(Facts.registered("CO6", "COUNTY", "GOVERNMENT", null));
        assertReceived("CO6", 0);
        Event one = received("CO6");
        Event two = received("CO6");
        double fenced = metrics.counter("gongkai.batches.fenced").count();

        // Another consumer holds the lane and has counted the first fact, when our batch of both comes.
        try (Connection other = database.getConnection()) {
            other.setAutoCommit(false);
            LiveLedger.use(other);
            LaneTable.lock(other, one.lane());
            journal.publish(one, two);
            await().atMost(LONG).until(() -> isSomebodyWaitingForALock(other));
            try (Statement write = other.createStatement()) {
                write.executeUpdate("UPDATE lane SET position = position + 1 WHERE lane = " + one.lane());
            }
            LiveLedger.addReceived(other, "CO6");
            other.commit();
        }

        assertReceived("CO6", 2);
        assertTrue(metrics.counter("gongkai.batches.fenced").count() > fenced);
    }

    @Test
    void a_long_write_open_in_the_database_stops_neither_counting_nor_statements() throws Exception {
        journal.record(Facts.registered("CO7", "COUNTY", "GOVERNMENT", null));
        try (Connection other = database.getConnection()) {
            other.setAutoCommit(false);
            LiveLedger.addReceived(other, "CO7-ELSEWHERE");

            journal.record(Facts.received("CO7", "2021-03-04"));
            assertReceived("CO7", 1);

            other.rollback();
        }
    }

    @Test
    void an_application_may_come_before_its_organisation_and_a_child_before_its_parent() {
        journal.record(
                Facts.received("CO8-01", "2021-03-04"),
                Facts.registered("CO8-01", "COUNTY", "DEPARTMENT", "CO8"),
                Facts.registered("CO8", "COUNTY", "GOVERNMENT", null));

        assertReceived("CO8", 1);
    }

    private Event received(String body) {
        return journal.append(
                "ApplicationReceived", body, Facts.received(body, "2021-03-04").data());
    }

    private void assertReceived(String root, int expected) {
        await().atMost(LONG)
                .untilAsserted(() -> admin().queryParam("atLeast", journal.position())
                        .get("/statements/" + root + "/2021")
                        .then()
                        .statusCode(200)
                        .body("complete", equalTo(true))
                        .body("applications.NEW_RECEIVED.TOTAL", equalTo(expected)));
    }

    private long amount(String body) {
        return number("SELECT coalesce(sum(amount), 0) FROM readable_cell WHERE organisation = '" + body + "'");
    }

    private long position(String body) {
        return number("SELECT position FROM lane WHERE lane = " + Lane.of(body));
    }

    private long number(String sql) {
        return LiveLedger.number(database, sql);
    }

    private static boolean isSomebodyWaitingForALock(Connection connection) throws SQLException {
        try (Statement read = connection.createStatement();
                ResultSet row = read.executeQuery(
                        "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'")) {
            row.next();
            return row.getLong(1) > 0;
        }
    }
}
