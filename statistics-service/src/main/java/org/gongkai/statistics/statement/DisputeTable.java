package org.gongkai.statistics.statement;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.gongkai.statistics.counting.Measure;
import org.gongkai.statistics.fact.DisputeConcluded;
import org.gongkai.statistics.fact.DisputeKind;
import org.gongkai.statistics.fact.DisputeResult;

/**
 * Table four of the yearly report: three blocks of five columns, every cell present. The total holds what was pending on
 * 1 January, what was filed and what went on after a conclusion of an earlier year; what has no result is pending, so R7
 * (total = results + pending) holds by construction, and the opening of a year is the pending of the year before.
 */
final class DisputeTable {

    static final String PENDING = "PENDING";
    static final String TOTAL = "TOTAL";

    private DisputeTable() {}

    /** Block to column to count, in the order of the form. */
    static Map<String, Map<String, Long>> of(YearFlow flow) {
        Map<String, Map<String, Long>> blocks = new LinkedHashMap<>();
        for (DisputeKind kind : DisputeKind.values()) {
            Map<String, Long> columns = new LinkedHashMap<>();
            long total = opening(flow, kind)
                    + flow.within(Measure.DISPUTES_FILED, kind.name())
                    + flow.within(Measure.DISPUTES_REOPENED, kind.name());
            long pending = total;
            for (DisputeResult result : DisputeResult.values()) {
                long concluded = flow.within(Measure.DISPUTES_CONCLUDED, DisputeConcluded.category(kind, result));
                columns.put(result.name(), concluded);
                pending -= concluded;
            }
            columns.put(PENDING, pending);
            columns.put(TOTAL, total);
            blocks.put(kind.name(), Collections.unmodifiableMap(columns));
        }
        return Collections.unmodifiableMap(blocks);
    }

    /** Pending at the beginning of the year, by block. */
    static Map<String, Long> opening(YearFlow flow) {
        Map<String, Long> blocks = new LinkedHashMap<>();
        Arrays.stream(DisputeKind.values()).forEach(kind -> blocks.put(kind.name(), opening(flow, kind)));
        return Collections.unmodifiableMap(blocks);
    }

    private static long opening(YearFlow flow, DisputeKind kind) {
        long concluded = Arrays.stream(DisputeResult.values())
                .mapToLong(result -> flow.before(Measure.DISPUTES_CONCLUDED, DisputeConcluded.category(kind, result)))
                .sum();
        return flow.before(Measure.DISPUTES_FILED, kind.name())
                + flow.before(Measure.DISPUTES_REOPENED, kind.name())
                - concluded;
    }
}
