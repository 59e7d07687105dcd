package org.gongkai.intake.confirmation;

import java.time.LocalDate;
import org.gongkai.intake.record.RecordBody;

/** A confirmation as it is kept. */
record Confirmation(String organisation, int year, LocalDate confirmedOn, boolean nil) implements RecordBody {

    @Override
    public LocalDate begins() {
        return LocalDate.of(year, 1, 1);
    }
}
