package org.gongkai.intake.record;

import java.time.LocalDate;
import java.util.List;
import org.gongkai.intake.problem.Violation;

/** Days that callers send: not to come, and not before the Regulations. */
public final class Days {

    /** The Regulations came into force on this day (国务院令第492号); an earlier year is a slip of the hand. */
    public static final LocalDate REGULATIONS = LocalDate.of(2008, 5, 1);

    private Days() {}

    /** Notes what is wrong with a day; null is fine. */
    public static void check(String field, LocalDate day, LocalDate today, List<Violation> wrong) {
        if (day == null) {
            return;
        }
        if (day.isAfter(today)) {
            wrong.add(new Violation(field, "in-the-future", day, today));
        } else if (day.isBefore(REGULATIONS)) {
            wrong.add(new Violation(field, "before-the-regulations", REGULATIONS));
        }
    }
}
