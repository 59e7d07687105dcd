package org.gongkai.statistics.replay;

import static org.awaitility.Awaitility.await;
import static org.gongkai.statistics.testing.Callers.admin;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.gongkai.embedded.testing.WithInfrastructure;
import org.gongkai.statistics.testing.Event;
import org.gongkai.statistics.testing.Facts;
import org.gongkai.statistics.testing.LiveLedger;
import org.gongkai.statistics.testing.StatisticsTestResource;
import org.gongkai.statistics.testing.TestJournal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An application of its own: an unreadable fact without subject makes every statement incomplete. */
@QuarkusTest
@WithInfrastructure(database = "statistics", kafka = true)
@WithTestResource(value = StatisticsTestResource.class, scope = TestResourceScope.RESTRICTED_TO_CLASS)
class UnreadableFactIT {

    private static final Duration LONG = Duration.ofSeconds(60);
    private static final String UNKNOWN = "01932c07-209f-7abc-8d1e-0c2f6a5b4e3d";

    private final TestJournal journal = TestJournal.running();

    @Inject
    DataSource database;

    @BeforeEach
    void nothing_is_left_of_other_tests() throws Exception {
        LiveLedger.execute(database, "DELETE FROM unreadable_fact");
    }

    @Test
    void a_fact_that_can_not_be_read_is_kept_whole_and_its_statements_say_so_until_it_is_replayed() throws Exception {
        journal.record(
                Facts.registered("UN1", "CITY", "GOVERNMENT", null),
                Facts.registered("UN1-01", "CITY", "DEPARTMENT", "UN1"),
                Facts.registered("UN1-02", "CITY", "DEPARTMENT", "UN1"));
        Event broken = journal.append(
                "ApplicationReceived",
                "UN1-01",
                Facts.received("UN1-01", "2021-03-04").data());
        byte[] value = broken.data().replace("ONLINE", "PIGEON").getBytes(StandardCharsets.UTF_8);
        journal.publishDamaged(broken, value);
        journal.record(Facts.received("UN1-01", "2021-03-05"));

        assertStatement("UN1", 1, false);
        assertStatement("UN1-01", 1, false);
        assertStatement("UN1-02", 0, true);
        JsonPath listed = admin().get("/unreadable-facts")
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].reason", equalTo("channel: unknown code"))
                .body("items[0].organisation", equalTo("UN1-01"))
                .body("items[0].lane", equalTo(broken.lane()))
                .body("items[0].position", equalTo((int) broken.position()))
                .body("items[0].headers.ce_id", equalTo(broken.id()))
                .body("items[0].value", equalTo(new String(value, StandardCharsets.UTF_8)))
                .extract()
                .jsonPath();
        String id = listed.getString("items[0].id");

        admin().header("Accept-Language", "en")
                .post("/unreadable-facts/" + id + "/replay")
                .then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:gongkai:problem:still-unreadable"))
                .body("detail", equalTo("The fact still can't be read: channel: unknown code"));

        // A newer version of the service would read it; here the value is mended instead.
        mend(id, broken.data());
        admin().post("/unreadable-facts/" + id + "/replay")
                .then()
                .statusCode(200)
                .header("Gongkai-Position", notNullValue())
                .body("result", equalTo("COUNTED"));

        assertStatement("UN1", 2, true);
        admin().get("/unreadable-facts").then().body("items", hasSize(0));
        admin().post("/unreadable-facts/" + id + "/replay").then().statusCode(404);
    }

    @Test
    void a_replayed_older_change_of_an_organisation_does_not_undo_a_newer_one() throws Exception {
        journal.record(
                Facts.registered("UN2", "CITY", "GOVERNMENT", null),
                Facts.registered("UN2-A", "COUNTY", "GOVERNMENT", "UN2"),
                Facts.registered("UN2-X", "TOWNSHIP", "GOVERNMENT", "UN2"));
        Facts.Fact toA = Facts.moved("UN2-X", "UN2-A", "2021-05-01");
        Event broken = journal.append(toA.type(), toA.subject(), toA.data());
        journal.publishDamaged(broken, "{".getBytes(StandardCharsets.UTF_8));
        journal.record(Facts.moved("UN2-X", null, "2021-05-01"));

        assertStatement("UN2-X", 0, false);
        // It could have changed who is a member of whom: everybody is touched.
        assertStatement("UN2-A", 0, false);
        String id = admin().get("/unreadable-facts").jsonPath().getString("items[0].id");
        mend(id, toA.data());
        admin().post("/unreadable-facts/" + id + "/replay").then().statusCode(200);

        admin().get("/organisations/UN2-X").then().body("parents", hasSize(2)).body("parent", equalTo(null));
        assertStatement("UN2-A", 0, true);
    }

    @Test
    void a_foreign_record_moves_nothing_and_can_be_set_aside_once_everything_published_is_counted() {
        journal.record(Facts.registered("UN3", "CITY", "GOVERNMENT", null), Facts.received("UN3", "2021-03-04"));
        journal.send(Map.of("ce_type", "something.else\u0000"), new byte[] {0, -1}, new byte[] {-1, 0});

        await().atMost(LONG)
                .untilAsserted(() -> admin().get("/unreadable-facts")
                        .then()
                        .body("items", hasSize(1))
                        .body("items[0].valueBase64", equalTo("/wA="))
                        .body("items[0].reason", equalTo("header ce_lane: missing or not a number from 0 to 63")));
        assertStatement("UN3", 1, false);

        String id = admin().get("/unreadable-facts").jsonPath().getString("items[0].id");
        journal.setReachable(false);
        admin().post("/unreadable-facts/" + id + "/replay")
                .then()
                .statusCode(503)
                .header("Retry-After", notNullValue())
                .body("type", equalTo("urn:gongkai:problem:journal-unavailable"));
        journal.setReachable(true);
        admin().post("/unreadable-facts/" + id + "/replay")
                .then()
                .statusCode(200)
                .body("result", equalTo("NOT_OF_THE_JOURNAL"));
        assertStatement("UN3", 1, true);
    }

    @Test
    void a_fact_whose_number_was_lost_on_the_way_is_healed_from_the_journal() {
        journal.record(Facts.registered("UN4", "CITY", "GOVERNMENT", null));
        Event event = journal.append(
                "ApplicationReceived",
                "UN4",
                Facts.received("UN4", "2021-03-04").data());
        Map<String, String> headers = new TreeMap<>(TestJournal.headers(event));
        headers.put("ce_lane", Integer.toString((event.lane() + 1) % 64));
        journal.send(headers, null, event.data().getBytes(StandardCharsets.UTF_8));
        journal.notePublished(event);

        assertStatement("UN4", 1, false);
        String id = admin().get("/unreadable-facts").jsonPath().getString("items[0].id");
        admin().post("/unreadable-facts/" + id + "/replay").then().statusCode(200);
        assertStatement("UN4", 1, true);
    }

    @Test
    void a_replay_counts_while_the_trail_can_not_be_written_and_the_trail_follows() throws Exception {
        journal.record(Facts.registered("UN5", "CITY", "GOVERNMENT", null));
        Facts.Fact fact = Facts.received("UN5", "2021-03-04");
        Event broken = journal.append(fact.type(), fact.subject(), fact.data());
        journal.publishDamaged(broken, broken.data().replace("ONLINE", "PIGEON").getBytes(StandardCharsets.UTF_8));
        assertStatement("UN5", 0, false);
        awaitUnreadInTrail(broken, 1);
        String id = admin().get("/unreadable-facts").jsonPath().getString("items[0].id");
        mend(id, broken.data());
        LiveLedger.execute(
                database,
                "UPDATE trail.unreadable_fact SET value = convert_to('" + broken.data() + "', 'UTF8')" + where(broken));
        LiveLedger.execute(database, "ALTER TABLE trail.entry RENAME TO put_away");
        try {
            admin().post("/unreadable-facts/" + id + "/replay")
                    .then()
                    .statusCode(200)
                    .body("result", equalTo("COUNTED"));
            assertStatement("UN5", 1, true);
            awaitUnreadInTrail(broken, 1);
        } finally {
            LiveLedger.execute(database, "ALTER TABLE trail.put_away RENAME TO entry");
        }

        awaitUnreadInTrail(broken, 0);
        admin().queryParam("row", "NEW_RECEIVED")
                .queryParam("column", "TOTAL")
                .queryParam("atLeast", journal.position())
                .get("/statements/UN5/2021/facts")
                .then()
                .statusCode(200)
                .body("items", hasSize(1));
    }

    @Test
    void the_list_is_paged_from_the_oldest() {
        IntStream.range(0, 5).forEach(i -> journal.send(Map.of("number", "" + i), null, new byte[0]));
        await().atMost(LONG)
                .untilAsserted(() -> admin().get("/unreadable-facts").then().body("items", hasSize(5)));

        JsonPath first = admin().queryParam("limit", 3).get("/unreadable-facts").jsonPath();
        JsonPath second = admin().queryParam("limit", 3)
                .queryParam("after", first.getString("next"))
                .get("/unreadable-facts")
                .jsonPath();

        List<String> seen = first.getList("items.id", String.class);
        assertEquals(3, seen.size());
        assertEquals(2, second.getList("items").size());
        assertNull(second.getString("next"));
        assertEquals(
                5,
                Stream.concat(seen.stream(), second.getList("items.id", String.class).stream())
                        .collect(Collectors.toSet())
                        .size());
    }

    @Test
    void an_unknown_one_is_404_and_no_id_400() {
        admin().post("/unreadable-facts/" + UNKNOWN + "/replay").then().statusCode(404);
        admin().post("/unreadable-facts/one/replay").then().statusCode(400);
        admin().queryParam("after", "one").get("/unreadable-facts").then().statusCode(400);
    }

    private void assertStatement(String organisation, int received, boolean complete) {
        await().atMost(LONG)
                .untilAsserted(() -> admin().queryParam("atLeast", journal.position())
                        .get("/statements/" + organisation + "/2021")
                        .then()
                        .statusCode(200)
                        .body("complete", equalTo(complete))
                        .body("applications.NEW_RECEIVED.TOTAL", equalTo(received)));
    }

    private void awaitUnreadInTrail(Event fact, long facts) {
        await().atMost(LONG)
                .untilAsserted(() -> assertEquals(
                        facts,
                        LiveLedger.number(database, "SELECT count(*) FROM trail.unreadable_fact" + where(fact))));
    }

    private static String where(Event fact) {
        return " WHERE lane = " + fact.lane() + " AND position = " + fact.position();
    }

    private void mend(String id, String value) throws Exception {
        LiveLedger.mend(database, id, value);
    }
}
