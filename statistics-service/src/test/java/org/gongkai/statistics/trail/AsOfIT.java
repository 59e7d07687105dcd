package org.gongkai.statistics.trail;

import static org.awaitility.Awaitility.await;
import static org.gongkai.statistics.testing.Callers.admin;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import javax.sql.DataSource;
import org.gongkai.embedded.testing.WithInfrastructure;
import org.gongkai.statistics.testing.Event;
import org.gongkai.statistics.testing.Facts;
import org.gongkai.statistics.testing.Facts.Fact;
import org.gongkai.statistics.testing.LiveLedger;
import org.gongkai.statistics.testing.Lives;
import org.gongkai.statistics.testing.StatisticsTestResource;
import org.gongkai.statistics.testing.TestJournal;
import org.junit.jupiter.api.Test;

/** An application of its own: its trail is begun anew. */
@QuarkusTest
@WithInfrastructure(database = "statistics", kafka = true)
@WithTestResource(value = StatisticsTestResource.class, scope = TestResourceScope.RESTRICTED_TO_CLASS)
class AsOfIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration LONG = Duration.ofSeconds(60);
    private static final int POSITIONS = 10;
    private static final String[] BODIES = {"AO", "AO-01", "AO-A", "AO-A-01", "AO-B", "AO-C"};

    private final TestJournal journal = TestJournal.running();

    @Inject
    DataSource database;

    /** What was answered live, with the moment. */
    private record Kept(String time, List<JsonNode> statements) {

        String position() {
            return statements.get(0).get("position").asText();
        }
    }

    @Test
    void a_statement_as_of_a_position_or_an_instant_equals_the_one_taken_live_then() throws Exception {
        long seed = new Random().nextLong();
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        List<Fact> facts = Lives.of(random, 200, BODIES);
        List<Fact> reorganisations = List.of(
                Facts.confirmed("AO-01", 2020),
                Facts.moved("AO-B", "AO-A", "2020-05-01"),
                Facts.confirmed("AO-A", 2020),
                Facts.abolished("AO-A-01", "2021-02-01", "AO-01"),
                Facts.confirmationRetracted("AO-A", 2020),
                Facts.moved("AO-B", "AO", "2020-05-01"),
                Facts.confirmed("AO-A", 2020),
                Facts.registered("AO-C", "COUNTY", "DEPARTMENT", "AO-A", "2021-01-01"),
                Facts.abolished("AO-C", "2021-11-01", null));
        journal.record(
                Facts.registered("AO", "CITY", "GOVERNMENT", null),
                Facts.registered("AO-01", "CITY", "DEPARTMENT", "AO"),
                Facts.registered("AO-A", "COUNTY", "GOVERNMENT", "AO"),
                Facts.registered("AO-A-01", "COUNTY", "DEPARTMENT", "AO-A"),
                Facts.registered("AO-B", "COUNTY", "GOVERNMENT", null));

        List<Kept> kept = new ArrayList<>();
        int from = 0;
        for (int step = 0; step < POSITIONS; step++) {
            String time = journal.later().toString();
            int to = step == POSITIONS - 1
                    ? facts.size()
                    : from + random.nextInt(2 * (facts.size() - from) / (POSITIONS - step) + 1);
            to = Math.min(to, facts.size());
            List<Fact> piece = new ArrayList<>(facts.subList(from, to));
            if (step > 0) {
                piece.add(random.nextInt(piece.size() + 1), reorganisations.get(step - 1));
            }
            journal.record(piece.toArray(Fact[]::new));
            from = to;
            kept.add(new Kept(time, live()));
        }

        assertNotEquals(kept.get(3).statements(), kept.get(9).statements(), "nothing happened: the test shows little");
        kept.forEach(this::assertEqualsWhatIsPutTogether);

        // Read again from the first fact the trail comes in other batches, and all of these positions lie within one.
        execute("UPDATE trail.state SET rules = 0");
        await().atMost(LONG)
                .untilAsserted(() -> admin().get("/progress")
                        .then()
                        .body("trail.begunAnew", greaterThan(0))
                        .body("trail.lag", equalTo(0))
                        .body("trail.position", equalTo(journal.position())));
        kept.forEach(this::assertEqualsWhatIsPutTogether);
    }

    private List<JsonNode> live() throws Exception {
        List<JsonNode> statements = new ArrayList<>();
        for (String query : new String[] {"/AO/2021", "/AO/2020", "/AO-A/2021", "/AO/2022"}) {
            statements.add(statement(query, "atLeast", journal.position()));
        }
        return statements;
    }

    private void assertEqualsWhatIsPutTogether(Kept kept) {
        for (String asOf : new String[] {kept.position(), kept.time()}) {
            for (JsonNode live : kept.statements()) {
                String path = "/" + live.get("organisation").asText() + "/" + live.get("year");
                assertEquals(
                        withoutMoment(live), withoutMoment(statement(path, "asOf", asOf)), path + " as of " + asOf);
            }
        }
    }

    private static JsonNode withoutMoment(JsonNode statement) {
        ObjectNode copy = statement.deepCopy();
        copy.remove("asOf");
        return copy;
    }

    private static JsonNode statement(String path, String parameter, String value) {
        try {
            return JSON.readTree(admin().queryParam("include", "previous,subordinates,levels,own,months")
                    .queryParam(parameter, value)
                    .get("/statements" + path)
                    .then()
                    .statusCode(200)
                    .extract()
                    .asString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void the_answer_says_the_moment_that_was_asked_for_and_one_to_come_is_waited_for() {
        Instant eight = journal.later();
        journal.record(Facts.registered("AP", "CITY", "GOVERNMENT", null));
        String registered = journal.position();
        Instant nine = journal.later();
        journal.record(Facts.received("AP", "2021-03-04"));
        String received = journal.position();

        asOf("AP", registered)
                .body("position", equalTo(registered))
                .body("asOf", startsWith(hour(eight)))
                .header("Gongkai-Position", equalTo(registered))
                .body("applications.NEW_RECEIVED.TOTAL", equalTo(0));
        asOf("AP", nine.atOffset(ZoneOffset.ofHours(8)).toString())
                .body("position", equalTo(received))
                .body("asOf", startsWith(hour(nine)))
                .body("applications.NEW_RECEIVED.TOTAL", equalTo(1));
        asOf("AP", nine.minusSeconds(1).toString()).body("applications.NEW_RECEIVED.TOTAL", equalTo(0));
        problem("AP", eight.minusSeconds(1).toString(), 404, "unknown-organisation");
        problem("AP", "1.0-zzzzzz", 503, "position-not-reached");
        problem("AP", "7.0-1", 409, "other-generation");
        problem("AP", "yesterday", 400, "invalid-parameter");
        problem("AP", "2999-01-01T00:00:00Z", 400, "invalid-parameter");
    }

    @Test
    void what_kafka_loses_and_what_can_not_be_read_comes_into_the_trail_as_into_the_counts() throws Exception {
        journal.record(Facts.registered("AQ", "CITY", "GOVERNMENT", null));
        journal.lose(Facts.received("AQ", "2021-03-04"), Facts.received("AQ", "2021-03-05"));
        journal.record(Facts.received("AQ", "2021-03-06"));
        await().atMost(LONG).untilAsserted(() -> facts("AQ", 3, true));

        Event broken = journal.append(
                "ApplicationReceived", "AQ", Facts.received("AQ", "2021-03-07").data());
        journal.publishDamaged(broken, "{".getBytes(StandardCharsets.UTF_8));
        await().atMost(LONG).untilAsserted(() -> facts("AQ", 3, false));
        admin().get("/progress").then().body("trail.unreadableFacts", equalTo(1));
        String id = admin().get("/unreadable-facts").jsonPath().getString("items[0].id");
        LiveLedger.mend(database, id, broken.data());
        admin().post("/unreadable-facts/" + id + "/replay").then().statusCode(200);

        facts("AQ", 4, true);
        admin().get("/progress").then().body("trail.unreadableFacts", equalTo(0));
    }

    private void facts(String organisation, int sum, boolean complete) {
        admin().queryParam("atLeast", journal.position())
                .get("/statements/" + organisation + "/2021/facts?row=NEW_RECEIVED&column=TOTAL")
                .then()
                .statusCode(200)
                .body("sum", equalTo(sum))
                .body("items.size()", equalTo(sum))
                .body("complete", equalTo(complete));
    }

    @Test
    void entries_are_as_many_as_deltas_however_often_facts_are_delivered() throws Exception {
        journal.record(Facts.registered("AR", "CITY", "GOVERNMENT", null));
        Event event = journal.append(
                "ApplicationReceived", "AR", Facts.received("AR", "2021-03-04").data());
        journal.publish(event, event, event);
        journal.record(Facts.received("AR", "2021-03-04"));
        journal.publish(event);

        facts("AR", 2, true);
        assertTrue(journal.answers() > 0);
    }

    private ValidatableResponse asOf(String organisation, String asOf) {
        return admin().queryParam("asOf", asOf)
                .get("/statements/" + organisation + "/2021")
                .then()
                .statusCode(200);
    }

    private static String hour(Instant instant) {
        return instant.atOffset(ZoneOffset.ofHours(8)).toString().substring(0, 13);
    }

    private static void problem(String organisation, String asOf, int status, String slug) {
        admin().queryParam("asOf", asOf)
                .get("/statements/" + organisation + "/2021")
                .then()
                .statusCode(status)
                .body("type", equalTo("urn:gongkai:problem:" + slug));
    }

    private void execute(String sql) throws Exception {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
