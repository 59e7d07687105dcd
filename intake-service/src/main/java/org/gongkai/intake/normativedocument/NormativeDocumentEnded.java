package org.gongkai.intake.normativedocument;

import java.time.LocalDate;
import org.gongkai.intake.record.Content;

/** One more ended (废止). */
record NormativeDocumentEnded(DocumentKind kind, String documentNumber, LocalDate endedOn, Manner manner)
        implements Content {

    @Override
    public LocalDate countsFor() {
        return endedOn;
    }
}
