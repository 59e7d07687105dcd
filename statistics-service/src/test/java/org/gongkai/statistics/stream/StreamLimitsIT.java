package org.gongkai.statistics.stream;

import static org.awaitility.Awaitility.await;
import static org.gongkai.statistics.testing.Callers.admin;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.gongkai.embedded.testing.WithInfrastructure;
import org.gongkai.statistics.testing.EventStream;
import org.gongkai.statistics.testing.Facts;
import org.gongkai.statistics.testing.StatisticsTestResource;
import org.gongkai.statistics.testing.TestJournal;
import org.junit.jupiter.api.Test;

/** An application of its own: little room, an impatient heart, and an end. */
@QuarkusTest
@WithInfrastructure(database = "statistics", kafka = true)
@WithTestResource(value = StatisticsTestResource.class, scope = TestResourceScope.RESTRICTED_TO_CLASS)
@WithTestResource(value = StreamLimitsIT.Narrow.class, scope = TestResourceScope.RESTRICTED_TO_CLASS)
class StreamLimitsIT {

    private static final Duration LONG = Duration.ofSeconds(60);
    private static final int PLACES = 3;

    private final TestJournal journal = TestJournal.running();

    @Inject
    Hub hub;

    /** Settings of this application. */
    public static class Narrow implements QuarkusTestResourceLifecycleManager {

        @Override
        public Map<String, String> start() {
            return Map.of(
                    "gongkai.stream.most-connections", Integer.toString(PLACES), "gongkai.stream.heartbeat", "0.3S");
        }

        @Override
        public void stop() {
            // nothing was started
        }
    }

    @Test
    void silence_is_filled_with_comments_places_are_limited_and_shutdown_ends_every_stream() throws Exception {
        journal.record(Facts.registered("SL1", "CITY", "GOVERNMENT", null));
        admin().queryParam("atLeast", journal.position())
                .get("/organisations")
                .then()
                .statusCode(200);
        List<EventStream> streams = new ArrayList<>();
        for (int i = 0; i < PLACES; i++) {
            EventStream stream = EventStream.open("organisation=SL1&year=2021");
            assertEquals("snapshot", stream.first().name());
            streams.add(stream);
        }
        await().atMost(LONG).until(() -> streams.stream().allMatch(stream -> stream.comments() >= 3));
        assertEquals(1, streams.get(0).events().size(), "a heartbeat is no event");

        EventStream tooMany = EventStream.open("organisation=SL1&year=2021");
        assertEquals(503, tooMany.status());
        assertNotNull(tooMany.header("Retry-After"));
        assertEquals(
                "urn:gongkai:problem:too-many-streams",
                tooMany.first().json().get("type").asText());
        // A place that somebody gives up is somebody else's.
        streams.remove(0).close();
        await().atMost(LONG).until(() -> {
            EventStream next = EventStream.open("organisation=SL1&year=2021");
            return next.status() == 200 && streams.add(next);
        });

        hub.stop(new ShutdownEvent());
        await().atMost(LONG).until(() -> streams.stream().allMatch(EventStream::isEnded));
        assertTrue(EventStream.open("organisation=SL1&year=2021").status() == 503);
    }
}
