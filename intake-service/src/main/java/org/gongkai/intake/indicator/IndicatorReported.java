package org.gongkai.intake.indicator;

import java.time.LocalDate;
import org.gongkai.intake.record.Content;

/** An indicator's value of a year; counts in its December. */
record IndicatorReported(int year, String indicator, long value) implements Content {

    @Override
    public LocalDate countsFor() {
        return LocalDate.of(year, 12, 31);
    }
}
