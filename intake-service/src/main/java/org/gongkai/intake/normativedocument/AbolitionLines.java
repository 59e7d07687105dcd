package org.gongkai.intake.normativedocument;

import jakarta.enterprise.context.ApplicationScoped;
import org.gongkai.intake.record.Kept;
import org.gongkai.intake.record.PartLines;
import org.gongkai.intake.record.Writing;

/** Formal ends of documents of an import. */
@ApplicationScoped
class AbolitionLines extends PartLines<AbolitionLines.Of, DocumentAbolition, NormativeDocument> {

    AbolitionLines() {
        super("abolition", Documents.KIND, Of.class, DocumentAbolition.class);
    }

    /** The document that ended. */
    record Of(String organisation, String documentNumber) {}

    @Override
    protected Kept<NormativeDocument> changed(Writing writing, Kept<NormativeDocument> kept, DocumentAbolition body) {
        return Documents.abolished(writing, kept, body);
    }
}
