package org.gongkai.intake.processingfee;

import jakarta.enterprise.context.ApplicationScoped;
import org.gongkai.intake.record.QuietLines;

/** Processing fees of an import. */
@ApplicationScoped
class ProcessingFeesLines extends QuietLines<ProcessingFeesBody, ProcessingFeesBody> {

    ProcessingFeesLines() {
        super("processingFees", new ProcessingFees());
    }
}
