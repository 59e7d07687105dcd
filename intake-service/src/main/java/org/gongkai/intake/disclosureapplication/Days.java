package org.gongkai.intake.disclosureapplication;

import java.time.LocalDate;
import java.util.List;
import org.gongkai.intake.problem.Violation;

/** Days that callers send: not to come, and not before the Regulations. */
final class Days {

    private Days() {}

    static void check(String field, LocalDate day, LocalDate today, List<Violation> wrong) {
        if (day == null) {
            return;
        }
        if (day.isAfter(today)) {
            wrong.add(new Violation(field, "in-the-future", day, today));
        } else if (day.isBefore(ApplicationBody.EARLIEST)) {
            wrong.add(new Violation(field, "before-the-regulations", ApplicationBody.EARLIEST));
        }
    }
}
