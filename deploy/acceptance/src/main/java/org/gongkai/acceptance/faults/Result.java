package org.gongkai.acceptance.faults;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What came of a trial.
 *
 * @param acknowledged facts that the client was told are recorded
 * @param counted facts of these bodies in the counts
 * @param journaled facts of these bodies in the journal
 * @param lost acknowledged and not counted
 * @param doubled counted more often than recorded in intake's tables
 * @param repeatsDropped deliveries that statistics dropped as counted already, at least
 * @param repeatedCalls calls that the client sent again
 * @param kills in their order
 */
public record Result(
        long acknowledged,
        long counted,
        long journaled,
        long lost,
        long doubled,
        long repeatsDropped,
        long repeatedCalls,
        List<Kill> kills) {

    /** The kills that interrupted something, by part. */
    public Map<String, List<Kill>> interruptions() {
        return kills.stream()
                .filter(Kill::interrupted)
                .collect(Collectors.groupingBy(Kill::part, TreeMap::new, Collectors.toList()));
    }

    /** For a reader at a terminal. */
    public String table(double seconds) {
        StringBuilder text = new StringBuilder();
        text.append(String.format("%nacknowledged    %d%n", acknowledged));
        text.append(String.format("counted         %d%n", counted));
        text.append(String.format("journaled       %d%n", journaled));
        text.append(String.format("lost            %d%n", lost));
        text.append(String.format("doubled         %d%n", doubled));
        text.append(String.format("repeats dropped %d at least%n", repeatsDropped));
        text.append(String.format("calls sent again %d%n", repeatedCalls));
        interruptions()
                .forEach((part, each) -> text.append(String.format(
                        "%-10s killed %d times in the middle of something; seconds until all were ready: %s%n",
                        part,
                        each.size(),
                        each.stream()
                                .map(kill -> String.format("%.1f", kill.seconds()))
                                .collect(Collectors.joining(", ")))));
        text.append(String.format("whole trial     %.0f s", seconds));
        return text.toString();
    }
}
