package org.gongkai.benchmark.freshness;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import org.gongkai.benchmark.Spread;

/**
 * One rate. All times in seconds.
 *
 * @param asked posts a second by the schedule
 * @param achieved posts a second answered with 201
 * @param failed posts with another answer, or none
 * @param posts from sending to the answer
 * @param reads from the answer to the statement that includes it
 * @param unread statements not answered with 200
 * @param streamed from the answer to the event that includes it; null where the service has no streams
 * @param missed writes that no event brought
 */
record FreshnessRow(
        int asked,
        double achieved,
        int failed,
        List<Double> posts,
        List<Double> reads,
        int unread,
        List<Double> streamed,
        int missed) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final double P99 = 0.99;

    static String table(List<FreshnessRow> rows) {
        StringBuilder text = new StringBuilder(
                "| posts/s asked | answered/s | failed | POST p50 ms | p99 ms | statements | p50 ms |"
                        + " p99 ms | not within 5 s | events | p50 ms | p99 ms | missed |\n|---|---|---|---|---|---|---|---|---|---|---|---|---|\n");
        for (FreshnessRow row : rows) {
            text.append(String.format(Locale.ROOT, "| %d | %.1f | %d |", row.asked, row.achieved, row.failed))
                    .append(times(row.posts))
                    .append(" ")
                    .append(row.reads.size())
                    .append(" |")
                    .append(times(row.reads))
                    .append(" ")
                    .append(row.unread)
                    .append(" |");
            if (row.streamed == null) {
                text.append(" – | – | – | – |\n");
            } else {
                text.append(" ").append(row.streamed.size()).append(" |");
                text.append(times(row.streamed)).append(" ").append(row.missed).append(" |\n");
            }
        }
        return text.toString();
    }

    private static String times(List<Double> seconds) {
        if (seconds.isEmpty()) {
            return " – | – |";
        }
        Spread spread = Spread.of(seconds);
        return String.format(Locale.ROOT, " %.1f | %.1f |", spread.median() * 1e3, spread.quantile(P99) * 1e3);
    }

    static ArrayNode json(List<FreshnessRow> rows) {
        ArrayNode all = JSON.createArrayNode();
        for (FreshnessRow row : rows) {
            ObjectNode node = all.addObject();
            node.put("postsPerSecondAsked", row.asked)
                    .put("postsPerSecond", row.achieved)
                    .put("failed", row.failed);
            put(node.putObject("postMilliseconds"), row.posts);
            put(node.putObject("statementMilliseconds").put("notInTime", row.unread), row.reads);
            if (row.streamed != null) {
                put(node.putObject("eventMilliseconds").put("missed", row.missed), row.streamed);
            }
        }
        return all;
    }

    private static void put(ObjectNode node, List<Double> seconds) {
        node.put("count", seconds.size());
        if (!seconds.isEmpty()) {
            Spread spread = Spread.of(seconds);
            node.put("p50", spread.median() * 1e3)
                    .put("p99", spread.quantile(P99) * 1e3)
                    .put("max", spread.max() * 1e3);
        }
    }
}
