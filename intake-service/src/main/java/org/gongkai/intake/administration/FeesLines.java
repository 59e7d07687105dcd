package org.gongkai.intake.administration;

import jakarta.enterprise.context.ApplicationScoped;
import org.gongkai.intake.record.QuietLines;

/** Administrative fees of an import. */
@ApplicationScoped
class FeesLines extends QuietLines<FeesBody, FeesBody> {

    FeesLines() {
        super("fees", new Fees());
    }
}
