package org.gongkai.statistics.statement;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.LongStream;
import org.gongkai.statistics.fact.ApplicantType;
import org.gongkai.statistics.fact.Outcome;

/**
 * Table three of the yearly report: 25 rows of 7 columns, every cell present. Carried in and out are derived here and
 * stored nowhere, so R1 (new + carried in = results + carried out), R2 (results = sum of 21) and R3 (total = sum of 6)
 * hold by construction.
 */
final class ApplicationTable {

    static final String NEW_RECEIVED = "NEW_RECEIVED";
    static final String CARRIED_IN = "CARRIED_IN";
    static final String RESULT_TOTAL = "RESULT_TOTAL";
    static final String CARRIED_OUT = "CARRIED_OUT";
    static final String TOTAL = "TOTAL";

    private ApplicationTable() {}

    /** Row to column to count, in the order of the form. */
    static Map<String, Map<String, Long>> of(ApplicationFlow flow) {
        Map<String, Map<String, Long>> rows = new LinkedHashMap<>();
        long[] results = results(flow);
        rows.put(NEW_RECEIVED, row(flow.received()));
        rows.put(CARRIED_IN, row(flow.carriedIn()));
        for (Outcome outcome : Outcome.values()) {
            rows.put(outcome.name(), row(flow.decided(outcome)));
        }
        rows.put(RESULT_TOTAL, row(results));
        rows.put(CARRIED_OUT, row(carriedOut(flow, results)));
        return Collections.unmodifiableMap(rows);
    }

    /** One row: the six types and their total. */
    static Map<String, Long> row(long[] byType) {
        Map<String, Long> columns = new LinkedHashMap<>();
        long total = 0;
        for (ApplicantType type : ApplicantType.values()) {
            columns.put(type.name(), byType[type.ordinal()]);
            total += byType[type.ordinal()];
        }
        columns.put(TOTAL, total);
        return Collections.unmodifiableMap(columns);
    }

    /** Open at the end of the year, of all types: {@link #CARRIED_OUT}, {@link #TOTAL}. */
    static long open(ApplicationFlow flow) {
        return LongStream.of(carriedOut(flow, results(flow))).sum();
    }

    private static long[] results(ApplicationFlow flow) {
        long[] results = new long[ApplicationFlow.TYPES];
        for (Outcome outcome : Outcome.values()) {
            long[] decided = flow.decided(outcome);
            for (int type = 0; type < results.length; type++) {
                results[type] += decided[type];
            }
        }
        return results;
    }

    private static long[] carriedOut(ApplicationFlow flow, long[] results) {
        long[] open = flow.carriedIn();
        long[] received = flow.received();
        for (int type = 0; type < open.length; type++) {
            open[type] += received[type] - results[type];
        }
        return open;
    }
}
