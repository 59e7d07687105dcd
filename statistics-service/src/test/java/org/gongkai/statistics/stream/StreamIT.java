package org.gongkai.statistics.stream;

import static org.awaitility.Awaitility.await;
import static org.gongkai.statistics.testing.Callers.admin;
import static org.gongkai.statistics.testing.Callers.token;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.gongkai.embedded.testing.WithInfrastructure;
import org.gongkai.statistics.fact.Indicator;
import org.gongkai.statistics.lane.Position;
import org.gongkai.statistics.testing.Contents;
import org.gongkai.statistics.testing.Event;
import org.gongkai.statistics.testing.EventStream;
import org.gongkai.statistics.testing.Facts;
import org.gongkai.statistics.testing.LiveLedger;
import org.gongkai.statistics.testing.StatisticsTestResource;
import org.gongkai.statistics.testing.TestJournal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithInfrastructure(database = "statistics", kafka = true)
@WithTestResource(StatisticsTestResource.class)
class StreamIT {

    private static final Duration LONG = Duration.ofSeconds(60);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String RECEIVED = "applications.NEW_RECEIVED.TOTAL";

    private final TestJournal journal = TestJournal.running();
    private final List<EventStream> open = new ArrayList<>();

    @Inject
    MeterRegistry metrics;

    @Inject
    DataSource database;

    @AfterEach
    void hang_up() {
        open.forEach(EventStream::close);
    }

    @Test
    void a_snapshot_comes_first_and_then_each_change_with_the_position_it_stands_at() throws Exception {
        registered("STR1", "STR1-A");
        EventStream stream = listen("organisation=STR1&year=2021");
        EventStream.Event snapshot = stream.first();
        ObjectNode statement =
                (ObjectNode) JSON.readTree(admin().get("/statements/STR1/2021").asString());
        journal.record(Facts.received("STR1-A", "2021-03-04"));
        EventStream.Event change = stream.saying(RECEIVED, "1");

        assertEquals(200, stream.status());
        assertTrue(stream.header("Content-Type").startsWith("text/event-stream"), stream.header("Content-Type"));
        assertEquals("no-store", stream.header("Cache-Control"));
        assertEquals("snapshot", snapshot.name());
        assertEquals(snapshot.id(), snapshot.json().get("position").asText());
        assertEquals(
                statement.without(List.of("asOf", "position")),
                ((ObjectNode) snapshot.json()).without(List.of("asOf", "position")));
        assertEquals("change", change.name());
        assertEquals(change.id(), change.json().get("position").asText());
        assertTrue(position(change.id()).includes(position(journal.position())), change.id());
        assertTrue(change.json().get("complete").asBoolean());
        assertNotNull(change.json().get("asOf"));
        assertEquals(
                1, change.figure("applications.NEW_RECEIVED.NATURAL_PERSON").asInt());
        assertEquals(1, change.figure("applications.CARRIED_OUT.TOTAL").asInt());
        assertNull(change.figure("applications.CARRIED_IN.TOTAL"), "it did not change");
        assertEquals(2, stream.events().size());
    }

    @Test
    void amounts_are_decimal_strings_and_an_indicator_that_was_taken_back_is_null() {
        registered("STR2");
        EventStream stream = listen("organisation=STR2&year=2021");
        stream.first();
        Contents.Content surveys = Contents.indicator(2021, Indicator.SURVEYS, 3);
        journal.record(Facts.recorded("STR2", Contents.fees("2021-03", "12.50")), Facts.recorded("STR2", surveys));
        assertTrue(stream.saying("proactive.FEES.amountYuan", "12.50")
                .figure("proactive.FEES.amountYuan")
                .isTextual());
        stream.saying("indicators.SURVEYS", "3");
        journal.record(Facts.retracted("STR2", surveys));

        assertTrue(stream.saying("indicators.SURVEYS", "null")
                .figure("indicators.SURVEYS")
                .isNull());
    }

    @Test
    void many_facts_at_once_come_as_at_most_five_events_a_second_and_the_last_state_is_right() {
        registered("STR3");
        EventStream stream = listen("organisation=STR3&year=2021");
        stream.first();
        for (int i = 0; i < 200; i++) {
            journal.record(Facts.received("STR3", "2021-03-04"));
        }
        EventStream.Event last = stream.saying(RECEIVED, "200");

        List<EventStream.Event> changes =
                stream.events().subList(1, stream.events().size());
        assertEquals(last, changes.get(changes.size() - 1));
        double seconds = (last.at() - changes.get(0).at()) / 1e9;
        assertTrue(changes.size() <= 5 * seconds + 2, changes.size() + " events in " + seconds + " s");
        long before = 0;
        for (EventStream.Event change : changes) {
            long now = change.figure(RECEIVED).asLong();
            assertTrue(now > before, now + " after " + before);
            before = now;
        }
    }

    @Test
    void who_comes_again_is_told_only_what_changed_since() {
        registered("STR4");
        journal.record(Facts.received("STR4", "2021-03-04"));
        EventStream before = listen("organisation=STR4&year=2021&atLeast=" + journal.position());
        String heard = before.first().id();
        before.close();
        journal.record(Facts.recorded("STR4", Contents.fees("2021-03", "1.00")));
        String query = "organisation=STR4&year=2021&atLeast=" + journal.position();

        EventStream.Event byHeader = listen(
                        token("admin", "*"), query + "&lastEventId=rubbish", Map.of("Last-Event-ID", heard))
                .first();
        EventStream.Event byParameter = listen(query + "&lastEventId=" + heard).first();
        assertEquals("change", byHeader.name());
        assertEquals("1.00", byHeader.figure("proactive.FEES.amountYuan").asText());
        assertNull(byHeader.figure(RECEIVED), "it was heard before");
        assertEquals(byHeader.json().get("changes"), byParameter.json().get("changes"));

        EventStream.Event upToDate =
                listen(query + "&lastEventId=" + byHeader.id()).first();
        assertEquals("change", upToDate.name());
        assertEquals(0, upToDate.json().get("changes").size());
    }

    @Test
    void an_id_that_is_not_remembered_or_no_id_at_all_is_answered_with_a_snapshot() {
        registered("STR5");
        for (String id : new String[] {"", "rubbish", "1.5-ya", "7", "%00", "-1"}) {
            assertEquals(
                    "snapshot",
                    listen("organisation=STR5&year=2021&lastEventId=" + id)
                            .first()
                            .name(),
                    id);
        }
    }

    @Test
    void what_joins_the_subtree_counts_in_it_and_a_body_that_changed_is_told_whole() {
        registered("STR6", "STR6-A");
        EventStream stream = listen("organisation=STR6&year=2021");
        stream.first();
        journal.record(
                Facts.registered("STR6-B", "CITY", "DEPARTMENT", "STR6"), Facts.received("STR6-B", "2021-03-04"));
        stream.saying(RECEIVED, "1");
        Facts.Fact renamed = Facts.registered("STR6", "CITY", "GOVERNMENT", null);
        journal.record(
                new Facts.Fact("OrganisationChanged", "STR6", renamed.data().replace("机关STR6", "新名")));

        await().atMost(LONG)
                .until(() -> stream.events().stream()
                        .anyMatch(event -> event.name().equals("snapshot")
                                && event.json().path("name").asText().equals("新名")
                                && event.json()
                                                .at("/applications/NEW_RECEIVED/TOTAL")
                                                .asInt()
                                        == 1));
    }

    @Test
    void a_fact_that_cannot_be_read_is_told_as_incomplete_and_so_is_its_end() throws Exception {
        registered("STR7");
        EventStream stream = listen("organisation=STR7&year=2021");
        stream.first();
        Event damaged = journal.append(
                "ApplicationReceived",
                "STR7",
                Facts.received("STR7", "2021-03-04").data());
        journal.publishDamaged(damaged, "{".getBytes(StandardCharsets.UTF_8));
        assertFalse(stream.event(1).json().get("complete").asBoolean());
        // Another replica replays it: no lane moves.
        LiveLedger.execute(database, "DELETE FROM unreadable_fact WHERE organisation = 'STR7'");
        assertTrue(stream.event(2).json().get("complete").asBoolean());
    }

    @Test
    void bodies_above_each_other_and_other_years_that_move_at_once_are_each_told_their_own_figures() {
        registered("STR11", "STR11-A", "STR11-B");
        EventStream all = listen("organisation=STR11&year=2021");
        EventStream one = listen("organisation=STR11-A&year=2021");
        EventStream other = listen("organisation=STR11-B&year=2021");
        EventStream before = listen("organisation=STR11&year=2020");
        List.of(all, one, other, before).forEach(EventStream::first);

        journal.record(
                Facts.received("STR11-A", "2021-03-04"),
                Facts.received("STR11-A", "2021-03-05"),
                Facts.received("STR11-B", "2021-03-04"),
                Facts.received("STR11-B", "2020-03-04"));

        all.saying(RECEIVED, "3");
        one.saying(RECEIVED, "2");
        other.saying(RECEIVED, "1");
        before.saying(RECEIVED, "1");
        all.saying("applications.CARRIED_IN.TOTAL", "1");
    }

    @Test
    void what_does_not_concern_a_listener_is_not_told() {
        registered("STR8", "STR8-A");
        registered("STR9");
        EventStream stream = listen("organisation=STR8&year=2021");
        stream.first();
        journal.record(Facts.received("STR9", "2021-03-04"), Facts.received("STR8-A", "2022-03-04"));
        journal.record(Facts.received("STR8-A", "2021-03-04"));
        stream.saying(RECEIVED, "1");

        assertEquals(2, stream.events().size());
    }

    @Test
    void a_listener_that_hung_up_is_noticed_and_taken_off() {
        registered("STR10");
        // Those of other tests hang up too.
        await().atMost(LONG).untilAsserted(() -> assertEquals(0, connections()));
        EventStream stream = listen("organisation=STR10&year=2021");
        stream.first();
        assertEquals(1, connections());
        stream.close();

        await().atMost(LONG).until(() -> connections() == 0);
    }

    private double connections() {
        return metrics.get("gongkai.stream.connections").gauge().value();
    }

    private EventStream listen(String query) {
        return listen(token("admin", "*"), query, Map.of());
    }

    private EventStream listen(String token, String query, Map<String, String> headers) {
        EventStream stream = EventStream.open(token, query, headers);
        open.add(stream);
        return stream;
    }

    /** The first is a root, the others stand below it. */
    private void registered(String root, String... below) {
        journal.record(Facts.registered(root, "CITY", "GOVERNMENT", null));
        for (String code : below) {
            journal.record(Facts.registered(code, "CITY", "DEPARTMENT", root));
        }
        admin().queryParam("atLeast", journal.position())
                .get("/organisations")
                .then()
                .statusCode(200);
    }

    private static Position position(String token) {
        return Position.parse(token).orElseThrow();
    }
}
