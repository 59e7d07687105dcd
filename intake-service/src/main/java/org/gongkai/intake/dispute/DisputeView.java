package org.gongkai.intake.dispute;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;

/**
 * A case as callers read it.
 *
 * @param state of its latest instance
 * @param concludedOn of its latest instance; absent while that is pending
 * @param result likewise
 * @param resultDetail likewise
 * @param instances all of them, the first being the filing
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DisputeView(
        String organisation,
        DisputeKind kind,
        String caseNumber,
        LocalDate filedOn,
        String application,
        String afterReview,
        State state,
        LocalDate concludedOn,
        Result result,
        String resultDetail,
        List<Dispute.Instance> instances) {

    /** Whether it is decided. */
    public enum State {
        PENDING,
        CONCLUDED
    }

    static DisputeView of(Dispute dispute) {
        DisputeBody body = dispute.body();
        Dispute.Instance latest = dispute.latest();
        return new DisputeView(
                body.organisation(),
                body.kind(),
                body.caseNumber(),
                body.filedOn(),
                body.application(),
                body.afterReview(),
                dispute.pending() ? State.PENDING : State.CONCLUDED,
                latest.concludedOn(),
                latest.result(),
                latest.resultDetail(),
                dispute.instances());
    }
}
