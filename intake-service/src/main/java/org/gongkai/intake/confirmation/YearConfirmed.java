package org.gongkai.intake.confirmation;

import java.time.LocalDate;
import org.gongkai.intake.record.Content;

/** The data of a year are complete; it moves no count. */
record YearConfirmed(int year, LocalDate confirmedOn, boolean nil) implements Content {

    @Override
    public LocalDate countsFor() {
        return LocalDate.of(year, 12, 31);
    }
}
