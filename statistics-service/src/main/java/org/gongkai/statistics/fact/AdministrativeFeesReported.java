package org.gongkai.statistics.fact;

import java.time.YearMonth;
import java.util.List;
import org.gongkai.statistics.counting.Cell;
import org.gongkai.statistics.counting.Delta;
import org.gongkai.statistics.counting.Measure;

/**
 * Administrative fees (行政事业性收费) of a period were reported.
 *
 * @param period its month; a whole year counts in its December
 * @param fen hundredths of a yuan: exact, and added up as whole numbers
 */
public record AdministrativeFeesReported(YearMonth period, long fen) implements Content {

    static AdministrativeFeesReported read(FactData data) {
        data.optionalText("reference", 64);
        return new AdministrativeFeesReported(data.period("period"), data.fen("amountYuan"));
    }

    @Override
    public List<Delta> deltas(String organisation) {
        return List.of(
                new Delta(Cell.in(organisation, period, Measure.ADMINISTRATIVE_FEES_FEN, Cell.NO_CATEGORY), fen));
    }
}
