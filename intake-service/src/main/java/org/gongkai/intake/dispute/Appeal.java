package org.gongkai.intake.dispute;

import java.time.LocalDate;
import org.gongkai.intake.record.Checking;

/**
 * A concluded case goes on, as a department sends it.
 *
 * @param filedOn day of the appeal
 */
public record Appeal(LocalDate filedOn) {

    Appeal checked(LocalDate concludedOn, LocalDate today) {
        Checking check = new Checking(today);
        if (check.day("filedOn", filedOn) != null && filedOn.isBefore(concludedOn)) {
            check.note("filedOn", "before-conclusion", concludedOn);
        }
        check.done();
        return this;
    }
}
