package org.gongkai.statistics.fact;

import java.util.List;
import org.gongkai.statistics.counting.Delta;

/**
 * What a record of the year says, beside its id and its organisation: written once, whether a fact reports it ({@link
 * Recorded}), corrects it ({@link Amended}) or takes it back ({@link Retracted}).
 */
public sealed interface Content
        permits AdministrativeDecisionsReported,
                AdministrativeFeesReported,
                DisputeAppealed,
                DisputeConcluded,
                DisputeFiled,
                IndicatorReported,
                ItemsPublished,
                NormativeDocumentEnded,
                NormativeDocumentIssued,
                ProcessingFeeCollected {

    /** What the record adds to the cells of its organisation. */
    List<Delta> deltas(String organisation);
}
