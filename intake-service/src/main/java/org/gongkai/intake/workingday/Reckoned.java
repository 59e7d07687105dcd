package org.gongkai.intake.workingday;

import java.time.LocalDate;

/**
 * A day that was counted to, or the year whose calendar is missing for it; exactly one of the two is there.
 *
 * @param day null where a calendar is missing
 * @param missingCalendar the first year without one, or null
 */
public record Reckoned(LocalDate day, Integer missingCalendar) {

    /** Whether the day is known. */
    public boolean isKnown() {
        return day != null;
    }
}
