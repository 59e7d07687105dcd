package org.gongkai.intake.lifecycle;

import java.util.function.BiPredicate;

/** What must stand before a step can be taken: the answer to something needs that something. */
enum Need {
    NOTHING("", (standing, detail) -> true),
    RECEIPT_AWAITED("receipt is not confirmed", (standing, detail) -> standing.confirmable()),
    CORRECTION("a correction is requested", (standing, detail) -> standing.awaits(StepType.CORRECTION_REQUESTED)),
    REASON("reasons are requested", (standing, detail) -> standing.awaits(StepType.REASON_REQUESTED)),
    FEE("a fee is noticed and not fully paid", (standing, detail) -> standing.awaits(StepType.FEE_NOTICED)),
    THIRD_PARTY(
            "that third party is consulted",
            (standing, detail) -> standing.asks(StepType.THIRD_PARTY_CONSULTED, detail)),
    ORGAN("that organ is consulted", (standing, detail) -> standing.asks(StepType.ORGAN_CONSULTED, detail)),
    NOT_EXTENDED("not extended before", (standing, detail) -> !standing.wasExtended());

    private final String words;
    private final BiPredicate<CaseStanding, Step.Detail> holds;

    Need(String words, BiPredicate<CaseStanding, Step.Detail> holds) {
        this.words = words;
        this.holds = holds;
    }

    /** For the drawing. */
    String words() {
        return words;
    }

    /** Whether it stands; detail null asks for any step of the kind. */
    boolean holds(CaseStanding standing, Step.Detail detail) {
        return holds.test(standing, detail);
    }
}
