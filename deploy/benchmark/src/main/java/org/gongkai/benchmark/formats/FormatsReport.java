package org.gongkai.benchmark.formats;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import org.gongkai.benchmark.Spread;

/**
 * All figures of a run.
 *
 * @param about whose report, and how the service was started
 * @param formats each in turn
 * @param crowd JSON for many at once
 * @param bursts PDFs at once
 * @param printed null where there is no Chromium
 * @param atRest megabytes of report-service that are resident before it is asked for anything
 * @param wrong answers that are not the report, and figures that differ
 */
record FormatsReport(
        List<String> about,
        List<FormatRow> formats,
        CrowdRow crowd,
        List<Burst> bursts,
        Printed printed,
        long atRest,
        List<String> wrong) {

    static final String ABSENT = "absent";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MOST_MEGABYTES = 600;

    private FormatRow row(Format format) {
        return formats.stream()
                .filter(row -> row.format() == format)
                .findFirst()
                .orElseThrow();
    }

    /** Of all formats in turn and PDFs at once. */
    private long peak() {
        return bursts.stream().mapToLong(Burst::peak).max().orElseThrow();
    }

    /** Of these and of the many callers that come last. */
    private long peakOfAll() {
        return Math.max(
                peak(),
                crowd.rounds().stream().mapToLong(CrowdRow.Round::peak).max().orElseThrow());
    }

    String text() {
        StringBuilder text = new StringBuilder();
        about.forEach(line -> text.append(line).append('\n'));
        text.append('\n').append(FormatRow.HEAD);
        formats.forEach(row -> text.append(row.text()));
        text.append('\n').append(Burst.HEAD);
        bursts.forEach(burst -> text.append(burst.text()));
        text.append(String.format(
                Locale.ROOT,
                "%nResident: %d MB when it was ready, %d at most until here; the goal, less than %d: %s. %d at most in the end.%n",
                atRest,
                peak(),
                MOST_MEGABYTES,
                peak() < MOST_MEGABYTES ? "reached" : "not reached",
                peakOfAll()));
        text.append('\n').append(CrowdRow.HEAD).append(alone()).append(crowd.text());
        text.append('\n').append(browser()).append('\n');
        text.append(
                wrong.isEmpty()
                        ? "Every answer was the report, and each format that is read here shows the same figure."
                        : "Answers are WRONG: " + String.join("; ", wrong));
        return text.append('\n').toString();
    }

    /** The caller of the table above, beside the many. */
    private String alone() {
        FormatRow json = row(Format.JSON);
        FormatRow.Round last = json.rounds().get(json.rounds().size() - 1);
        return String.format(
                Locale.ROOT,
                "| 1 | %.0f |%s%s 0 | %d | %d |%n",
                json.perSecond(),
                Millis.text(json.p50()),
                Millis.text(json.p99()),
                last.resident(),
                last.peak());
    }

    private String browser() {
        String head = "| the same page as PDF | ms, median | min – max | bytes | MB at most |\n|---|---|---|---|---|\n";
        FormatRow pdf = row(Format.PDF);
        FormatRow.Round last = pdf.rounds().get(pdf.rounds().size() - 1);
        String own = String.format(
                Locale.ROOT,
                "| report-service, a call, with the statement that it asks for |%s %,d | %d |%n",
                Millis.text(Millis.of(
                        pdf.rounds().stream().map(FormatRow.Round::seconds).toList(), Spread::median)),
                last.bytes(),
                last.peak());
        if (printed == null) {
            return head + own + "| headless Chromium | " + ABSENT + " | | | |\n";
        }
        return head
                + own
                + String.format(
                        Locale.ROOT,
                        "| headless Chromium, a process from its start to its end (%s) |%s %,d | %d |%n",
                        printed.version(),
                        Millis.text(browserMillis()),
                        printed.prints().get(0).bytes(),
                        printed.megabytes());
    }

    private Spread browserMillis() {
        return Spread.of(
                printed.prints().stream().map(print -> print.seconds() * 1e3).toList());
    }

    ObjectNode json() {
        ObjectNode json = JSON.createObjectNode();
        json.set("about", JSON.valueToTree(about));
        var each = json.putArray("formats");
        formats.forEach(row -> row.put(each.addObject()));
        crowd.put(json.putObject("jsonAtOnce"));
        var eights = json.putArray("pdfsAtOnce");
        bursts.forEach(burst -> burst.put(eights.addObject()));
        json.putObject("residentMegabytes")
                .put("atRest", atRest)
                .put("peak", peak())
                .put("peakOfAll", peakOfAll());
        if (printed == null) {
            json.put("chromium", ABSENT);
        } else {
            ObjectNode browser = json.putObject("chromium").put("version", printed.version());
            Millis.put(browser.putObject("milliseconds"), browserMillis());
            browser.put("bytes", printed.prints().get(0).bytes()).put("peakMegabytes", printed.megabytes());
        }
        json.set("wrong", JSON.valueToTree(wrong));
        return json;
    }
}
