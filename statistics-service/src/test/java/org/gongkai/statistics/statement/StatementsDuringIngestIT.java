package org.gongkai.statistics.statement;

import static org.gongkai.statistics.testing.Callers.admin;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.gongkai.embedded.testing.WithInfrastructure;
import org.gongkai.statistics.fact.ApplicantType;
import org.gongkai.statistics.fact.Channel;
import org.gongkai.statistics.fact.Outcome;
import org.gongkai.statistics.testing.Event;
import org.gongkai.statistics.testing.Facts;
import org.gongkai.statistics.testing.LiveLedger;
import org.gongkai.statistics.testing.StatisticsTestResource;
import org.gongkai.statistics.testing.TestJournal;
import org.junit.jupiter.api.Test;

/** Guarantee 3: every statement pulled while facts pour in is one moment. */
@QuarkusTest
@WithInfrastructure(database = "statistics", kafka = true)
@WithTestResource(StatisticsTestResource.class)
class StatementsDuringIngestIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int CASES = 3_000;
    private static final int PIECE = 10;
    private static final List<String> BODIES = List.of("SD", "SD-01", "SD-A", "SD-A-01", "SD-B", "SD-B-T", "SD-NEW");

    private final TestJournal journal = TestJournal.running();

    @Inject
    DataSource database;

    @Test
    void statements_pulled_during_ingest_always_reconcile_and_the_last_equals_a_recount() throws Exception {
        journal.record(
                Facts.registered("SD", "CITY", "GOVERNMENT", null),
                Facts.registered("SD-01", "CITY", "DEPARTMENT", "SD"),
                Facts.registered("SD-A", "COUNTY", "GOVERNMENT", "SD"),
                Facts.registered("SD-A-01", "COUNTY", "DEPARTMENT", "SD-A"),
                Facts.registered("SD-B", "COUNTY", "GOVERNMENT", "SD"),
                Facts.registered("SD-B-T", "TOWNSHIP", "GOVERNMENT", "SD-B"),
                Facts.registered("SD-NEW", "COUNTY", "GOVERNMENT", "SD", "2021-04-01"),
                Facts.abolished("SD-A-01", "2021-09-01", "SD-B"));
        pull(journal.position());
        List<Event> events = cases(new Random(5));

        CompletableFuture<Void> ingest = CompletableFuture.runAsync(() -> {
            for (int from = 0; from < events.size(); from += PIECE) {
                journal.publish(events.subList(from, Math.min(events.size(), from + PIECE))
                        .toArray(Event[]::new));
            }
        });
        // Pulled first and looked at afterwards, so that looking does not outlast the ingest.
        List<String> pulled = new ArrayList<>();
        while (!ingest.isDone()) {
            pulled.add(pull(null));
        }
        ingest.get();
        JsonNode last = JSON.readTree(pull(journal.position()));
        reconciles(last);

        Set<String> moments = new HashSet<>();
        for (String statement : pulled) {
            JsonNode json = JSON.readTree(statement);
            reconciles(json);
            moments.add(json.get("position").asText());
        }
        assertTrue(moments.size() > 5, "only " + moments.size() + " different moments: the test shows little");
        assertEquals(
                recount("RECEIVED", "< 2021") - recount("DECIDED", "< 2021"),
                cell(last.get("applications"), "CARRIED_IN", "TOTAL"));
        assertEquals(
                events.stream()
                        .filter(event -> event.data().contains("\"receivedOn\":\"2021")
                                && event.type().contains("Received"))
                        .count(),
                cell(last.get("applications"), "NEW_RECEIVED", "TOTAL"));
        for (JsonNode month : last.get("months")) {
            String of = month.get("month").asText();
            assertEquals(
                    recount("RECEIVED", "= 2021 AND month = " + of.substring(5)),
                    month.get("received").asLong(),
                    of);
            assertEquals(
                    recount("DECIDED", "= 2021 AND month = " + of.substring(5)),
                    month.get("decided").asLong(),
                    of);
            assertEquals(
                    inMonth(events, "receivedOn", of), month.get("received").asLong(), of);
            assertEquals(inMonth(events, "decidedOn", of), month.get("decided").asLong(), of);
        }
    }

    /** By the facts themselves. */
    private static long inMonth(List<Event> events, String day, String month) {
        return events.stream()
                .filter(event -> event.type().contains("Received") == day.equals("receivedOn"))
                .filter(event -> event.data().contains("\"" + day + "\":\"" + month))
                .count();
    }

    private List<Event> cases(Random random) {
        List<Event> events = new ArrayList<>();
        for (int i = 0; i < CASES; i++) {
            String body = BODIES.get(random.nextInt(BODIES.size()));
            ApplicantType type = ApplicantType.values()[random.nextInt(6)];
            String received =
                    "%d-%02d-%02d".formatted(2019 + random.nextInt(3), 1 + random.nextInt(12), 1 + random.nextInt(28));
            events.add(append(Facts.received(body, received, type, Channel.values()[random.nextInt(6)])));
            if (random.nextInt(5) > 0) {
                String decided = received.substring(0, 4).equals("2021") || random.nextBoolean()
                        ? received
                        : "2021-11-" + received.substring(8);
                events.add(append(Facts.decided(body, received, decided, type, Outcome.values()[random.nextInt(21)])));
            }
        }
        return events;
    }

    private Event append(Facts.Fact fact) {
        return journal.append(fact.type(), fact.subject(), fact.data());
    }

    private static String pull(String position) {
        return (position == null ? admin() : admin().queryParam("atLeast", position))
                .queryParam("include", "previous,subordinates,levels,own,months")
                .get("/statements/SD/2021")
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    private static void reconciles(JsonNode statement) {
        JsonNode rows = statement.get("applications");
        JsonNode before = statement.get("previous").get("applications");
        for (Iterator<String> columns = rows.get("NEW_RECEIVED").fieldNames(); columns.hasNext(); ) {
            String column = columns.next();
            assertEquals(
                    cell(rows, "NEW_RECEIVED", column) + cell(rows, "CARRIED_IN", column),
                    cell(rows, "RESULT_TOTAL", column) + cell(rows, "CARRIED_OUT", column),
                    "R1 " + column);
            long opening = cell(before, "CARRIED_OUT", column);
            for (JsonNode change : statement.get("memberChanges")) {
                long carried = change.get("carriedOut").get(column).asLong();
                opening += change.get("change").asText().equals("CAME") ? carried : -carried;
            }
            assertEquals(opening, cell(rows, "CARRIED_IN", column), "R4 " + column);
            for (Iterator<String> names = rows.fieldNames(); names.hasNext(); ) {
                String row = names.next();
                long levels = 0;
                for (JsonNode level : statement.get("levels")) {
                    levels += cell(level.get("applications"), row, column);
                }
                assertEquals(cell(rows, row, column), levels, "levels " + row + " " + column);
            }
        }
        long received = 0;
        long decided = 0;
        for (JsonNode month : statement.get("months")) {
            received += month.get("received").asLong();
            decided += month.get("decided").asLong();
        }
        assertEquals(cell(rows, "NEW_RECEIVED", "TOTAL"), received, "months");
        assertEquals(cell(rows, "RESULT_TOTAL", "TOTAL"), decided, "months");
        long parts = cell(statement.get("own").get("applications"), "NEW_RECEIVED", "TOTAL");
        for (JsonNode subordinate : statement.get("subordinates")) {
            parts += cell(subordinate.get("applications"), "NEW_RECEIVED", "TOTAL");
        }
        assertEquals(received, parts, "own and subordinates");
        rows.fields().forEachRemaining(row -> {
            long sum = 0;
            for (JsonNode value : row.getValue()) {
                sum += value.asLong();
            }
            assertEquals(2 * row.getValue().get("TOTAL").asLong(), sum, "R3 " + row.getKey());
        });
    }

    private static long cell(JsonNode rows, String row, String column) {
        return rows.get(row).get(column).asLong();
    }

    private long recount(String measure, String years) throws Exception {
        return LiveLedger.number(
                database,
                "SELECT coalesce(sum(amount), 0) FROM readable_cell WHERE organisation LIKE 'SD%' AND measure = '"
                        + measure + "' AND year " + years);
    }
}
