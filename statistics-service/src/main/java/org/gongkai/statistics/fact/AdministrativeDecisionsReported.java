package org.gongkai.statistics.fact;

import java.time.YearMonth;
import java.util.List;
import org.gongkai.statistics.counting.Cell;
import org.gongkai.statistics.counting.Delta;
import org.gongkai.statistics.counting.Measure;

/**
 * Decisions of a period were reported (处理决定数量).
 *
 * @param period its month; a whole year counts in its December
 */
public record AdministrativeDecisionsReported(DecisionKind kind, YearMonth period, long decisions) implements Content {

    static AdministrativeDecisionsReported read(FactData data) {
        data.optionalText("reference", 64);
        return new AdministrativeDecisionsReported(
                data.oneOf("kind", DecisionKind.class), data.period("period"), data.count("decisions", 0));
    }

    @Override
    public List<Delta> deltas(String organisation) {
        return List.of(
                new Delta(Cell.in(organisation, period, Measure.ADMINISTRATIVE_DECISIONS, kind.name()), decisions));
    }
}
