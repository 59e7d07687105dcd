package org.gongkai.intake.workingday;

import java.util.List;

/**
 * A year of the calendar as its notice arranges it.
 *
 * @param year 2019
 * @param notice where it was published: its number or address
 * @param days every day that it names, in order; some may belong to the end of the year before or the beginning of the next
 */
public record CalendarYear(int year, String notice, List<SpecialDay> days) {

    public CalendarYear {
        days = List.copyOf(days);
    }
}
