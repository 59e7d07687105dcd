package org.gongkai.intake.administration;

import jakarta.enterprise.context.ApplicationScoped;
import org.gongkai.intake.record.QuietLines;

/** Decisions of an import. */
@ApplicationScoped
class DecisionsLines extends QuietLines<DecisionsBody, DecisionsBody> {

    DecisionsLines() {
        super("decisions", new Decisions());
    }
}
