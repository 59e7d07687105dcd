package org.gongkai.intake.dispute;

import jakarta.enterprise.context.ApplicationScoped;
import org.gongkai.intake.record.Kept;
import org.gongkai.intake.record.PartLines;
import org.gongkai.intake.record.Writing;

/** Conclusions of disputes of an import. */
@ApplicationScoped
class ConclusionLines extends PartLines<ConclusionLines.Of, Conclusion, Dispute> {

    ConclusionLines() {
        super("conclusion", Disputes.KIND, Of.class, Conclusion.class);
    }

    /** The case that was concluded. */
    record Of(String organisation, DisputeKind kind, String caseNumber) {}

    @Override
    protected Kept<Dispute> changed(Writing writing, Kept<Dispute> kept, Conclusion body) {
        return Disputes.concluded(writing, kept, body);
    }
}
