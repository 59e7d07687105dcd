package org.gongkai.statistics.statement;

import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How many applications took how many working days, of those of which that is known. Histograms of bodies add up to that
 * of their subtree, and so its percentiles are those of all its applications, which no mean of percentiles would be.
 */
final class WorkingDaysUsed {

    private static final int HALF = 50;
    private static final int NINE_TENTHS = 90;
    private static final int ALL = 100;

    private final NavigableMap<Integer, Long> applications = new TreeMap<>();
    private long total;

    /**
     * A histogram.
     *
     * @param counts working days as a decimal number to applications; what was taken back as often as it was put is none
     */
    WorkingDaysUsed(Map<String, Long> counts) {
        counts.forEach((days, number) -> {
            if (number > 0) {
                applications.put(Integer.valueOf(days), number);
                total += number;
            }
        });
    }

    /** {@link #percentile} 50: the lower of the middle two where their number is even. */
    @Nullable
    Integer median() {
        return percentile(HALF);
    }

    /** {@link #percentile} 90. */
    @Nullable
    Integer ninetieth() {
        return percentile(NINE_TENTHS);
    }

    /**
     * By nearest rank: the least number of working days within which at least so many in a hundred were decided. It is
     * always one that occurred. Null where there is none.
     *
     * @param percent 1 to 100
     */
    @Nullable
    Integer percentile(int percent) {
        long rank = (total * percent + ALL - 1) / ALL;
        long within = 0;
        for (Map.Entry<Integer, Long> bar : applications.entrySet()) {
            within += bar.getValue();
            if (within >= rank) {
                return bar.getKey();
            }
        }
        return null;
    }
}
