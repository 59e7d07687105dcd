package org.gongkai.intake.publication;

import jakarta.enterprise.context.ApplicationScoped;
import org.gongkai.intake.record.QuietLines;

/** Publications of an import. */
@ApplicationScoped
class PublicationLines extends QuietLines<PublicationBody, PublicationBody> {

    PublicationLines() {
        super("publication", new PublicationKind());
    }
}
