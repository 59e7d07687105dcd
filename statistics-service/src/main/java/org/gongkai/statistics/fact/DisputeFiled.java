package org.gongkai.statistics.fact;

import java.time.LocalDate;
import java.util.List;
import org.gongkai.statistics.counting.Cell;
import org.gongkai.statistics.counting.Delta;
import org.gongkai.statistics.counting.Measure;

/**
 * A review or lawsuit was filed: pending from then on.
 *
 * @param filedOn a day in Asia/Shanghai
 */
public record DisputeFiled(DisputeKind kind, LocalDate filedOn) implements Content {

    static DisputeFiled read(FactData data) {
        data.requireText("caseNumber", 64);
        return new DisputeFiled(data.oneOf("kind", DisputeKind.class), data.day("filedOn"));
    }

    @Override
    public List<Delta> deltas(String organisation) {
        return List.of(new Delta(Cell.on(organisation, filedOn, Measure.DISPUTES_FILED, kind.name()), 1));
    }
}
