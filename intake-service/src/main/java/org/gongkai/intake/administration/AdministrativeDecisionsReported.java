package org.gongkai.intake.administration;

import java.time.LocalDate;
import org.gongkai.intake.record.Content;
import org.gongkai.intake.record.Period;

/** Decisions of a period. */
record AdministrativeDecisionsReported(DecisionKind kind, String period, long decisions, String reference)
        implements Content {

    @Override
    public LocalDate countsFor() {
        return Period.countsFor(period);
    }
}
