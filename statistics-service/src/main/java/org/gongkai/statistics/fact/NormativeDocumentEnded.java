package org.gongkai.statistics.fact;

import java.time.LocalDate;
import java.util.List;
import org.gongkai.statistics.counting.Cell;
import org.gongkai.statistics.counting.Delta;
import org.gongkai.statistics.counting.Measure;

/**
 * A rule or normative document ended, in whatever manner: one more ended (废止) in the year, and in force no more.
 *
 * @param endedOn first day on which it is not in force, in Asia/Shanghai
 */
public record NormativeDocumentEnded(DocumentKind kind, LocalDate endedOn) implements Content {

    static NormativeDocumentEnded read(FactData data) {
        data.requireText("documentNumber", 100);
        data.oneOf("manner", EndManner.class);
        return new NormativeDocumentEnded(data.oneOf("kind", DocumentKind.class), data.day("endedOn"));
    }

    @Override
    public List<Delta> deltas(String organisation) {
        return List.of(new Delta(Cell.on(organisation, endedOn, Measure.DOCUMENTS_ENDED, kind.name()), 1));
    }
}
