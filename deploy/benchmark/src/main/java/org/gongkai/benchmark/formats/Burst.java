package org.gongkai.benchmark.formats;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * PDFs that were asked for at the same moment.
 *
 * @param queue what the service says of their waiting
 * @param resident megabytes of report-service right after them
 * @param peak the same at most since it was started
 */
record Burst(AtOnce answers, DocumentQueue queue, long resident, long peak) {

    static final String HEAD = """
            | PDFs at once | ms of each | refused | queued: how many | mean ms | longest of the last two minutes, ms | resident MB | at most MB |
            |---|---|---|---|---|---|---|---|
            """;

    private static final double MILLIS = 1e3;

    String text() {
        String each = answers.times().stream()
                .sorted()
                .map(seconds -> String.format(Locale.ROOT, "%.0f", seconds * MILLIS))
                .collect(Collectors.joining(" "));
        return String.format(
                Locale.ROOT,
                "| %d | %s | %d | %d | %.0f | %.0f | %d | %d |%n",
                answers.answers().size(),
                each,
                answers.refused(),
                queue.documents(),
                queue.waited() * MILLIS / Math.max(1, queue.documents()),
                queue.longest() * MILLIS,
                resident,
                peak);
    }

    void put(ObjectNode row) {
        row.put("atOnce", answers.answers().size()).put("refused", answers.refused());
        var each = row.putArray("milliseconds");
        answers.times().stream().sorted().forEach(seconds -> each.add(seconds * MILLIS));
        row.putObject("queued")
                .put("documents", queue.documents())
                .put("sumMilliseconds", queue.waited() * MILLIS)
                .put("longestMilliseconds", queue.longest() * MILLIS);
        row.put("residentMegabytes", resident).put("peakMegabytes", peak);
    }
}
