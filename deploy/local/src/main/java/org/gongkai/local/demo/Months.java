package org.gongkai.local.demo;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;

/** Splits a figure of the year over bodies and months, not evenly but the same at each run. */
final class Months {

    private static final int OF_A_YEAR = 12;
    /** A month of a body weighs from 8 to 14. */
    private static final int LEAST = 8;

    private static final int SPREAD = 7;

    private Months() {}

    /** Takes a part that is not 0. */
    @FunctionalInterface
    interface Part {
        void take(Body body, int month, long part);
    }

    static int yearOf(PublishedReport report) {
        return LocalDate.parse(report.text("/period/0")).getYear();
    }

    static void split(long figure, List<Body> bodies, Part taker) {
        long[] weights = new long[bodies.size() * OF_A_YEAR];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = LEAST + (i / OF_A_YEAR * 5 + i % OF_A_YEAR * 3) % SPREAD;
        }
        long[] parts = Apportionment.of(figure, weights);
        for (int i = 0; i < parts.length; i++) {
            if (parts[i] > 0) {
                taker.take(bodies.get(i / OF_A_YEAR), i % OF_A_YEAR + 1, parts[i]);
            }
        }
    }

    static String period(int year, int month) {
        return YearMonth.of(year, month).toString();
    }

    /** A day of the month that is the body's. */
    static LocalDate workday(int year, int month, Body body) {
        return Plan.workday(
                LocalDate.of(year, month, 1 + Math.floorMod(body.code().hashCode() + month * 3, 25)));
    }
}
