package org.gongkai.statistics.consumption;

import static org.gongkai.statistics.testing.Callers.admin;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.gongkai.embedded.testing.WithInfrastructure;
import org.gongkai.statistics.lane.CountedPosition;
import org.gongkai.statistics.ledger.Ledgers;
import org.gongkai.statistics.testing.Event;
import org.gongkai.statistics.testing.Facts;
import org.gongkai.statistics.testing.StatisticsTestResource;
import org.gongkai.statistics.testing.TestJournal;
import org.gongkai.statistics.unreadable.FactIds;
import org.junit.jupiter.api.Test;

/** Consumers that both believe to hold the same partitions, as after a rebalance that one of them has slept through. */
@QuarkusTest
@WithInfrastructure(database = "statistics", kafka = true)
@WithTestResource(StatisticsTestResource.class)
class TwoConsumersIT {

    private static final int FACTS = 2_000;
    private static final int CONSUMERS = 3;

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
    CountedPosition counted;

    @Inject
    FactIds ids;

    @Test
    void consumers_of_the_same_lanes_count_every_fact_once_between_them() throws Exception {
        List<String> bodies = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            bodies.add("TC" + i);
            journal.record(Facts.registered("TC" + i, "COUNTY", "GOVERNMENT", null));
        }
        admin().queryParam("atLeast", journal.position())
                .get("/organisations")
                .then()
                .statusCode(200);
        Random random = new Random(7);
        int[] expected = new int[bodies.size()];
        List<Delivery> all = new ArrayList<>();
        List<Event> events = new ArrayList<>();
        for (int i = 0; i < FACTS; i++) {
            int body = random.nextInt(bodies.size());
            expected[body]++;
            Facts.Fact fact = Facts.received(bodies.get(body), "2021-03-04");
            Event event = journal.append(fact.type(), fact.subject(), fact.data());
            events.add(event);
            all.add(Deliveries.of(fact, event.generation(), event.position()));
        }
        double fenced = metrics.fenced.count();

        ExecutorService executor = Executors.newFixedThreadPool(CONSUMERS);
        long applied = 0;
        try {
            List<Future<Long>> consumers = new ArrayList<>();
            for (int i = 0; i < CONSUMERS; i++) {
                consumers.add(executor.submit(consumer(all, new Random(i))));
            }
            for (Future<Long> consumer : consumers) {
                applied += consumer.get();
            }
        } finally {
            executor.shutdownNow();
        }

        journal.publish(events.toArray(Event[]::new));
        assertEquals(FACTS, applied);
        assertTrue(metrics.fenced.count() > fenced, "nobody got into anybody's way: the test shows nothing");
        for (int i = 0; i < expected.length; i++) {
            admin().queryParam("atLeast", journal.position())
                    .get("/statements/" + bodies.get(i) + "/2021")
                    .then()
                    .statusCode(200)
                    .body("applications.NEW_RECEIVED.TOTAL", equalTo(expected[i]));
        }
    }

    /** A consumer of its own over everything, in batches of its own sizes. */
    private Callable<Long> consumer(List<Delivery> all, Random random) {
        Ledger ledger = new Ledger(ledgers, writer, clock, metrics, counted, ids);
        return () -> {
            long applied = 0;
            for (int from = 0; from < all.size(); ) {
                int to = Math.min(all.size(), from + 1 + random.nextInt(60));
                applied += ledger.apply(all.subList(from, to), Optional::empty).applied();
                from = to;
            }
            return applied;
        };
    }
}
