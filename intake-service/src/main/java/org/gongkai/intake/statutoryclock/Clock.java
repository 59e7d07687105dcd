package org.gongkai.intake.statutoryclock;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.gongkai.intake.statutoryclock.ClockEvent.DelayedUntil;
import org.gongkai.intake.statutoryclock.ClockEvent.Extended;
import org.gongkai.intake.statutoryclock.ClockEvent.StoodStill;
import org.gongkai.intake.statutoryclock.ClockEvent.Stopped;
import org.gongkai.intake.workingday.MissingCalendar;
import org.gongkai.intake.workingday.WorkingDays;

/** One clock of a case, from its base day until the next one begins. */
final class Clock {

    private final WorkingDays days;
    private final ClockEvent began;
    private final LocalDate base;
    private final List<Move> moves = new ArrayList<>();
    private final List<Standing> standings = new ArrayList<>();
    /** The stops that count for it; after a delay those that begin with it or later. */
    private List<Stopped> stops;

    private Due due;
    private LocalDate stoodFrom;
    private boolean stands;

    /**
     * What moved the due day, or came too late to do so.
     *
     * @param by an extension or a delay
     * @param before the due day before it
     * @param after the due day after it
     * @param timely whether it came before the due day was over
     */
    record Move(ClockEvent by, Due before, Due after, boolean timely) {}

    /**
     * What made it stand, or came too late to do so.
     *
     * @param by what was asked for
     * @param timely whether it came before the due day was over
     */
    record Standing(StoodStill by, boolean timely) {}

    Clock(ClockEvent began, LocalDate base, int workingDays, WorkingDays days, List<Stopped> stops) {
        this.began = began;
        this.base = base;
        this.days = days;
        this.stops = stops;
        this.due = Due.after(base, workingDays, days, stops);
    }

    /** A clock whose time is over is late and stays so, whatever is asked for then. */
    void stand(StoodStill standing) {
        if (stoodFrom == null) {
            stoodFrom = standing.from();
        }
        stands = isTimely(standing.from());
        standings.add(new Standing(standing, stands));
    }

    void extend(Extended extension) {
        boolean timely = isTimely(extension.notifiedOn());
        move(extension, timely ? due.later(extension.workingDays(), days, stops) : due, timely);
    }

    void delay(DelayedUntil delay) {
        boolean timely = isTimely(delay.on());
        List<Stopped> later =
                stops.stream().filter(stop -> !stop.from().isBefore(delay.on())).toList();
        Due after = timely ? delayed(delay, later) : due;
        move(delay, after, timely);
        if (timely) {
            stops = later;
        }
    }

    private boolean isTimely(LocalDate day) {
        return stands || !due.isBefore(day);
    }

    private void move(ClockEvent by, Due after, boolean timely) {
        moves.add(new Move(by, due, after, timely));
        due = after;
    }

    /** The day set; where stops take days of the delay away, as many working days later as were taken. */
    private Due delayed(DelayedUntil delay, List<Stopped> later) {
        if (later.stream().noneMatch(stop -> takesFrom(stop, delay.until()))) {
            return Due.on(delay.until());
        }
        int workingDays;
        try {
            workingDays = days.between(delay.on(), delay.until());
        } catch (MissingCalendar missing) {
            return new Due(null, missing.year());
        }
        Due moved = Due.after(delay.on(), workingDays, days, later);
        return moved.isBefore(delay.until()) ? Due.on(delay.until()) : moved;
    }

    private static boolean takesFrom(Stopped stop, LocalDate until) {
        return stop.from().isBefore(until) && (stop.to() == null || stop.to().isAfter(stop.from()));
    }

    Deadline deadline() {
        if (!stands) {
            return new Deadline(due.day(), due.missing(), due.isOpen());
        }
        // whether it was over when it came to stand cannot be known in a year without a calendar
        boolean unsure = due.missing() != null && stoodFrom.getYear() >= due.missing();
        return new Deadline(null, unsure ? due.missing() : null, true);
    }

    /** What a decision on that day took; null in both where it cannot be known. */
    Used used(LocalDate decidedOn, List<Stopped> allStops) {
        LocalDate end = stoodFrom != null && stoodFrom.isBefore(decidedOn) ? stoodFrom : decidedOn;
        int counted = 0;
        for (LocalDate day = base.plusDays(1); !day.isAfter(end); day = day.plusDays(1)) {
            LocalDate one = day;
            if (allStops.stream().noneMatch(stop -> stop.covers(one))) {
                if (!days.knows(day.getYear())) {
                    return new Used(null, null);
                }
                if (days.isWorking(day).orElseThrow()) {
                    counted++;
                }
            }
        }
        Deadline deadline = deadline();
        if (deadline.missingCalendar() != null && decidedOn.getYear() >= deadline.missingCalendar()) {
            return new Used(null, null);
        }
        return new Used(counted, !deadline.isOver(decidedOn));
    }

    ClockEvent began() {
        return began;
    }

    LocalDate base() {
        return base;
    }

    List<Move> moves() {
        return moves;
    }

    List<Standing> standings() {
        return standings;
    }

    Due due() {
        return due;
    }

    /** Whether the organ set the end of these days, so that none of them was counted. */
    boolean isSet(LocalDate day) {
        for (Move move : moves) {
            if (move.timely()
                    && move.by() instanceof DelayedUntil delay
                    && day.isAfter(delay.on())
                    && !day.isAfter(delay.until())
                    && delay.until().equals(move.after().day())) {
                return true;
            }
        }
        return false;
    }

    /** The day from which it stands, or null. */
    LocalDate stoodFrom() {
        return stoodFrom;
    }
}
