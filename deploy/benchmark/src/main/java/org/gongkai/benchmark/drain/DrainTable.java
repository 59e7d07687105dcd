package org.gongkai.benchmark.drain;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.gongkai.benchmark.Spread;

/** Rates of all contenders on all topics: medians with spread, and as ratios to those that goals name. */
final class DrainTable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<Peer> MEASURES =
            List.of(Peer.PARSE, Peer.STREAMS, Peer.STREAMS_WITHOUT_REPARTITION, Peer.TRANSACTION_PER_FACT);

    private final Map<String, Map<String, List<Reading>>> readings = new LinkedHashMap<>();

    void add(String topic, String contender, Reading reading) {
        readings.computeIfAbsent(topic, any -> new LinkedHashMap<>())
                .computeIfAbsent(contender, any -> new ArrayList<>())
                .add(reading);
    }

    /** Facts per second over the rounds. */
    Spread rates(String topic, String contender) {
        return Spread.of(readings.get(topic).get(contender).stream()
                .map(Reading::perSecond)
                .toList());
    }

    /** Median by median; 0 where the other did not run. */
    double ratio(String topic, String contender, Peer other) {
        return readings.get(topic).containsKey(other.label())
                ? rates(topic, contender).median() / rates(topic, other.label()).median()
                : 0;
    }

    private long facts(String topic, String contender) {
        return readings.get(topic).get(contender).stream()
                .mapToLong(Reading::facts)
                .max()
                .orElseThrow();
    }

    private long peak(String topic, String contender) {
        return readings.get(topic).get(contender).stream()
                .mapToLong(Reading::peakMegabytes)
                .max()
                .orElseThrow();
    }

    /** A table in Markdown. */
    String text() {
        StringBuilder text = new StringBuilder("| topic | contender | rounds | facts | facts/s, median | min – max |");
        MEASURES.forEach(peer -> text.append(" × ").append(peer.label()).append(" |"));
        text.append(" peak MB |\n|---|---|---|---|---|---|")
                .append("---|".repeat(MEASURES.size() + 1))
                .append('\n');
        readings.forEach((topic, contenders) -> contenders.forEach((contender, rounds) -> {
            Spread rates = rates(topic, contender);
            text.append(String.format(
                    Locale.ROOT,
                    "| %s | %s | %d | %,d | %,.0f | %,.0f – %,.0f |",
                    topic,
                    contender,
                    rounds.size(),
                    facts(topic, contender),
                    rates.median(),
                    rates.min(),
                    rates.max()));
            MEASURES.forEach(peer -> text.append(ratioText(topic, contender, peer)));
            long peak = peak(topic, contender);
            text.append(peak == 0 ? " – |\n" : " " + peak + " |\n");
        }));
        return text.toString();
    }

    private String ratioText(String topic, String contender, Peer peer) {
        double ratio = ratio(topic, contender, peer);
        return ratio == 0 ? " – |" : String.format(Locale.ROOT, " %.2f |", ratio);
    }

    /** The same for programs, with every round. */
    ArrayNode json() {
        ArrayNode all = JSON.createArrayNode();
        readings.forEach((topic, contenders) -> contenders.forEach((contender, rounds) -> {
            Spread rates = rates(topic, contender);
            ObjectNode row = all.addObject();
            row.put("topic", topic).put("contender", contender).put("facts", facts(topic, contender));
            row.putObject("factsPerSecond")
                    .put("median", rates.median())
                    .put("min", rates.min())
                    .put("max", rates.max());
            ObjectNode ratios = row.putObject("ratioTo");
            MEASURES.stream()
                    .filter(peer -> contenders.containsKey(peer.label()))
                    .forEach(peer -> ratios.put(peer.label(), ratio(topic, contender, peer)));
            row.put("peakMegabytes", peak(topic, contender));
            ArrayNode each = row.putArray("rounds");
            rounds.forEach(round -> each.addObject()
                    .put("facts", round.facts())
                    .put("seconds", round.seconds())
                    .put("factsPerSecond", round.perSecond()));
        }));
        return all;
    }
}
