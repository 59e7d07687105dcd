package org.gongkai.intake.normativedocument;

import jakarta.enterprise.context.ApplicationScoped;
import org.gongkai.intake.record.QuietLines;

/** Documents of an import. */
@ApplicationScoped
class DocumentLines extends QuietLines<DocumentBody, NormativeDocument> {

    DocumentLines() {
        super("normativeDocument", Documents.KIND);
    }
}
