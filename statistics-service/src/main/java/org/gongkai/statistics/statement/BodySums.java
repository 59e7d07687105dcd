package org.gongkai.statistics.statement;

import com.carrotsearch.hppc.IntArrayList;
import com.carrotsearch.hppc.LongArrayList;
import java.time.LocalDate;
import org.gongkai.statistics.statement.PartFlows.When;
import org.jspecify.annotations.Nullable;

/** What flowed through one body, seen from a year, as a stamp of the body has it. */
final class BodySums {

    private final long stamp;
    private final LocalDate today;
    private final IntArrayList kinds = new IntArrayList();
    private final LongArrayList amounts = new LongArrayList();
    private boolean confirmedYear;
    private boolean confirmedYearBefore;
    private volatile @Nullable MonthSums months;

    /**
     * Nothing yet.
     *
     * @param today what is due before it counts
     */
    BodySums(long stamp, LocalDate today) {
        this.stamp = stamp;
        this.today = today;
    }

    /** Adds a sum of a kind that has none yet. */
    void add(int kind, long amount) {
        kinds.add(kind);
        amounts.add(amount);
    }

    /** Says that the body has confirmed the year, or the year before. */
    void confirmed(When when) {
        if (when == When.YEAR) {
            confirmedYear = true;
        } else {
            confirmedYearBefore = true;
        }
    }

    boolean isConfirmed(When when) {
        return when == When.YEAR ? confirmedYear : confirmedYearBefore;
    }

    /** What it received and decided in each month of the year; null where nobody asked for it yet. */
    @Nullable
    MonthSums months() {
        return months;
    }

    /** Keeps the months too, read at the same stamp. */
    void keep(MonthSums read) {
        months = read;
    }

    /** Whether these are the sums at a stamp, on a day. */
    boolean areOf(long bodyStamp, LocalDate day) {
        return stamp == bodyStamp && today.equals(day);
    }

    /** Adds them to totals by kind. */
    void addTo(long[] totals) {
        for (int i = 0; i < kinds.size(); i++) {
            int kind = kinds.get(i);
            totals[kind] = Math.addExact(totals[kind], amounts.get(i));
        }
    }

    /** What it takes of the memory: sums, those of months too, and as much as a few for itself. */
    int weight() {
        return kinds.size() + 2 * MonthSums.MONTHS + 10;
    }

    /** Gives back what arrays have beyond what they hold. */
    BodySums trimmed() {
        kinds.trimToSize();
        amounts.trimToSize();
        return this;
    }
}
