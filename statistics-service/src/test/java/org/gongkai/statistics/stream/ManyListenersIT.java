package org.gongkai.statistics.stream;

import static org.awaitility.Awaitility.await;
import static org.gongkai.statistics.testing.Callers.admin;
import static org.gongkai.statistics.testing.Callers.token;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Flow;
import org.gongkai.embedded.testing.WithInfrastructure;
import org.gongkai.statistics.access.Grant;
import org.gongkai.statistics.testing.EventStream;
import org.gongkai.statistics.testing.Facts;
import org.gongkai.statistics.testing.StatisticsTestResource;
import org.gongkai.statistics.testing.TestJournal;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithInfrastructure(database = "statistics", kafka = true)
@WithTestResource(StatisticsTestResource.class)
class ManyListenersIT {

    private static final Duration LONG = Duration.ofSeconds(60);
    private static final int LISTENERS = 1_000;
    private static final String RECEIVED = "applications.NEW_RECEIVED.TOTAL";

    private final TestJournal journal = TestJournal.running();

    @Inject
    Hub hub;

    @Inject
    MeterRegistry metrics;

    @Test
    void a_thousand_listeners_get_their_snapshot_and_the_change_which_is_read_once_for_all() {
        registered("ML1");
        String token = token("reader", "ML1");
        List<EventStream> streams = new ArrayList<>();
        try {
            long begin = System.nanoTime();
            for (int i = 0; i < LISTENERS; i++) {
                streams.add(EventStream.open(token, "organisation=ML1&year=2021", Map.of()));
            }
            await().atMost(LONG)
                    .until(() ->
                            streams.stream().allMatch(stream -> !stream.events().isEmpty()));
            long readings = metrics.get("gongkai.stream.readings").timer().count();
            long opened = System.nanoTime();
            journal.record(Facts.received("ML1", "2021-03-04"));
            await().atMost(LONG)
                    .until(() ->
                            streams.stream().allMatch(stream -> stream.events().size() > 1));
            long told = streams.stream()
                    .mapToLong(stream -> stream.events().get(1).at())
                    .max()
                    .orElseThrow();

            System.out.printf(
                    "%d listeners: all open after %.1f s, all told %.0f ms after the fact was published%n",
                    LISTENERS, (opened - begin) / 1e9, (told - opened) / 1e6);
            assertTrue(streams.stream()
                    .allMatch(stream ->
                            stream.events().size() == 2 && stream.first().name().equals("snapshot")));
            long read = metrics.get("gongkai.stream.readings").timer().count() - readings;
            assertTrue(read <= 5, read + " readings for one fact");
        } finally {
            streams.forEach(EventStream::close);
        }
    }

    @Test
    void a_slow_listener_is_told_the_newest_state_when_it_can_take_it_and_holds_nobody_up() throws Exception {
        registered("ML2");
        Slow slow = new Slow();
        hub.join(new Watch.Key("ML2", 2021), null, null, new Grant("*", Instant.parse("2999-01-01T00:00:00Z")), slow)
                .orElseThrow()
                .subscribe(slow);
        try (EventStream quick = EventStream.open("organisation=ML2&year=2021")) {
            slow.subscription.request(1);
            await().atMost(LONG).until(() -> slow.messages.size() == 1);
            quick.first();
            for (int i = 1; i <= 4; i++) {
                journal.record(Facts.received("ML2", "2021-03-04"));
                quick.saying(RECEIVED, Integer.toString(i));
            }
            assertEquals(1, slow.messages.size());
            slow.subscription.request(1);
            await().atMost(LONG).until(() -> slow.messages.size() == 2);

            assertEquals(Message.Kind.SNAPSHOT, slow.messages.get(0).kind());
            assertEquals(Message.Kind.CHANGE, slow.messages.get(1).kind());
            assertTrue(slow.messages.get(1).data().contains("{\"figure\":\"" + RECEIVED + "\",\"n\":4}"));
        }
        // It is gone without a word: found by its line.
        slow.closed = true;
        await().atMost(LONG).until(() -> slow.cut);
    }

    private void registered(String code) {
        journal.record(Facts.registered(code, "CITY", "GOVERNMENT", null));
        admin().queryParam("atLeast", journal.position())
                .get("/organisations")
                .then()
                .statusCode(200);
    }

    private static final class Slow implements Flow.Subscriber<Message>, Line {

        private final List<Message> messages = new CopyOnWriteArrayList<>();
        private volatile Flow.Subscription subscription;
        private volatile boolean closed;
        private volatile boolean cut;

        @Override
        public void onSubscribe(Flow.Subscription given) {
            subscription = given;
        }

        @Override
        public void onNext(Message message) {
            messages.add(message);
        }

        @Override
        public void onError(Throwable failure) {
            throw new IllegalStateException(failure);
        }

        @Override
        public void onComplete() {
            // not in this test
        }

        @Override
        public boolean isClosed() {
            return closed;
        }

        @Override
        public boolean isOver() {
            return closed;
        }

        @Override
        public void cut() {
            cut = true;
        }
    }
}
