package org.gongkai.intake.normativedocument;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.UUID;
import java.util.stream.Stream;
import org.gongkai.intake.problem.ProblemType;
import org.gongkai.intake.problem.Refusal;

/**
 * A document as it is kept. It ends on the first of the days on which it is abolished, superseded or past its validity.
 *
 * @param body as it was sent
 * @param abolition its formal end, or null
 * @param supersession the document that took its place, or null
 * @param end what is counted; null while it is in force
 */
record NormativeDocument(DocumentBody body, DocumentAbolition abolition, Supersession supersession, End end) {

    /** Another document took its place. */
    record Supersession(UUID by, LocalDate on) {}

    /**
     * The end that is counted.
     *
     * @param on first day on which it is not in force
     */
    record End(LocalDate on, Manner manner) {}

    static NormativeDocument issued(DocumentBody body, LocalDate today) {
        return new NormativeDocument(body, null, null, null).endedBy(today);
    }

    /** With another body; refuses a day of issue after its end. */
    NormativeDocument with(DocumentBody other, LocalDate today) {
        Stream.of(abolition == null ? null : abolition.abolishedOn(), supersession == null ? null : supersession.on())
                .filter(day -> day != null && day.isBefore(other.issuedOn()))
                .findFirst()
                .ifPresent(day -> {
                    throw new Refusal(ProblemType.INVALID_FIELDS).field("issuedOn", "ended-before", day);
                });
        return new NormativeDocument(other, abolition, supersession, end).endedBy(today);
    }

    NormativeDocument with(DocumentAbolition other, LocalDate today) {
        return new NormativeDocument(body, other, supersession, end).endedBy(today);
    }

    NormativeDocument with(Supersession other, LocalDate today) {
        return new NormativeDocument(body, abolition, other, end).endedBy(today);
    }

    /** With the end that follows, by that day, from all that is known. */
    NormativeDocument endedBy(LocalDate today) {
        return new NormativeDocument(
                body,
                abolition,
                supersession,
                Stream.of(abolished(), superseded(), expired(today))
                        .filter(each -> each != null)
                        .min(Comparator.comparing(End::on))
                        .orElse(null));
    }

    private End abolished() {
        return abolition == null ? null : new End(abolition.abolishedOn(), abolition.kind());
    }

    private End superseded() {
        return supersession == null ? null : new End(supersession.on(), Manner.SUPERSEDED);
    }

    private End expired(LocalDate today) {
        return body.validUntil() == null || !body.validUntil().isBefore(today)
                ? null
                : new End(body.validUntil().plusDays(1), Manner.EXPIRED);
    }
}
