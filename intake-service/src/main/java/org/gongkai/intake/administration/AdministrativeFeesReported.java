package org.gongkai.intake.administration;

import java.time.LocalDate;
import org.gongkai.intake.record.Content;
import org.gongkai.intake.record.Period;

/** Fees of a period. */
record AdministrativeFeesReported(String period, String amountYuan, String reference) implements Content {

    @Override
    public LocalDate countsFor() {
        return Period.countsFor(period);
    }
}
