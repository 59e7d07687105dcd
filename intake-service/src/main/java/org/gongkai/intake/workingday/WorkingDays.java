package org.gongkai.intake.workingday;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Year;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;

/**
 * The working-day calendar as loaded; immutable. A day is a working day (工作日) where it is Monday to Friday and not off, or
 * Saturday or Sunday and a make-up working day; whether it is, is known only in a year whose notice is loaded. A day that
 * two notices name is as the one of the later year has it.
 */
public final class WorkingDays {

    private final Map<Integer, BitSet> worked = new HashMap<>();
    private final Map<LocalDate, Named> named = new HashMap<>();

    private record Named(SpecialDay day, String notice) {}

    private WorkingDays() {}

    /** The calendar of these years. */
    public static WorkingDays of(Collection<CalendarYear> years) {
        WorkingDays made = new WorkingDays();
        years.stream()
                .sorted(Comparator.comparingInt(CalendarYear::year))
                .forEach(year -> year.days().forEach(day -> made.named.put(day.date(), new Named(day, year.notice()))));
        years.forEach(year -> made.worked.put(year.year(), made.workedIn(year.year())));
        return made;
    }

    private BitSet workedIn(int year) {
        BitSet days = new BitSet();
        for (int day = 1; day <= Year.of(year).length(); day++) {
            LocalDate date = LocalDate.ofYearDay(year, day);
            Named special = named.get(date);
            boolean works = special == null ? !isWeekend(date) : special.day().kind() == SpecialDay.Kind.MAKEUP_WORKDAY;
            days.set(day, works);
        }
        return days;
    }

    private static boolean isWeekend(LocalDate date) {
        return date.getDayOfWeek() == DayOfWeek.SATURDAY || date.getDayOfWeek() == DayOfWeek.SUNDAY;
    }

    /** Whether the year's notice is loaded. */
    public boolean knows(int year) {
        return worked.containsKey(year);
    }

    /** The years whose notices are loaded, in order. */
    public NavigableSet<Integer> years() {
        return new TreeSet<>(worked.keySet());
    }

    /** How many working days a loaded year has; throws {@link MissingCalendar}. */
    public int count(int year) {
        return of(year).cardinality();
    }

    /** Whether the day is a working day; empty where its year is not loaded. */
    public Optional<Boolean> isWorking(LocalDate day) {
        return knows(day.getYear()) ? Optional.of(works(day)) : Optional.empty();
    }

    /** What the day is; throws {@link MissingCalendar}. */
    public Day day(LocalDate date) {
        boolean works = works(date);
        Named special = named.get(date);
        if (isWeekend(date)) {
            if (works) {
                return new Day(Day.Kind.MAKEUP_WORKDAY, special.day().name(), special.notice());
            }
            // a weekend inside a holiday is the holiday's, as the notice has it
            return special == null
                    ? new Day(Day.Kind.WEEKEND, null, null)
                    : new Day(Day.Kind.HOLIDAY, special.day().name(), special.notice());
        }
        return works
                ? new Day(Day.Kind.WORKDAY, null, null)
                : new Day(Day.Kind.HOLIDAY, special.day().name(), special.notice());
    }

    private boolean works(LocalDate day) {
        return of(day.getYear()).get(day.getDayOfYear());
    }

    private BitSet of(int year) {
        BitSet days = worked.get(year);
        if (days == null) {
            throw new MissingCalendar(year);
        }
        return days;
    }

    /** Working day {@code n} after the base, which itself is not counted; the base where {@code n} is 0. */
    public Reckoned after(LocalDate base, int n) {
        LocalDate day = base;
        for (int counted = 0; counted < n; ) {
            day = day.plusDays(1);
            if (!knows(day.getYear())) {
                return new Reckoned(null, day.getYear());
            }
            if (works(day)) {
                counted++;
            }
        }
        return new Reckoned(day, null);
    }

    /** How many working days {@code d} there are with {@code from < d <= to}; throws {@link MissingCalendar}. */
    public int between(LocalDate from, LocalDate to) {
        int counted = 0;
        for (int year = from.getYear(); year <= to.getYear(); year++) {
            LocalDate first = year == from.getYear() ? from.plusDays(1) : LocalDate.of(year, 1, 1);
            LocalDate last = year == to.getYear() ? to : LocalDate.of(year, 12, 31);
            if (first.getYear() == year && !last.isBefore(first)) {
                counted += of(year).get(first.getDayOfYear(), last.getDayOfYear() + 1)
                        .cardinality();
            }
        }
        return counted;
    }
}
