package org.gongkai.intake.statutoryclock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.AfterContainer;
import org.gongkai.intake.statutoryclock.ClockEvent.DelayedUntil;
import org.gongkai.intake.statutoryclock.ClockEvent.Extended;
import org.gongkai.intake.statutoryclock.ClockEvent.Restarted;
import org.gongkai.intake.statutoryclock.ClockEvent.Started;
import org.gongkai.intake.statutoryclock.ClockEvent.StoodStill;
import org.gongkai.intake.statutoryclock.ClockEvent.Stopped;
import org.gongkai.intake.workingday.DayList;
import org.gongkai.intake.workingday.ShippedYears;
import org.gongkai.intake.workingday.WorkingDays;

/** Random stops, restarts, extensions, delays and requests over 2019 to 2026 against a count day by day. */
class StatutoryClockPropertiesTest {

    private static final WorkingDays SHIPPED = WorkingDays.of(ShippedYears.read());
    private static final LocalDate FIRST = LocalDate.of(2019, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2026, 12, 31);

    /** What came out how often: a generator that only made easy cases would prove nothing. */
    private static final TreeMap<String, Integer> SEEN = new TreeMap<>();

    @Property(tries = 5_000)
    void the_due_day_is_that_of_a_count_day_by_day(@ForAll long seed) {
        List<ClockEvent> events = history(new Random(seed));

        Deadline deadline = StatutoryClock.reckon(SHIPPED, events);

        String outcome =
                deadline.stands() ? "stands" : deadline.dueOn() == null ? "missing" : "due " + deadline.dueOn();
        if (deadline.missingCalendar() != null) {
            assertEquals(2027, deadline.missingCalendar(), events::toString);
        }
        if (deadline.dueOn() == null || !deadline.dueOn().isAfter(LAST)) {
            assertEquals(new DayByDay(events).outcome(), outcome, events::toString);
        }
        SEEN.merge(outcome.substring(0, 3) + events.size(), 1, Integer::sum);
        SEEN.merge(outcome.substring(0, 3), 1, Integer::sum);
    }

    @Property(tries = 5_000)
    void a_decision_uses_the_days_ticked_off_and_is_in_time_by_the_due_day(@ForAll long seed) {
        Random random = new Random(seed);
        List<ClockEvent> events = history(random);
        LocalDate newest = events.stream()
                .map(StatutoryClockPropertiesTest::dayOf)
                .max(Comparator.naturalOrder())
                .orElseThrow();
        LocalDate decidedOn = earlier(newest.plusDays(random.nextInt(60)), LAST);

        Used used = StatutoryClock.used(SHIPPED, events, decidedOn);

        String outcome = new DayByDay(events).outcome();
        boolean late = outcome.startsWith("due ") && decidedOn.isAfter(LocalDate.parse(outcome.substring(4)));
        assertEquals(new Used(new DayByDay(events).used(decidedOn), !late), used, events + " on " + decidedOn);
        SEEN.merge(late ? "late" : "in time", 1, Integer::sum);
    }

    @Property(tries = 5_000)
    void the_derivation_names_each_day_of_the_last_clock_that_is_not_counted(@ForAll long seed) {
        List<ClockEvent> events = history(new Random(seed));
        boolean delayed = events.stream().anyMatch(DelayedUntil.class::isInstance);
        Deadline deadline = StatutoryClock.reckon(SHIPPED, events);
        if (delayed || deadline.dueOn() == null) {
            return;
        }

        List<Derivation> lines = StatutoryClock.derive(SHIPPED, events);

        LocalDate base = events.stream()
                .filter(event -> event instanceof Started || event instanceof Restarted)
                .map(StatutoryClockPropertiesTest::dayOf)
                .max(Comparator.naturalOrder())
                .orElseThrow();
        int counted = 0;
        for (LocalDate day = base.plusDays(1); !day.isAfter(deadline.dueOn()); day = day.plusDays(1)) {
            LocalDate one = day;
            boolean named = lines.stream()
                    .anyMatch(line -> line.what() == Derivation.What.NOT_COUNTED
                            && !one.isBefore(line.from())
                            && !one.isAfter(line.to()));
            counted += named ? 0 : 1;
        }
        boolean timely = lines.stream()
                .anyMatch(line -> line.what() == Derivation.What.EXTENDED && Boolean.TRUE.equals(line.timely()));
        int given = 20;
        for (ClockEvent event : events) {
            if (event instanceof Restarted) {
                given = 20;
            } else if (event instanceof Extended extension && timely) {
                given += extension.workingDays();
            }
        }
        assertEquals(given, counted, events + " " + lines);
        assertEquals(
                List.of(deadline.dueOn()),
                lines.stream()
                        .filter(line -> line.what() == Derivation.What.DUE)
                        .map(Derivation::from)
                        .toList());
        List<LocalDate> froms = lines.stream()
                .filter(line -> line.what() != Derivation.What.EXTENDED)
                .map(Derivation::from)
                .toList();
        assertEquals(froms.stream().sorted().toList(), froms, "in the order of days");
    }

    @Property(tries = 2_000)
    void every_day_of_eight_years_is_worked_or_not_as_the_list_says(@ForAll long seed) {
        LocalDate day = FIRST.plusDays(new Random(seed).nextInt(2_922));
        assertEquals(DayList.works(day), SHIPPED.isWorking(day).orElseThrow(), day::toString);
    }

    @AfterContainer
    static void the_histories_were_of_every_kind() {
        for (String kind : List.of("due", "sta", "mis", "late", "in time", "due1", "due4")) {
            assertTrue(SEEN.getOrDefault(kind, 0) > 20, kind + " in " + SEEN);
        }
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }

    private static LocalDate dayOf(ClockEvent event) {
        if (event instanceof Started start) {
            return start.base();
        } else if (event instanceof Restarted again) {
            return again.base();
        } else if (event instanceof StoodStill standing) {
            return standing.from();
        } else if (event instanceof Stopped stop) {
            return stop.from();
        } else if (event instanceof Extended extension) {
            return extension.notifiedOn();
        }
        return ((DelayedUntil) event).on();
    }

    /** One receipt and up to seven events after it, in the order of days; one extension at most between restarts. */
    private static List<ClockEvent> history(Random random) {
        LocalDate received = FIRST.plusDays(random.nextInt(2_922));
        List<LocalDate> days = new ArrayList<>();
        for (int i = random.nextInt(8); i > 0; i--) {
            days.add(earlier(received.plusDays(random.nextInt(90)), LAST));
        }
        days.sort(Comparator.naturalOrder());
        List<ClockEvent> events = new ArrayList<>(List.of(Started.on(received)));
        boolean extended = false;
        for (LocalDate day : days) {
            ClockEvent event = event(random, day, extended);
            extended = extended || event instanceof Extended;
            events.add(event);
        }
        return events;
    }

    private static ClockEvent event(Random random, LocalDate day, boolean extended) {
        int kind = random.nextInt(10);
        if (kind == 0) {
            return Restarted.on(day, "收到补正", "条例第三十条");
        } else if (kind == 1) {
            return new StoodStill(day, "要求补正", "条例第三十条");
        } else if (kind == 2 && day.isBefore(LAST)) {
            return new DelayedUntil(day, earlier(day.plusDays(1L + random.nextInt(60)), LAST));
        } else if (kind <= 5 && !extended) {
            return new Extended(1 + random.nextInt(20), day);
        }
        LocalDate end = random.nextInt(12) == 0 ? null : day.plusDays(random.nextInt(30));
        return Stopped.open(day, end, "征求第三方意见", "条例第三十二条");
    }
}
