package org.gongkai.statistics.fact;

import java.time.LocalDate;
import java.util.List;
import org.gongkai.statistics.counting.Cell;
import org.gongkai.statistics.counting.Delta;
import org.gongkai.statistics.counting.Measure;

/**
 * A review or lawsuit was concluded with a result.
 *
 * @param concludedOn a day in Asia/Shanghai
 */
public record DisputeConcluded(DisputeKind kind, LocalDate concludedOn, DisputeResult result) implements Content {

    static DisputeConcluded read(FactData data) {
        data.requireText("caseNumber", 64);
        return new DisputeConcluded(
                data.oneOf("kind", DisputeKind.class),
                data.day("concludedOn"),
                data.oneOf("result", DisputeResult.class));
    }

    @Override
    public List<Delta> deltas(String organisation) {
        return List.of(new Delta(cell(organisation, concludedOn, kind, result), 1));
    }

    static Cell cell(String organisation, LocalDate concludedOn, DisputeKind kind, DisputeResult result) {
        return Cell.on(organisation, concludedOn, Measure.DISPUTES_CONCLUDED, category(kind, result));
    }

    /** The category that conclusions are counted under. */
    public static String category(DisputeKind kind, DisputeResult result) {
        return kind.name() + "." + result.name();
    }
}
