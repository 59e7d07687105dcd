package org.gongkai.intake.disclosureapplication;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import org.gongkai.intake.lifecycle.Outcome;
import org.gongkai.intake.problem.Violated;
import org.junit.jupiter.api.Test;

class OutcomeBodyTest {

    private static final LocalDate RECEIVED = LocalDate.of(2021, 3, 4);
    private static final LocalDate TODAY = LocalDate.of(2021, 3, 31);

    private static List<String> wrong(OutcomeBody body) {
        return Violated.by(() -> body.checked(RECEIVED, TODAY));
    }

    private static OutcomeBody granted(LocalDate decidedOn) {
        return new OutcomeBody(Outcome.GRANTED_FULL, decidedOn, null, null, null);
    }

    @Test
    void what_is_right_is_taken_trimmed_and_elsewhere_is_no_unless_said() {
        assertEquals(
                new OutcomeBody(Outcome.GRANTED_FULL, TODAY, "庆公开〔2021〕1号", null, false),
                new OutcomeBody(Outcome.GRANTED_FULL, TODAY, " 庆公开〔2021〕1号 ", " ", null).checked(RECEIVED, TODAY));
        assertEquals(
                true,
                new OutcomeBody(Outcome.GRANTED_FULL, TODAY, null, null, true)
                        .checked(RECEIVED, TODAY)
                        .elsewhere());
    }

    @Test
    void outcome_and_day_are_required() {
        assertEquals(List.of("outcome required"), wrong(new OutcomeBody(null, TODAY, null, null, null)));
        assertEquals(List.of("decidedOn required"), wrong(granted(null)));
        assertEquals(
                List.of("outcome required", "decidedOn required"),
                wrong(new OutcomeBody(null, null, null, null, null)));
    }

    @Test
    void it_is_decided_from_the_day_of_receipt_to_today() {
        assertEquals(List.of("decidedOn decided-before-receipt"), wrong(granted(RECEIVED.minusDays(1))));
        granted(RECEIVED).checked(RECEIVED, TODAY);
        granted(TODAY).checked(RECEIVED, TODAY);
        assertEquals(List.of("decidedOn in-the-future"), wrong(granted(TODAY.plusDays(1))));
    }

    @Test
    void other_misc_alone_needs_a_reason() {
        for (Outcome outcome : Outcome.values()) {
            OutcomeBody bare = new OutcomeBody(outcome, TODAY, null, " ", null);
            if (outcome == Outcome.OTHER_MISC) {
                assertEquals(List.of("reason reason-needed"), wrong(bare));
            } else {
                bare.checked(RECEIVED, TODAY);
            }
            new OutcomeBody(outcome, TODAY, null, "申请人撤回", null).checked(RECEIVED, TODAY);
        }
    }

    @Test
    void each_text_is_taken_at_its_bound_and_refused_above_it() {
        new OutcomeBody(Outcome.GRANTED_FULL, TODAY, "一".repeat(200), "一".repeat(4_000), null).checked(RECEIVED, TODAY);
        assertEquals(
                List.of("reason too-long", "documentNumber too-long"),
                wrong(new OutcomeBody(Outcome.GRANTED_FULL, TODAY, "一".repeat(201), "一".repeat(4_001), null)));
    }

    @Test
    void a_reason_that_cannot_be_taken_is_said_once() {
        assertEquals(
                List.of("reason unusable-character"),
                wrong(new OutcomeBody(Outcome.OTHER_MISC, TODAY, null, "\u0000", null)));
    }
}
