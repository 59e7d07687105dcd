package org.gongkai.intake.statutoryclock;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.gongkai.intake.statutoryclock.ClockEvent.DelayedUntil;
import org.gongkai.intake.statutoryclock.ClockEvent.Extended;
import org.gongkai.intake.statutoryclock.ClockEvent.Restarted;
import org.gongkai.intake.statutoryclock.ClockEvent.Started;
import org.gongkai.intake.statutoryclock.ClockEvent.StoodStill;
import org.gongkai.intake.statutoryclock.ClockEvent.Stopped;
import org.gongkai.intake.workingday.WorkingDays;

/**
 * Reckons the due day of a case (条例 articles 30, 32 to 35; 国办函〔2020〕109号 articles 6 and 7). The first day is not
 * counted, and days of consultations are not, each once. Events are given in the order in which they take effect; before
 * {@link Started}, which receipt gives, no clock runs. A year without a calendar is never guessed.
 */
public final class StatutoryClock {

    private StatutoryClock() {}

    /** When the case is due; nothing in all fields where no clock runs. */
    public static Deadline reckon(WorkingDays days, List<ClockEvent> events) {
        List<Clock> clocks = clocks(days, events);
        return clocks.isEmpty() ? new Deadline(null, null, false) : last(clocks).deadline();
    }

    /** How that comes about, in the order of days. */
    public static List<Derivation> derive(WorkingDays days, List<ClockEvent> events) {
        return new Deriving(days, stops(events), clocks(days, events)).lines();
    }

    /** What a decision on that day took of the last clock. */
    public static Used used(WorkingDays days, List<ClockEvent> events, LocalDate decidedOn) {
        List<Clock> clocks = clocks(days, events);
        return clocks.isEmpty() ? new Used(null, null) : last(clocks).used(decidedOn, stops(events));
    }

    private static Clock last(List<Clock> clocks) {
        return clocks.get(clocks.size() - 1);
    }

    private static List<Stopped> stops(List<ClockEvent> events) {
        List<Stopped> stops = new ArrayList<>();
        for (ClockEvent event : events) {
            if (event instanceof Stopped stop) {
                stops.add(stop);
            }
        }
        return stops;
    }

    private static List<Clock> clocks(WorkingDays days, List<ClockEvent> events) {
        List<Stopped> stops = stops(events);
        List<Clock> clocks = new ArrayList<>();
        for (ClockEvent event : events) {
            if (event instanceof Started start) {
                clocks.add(new Clock(start, start.base(), start.workingDays(), days, stops));
            }
        }
        if (clocks.isEmpty()) {
            return clocks;
        }
        for (ClockEvent event : events) {
            if (event instanceof Restarted again) {
                clocks.add(new Clock(again, again.base(), again.workingDays(), days, stops));
            } else if (event instanceof StoodStill standing) {
                last(clocks).stand(standing);
            } else if (event instanceof Extended extension) {
                last(clocks).extend(extension);
            } else if (event instanceof DelayedUntil delay) {
                last(clocks).delay(delay);
            }
        }
        return clocks;
    }
}
