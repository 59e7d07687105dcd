package org.gongkai.intake.workingday;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.gongkai.intake.problem.Refusal;
import org.gongkai.intake.problem.Texts;
import org.gongkai.intake.problem.Violation;

/**
 * The whole arrangement of a year, as the State Council's notice has it.
 *
 * @param notice its number or address
 * @param days every day off and every make-up working day that it names
 */
public record CalendarBody(String notice, List<DayBody> days) {

    /** The Regulations are in force from 2008 on; no deadline is older. */
    static final int FIRST_YEAR = 2008;
    /** Notices come out in the autumn before their year. */
    static final int YEARS_AHEAD = 5;

    /** No year had fewer: 248 in 2025 and 2026. */
    static final int FEWEST_WORKING_DAYS = 240;
    /** No year had more: 251 in 2024. */
    static final int MOST_WORKING_DAYS = 256;

    private static final int MOST_DAYS = 120;
    private static final int MOST_NOTICE = 500;
    private static final int MOST_NAME = 50;
    /** A holiday over New Year may begin so late in December of the year before and end so early in the year after. */
    private static final int FIRST_OF_DECEMBER = 20;

    private static final int LAST_OF_JANUARY = 10;

    /**
     * A day that the notice names.
     *
     * @param date the day
     * @param kind off, or worked to make up for it
     * @param name of the holiday; absent: 放假 or 调休上班
     */
    public record DayBody(LocalDate date, SpecialDay.Kind kind, String name) {}

    /** Trimmed and checked by itself; refuses with every field that is wrong. */
    CalendarYear checked(int year, LocalDate today) {
        List<Violation> wrong = new ArrayList<>();
        if (year < FIRST_YEAR || year > today.getYear() + YEARS_AHEAD) {
            wrong.add(new Violation("year", "calendar-year", FIRST_YEAR, today.getYear() + YEARS_AHEAD));
        }
        String source = Texts.required("notice", notice, MOST_NOTICE, wrong);
        List<SpecialDay> named = new ArrayList<>();
        if (days == null || days.isEmpty() || days.size() > MOST_DAYS) {
            wrong.add(new Violation("days", "calendar-days", MOST_DAYS));
        } else {
            Set<LocalDate> seen = new HashSet<>();
            for (int i = 0; i < days.size(); i++) {
                named.add(checkedDay("days[" + i + "]", days.get(i), year, seen, wrong));
            }
        }
        if (!wrong.isEmpty()) {
            throw Refusal.of(wrong);
        }
        return new CalendarYear(year, source, named);
    }

    private static SpecialDay checkedDay(
            String field, DayBody day, int year, Set<LocalDate> seen, List<Violation> wrong) {
        if (day == null) {
            wrong.add(new Violation(field, "required"));
            return null;
        }
        if (day.kind() == null) {
            wrong.add(new Violation(field + ".kind", "required"));
        }
        String name = Texts.optional(field + ".name", day.name(), MOST_NAME, wrong);
        if (day.date() == null) {
            wrong.add(new Violation(field + ".date", "required"));
        } else if (!belongs(day.date(), year)) {
            wrong.add(new Violation(field + ".date", "calendar-day", day.date(), year));
        } else if (!seen.add(day.date())) {
            wrong.add(new Violation(field + ".date", "calendar-day-twice", day.date()));
        }
        String title = day.kind() == SpecialDay.Kind.OFF ? "放假" : "调休上班";
        return new SpecialDay(day.date(), day.kind(), name == null ? title : name);
    }

    private static boolean belongs(LocalDate date, int year) {
        return date.getYear() == year
                || date.getYear() == year - 1 && date.getMonthValue() == 12 && date.getDayOfMonth() >= FIRST_OF_DECEMBER
                || date.getYear() == year + 1 && date.getMonthValue() == 1 && date.getDayOfMonth() <= LAST_OF_JANUARY;
    }

    /** Whether every year that this one touches keeps a likely number of working days; refuses with the one that does not. */
    static void requireLikely(CalendarYear changed, List<CalendarYear> all) {
        WorkingDays days = WorkingDays.of(all);
        List<Violation> wrong = new ArrayList<>();
        for (int year = changed.year() - 1; year <= changed.year() + 1; year++) {
            if (days.knows(year)) {
                int count = days.count(year);
                if (count < FEWEST_WORKING_DAYS || count > MOST_WORKING_DAYS) {
                    wrong.add(new Violation(
                            "days", "calendar-count", year, count, FEWEST_WORKING_DAYS, MOST_WORKING_DAYS));
                }
            }
        }
        if (!wrong.isEmpty()) {
            throw Refusal.of(wrong);
        }
    }
}
