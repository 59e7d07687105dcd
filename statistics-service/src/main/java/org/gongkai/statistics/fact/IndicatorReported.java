package org.gongkai.statistics.fact;

import java.time.Month;
import java.time.YearMonth;
import java.util.List;
import org.gongkai.statistics.counting.Cell;
import org.gongkai.statistics.counting.Delta;
import org.gongkai.statistics.counting.Measure;

/** An indicator of a year was reported: its value, and that there is one, for a value of 0 is not silence. */
public record IndicatorReported(int year, Indicator indicator, long value) implements Content {

    static IndicatorReported read(FactData data) {
        return new IndicatorReported(
                data.year("year"), data.oneOf("indicator", Indicator.class), data.count("value", 0));
    }

    @Override
    public List<Delta> deltas(String organisation) {
        YearMonth december = YearMonth.of(year, Month.DECEMBER);
        return List.of(
                new Delta(Cell.in(organisation, december, Measure.INDICATOR, indicator.name()), value),
                new Delta(Cell.in(organisation, december, Measure.INDICATOR_REPORTS, indicator.name()), 1));
    }
}
