package org.gongkai.intake.statutoryclock;

import java.time.LocalDate;

/**
 * When an application is due. How it came about says {@link StatutoryClock#derive}.
 *
 * @param dueOn last day of the reply; null where the clock stands or a calendar is missing
 * @param missingCalendar the first year whose calendar is missing for it, or null
 * @param stands whether the clock stands without a known end
 */
public record Deadline(LocalDate dueOn, Integer missingCalendar, boolean stands) {

    /** Whether that day is known to be after the due day: what is done on it is late. */
    public boolean isOver(LocalDate day) {
        return dueOn != null && day.isAfter(dueOn);
    }
}
