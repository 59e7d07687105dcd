package org.gongkai.intake.workingday;

/** A count ran into a year whose notice is not loaded; such a year is never guessed. */
public final class MissingCalendar extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int year;

    MissingCalendar(int year) {
        super("the calendar of " + year + " is not loaded");
        this.year = year;
    }

    /** The first year that is missing. */
    public int year() {
        return year;
    }
}
