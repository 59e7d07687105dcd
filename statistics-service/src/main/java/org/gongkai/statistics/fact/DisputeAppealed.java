package org.gongkai.statistics.fact;

import java.time.LocalDate;
import java.util.List;
import org.gongkai.statistics.counting.Cell;
import org.gongkai.statistics.counting.Delta;
import org.gongkai.statistics.counting.Measure;

/**
 * A concluded review or lawsuit went on: it is pending again, and a case counts once a year, by its latest instance. So
 * in the year of the conclusion the appeal takes that conclusion back; in a later year the conclusion stays where it was
 * printed, and the case counts as one more of the later year.
 *
 * @param appealedOn a day in Asia/Shanghai
 * @param concludedOn day of the conclusion that no longer stands
 * @param result its result
 */
public record DisputeAppealed(DisputeKind kind, LocalDate appealedOn, LocalDate concludedOn, DisputeResult result)
        implements Content {

    static DisputeAppealed read(FactData data) {
        data.requireText("caseNumber", 64);
        FactData reopens = data.nested("reopens");
        return new DisputeAppealed(
                data.oneOf("kind", DisputeKind.class),
                data.day("appealedOn"),
                reopens.day("concludedOn"),
                reopens.oneOf("result", DisputeResult.class));
    }

    @Override
    public List<Delta> deltas(String organisation) {
        return List.of(
                appealedOn.getYear() == concludedOn.getYear()
                        ? new Delta(DisputeConcluded.cell(organisation, concludedOn, kind, result), -1)
                        : new Delta(Cell.on(organisation, appealedOn, Measure.DISPUTES_REOPENED, kind.name()), 1));
    }
}
