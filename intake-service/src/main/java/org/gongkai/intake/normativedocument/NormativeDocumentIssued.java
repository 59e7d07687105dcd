package org.gongkai.intake.normativedocument;

import java.time.LocalDate;
import org.gongkai.intake.record.Content;

/** One more issued (制发). */
record NormativeDocumentIssued(DocumentKind kind, String documentNumber, LocalDate issuedOn) implements Content {

    @Override
    public LocalDate countsFor() {
        return issuedOn;
    }
}
