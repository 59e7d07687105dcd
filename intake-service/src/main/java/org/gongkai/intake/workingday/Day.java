package org.gongkai.intake.workingday;

/**
 * What a day is by the calendar.
 *
 * @param kind whether it is worked and why
 * @param name of the holiday that it belongs to, 国庆节; null for an ordinary day
 * @param notice that says so; null for an ordinary day
 */
public record Day(Kind kind, String name, String notice) {

    /** Whether a day is worked, and why. */
    public enum Kind {
        /** Monday to Friday. */
        WORKDAY,
        /** A Saturday or Sunday that is worked (调休上班). */
        MAKEUP_WORKDAY,
        /** Saturday or Sunday (周末). */
        WEEKEND,
        /** Off by the State Council's notice (放假). */
        HOLIDAY
    }
}
