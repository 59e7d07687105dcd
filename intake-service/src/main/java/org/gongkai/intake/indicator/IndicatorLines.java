package org.gongkai.intake.indicator;

import jakarta.enterprise.context.ApplicationScoped;
import org.gongkai.intake.record.QuietLines;

/** Indicators of an import. */
@ApplicationScoped
class IndicatorLines extends QuietLines<IndicatorBody, IndicatorBody> {

    IndicatorLines() {
        super("indicator", Indicators.KIND);
    }
}
