package org.gongkai.intake.confirmation;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import org.gongkai.intake.record.Kept;

/**
 * A confirmation as callers read it.
 *
 * @param retracted when and why it was taken back; absent unless it was
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ConfirmationView(
        String organisation, int year, LocalDate confirmedOn, boolean nil, State state, Kept.Retraction retracted) {

    /** Whether it stands. */
    public enum State {
        CONFIRMED,
        /** A later fact of that year came. */
        FALLEN_AWAY,
        RETRACTED
    }

    static ConfirmationView of(Kept<Confirmation> kept, boolean touched) {
        Confirmation confirmation = kept.state();
        State state = kept.retraction() != null ? State.RETRACTED : touched ? State.FALLEN_AWAY : State.CONFIRMED;
        return new ConfirmationView(
                confirmation.organisation(),
                confirmation.year(),
                confirmation.confirmedOn(),
                confirmation.nil(),
                state,
                kept.retraction());
    }
}
