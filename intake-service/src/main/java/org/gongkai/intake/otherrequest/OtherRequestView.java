package org.gongkai.intake.otherrequest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.gongkai.intake.record.Correction;
import org.gongkai.intake.record.Kept.Retraction;

/**
 * A request as callers read it; personal data are masked for all but the body that holds it, and in lists for that one too.
 *
 * @param id UUIDv7
 * @param content what was sent, its fields beside these
 * @param state OPEN or CONCLUDED
 * @param conclusion how it ended; absent while it is open
 * @param retracted when and why it was taken back; absent while it stands
 * @param personalDataErasedOn day on which its personal data were erased; absent while they are there
 * @param corrections every amendment and retraction, oldest first; absent in lists and where there are none
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record OtherRequestView(
        UUID id,
        @JsonUnwrapped Object content,
        State state,
        Conclusion<?> conclusion,
        Retraction retracted,
        LocalDate personalDataErasedOn,
        List<Correction> corrections) {

    /** Whether it has ended. */
    public enum State {
        OPEN,
        CONCLUDED
    }

    /** A page of requests; {@code next} is what to ask for as {@code after}. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Page(List<OtherRequestView> items, String next) {}

    static OtherRequestView of(OtherRequest<?, ?> request, List<Correction> corrections) {
        return new OtherRequestView(
                request.id(),
                request.body(),
                request.conclusion() == null ? State.OPEN : State.CONCLUDED,
                request.conclusion(),
                request.retraction(),
                request.erasedOn(),
                corrections);
    }
}
