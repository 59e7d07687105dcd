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
import org.gongkai.intake.workingday.DayList;

/**
 * The oracle: goes through the days one by one, as a clerk with a wall calendar does, and ticks off what is left. Knows
 * nothing of the code under test but the events' types.
 */
final class DayByDay {

    private static final LocalDate LAST = LocalDate.of(2026, 12, 31);

    /** No clock of the histories runs as long, unless it stands. */
    private static final int FAR = 600;

    private final List<ClockEvent> events;
    private final List<Stopped> allStops = new ArrayList<>();
    private List<Stopped> stops;

    private int left;
    private LocalDate due;
    private LocalDate set;
    private int takenFromSet;
    private int afterSet;
    private boolean stands;

    private int used;
    private boolean usedStands;

    DayByDay(List<ClockEvent> events) {
        this.events = events;
        for (ClockEvent event : events) {
            if (event instanceof Stopped stop) {
                allStops.add(stop);
            }
        }
    }

    /** What it came to by the last loaded day: "due …", "stands", or "missing". */
    String outcome() {
        begin(((Started) events.get(0)).base());
        return went(null);
    }

    /** Working days ticked off from the last base day to that day. */
    int used(LocalDate decidedOn) {
        begin(((Started) events.get(0)).base());
        went(decidedOn);
        return used;
    }

    private String went(LocalDate until) {
        LocalDate first = ((Started) events.get(0)).base();
        LocalDate far = first.plusDays(FAR);
        LocalDate end = until != null ? until : far.isBefore(LAST) ? far : LAST;
        for (LocalDate day = first; !day.isAfter(end); day = day.plusDays(1)) {
            if (day.isAfter(first)) {
                tick(day);
            }
            for (ClockEvent event : events) {
                happens(event, day);
            }
        }
        if (stands) {
            return "stands";
        }
        if (due != null) {
            return "due " + due;
        }
        boolean open = stops.stream().anyMatch(stop -> stop.to() == null);
        return open ? "stands" : "missing";
    }

    private void begin(LocalDate base) {
        left = 20;
        due = null;
        set = null;
        stands = false;
        stops = allStops;
        used = 0;
        usedStands = false;
    }

    private static boolean in(List<Stopped> stops, LocalDate day) {
        for (Stopped stop : stops) {
            if (day.isAfter(stop.from()) && (stop.to() == null || day.compareTo(stop.to()) <= 0)) {
                return true;
            }
        }
        return false;
    }

    private void tick(LocalDate day) {
        if (DayList.works(day) && !in(allStops, day) && !usedStands) {
            used++;
        }
        if (set != null) {
            if (DayList.works(day) && in(stops, day)) {
                takenFromSet++;
            }
            if (day.equals(set)) {
                left = takenFromSet + afterSet;
                due = left == 0 ? day : null;
                set = null;
            }
            return;
        }
        if (due == null && DayList.works(day) && !in(stops, day)) {
            left--;
            if (left == 0) {
                due = day;
            }
        }
    }

    private boolean isLate(LocalDate day) {
        return due != null && due.isBefore(day) && !stands;
    }

    private void happens(ClockEvent event, LocalDate day) {
        if (event instanceof Restarted again && again.base().equals(day)) {
            begin(day);
        } else if (event instanceof StoodStill standing && standing.from().equals(day)) {
            stands = stands || !isLate(day);
            usedStands = true;
        } else if (event instanceof Extended extension && extension.notifiedOn().equals(day) && !isLate(day)) {
            if (set != null) {
                afterSet += extension.workingDays();
            } else {
                left += extension.workingDays();
                due = null;
            }
        } else if (event instanceof DelayedUntil delay && delay.on().equals(day) && !isLate(day)) {
            set = delay.until();
            takenFromSet = 0;
            afterSet = 0;
            due = null;
            List<Stopped> later = new ArrayList<>();
            for (Stopped stop : allStops) {
                if (!stop.from().isBefore(day)) {
                    later.add(stop);
                }
            }
            stops = later;
        }
    }
}
