package org.gongkai.statistics.fact;

import java.time.LocalDate;
import java.util.List;
import org.gongkai.statistics.counting.Cell;
import org.gongkai.statistics.counting.Delta;
import org.gongkai.statistics.counting.Measure;

/**
 * A rule or normative document was issued (制发): one more issued in the year, and in force from then on until it ends.
 *
 * @param issuedOn a day in Asia/Shanghai
 */
public record NormativeDocumentIssued(DocumentKind kind, LocalDate issuedOn) implements Content {

    static NormativeDocumentIssued read(FactData data) {
        data.requireText("documentNumber", 100);
        return new NormativeDocumentIssued(data.oneOf("kind", DocumentKind.class), data.day("issuedOn"));
    }

    @Override
    public List<Delta> deltas(String organisation) {
        return List.of(new Delta(Cell.on(organisation, issuedOn, Measure.DOCUMENTS_ISSUED, kind.name()), 1));
    }
}
