package org.gongkai.statistics.consumption;

import static org.gongkai.statistics.testing.Callers.admin;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.gongkai.embedded.testing.WithInfrastructure;
import org.gongkai.statistics.lane.CountedPosition;
import org.gongkai.statistics.ledger.Ledgers;
import org.gongkai.statistics.testing.Event;
import org.gongkai.statistics.testing.EventStream;
import org.gongkai.statistics.testing.Facts;
import org.gongkai.statistics.testing.StatisticsTestResource;
import org.gongkai.statistics.testing.TestJournal;
import org.gongkai.statistics.unreadable.FactIds;
import org.junit.jupiter.api.Test;

/** A second writer that tells this process nothing, as another replica does. */
@QuarkusTest
@WithInfrastructure(database = "statistics", kafka = true)
@WithTestResource(StatisticsTestResource.class)
class StreamOfAnotherReplicaIT {

    private final TestJournal journal = TestJournal.running();

    @Inject
    Ledgers ledgers;

    @Inject
    LedgerWriter writer;

    @Inject
    Clock clock;

    @Inject
    CountingMetrics metrics;

    @Inject
    FactIds ids;

    @Test
    void what_another_replica_counts_is_told_within_a_second_also_a_change_of_the_tree() throws Exception {
        journal.record(
                Facts.registered("AR1", "CITY", "GOVERNMENT", null),
                Facts.registered("AR1-A", "CITY", "DEPARTMENT", "AR1"));
        admin().queryParam("atLeast", journal.position())
                .get("/organisations")
                .then()
                .statusCode(200);
        Ledger elsewhere = new Ledger(ledgers, writer, clock, metrics, new CountedPosition(), ids);
        try (EventStream stream = EventStream.open("organisation=AR1&year=2021")) {
            assertEquals("snapshot", stream.first().name());
            count(elsewhere, Facts.received("AR1-A", "2021-03-04"));
            long counted = System.nanoTime();
            EventStream.Event change = stream.saying("applications.NEW_RECEIVED.TOTAL", "1");
            assertTrue(change.at() - counted < Duration.ofSeconds(1).toNanos());

            count(elsewhere, Facts.registered("AR1-B", "CITY", "DEPARTMENT", "AR1"));
            stream.saying("confirmed.no", "3");
            count(elsewhere, Facts.received("AR1-B", "2021-03-04"));
            stream.saying("applications.NEW_RECEIVED.TOTAL", "2");
        }
    }

    private void count(Ledger ledger, Facts.Fact fact) throws Exception {
        Event event = journal.append(fact.type(), fact.subject(), fact.data());
        assertEquals(
                1,
                ledger.apply(List.of(Deliveries.of(fact, event.generation(), event.position())), Optional::empty)
                        .applied());
        journal.publish(event);
    }
}
