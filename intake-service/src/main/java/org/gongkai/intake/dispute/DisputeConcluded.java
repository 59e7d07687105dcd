package org.gongkai.intake.dispute;

import java.time.LocalDate;
import org.gongkai.intake.record.Content;

/** One more result, in the first or a later instance. */
record DisputeConcluded(DisputeKind kind, String caseNumber, LocalDate concludedOn, Result result) implements Content {

    @Override
    public LocalDate countsFor() {
        return concludedOn;
    }
}
