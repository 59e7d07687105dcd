package org.gongkai.intake.dispute;

import jakarta.enterprise.context.ApplicationScoped;
import org.gongkai.intake.record.QuietLines;

/** Disputes of an import. */
@ApplicationScoped
class DisputeLines extends QuietLines<DisputeBody, Dispute> {

    DisputeLines() {
        super("dispute", Disputes.KIND);
    }
}
