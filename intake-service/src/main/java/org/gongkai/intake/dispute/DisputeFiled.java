package org.gongkai.intake.dispute;

import java.time.LocalDate;
import org.gongkai.intake.record.Content;

/** One more case. */
record DisputeFiled(DisputeKind kind, String caseNumber, LocalDate filedOn) implements Content {

    @Override
    public LocalDate countsFor() {
        return filedOn;
    }
}
