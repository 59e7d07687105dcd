package org.gongkai.intake.lifecycle;

import static org.gongkai.intake.lifecycle.State.AWAITING_CONFIRMATION;
import static org.gongkai.intake.lifecycle.State.CLOSED;
import static org.gongkai.intake.lifecycle.State.CORRECTION_REQUESTED;
import static org.gongkai.intake.lifecycle.State.FEE_NOTICED;
import static org.gongkai.intake.lifecycle.State.REASON_REQUESTED;
import static org.gongkai.intake.lifecycle.State.REGISTERED;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * A row of the one table of what a case can do next. Where several things are asked of the applicant the state is the newest
 * of them, so an answer is legal in each state in which its question can be open, and what it needs is named beside.
 *
 * @param step its kind
 * @param from the states in which it is legal
 * @param need what must stand besides
 * @param to the state that it leads to; null: no other by itself
 * @param article where the law says so
 */
record Transition(StepType step, Set<State> from, Need need, State to, String article) {

    private static final Set<State> OPEN = EnumSet.complementOf(EnumSet.of(CLOSED));
    private static final Set<State> ASKED =
            EnumSet.of(AWAITING_CONFIRMATION, CORRECTION_REQUESTED, REASON_REQUESTED, FEE_NOTICED);
    private static final Set<State> AWAITED = EnumSet.of(AWAITING_CONFIRMATION);
    private static final Set<State> ANY = EnumSet.allOf(State.class);
    private static final Set<State> DONE = EnumSet.of(CLOSED);

    static final List<Transition> TABLE = List.of(
            row(StepType.CONFIRMED, AWAITED, Need.RECEIPT_AWAITED, REGISTERED, "条例第三十一条"),
            row(StepType.CORRECTION_REQUESTED, OPEN, Need.NOTHING, CORRECTION_REQUESTED, "条例第三十条"),
            row(StepType.CORRECTED, ASKED, Need.CORRECTION, REGISTERED, "条例第三十条"),
            row(StepType.REASON_REQUESTED, OPEN, Need.NOTHING, REASON_REQUESTED, "条例第三十五条"),
            row(StepType.REASON_GIVEN, ASKED, Need.REASON, REGISTERED, "条例第三十五条"),
            row(StepType.DELAY_SET, OPEN, Need.NOTHING, null, "条例第三十五条"),
            row(StepType.THIRD_PARTY_CONSULTED, OPEN, Need.NOTHING, null, "条例第三十二条"),
            row(StepType.THIRD_PARTY_REPLIED, OPEN, Need.THIRD_PARTY, null, "条例第三十二条"),
            row(StepType.ORGAN_CONSULTED, OPEN, Need.NOTHING, null, "条例第三十四条"),
            row(StepType.ORGAN_REPLIED, OPEN, Need.ORGAN, null, "条例第三十四条"),
            row(StepType.EXTENDED, OPEN, Need.NOT_EXTENDED, null, "条例第三十三条"),
            row(StepType.FEE_NOTICED, OPEN, Need.NOTHING, FEE_NOTICED, "条例第四十二条"),
            row(StepType.FEE_PAID, ASKED, Need.FEE, REGISTERED, "国办函〔2020〕109号第七条"),
            row(StepType.WITHDRAWN, OPEN, Need.NOTHING, CLOSED, "国办公开办函〔2021〕30号"),
            row(StepType.ASSIGNED, ANY, Need.NOTHING, null, "条例第四十五条"),
            row(StepType.SECRECY_REVIEWED, ANY, Need.NOTHING, null, "条例第十七条"),
            row(StepType.APPROVED, ANY, Need.NOTHING, null, "条例第四十五条"),
            row(StepType.SERVED, DONE, Need.NOTHING, null, "条例第四十五条"),
            row(StepType.ARCHIVED, DONE, Need.NOTHING, null, "条例第四十五条"));

    private static Transition row(StepType step, Set<State> from, Need need, State to, String article) {
        return new Transition(step, from, need, to, article);
    }

    /** The row of a kind of step. */
    static Transition of(StepType step) {
        return TABLE.stream().filter(row -> row.step() == step).findFirst().orElseThrow();
    }

    /** Whether the case can take this step. */
    static boolean legal(CaseStanding standing, Step.Detail detail) {
        return of(detail.type()).allows(standing, detail);
    }

    private boolean allows(CaseStanding standing, Step.Detail detail) {
        return from.contains(standing.state()) && need.holds(standing, detail);
    }

    /** The kinds of step that the case can take. */
    static List<StepType> possible(CaseStanding standing) {
        List<StepType> kinds = new ArrayList<>();
        for (Transition row : TABLE) {
            if (row.allows(standing, null)) {
                kinds.add(row.step());
            }
        }
        return kinds;
    }
}
