package org.gongkai.intake.statutoryclock;

import java.time.LocalDate;
import java.util.List;
import org.gongkai.intake.statutoryclock.ClockEvent.Stopped;
import org.gongkai.intake.workingday.WorkingDays;

/** Where a count ended: at a day, at a year without a calendar, or (both null) in a stop whose end is open. */
record Due(LocalDate day, Integer missing) {

    private static final Due OPEN = new Due(null, null);

    static Due on(LocalDate day) {
        return new Due(day, null);
    }

    boolean isKnown() {
        return day != null;
    }

    boolean isOpen() {
        return day == null && missing == null;
    }

    /** Known to be before that day. */
    boolean isBefore(LocalDate other) {
        return day != null && day.isBefore(other);
    }

    /** Working day {@code n} after the base that is in none of the stops. */
    static Due after(LocalDate base, int n, WorkingDays days, List<Stopped> stops) {
        LocalDate day = base;
        for (int counted = 0; counted < n; ) {
            day = day.plusDays(1);
            boolean stopped = false;
            for (Stopped stop : stops) {
                if (stop.covers(day)) {
                    if (stop.to() == null) {
                        return OPEN;
                    }
                    stopped = true;
                }
            }
            if (!stopped) {
                if (!days.knows(day.getYear())) {
                    return new Due(null, day.getYear());
                }
                if (days.isWorking(day).orElseThrow()) {
                    counted++;
                }
            }
        }
        return on(day);
    }

    /** The day, likewise after this one where it is known. */
    Due later(int n, WorkingDays days, List<Stopped> stops) {
        return isKnown() ? after(day, n, days, stops) : this;
    }
}
