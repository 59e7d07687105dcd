package org.gongkai.statistics.fact;

import java.time.YearMonth;
import java.util.List;
import org.gongkai.statistics.counting.Cell;
import org.gongkai.statistics.counting.Delta;
import org.gongkai.statistics.counting.Measure;

/**
 * Processing fees (信息处理费, 国办函〔2020〕109号) of a period were collected.
 *
 * @param period its month; a whole year counts in its December
 * @param cases for how many applications
 * @param fen hundredths of a yuan
 */
public record ProcessingFeeCollected(YearMonth period, long cases, long fen) implements Content {

    static ProcessingFeeCollected read(FactData data) {
        data.optionalText("reference", 64);
        return new ProcessingFeeCollected(data.period("period"), data.count("cases", 0), data.fen("amountYuan"));
    }

    @Override
    public List<Delta> deltas(String organisation) {
        return List.of(
                new Delta(Cell.in(organisation, period, Measure.PROCESSING_FEE_CASES, Cell.NO_CATEGORY), cases),
                new Delta(Cell.in(organisation, period, Measure.PROCESSING_FEE_FEN, Cell.NO_CATEGORY), fen));
    }
}
