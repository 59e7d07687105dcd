package org.gongkai.intake.record;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.regex.Pattern;
import org.gongkai.intake.problem.Violation;

/**
 * The year or month that a record is reported for, {@code "2021"} or {@code "2021-03"}. A whole year counts in its
 * December.
 */
public final class Period {

    private static final Pattern SHAPE = Pattern.compile("[0-9]{4}(-(0[1-9]|1[0-2]))?");
    private static final int YEAR = 4;

    private Period() {}

    /** As it was sent; null, with a violation noted, where it cannot be taken. */
    public static String checked(String field, String text, LocalDate today, List<Violation> wrong) {
        if (text == null) {
            wrong.add(new Violation(field, "required"));
            return null;
        }
        if (!SHAPE.matcher(text).matches()) {
            wrong.add(new Violation(field, "period"));
            return null;
        }
        if (firstDay(text).isAfter(today)) {
            wrong.add(new Violation(field, "in-the-future", text, today));
            return null;
        }
        if (countsFor(text).isBefore(Days.REGULATIONS)) {
            wrong.add(new Violation(field, "before-the-regulations", Days.REGULATIONS));
            return null;
        }
        return text;
    }

    /** Its first day. */
    public static LocalDate firstDay(String period) {
        return period.length() == YEAR
                ? LocalDate.of(Integer.parseInt(period), 1, 1)
                : YearMonth.parse(period).atDay(1);
    }

    /** Its last day, in the month that it counts in. */
    public static LocalDate countsFor(String period) {
        return period.length() == YEAR
                ? LocalDate.of(Integer.parseInt(period), 12, 31)
                : YearMonth.parse(period).atEndOfMonth();
    }
}
