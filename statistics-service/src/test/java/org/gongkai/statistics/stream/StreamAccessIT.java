package org.gongkai.statistics.stream;

import static org.awaitility.Awaitility.await;
import static org.gongkai.statistics.testing.Callers.admin;
import static org.gongkai.statistics.testing.Callers.token;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.Map;
import org.gongkai.embedded.testing.WithInfrastructure;
import org.gongkai.statistics.testing.EventStream;
import org.gongkai.statistics.testing.Facts;
import org.gongkai.statistics.testing.StatisticsTestResource;
import org.gongkai.statistics.testing.TestJournal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithInfrastructure(database = "statistics", kafka = true)
@WithTestResource(StatisticsTestResource.class)
class StreamAccessIT {

    private static final Duration LONG = Duration.ofSeconds(60);

    private final TestJournal journal = TestJournal.running();

    @BeforeEach
    void bodies() {
        journal.record(
                Facts.registered("SA1", "CITY", "GOVERNMENT", null),
                Facts.registered("SA1-A", "CITY", "DEPARTMENT", "SA1"),
                Facts.registered("SA2", "CITY", "GOVERNMENT", null));
        admin().queryParam("atLeast", journal.position())
                .get("/organisations")
                .then()
                .statusCode(200);
    }

    @Test
    void a_call_that_may_not_or_cannot_be_answered_is_a_problem_document_and_no_stream() {
        refused(401, "unauthenticated", null, "organisation=SA1&year=2021");
        refused(401, "unauthenticated", "rubbish", "organisation=SA1&year=2021");
        refused(403, "role-not-allowed", token("system", "*"), "organisation=SA1&year=2021");
        refused(403, "outside-subtree", token("reader", "SA1"), "organisation=SA2&year=2021");
        refused(403, "outside-subtree", token("reader", "SA1"), "organisation=NOBODY&year=2021");
        refused(403, "outside-subtree", token("reader", null), "organisation=SA1&year=2021");
        String admin = token("admin", "*");
        refused(404, "unknown-organisation", admin, "organisation=NOBODY&year=2021");
        refused(400, "invalid-parameter", admin, "organisation=SA1");
        refused(400, "invalid-parameter", admin, "year=2021");
        refused(400, "invalid-parameter", admin, "organisation=SA1&year=21");
        refused(400, "invalid-parameter", admin, "organisation=SA1&year=2021&scope=OWN");
        refused(400, "invalid-parameter", admin, "organisation=SA1&year=2021&atLeast=rubbish!");
        refused(409, "other-generation", admin, "organisation=SA1&year=2021&atLeast=9.1-1");
        refused(503, "position-not-reached", admin, "organisation=SA1&year=2021&atLeast=1.1-zzzzzz");
    }

    @Test
    void a_stream_ends_with_its_token_which_then_opens_no_other() {
        long begin = System.nanoTime();
        String shortLived = token("reader", "SA1", 3);
        try (EventStream stream = EventStream.open(shortLived, "organisation=SA1-A&year=2021", Map.of());
                EventStream other =
                        EventStream.open(token("reader", "SA1"), "organisation=SA1-A&year=2021", Map.of())) {
            assertEquals("snapshot", stream.first().name());
            assertEquals("snapshot", other.first().name());
            await().atMost(LONG).until(stream::isEnded);

            assertTrue(stream.endedAt() - begin < Duration.ofSeconds(5).toNanos());
            assertFalse(other.isEnded());
            refused(401, "unauthenticated", shortLived, "organisation=SA1-A&year=2021");
        }
    }

    @Test
    void a_stream_ends_when_its_body_leaves_the_subtree_of_the_token() {
        journal.record(Facts.registered("SA1-B", "CITY", "DEPARTMENT", "SA1"));
        String query = "organisation=SA1-B&year=2021&atLeast=" + journal.position();
        try (EventStream stream = EventStream.open(token("reader", "SA1"), query, Map.of());
                EventStream everything = EventStream.open(token("admin", "*"), query, Map.of())) {
            assertEquals("snapshot", stream.first().name());
            assertEquals("snapshot", everything.first().name());
            journal.record(Facts.moved("SA1-B", "SA2", "2022-01-01"));

            await().atMost(LONG).until(stream::isEnded);
            assertFalse(everything.isEnded());
            refused(403, "outside-subtree", token("reader", "SA1"), query);
        }
    }

    private static void refused(int status, String slug, String token, String query) {
        EventStream stream = EventStream.open(token, query, Map.of());
        assertEquals(status, stream.status(), query);
        assertEquals("application/problem+json", stream.header("Content-Type"));
        assertEquals(
                "urn:gongkai:problem:" + slug, stream.first().json().get("type").asText(), query);
    }
}
