package org.gongkai.benchmark.formats;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import org.gongkai.benchmark.Spread;

/** A format, called for by one caller, one call after another. */
record FormatRow(Format format, List<Round> rounds) {

    static final String HEAD = """
            | format | bytes | p50 ms, median of rounds | min – max | p99 ms, median of rounds | min – max | goal for p99 | \
            heap taken by one, MB | resident MB | at most MB |
            |---|---|---|---|---|---|---|---|---|---|
            """;

    /**
     * A round of it.
     *
     * @param seconds of each call that brought the report
     * @param bytes of the last report
     * @param allocated bytes of heap taken by a call
     * @param resident megabytes of report-service right after it
     * @param peak the same at most since it was started
     */
    record Round(Spread seconds, int bytes, double allocated, long resident, long peak) {}

    /** Of each round, then of the rounds. */
    Spread p50() {
        return Millis.of(rounds.stream().map(Round::seconds).toList(), Spread::median);
    }

    Spread p99() {
        return Millis.of(rounds.stream().map(Round::seconds).toList(), Millis::p99);
    }

    /** Whether it is as quick as it is to be; true where nothing is asked. */
    boolean reachesGoal() {
        return format.goal() == 0 || p99().median() <= format.goal();
    }

    /** Reports in a second of one caller. */
    double perSecond() {
        double calls =
                rounds.stream().mapToInt(round -> round.seconds().count()).sum();
        double[] seconds = {0};
        rounds.forEach(round -> round.seconds().each(one -> seconds[0] += one));
        return calls / seconds[0];
    }

    private double megabytesTaken() {
        return Spread.of(rounds.stream().map(Round::allocated).toList()).median() / 1e6;
    }

    private Round last() {
        return rounds.get(rounds.size() - 1);
    }

    String text() {
        String goal = format.goal() == 0 ? "–" : format.goal() + (reachesGoal() ? ": reached" : ": not reached");
        return String.format(
                Locale.ROOT,
                "| %s | %,d |%s%s %s | %.1f | %d | %d |%n",
                format,
                last().bytes(),
                Millis.text(p50()),
                Millis.text(p99()),
                goal,
                megabytesTaken(),
                last().resident(),
                last().peak());
    }

    void put(ObjectNode row) {
        row.put("format", format.name()).put("bytes", last().bytes());
        Millis.put(row.putObject("p50Milliseconds"), p50());
        Millis.put(row.putObject("p99Milliseconds"), p99());
        if (format.goal() > 0) {
            row.put("goalMilliseconds", format.goal()).put("reached", reachesGoal());
        }
        row.put("heapTakenMegabytes", megabytesTaken())
                .put("residentMegabytes", last().resident())
                .put("peakMegabytes", last().peak());
        var each = row.putArray("rounds");
        rounds.forEach(round -> each.addObject()
                .put("calls", round.seconds().count())
                .put("p50", round.seconds().median() * 1e3)
                .put("p99", Millis.p99(round.seconds()) * 1e3)
                .put("max", round.seconds().max() * 1e3));
    }
}
