package org.gongkai.statistics.confirmation;

import java.time.LocalDate;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * How far in its lane a body's year was counted, and how far it was confirmed. Both are maxima, so marks commute: the
 * confirmation stands while it is the later of the two, in whatever order the facts came.
 *
 * @param countedAt position of the last fact that touches the year; 0: none
 * @param confirmedAt position of the last confirmation or retraction of one; 0: none
 * @param confirmedOn day of that confirmation; null where there is none or it was taken back
 */
public record YearMark(
        String organisation,
        int year,
        long countedAt,
        long confirmedAt,
        @Nullable LocalDate confirmedOn,
        boolean nil) implements Comparable<YearMark> {

    private static final Comparator<YearMark> BY_KEY =
            Comparator.comparing(YearMark::organisation).thenComparingInt(YearMark::year);

    static YearMark counted(String organisation, int year, long position) {
        return new YearMark(organisation, year, position, 0, null, false);
    }

    static YearMark confirmed(String organisation, Confirmation confirmation, long position) {
        return new YearMark(
                organisation, confirmation.year(), 0, position, confirmation.confirmedOn(), confirmation.nil());
    }

    /** Whether the year is confirmed and nothing was counted for it since. */
    public boolean isConfirmed() {
        return confirmedOn != null && confirmedAt > countedAt;
    }

    /** Of two marks of one year the later of each kind. */
    YearMark merge(YearMark other) {
        YearMark later = other.confirmedAt > confirmedAt ? other : this;
        return new YearMark(
                organisation,
                year,
                Math.max(countedAt, other.countedAt),
                later.confirmedAt,
                later.confirmedOn,
                later.nil);
    }

    @Override
    public int compareTo(YearMark other) {
        return BY_KEY.compare(this, other);
    }
}
