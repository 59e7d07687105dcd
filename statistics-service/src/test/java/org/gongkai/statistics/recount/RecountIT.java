package org.gongkai.statistics.recount;

import static org.awaitility.Awaitility.await;
import static org.gongkai.statistics.testing.Callers.admin;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.gongkai.embedded.testing.WithInfrastructure;
import org.gongkai.statistics.testing.Facts;
import org.gongkai.statistics.testing.LiveLedger;
import org.gongkai.statistics.testing.StatisticsTestResource;
import org.gongkai.statistics.testing.TestJournal;
import org.junit.jupiter.api.Test;

/** An application of its own: its ledgers are falsified, counted again and swapped. */
@QuarkusTest
@WithInfrastructure(database = "statistics", kafka = true)
@WithTestResource(value = StatisticsTestResource.class, scope = TestResourceScope.RESTRICTED_TO_CLASS)
class RecountIT {

    private static final Duration LONG = Duration.ofSeconds(60);
    private static final int FACTS = 3_000;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final TestJournal journal = TestJournal.running();

    @Inject
    DataSource database;

    @Inject
    Recounts recounts;

    @Inject
    Recounting recounting;

    @Test
    void a_verification_finds_every_live_cell_equal_to_a_recount_of_the_facts() {
        journal.record(Facts.registered("RC1", "CITY", "GOVERNMENT", null), Facts.confirmed("RC1", 2020));
        for (int month = 1; month <= 9; month++) {
            journal.record(Facts.received("RC1", "2021-0" + month + "-04"));
        }
        assertReceived("RC1", 9);

        JsonPath done = carriedOut("/verifications");

        assertTrue(done.getLong("cellsCompared") >= 9);
        assertEquals(0, done.getLong("cellsDiffering"));
        assertEquals(0, done.getLong("othersDiffering"));
        assertTrue(done.getLong("facts") >= 11);
        assertEquals("test-admin", done.getString("requestedBy"));
        assertNothingIsLeft();
    }

    @Test
    void facts_that_the_topic_lacks_are_counted_again_from_the_journal() {
        journal.record(Facts.registered("RC2", "CITY", "GOVERNMENT", null), Facts.received("RC2", "2021-03-04"));
        journal.lose(Facts.received("RC2", "2021-03-04"), Facts.received("RC2", "2021-04-04"));
        journal.record(Facts.received("RC2", "2021-05-04"));
        journal.lose(Facts.received("RC2", "2021-06-04"));
        assertReceived("RC2", 5);

        assertEquals(0, carriedOut("/verifications").getLong("cellsDiffering"));
    }

    @Test
    void a_falsified_cell_confirmation_and_name_are_named_and_a_rebuild_during_ingest_mends_them() throws Exception {
        journal.record(
                Facts.registered("RC3", "CITY", "GOVERNMENT", null),
                Facts.registered("RC3-01", "CITY", "DEPARTMENT", "RC3"),
                Facts.received("RC3-01", "2020-03-04"),
                Facts.received("RC3-01", "2021-03-04"));
        assertReceived("RC3", 1);
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            LiveLedger.addReceived(connection, "RC3-01");
            connection.commit();
        }
        LiveLedger.execute(database, "UPDATE organisation SET name = 'X' WHERE code = 'RC3-01'");
        LiveLedger.execute(database, "UPDATE tree SET version = version + 1");

        JsonPath verified = carriedOut("/verifications");
        assertEquals(1, verified.getLong("cellsDiffering"));
        assertEquals(1, verified.getLong("othersDiffering"));
        assertEquals("RC3-01", verified.getString("differences[0].organisation"));
        assertEquals(2021, verified.getInt("differences[0].year"));
        assertEquals(3, verified.getInt("differences[0].month"));
        assertEquals("RECEIVED", verified.getString("differences[0].measure"));
        assertEquals("2", verified.getString("differences[0].live"));
        assertEquals("1", verified.getString("differences[0].recounted"));
        assertEquals("RC3-01", verified.getString("differences[1].organisation"));

        List<Facts.Fact> facts = IntStream.range(0, FACTS)
                .mapToObj(i -> Facts.received("RC3-01", "2021-0" + (1 + i % 9) + "-05"))
                .toList();
        CompletableFuture<Void> ingest = CompletableFuture.runAsync(() -> journal.pour(facts, 10));
        CompletableFuture<JsonPath> rebuild = CompletableFuture.supplyAsync(() -> carriedOut("/rebuilds"));
        List<String> pulled = new ArrayList<>();
        while (!ingest.isDone() || !rebuild.isDone()) {
            pulled.add(admin().queryParam("include", "previous")
                    .get("/statements/RC3/2021")
                    .then()
                    .statusCode(200)
                    .extract()
                    .asString());
        }
        ingest.get();

        assertEquals(1, rebuild.get().getLong("cellsDiffering"));
        assertReceived("RC3", 1 + FACTS);
        assertNoGapAndNoMixture(pulled);
        JsonPath after = carriedOut("/verifications");
        assertEquals(0, after.getLong("cellsDiffering"));
        assertEquals(0, after.getLong("othersDiffering"));
    }

    /** Before the swap each statement has the falsified one too many, after it never again, and none has fewer facts. */
    private static void assertNoGapAndNoMixture(List<String> pulled) throws Exception {
        long mostCounted = 0;
        boolean swapped = false;
        int before = 0;
        for (String text : pulled) {
            JsonNode statement = JSON.readTree(text);
            long counted = facts(statement.get("position").asText());
            long received = statement.at("/applications/NEW_RECEIVED/TOTAL").asLong();
            long inLane = ofLane(statement.get("position").asText(), org.gongkai.statistics.lane.Lane.of("RC3-01"));
            // The lane has the registration, the fact of 2020, and then what is received in 2021.
            long tooMany = received - (inLane - 2);
            assertTrue(tooMany == 0 || tooMany == 1 && !swapped, text);
            swapped = tooMany == 0;
            before += swapped ? 0 : 1;
            assertEquals(
                    1, statement.at("/previous/applications/NEW_RECEIVED/TOTAL").asLong(), text);
            assertEquals(1, statement.at("/applications/CARRIED_IN/TOTAL").asLong(), text);
            assertTrue(counted >= mostCounted, "the position went back");
            mostCounted = counted;
        }
        assertTrue(swapped && before > 0, "nobody read before and after the swap: the test shows little");
    }

    private static long facts(String token) {
        return org.gongkai.statistics.lane.Position.parse(token).orElseThrow().facts();
    }

    private static long ofLane(String token, int lane) {
        return org.gongkai.statistics.lane.Position.parse(token).orElseThrow().of(lane);
    }

    @Test
    void a_recount_that_was_interrupted_goes_on_where_its_ledger_stands() throws Exception {
        journal.record(Facts.registered("RC4", "CITY", "GOVERNMENT", null));
        for (int i = 0; i < 900; i++) {
            Facts.Fact fact = Facts.received("RC4", "2021-03-0" + (1 + i % 9));
            journal.publish(journal.append(fact.type(), fact.subject(), fact.data()));
        }
        assertReceived("RC4", 900);
        JsonPath begun =
                admin().post("/rebuilds").then().statusCode(202).extract().jsonPath();
        UUID id = UUID.fromString(begun.getString("id"));
        // Another process works on it too, and dies: what it has written stands in the ledger, and its fence holds.
        AtomicInteger asked = new AtomicInteger();
        Recount recount = await().atMost(LONG)
                .until(
                        () -> recounts.byId(id).orElseThrow(),
                        found -> found.ledger() != null || found.state() == State.DONE);
        if (recount.state() == State.COUNTING) {
            try {
                recounting.carryOut(recount, () -> asked.incrementAndGet() > 2);
            } catch (java.sql.SQLException fencedOrGone) {
                assertNotEquals("", String.valueOf(fencedOrGone.getMessage()));
            }
        }

        await().atMost(LONG).until(() -> recounts.byId(id).orElseThrow().state() == State.DONE);
        assertReceived("RC4", 900);
        assertEquals(0, carriedOut("/verifications").getLong("cellsDiffering"));
    }

    @Test
    void a_ledger_counted_by_other_rules_is_counted_again_by_itself() {
        journal.record(Facts.registered("RC5", "CITY", "GOVERNMENT", null), Facts.received("RC5", "2021-03-04"));
        assertReceived("RC5", 1);
        long live = LiveLedger.number(database, "SELECT live_ledger FROM counting");

        LiveLedger.execute(database, "UPDATE ledger SET rules = 1 WHERE number = " + live);

        await().atMost(LONG).until(() -> LiveLedger.number(database, "SELECT live_ledger FROM counting") != live);
        assertReceived("RC5", 1);
        assertEquals(
                org.gongkai.statistics.counting.Rules.VERSION,
                LiveLedger.number(
                        database, "SELECT rules FROM ledger WHERE number = (SELECT live_ledger FROM counting)"));
    }

    @Test
    void unreadable_facts_keep_their_ids_through_a_rebuild() {
        journal.record(Facts.registered("RC6", "CITY", "GOVERNMENT", null));
        Facts.Fact fact = Facts.received("RC6", "2021-03-04");
        journal.publishDamaged(journal.append(fact.type(), fact.subject(), fact.data()), "{".getBytes());
        await().atMost(LONG)
                .untilAsserted(() -> admin().get("/unreadable-facts").then().body("items", hasSize(1)));
        String id = admin().get("/unreadable-facts").path("items[0].id");

        carriedOut("/rebuilds");

        admin().get("/unreadable-facts").then().body("items", hasSize(1)).body("items[0].id", equalTo(id));
        admin().get("/statements/RC6/2021").then().body("complete", equalTo(false));
        LiveLedger.execute(database, "DELETE FROM unreadable_fact");
    }

    @Test
    void one_that_is_under_way_is_answered_to_whoever_asks_again_and_an_unknown_one_is_404() {
        String first = admin().post("/rebuilds")
                .then()
                .statusCode(202)
                .header("Location", notNullValue())
                .body("purpose", equalTo("REBUILD"))
                .body("differences", empty())
                .extract()
                .path("id");
        String second =
                admin().post("/rebuilds").then().statusCode(202).extract().path("id");
        assertTrue(first.equals(second) || state("/rebuilds/" + first).equals("DONE"));
        await().atMost(LONG).until(() -> state("/rebuilds/" + second).equals("DONE"));
        admin().get("/rebuilds/" + second).then().body("seconds", greaterThan(0f));
        admin().get("/verifications/" + first)
                .then()
                .statusCode(404)
                .body("type", equalTo("urn:gongkai:problem:unknown-recount"));
        admin().get("/rebuilds/x").then().statusCode(400);
    }

    private static String state(String path) {
        return admin().get(path).then().statusCode(200).extract().path("state");
    }

    private static JsonPath carriedOut(String path) {
        String location =
                path + "/" + admin().post(path).then().statusCode(202).extract().<String>path("id");
        await().atMost(LONG).until(() -> !List.of("WAITING", "COUNTING").contains(state(location)));
        JsonPath recount = admin().get(location).then().extract().jsonPath();
        assertEquals("DONE", recount.getString("state"), recount.prettify());
        return recount;
    }

    private void assertNothingIsLeft() {
        await().atMost(LONG)
                .until(() -> LiveLedger.number(
                                database,
                                "SELECT count(*) FROM ledger WHERE retired_at IS NULL"
                                        + " AND number <> (SELECT live_ledger FROM counting)")
                        == 0);
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
