package org.gongkai.statistics.statement;

import java.time.YearMonth;
import java.util.List;
import java.util.stream.IntStream;
import org.gongkai.statistics.statement.Statement.Month;

/** What was received and what was decided in each month of a year. */
final class MonthSums {

    static final int MONTHS = 12;

    private final long[] received = new long[MONTHS];
    private final long[] decided = new long[MONTHS];

    /** Adds what was received in a month, 0 to 11. */
    void addReceived(int month, long amount) {
        received[month] += amount;
    }

    /** Adds what was decided in a month, 0 to 11. */
    void addDecided(int month, long amount) {
        decided[month] += amount;
    }

    /** Adds another body's. */
    void add(MonthSums other) {
        for (int month = 0; month < MONTHS; month++) {
            received[month] += other.received[month];
            decided[month] += other.decided[month];
        }
    }

    /** As they stand in a statement: all twelve, those in which nothing happened too. */
    List<Month> of(int year) {
        return IntStream.range(0, MONTHS)
                .mapToObj(month -> new Month(YearMonth.of(year, month + 1).toString(), received[month], decided[month]))
                .toList();
    }
}
