package org.gongkai.intake.statutoryclock;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.gongkai.intake.statutoryclock.ClockEvent.Extended;
import org.gongkai.intake.statutoryclock.ClockEvent.Restarted;
import org.gongkai.intake.statutoryclock.ClockEvent.Stopped;
import org.gongkai.intake.statutoryclock.Derivation.What;
import org.gongkai.intake.workingday.Day;
import org.gongkai.intake.workingday.WorkingDays;

/** Writes down how a due day came about: what happened to each clock, and each day that it did not count. */
final class Deriving {

    private static final String WEEKEND = "周末";

    private final WorkingDays days;
    private final List<Stopped> stops;
    private final List<Clock> clocks;
    private final List<Line> lines = new ArrayList<>();

    /** A line and the day that it is sorted by. */
    private record Line(LocalDate at, Derivation text) {}

    Deriving(WorkingDays days, List<Stopped> stops, List<Clock> clocks) {
        this.days = days;
        this.stops = stops;
        this.clocks = clocks;
    }

    List<Derivation> lines() {
        for (Stopped stop : stops) {
            add(stop.from(), line(What.CLOCK_STOPPED, stop.from(), stop.to(), stop.reason(), stop.article()));
        }
        for (int i = 0; i < clocks.size(); i++) {
            write(clocks.get(i), i + 1 < clocks.size() ? clocks.get(i + 1) : null);
        }
        // stable: what happened on a day stands before what it leads to
        lines.sort(Comparator.comparing(Line::at));
        return lines.stream().map(Line::text).toList();
    }

    private void write(Clock clock, Clock next) {
        ClockEvent began = clock.began();
        int given = began instanceof Restarted again ? again.workingDays() : ((ClockEvent.Started) began).workingDays();
        add(
                clock.base(),
                new Derivation(
                        began instanceof Restarted ? What.CLOCK_RESTARTED : What.CLOCK_STARTED,
                        clock.base(),
                        null,
                        given,
                        null,
                        began.reason(),
                        began.article()));
        clock.moves().forEach(this::writeMove);
        clock.standings().forEach(this::writeStanding);
        writeDays(clock, next);
        if (next == null) {
            writeEnd(clock);
        }
    }

    private void writeMove(Clock.Move move) {
        ClockEvent by = move.by();
        if (by instanceof Extended extension) {
            add(
                    extension.notifiedOn(),
                    new Derivation(
                            What.EXTENDED,
                            move.before().day(),
                            move.timely() ? move.after().day() : null,
                            extension.workingDays(),
                            move.timely(),
                            by.reason(),
                            by.article()));
        } else if (by instanceof ClockEvent.DelayedUntil delay) {
            add(
                    delay.on(),
                    new Derivation(
                            What.DELAYED, delay.on(), delay.until(), null, move.timely(), by.reason(), by.article()));
        }
    }

    private void writeStanding(Clock.Standing standing) {
        ClockEvent.StoodStill by = standing.by();
        add(
                by.from(),
                new Derivation(What.CLOCK_STANDS, by.from(), null, null, standing.timely(), by.reason(), by.article()));
    }

    private void writeEnd(Clock clock) {
        Deadline deadline = clock.deadline();
        if (deadline.dueOn() != null) {
            add(deadline.dueOn(), new Derivation(What.DUE, deadline.dueOn(), null, null, null, "到期日", null));
        }
        if (deadline.missingCalendar() != null) {
            LocalDate first = LocalDate.of(deadline.missingCalendar(), 1, 1);
            add(first, line(What.CALENDAR_MISSING, first, null, deadline.missingCalendar() + "年工作日历尚未载入", null));
        }
    }

    private void writeDays(Clock clock, Clock next) {
        LocalDate end = lastDay(clock, next);
        Derivation open = null;
        for (LocalDate day = clock.base().plusDays(1); !day.isAfter(end); day = day.plusDays(1)) {
            Derivation one = clock.isSet(day) ? null : counted(day);
            if (open != null && one != null && continues(open, one)) {
                open = line(open.what(), open.from(), day, open.reason(), open.article());
                continue;
            }
            flush(open);
            open = one;
        }
        flush(open);
    }

    private void flush(Derivation open) {
        if (open != null) {
            add(open.from(), open);
        }
    }

    private static boolean continues(Derivation open, Derivation one) {
        return open.what() == one.what()
                && Objects.equals(open.reason(), one.reason())
                && Objects.equals(open.article(), one.article());
    }

    /** The last day of a clock that matters: it stood, another began, it is due, or nothing is known further. */
    private LocalDate lastDay(Clock clock, Clock next) {
        LocalDate end = next == null ? LocalDate.MAX : next.base();
        end = earlier(end, clock.stoodFrom());
        end = earlier(end, clock.due().day());
        if (clock.due().missing() != null) {
            end = earlier(end, LocalDate.of(clock.due().missing(), 1, 1).minusDays(1));
        }
        for (Stopped stop : stops) {
            end = clock.due().isOpen() && stop.to() == null ? earlier(end, stop.from()) : end;
        }
        return end;
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return other != null && other.isBefore(one) ? other : one;
    }

    /** Why the day is not counted, or is although it is a Saturday or Sunday; null for an ordinary day. */
    private Derivation counted(LocalDate date) {
        Stopped stop =
                stops.stream().filter(one -> one.covers(date)).findFirst().orElse(null);
        Day.Kind kind = days.knows(date.getYear()) ? days.day(date).kind() : Day.Kind.WORKDAY;
        if (kind == Day.Kind.WEEKEND) {
            return line(What.NOT_COUNTED, date, date, WEEKEND, null);
        }
        if (kind == Day.Kind.HOLIDAY) {
            Day day = days.day(date);
            return line(What.NOT_COUNTED, date, date, day.name(), day.notice());
        }
        if (stop != null) {
            return line(What.NOT_COUNTED, date, date, stop.reason(), stop.article());
        }
        return kind == Day.Kind.MAKEUP_WORKDAY
                ? line(What.MAKEUP_COUNTED, date, date, "调休上班", days.day(date).notice())
                : null;
    }

    private static Derivation line(What what, LocalDate from, LocalDate to, String reason, String article) {
        return new Derivation(what, from, to, null, null, reason, article);
    }

    private void add(LocalDate at, Derivation text) {
        lines.add(new Line(at, text));
    }
}
