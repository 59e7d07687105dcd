package org.gongkai.intake.confirmation;

import java.time.LocalDate;
import org.gongkai.intake.record.Checking;
import org.gongkai.intake.record.Days;

/**
 * A confirmation, as it is sent.
 *
 * @param confirmedOn day of the confirmation, 31 December of the year or later
 * @param nil true for 零报告: the body has nothing to report; absent: no
 */
public record ConfirmationBody(LocalDate confirmedOn, Boolean nil) {

    Confirmation checked(String organisation, int year, LocalDate today) {
        Checking check = new Checking(today);
        LocalDate over = LocalDate.of(year, 12, 31);
        if (year < Days.REGULATIONS.getYear()) {
            check.note("year", "before-the-regulations", Days.REGULATIONS);
        } else if (check.day("confirmedOn", confirmedOn) != null && confirmedOn.isBefore(over)) {
            check.note("confirmedOn", "year-not-over", over);
        }
        check.done();
        return new Confirmation(organisation, year, confirmedOn, Boolean.TRUE.equals(nil));
    }
}
