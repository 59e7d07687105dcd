package org.gongkai.benchmark.formats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The command with few calls: every answer holds; its figures are worth nothing on a machine that does other things. */
class FormatsIT {

    private static final int RECORDS = 300;
    private static final int CALLS = 5;

    @Test
    void every_format_brings_the_report_alone_at_once_and_queued() throws Exception {
        Path root = Path.of("../..").toAbsolutePath().normalize();
        Formats.Plan plan = new Formats.Plan(RECORDS, CALLS, 1, Duration.ofMillis(300), Duration.ofSeconds(1), 1, 1);

        FormatsReport report = Formats.run(root, plan);

        System.out.println(report.text());
        assertEquals(List.of(), report.wrong());
        JsonNode json = new ObjectMapper().readTree(Formats.write(root, report).toFile());
        assertEquals(
                Stream.of(Format.values()).map(Format::name).toList(),
                json.get("formats").findValuesAsText("format"));
        for (JsonNode format : json.get("formats")) {
            assertEquals(CALLS, format.at("/rounds/0/calls").asInt());
            assertTrue(format.at("/heapTakenMegabytes").asDouble() > 0, format.toString());
        }
        JsonNode burst = json.at("/pdfsAtOnce/0");
        assertEquals(8, burst.at("/queued/documents").asInt(), burst.toString());
        assertEquals(8, burst.at("/refused").asInt() + burst.at("/milliseconds").size(), burst.toString());
        // at least six of eight had to wait for one of two printers
        assertTrue(burst.at("/queued/longestMilliseconds").asDouble() > 0, burst.toString());
        assertTrue(
                json.at("/residentMegabytes/peak").asLong()
                        >= json.at("/residentMegabytes/atRest").asLong(),
                json.toString());
        assertTrue(report.text().contains("-Xmx"), report.text());
    }
}
