package org.gongkai.intake.dispute;

import java.time.LocalDate;
import org.gongkai.intake.record.Content;

/** Pending again: takes back a result of the same year, or counts as one more case of a later one. */
record DisputeAppealed(DisputeKind kind, String caseNumber, LocalDate appealedOn, Reopened reopens) implements Content {

    /** The conclusion that no longer stands. */
    record Reopened(LocalDate concludedOn, Result result) {}

    @Override
    public LocalDate countsFor() {
        return appealedOn;
    }
}
