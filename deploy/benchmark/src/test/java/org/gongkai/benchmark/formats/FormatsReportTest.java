package org.gongkai.benchmark.formats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.gongkai.benchmark.Spread;
import org.junit.jupiter.api.Test;

class FormatsReportTest {

    private final FormatRow json = new FormatRow(Format.JSON, List.of(round(0.010), round(0.014), round(0.020)));
    private final FormatRow pdf = new FormatRow(Format.PDF, List.of(round(0.301)));

    @Test
    void a_goal_is_reached_where_the_median_of_the_rounds_p99_reaches_it() {
        assertTrue(json.reachesGoal());
        assertFalse(pdf.reachesGoal());
        assertEquals(
                "| JSON | 2,048 | 14.0 | 10.0 – 20.0 | 14.0 | 10.0 – 20.0 | 15: reached | 1.5 | 300 | 400 |\n",
                json.text());
        assertTrue(pdf.text().contains("| 300: not reached |"), pdf.text());
        assertTrue(new FormatRow(Format.CSV, List.of(round(9))).reachesGoal());
    }

    @Test
    void one_caller_makes_as_many_calls_a_second_as_its_times_leave() {
        assertEquals(3 / 0.044, json.perSecond(), 1e-6);
    }

    @Test
    void the_text_and_json_say_the_same_of_callers_at_once_and_of_those_put_off() {
        FormatsReport report = report(null, List.of());

        assertTrue(
                report.text().contains("| 100 | 2 | 100.0 | 100.0 – 100.0 | 100.0 | 100.0 – 100.0 | 1 | 300 | 610 |"),
                report.text());
        assertTrue(report.text().contains("| 2 | 100 | 1 | 2 | 250 | 400 | 310 | 590 |"), report.text());
        assertTrue(report.text()
                .contains("590 at most until here; the goal, less than 600: reached. 610 at most in the end."));
        JsonNode json = report.json();
        assertEquals(1, json.at("/jsonAtOnce/refused").asInt());
        assertEquals(400, json.at("/pdfsAtOnce/0/queued/longestMilliseconds").asDouble());
        assertEquals(590, json.at("/residentMegabytes/peak").asLong());
        assertEquals(610, json.at("/residentMegabytes/peakOfAll").asLong());
    }

    @Test
    void a_browser_that_is_missing_is_said_to_be_absent_and_one_that_is_not_is_timed() {
        FormatsReport without = report(null, List.of());
        assertTrue(without.text().contains("| headless Chromium | absent |"), without.text());
        assertEquals("absent", without.json().get("chromium").asText());

        Printed printed = new Printed("Chromium 1", List.of(new Answer(1.5, 4_096, false, null)), 250);
        FormatsReport with = report(printed, List.of());
        assertTrue(with.text().contains("(Chromium 1) | 1500.0 | 1500.0 – 1500.0 | 4,096 | 250 |"), with.text());
        assertEquals(1_500, with.json().at("/chromium/milliseconds/median").asDouble());
    }

    @Test
    void what_is_wrong_is_told() {
        assertTrue(report(null, List.of("3 × PDF came as text/html"))
                .text()
                .contains("Answers are WRONG: 3 × PDF came as text/html"));
    }

    private FormatsReport report(Printed printed, List<String> wrong) {
        AtOnce answers = new AtOnce(
                List.of(new Answer(0.1, 1, false, null), new Answer(0.1, 1, true, "JSON was answered with 503: later")),
                0.5);
        return new FormatsReport(
                List.of("about"),
                List.of(json, pdf),
                new CrowdRow(100, List.of(new CrowdRow.Round(answers, 300, 610))),
                List.of(new Burst(answers, new DocumentQueue(2, 0.5, 0.4), 310, 590)),
                printed,
                200,
                wrong);
    }

    private static FormatRow.Round round(double seconds) {
        return new FormatRow.Round(Spread.of(List.of(seconds)), 2_048, 1_500_000, 300, 400);
    }
}
