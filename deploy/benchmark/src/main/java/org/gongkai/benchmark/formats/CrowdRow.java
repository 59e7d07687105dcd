package org.gongkai.benchmark.formats;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.gongkai.benchmark.Spread;

/** JSON for many callers at once, each with its next call as soon as the last one is answered. */
record CrowdRow(int callers, List<Round> rounds) {

    static final String HEAD = """
            | callers of JSON at once | reports/s, median of rounds | p50 ms, median of rounds | min – max | \
            p99 ms, median of rounds | min – max | refused | resident MB | at most MB |
            |---|---|---|---|---|---|---|---|---|
            """;

    /**
     * A round of it.
     *
     * @param resident megabytes of report-service right after it
     * @param peak the same at most since it was started
     */
    record Round(AtOnce answers, long resident, long peak) {}

    private double perSecond() {
        return Spread.of(rounds.stream()
                        .map(round ->
                                round.answers().times().size() / round.answers().seconds())
                        .toList())
                .median();
    }

    private Spread figure(ToDoubleFunction<Spread> figure) {
        return Millis.of(
                rounds.stream().map(round -> Spread.of(round.answers().times())).toList(), figure);
    }

    private int refused() {
        return rounds.stream().mapToInt(round -> round.answers().refused()).sum();
    }

    private Round last() {
        return rounds.get(rounds.size() - 1);
    }

    String text() {
        return String.format(
                Locale.ROOT,
                "| %d | %.0f |%s%s %d | %d | %d |%n",
                callers,
                perSecond(),
                Millis.text(figure(Spread::median)),
                Millis.text(figure(Millis::p99)),
                refused(),
                last().resident(),
                last().peak());
    }

    void put(ObjectNode row) {
        row.put("callers", callers).put("perSecond", perSecond());
        Millis.put(row.putObject("p50Milliseconds"), figure(Spread::median));
        Millis.put(row.putObject("p99Milliseconds"), figure(Millis::p99));
        row.put("refused", refused())
                .put("residentMegabytes", last().resident())
                .put("peakMegabytes", last().peak());
    }
}
