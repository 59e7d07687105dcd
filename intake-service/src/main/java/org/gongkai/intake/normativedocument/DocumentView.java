package org.gongkai.intake.normativedocument;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A document as callers read it.
 *
 * @param endedOn first day on which it is not in force; absent while it is
 * @param manner how it ended
 * @param supersededBy id of the document that took its place
 * @param abolition its formal end, where one was recorded
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DocumentView(
        String organisation,
        DocumentKind kind,
        String title,
        String documentNumber,
        LocalDate issuedOn,
        LocalDate validUntil,
        String supersedes,
        State state,
        LocalDate endedOn,
        Manner manner,
        UUID supersededBy,
        DocumentAbolition abolition) {

    /** Whether it is in force. */
    public enum State {
        IN_FORCE,
        ENDED
    }

    static DocumentView of(NormativeDocument document) {
        DocumentBody body = document.body();
        NormativeDocument.End end = document.end();
        return new DocumentView(
                body.organisation(),
                body.kind(),
                body.title(),
                body.documentNumber(),
                body.issuedOn(),
                body.validUntil(),
                body.supersedes(),
                end == null ? State.IN_FORCE : State.ENDED,
                end == null ? null : end.on(),
                end == null ? null : end.manner(),
                document.supersession() == null ? null : document.supersession().by(),
                document.abolition());
    }
}
