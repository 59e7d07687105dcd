package org.gongkai.benchmark.formats;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.gongkai.benchmark.Spread;

/** Times of several rounds, in milliseconds. */
final class Millis {

    private static final double P99 = 0.99;

    private Millis() {}

    static double p99(Spread seconds) {
        return seconds.quantile(P99);
    }

    /** One figure of each round's seconds. */
    static Spread of(List<Spread> rounds, ToDoubleFunction<Spread> figure) {
        return Spread.of(
                rounds.stream().map(round -> figure.applyAsDouble(round) * 1e3).toList());
    }

    /** Two cells of a table: the median, and from where to where. */
    static String text(Spread millis) {
        return String.format(Locale.ROOT, " %.1f | %.1f – %.1f |", millis.median(), millis.min(), millis.max());
    }

    static void put(ObjectNode node, Spread millis) {
        node.put("median", millis.median()).put("min", millis.min()).put("max", millis.max());
    }
}
