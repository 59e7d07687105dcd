package org.gongkai.statistics.progress;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.gongkai.statistics.testing.Callers.admin;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.gongkai.embedded.testing.WithInfrastructure;
import org.gongkai.statistics.testing.Event;
import org.gongkai.statistics.testing.Facts;
import org.gongkai.statistics.testing.LiveLedger;
import org.gongkai.statistics.testing.StatisticsTestResource;
import org.gongkai.statistics.testing.TestJournal;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithInfrastructure(database = "statistics", kafka = true)
@WithTestResource(StatisticsTestResource.class)
class MetricsIT {

    private static final Duration LONG = Duration.ofSeconds(60);
    private static final Path DOCUMENT = Path.of("../docs/operating/metrics.md");
    private static final Pattern ROW = Pattern.compile("\\| `(gongkai_[a-z_]+)` \\| ([a-z]+) \\| [^|]+\\|");
    private static final Pattern TYPE = Pattern.compile("# TYPE (gongkai_[a-z_]+) ([a-z]+)");

    private final TestJournal journal = TestJournal.running();

    @Inject
    DataSource database;

    @Test
    void the_document_lists_every_metric_with_its_type_and_no_other() throws IOException {
        counted();

        assertEquals(matches(ROW, Files.readString(DOCUMENT)), answered());
    }

    @Test
    void a_document_that_is_wrong_is_found_out() {
        Map<String, String> documented = matches(ROW, "| `gongkai_facts_lag` | counter | wrong |\n| `other` | x | y |");

        assertEquals(Map.of("gongkai_facts_lag", "counter"), documented);
        assertEquals("gauge", answered().get("gongkai_facts_lag"));
    }

    @Test
    void batches_are_measured_by_facts_and_rows() {
        double facts = sample("gongkai_batches_facts_sum");
        double rows = sample("gongkai_batches_rows_sum");
        counted();
        journal.record(Facts.received("ME1", "2021-03-04"), Facts.received("ME1", "2021-03-04"));
        counted();

        assertTrue(sample("gongkai_batches_facts_sum") >= facts + 2);
        assertTrue(sample("gongkai_batches_rows_sum") >= rows + 1);
        assertTrue(sample("gongkai_batches_facts_bucket{le=\"10.0\"}") > 0);
    }

    @Test
    void lag_dead_letters_gaps_and_partitions_are_gauges() throws SQLException {
        counted();
        await().atMost(LONG).until(() -> sample("gongkai_partitions_held") == StatisticsTestResource.PARTITIONS);
        double waiting = sample("gongkai_facts_unreadable_waiting");
        Event damaged = journal.append(
                "ApplicationReceived",
                "ME1",
                Facts.received("ME1", "2021-03-04").data());
        journal.publishDamaged(damaged, "{".getBytes(StandardCharsets.UTF_8));
        // Not noted as published, so that nothing is healed.
        Event late = journal.append(
                "ApplicationReceived",
                "ME1",
                Facts.received("ME1", "2021-03-04").data());
        try {
            await().atMost(LONG).until(() -> sample("gongkai_facts_lag") == 1);
            await().atMost(LONG).until(() -> sample("gongkai_facts_unreadable_waiting") > waiting);
            assertEquals(0, sample("gongkai_lanes_gaps_open"));
        } finally {
            journal.publish(late);
            forget();
        }
    }

    private void forget() {
        LiveLedger.execute(database, "DELETE FROM unreadable_fact WHERE organisation = 'ME1'");
    }

    private void counted() {
        journal.record(Facts.registered("ME1", "COUNTY", "GOVERNMENT", null));
        admin().queryParam("atLeast", journal.position())
                .get("/organisations")
                .then()
                .statusCode(200);
    }

    private static Map<String, String> answered() {
        Map<String, String> answered = new TreeMap<>();
        // The format names a counter without the ending of its samples.
        matches(TYPE, scrape())
                .forEach((name, type) -> answered.put(type.equals("counter") ? name + "_total" : name, type));
        // Comes with each summary and histogram.
        answered.keySet().removeIf(name -> name.endsWith("_max"));
        return answered;
    }

    private static double sample(String name) {
        return scrape().lines()
                .filter(line -> line.startsWith(name + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .findFirst()
                .orElse(0);
    }

    private static String scrape() {
        return given().get("/q/metrics").then().statusCode(200).extract().asString();
    }

    private static Map<String, String> matches(Pattern pattern, String text) {
        Map<String, String> found = new TreeMap<>();
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            found.put(matcher.group(1), matcher.group(2));
        }
        return found;
    }
}
