package org.gongkai.intake.lifecycle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Every state with every step and every outcome, against tables of its own. */
class TransitionTest {

    private static final String DAY = "2021-03-10";
    private static final String NEXT = "2021-03-11";

    /** In the order of {@link State}: what a case can do of which only this one thing is asked, nobody else is, and nothing was extended. */
    private static final String ONE_THING = """
            CONFIRMED              yes no  no  no  no  no
            CORRECTION_REQUESTED   yes yes yes yes yes no
            CORRECTED              no  no  yes no  no  no
            REASON_REQUESTED       yes yes yes yes yes no
            REASON_GIVEN           no  no  no  yes no  no
            DELAY_SET              yes yes yes yes yes no
            THIRD_PARTY_CONSULTED  yes yes yes yes yes no
            THIRD_PARTY_REPLIED    no  no  no  no  no  no
            ORGAN_CONSULTED        yes yes yes yes yes no
            ORGAN_REPLIED          no  no  no  no  no  no
            EXTENDED               yes yes yes yes yes no
            FEE_NOTICED            yes yes yes yes yes no
            FEE_PAID               no  no  no  no  yes no
            WITHDRAWN              yes yes yes yes yes no
            ASSIGNED               yes yes yes yes yes yes
            SECRECY_REVIEWED       yes yes yes yes yes yes
            APPROVED               yes yes yes yes yes yes
            SERVED                 no  no  no  no  no  yes
            ARCHIVED               no  no  no  no  no  yes
            """;

    /** Likewise of a case of which everything is asked that leaves it in that state, and that was extended. */
    private static final String EVERYTHING = """
            CONFIRMED              yes no  no  no  no  no
            CORRECTION_REQUESTED   yes yes yes yes yes no
            CORRECTED              yes no  yes yes yes no
            REASON_REQUESTED       yes yes yes yes yes no
            REASON_GIVEN           yes no  yes yes yes no
            DELAY_SET              yes yes yes yes yes no
            THIRD_PARTY_CONSULTED  yes yes yes yes yes no
            THIRD_PARTY_REPLIED    yes yes yes yes yes no
            ORGAN_CONSULTED        yes yes yes yes yes no
            ORGAN_REPLIED          yes yes yes yes yes no
            EXTENDED               no  no  no  no  no  no
            FEE_NOTICED            yes yes yes yes yes no
            FEE_PAID               yes no  yes yes yes no
            WITHDRAWN              yes yes yes yes yes no
            ASSIGNED               yes yes yes yes yes yes
            SECRECY_REVIEWED       yes yes yes yes yes yes
            APPROVED               yes yes yes yes yes yes
            SERVED                 no  no  no  no  no  yes
            ARCHIVED               no  no  no  no  no  yes
            """;

    private static Map<StepType, Map<State, Boolean>> read(String table) {
        Map<StepType, Map<State, Boolean>> read = new EnumMap<>(StepType.class);
        for (String line : table.lines().toList()) {
            List<String> words = List.of(line.strip().split("\\s+"));
            Map<State, Boolean> row =
                    read.computeIfAbsent(StepType.valueOf(words.get(0)), type -> new EnumMap<>(State.class));
            for (State state : State.values()) {
                row.put(state, words.get(state.ordinal() + 1).equals("yes"));
            }
        }
        assertEquals(EnumSet.allOf(StepType.class), read.keySet());
        return read;
    }

    private static Cases bare(State state) {
        Cases begun = state == State.AWAITING_CONFIRMATION
                ? Cases.arrived("2021-03-04", Channel.ONLINE)
                : Cases.received("2021-03-04");
        return switch (state) {
            case AWAITING_CONFIRMATION, REGISTERED -> begun;
            case CORRECTION_REQUESTED, REASON_REQUESTED ->
                begun.asked(StepType.valueOf(state.name()), DAY, "2021-03-20");
            case FEE_NOTICED -> begun.fee(DAY, DAY, "100.00");
            case CLOSED -> begun.decided(Outcome.GRANTED_FULL, DAY);
        };
    }

    private static Cases busy(State state) {
        Cases begun = state == State.AWAITING_CONFIRMATION
                ? Cases.arrived("2021-03-04", Channel.ONLINE)
                : Cases.received("2021-03-04");
        begun.thirdParty("2021-03-05", "某公司", null)
                .organ("2021-03-05", "某局", false, null)
                .extended("2021-03-05", 10, "2021-03-05");
        if (state != State.REGISTERED) {
            begun.fee("2021-03-06", "2021-03-06", "100.00")
                    .asked(StepType.CORRECTION_REQUESTED, "2021-03-06", "2021-03-20")
                    .asked(StepType.REASON_REQUESTED, "2021-03-06", "2021-03-20");
        }
        return switch (state) {
            case AWAITING_CONFIRMATION, REGISTERED -> begun;
            case CORRECTION_REQUESTED, REASON_REQUESTED ->
                begun.asked(StepType.valueOf(state.name()), DAY, "2021-03-20");
            case FEE_NOTICED -> begun.fee(DAY, DAY, "100.00");
            case CLOSED -> begun.decided(Outcome.GRANTED_FULL, DAY);
        };
    }

    static Step.Detail detail(StepType type) {
        LocalDate later = LocalDate.parse("2021-04-01");
        return switch (type) {
            case CORRECTION_REQUESTED, REASON_REQUESTED -> new Step.Asked(type, later);
            case DELAY_SET -> new Step.DelaySet(later);
            case THIRD_PARTY_CONSULTED -> new Step.Consulted(type, "某公司", false, null);
            case ORGAN_CONSULTED -> new Step.Consulted(type, "某局", true, null);
            case THIRD_PARTY_REPLIED -> new Step.Replied(type, "某公司");
            case ORGAN_REPLIED -> new Step.Replied(type, "某局");
            case EXTENDED -> new Step.Extended(20, later);
            case FEE_NOTICED -> new Step.FeeNoticed(later, BigDecimal.TEN);
            case FEE_PAID -> new Step.FeePaid(BigDecimal.ONE);
            case SECRECY_REVIEWED -> new Step.Reviewed(SecrecyResult.RELEASABLE);
            case CONFIRMED, CORRECTED, REASON_GIVEN, WITHDRAWN, ASSIGNED, APPROVED, SERVED, ARCHIVED ->
                new Step.Plain(type);
        };
    }

    @Test
    void each_state_takes_the_steps_of_the_table_and_no_other() {
        Map<StepType, Map<State, Boolean>> bare = read(ONE_THING);
        Map<StepType, Map<State, Boolean>> busy = read(EVERYTHING);
        for (State state : State.values()) {
            for (StepType type : StepType.values()) {
                takes(bare(state).file(), state, type, bare.get(type).get(state));
                takes(busy(state).file(), state, type, busy.get(type).get(state));
            }
        }
    }

    private static void takes(CaseFile file, State state, StepType type, boolean legal) {
        String what = state + " " + type + " " + file.steps().size();
        CaseStanding now = file.standing();
        assertEquals(state, now.state(), what);
        assertEquals(legal, now.possible().contains(type), what);
        Step step = new Step(file.steps().size() + 1, LocalDate.parse(NEXT), detail(type));
        Folded after = file.with(step);
        if (legal) {
            assertInstanceOf(CaseStanding.class, after, what);
        } else {
            Folded.Impossible refused = assertInstanceOf(Folded.Impossible.class, after, what);
            assertEquals(step, refused.step(), what);
            assertEquals(state, refused.state(), what);
            assertEquals(now.possible(), refused.possible(), what);
        }
    }

    /** The outcomes that are not always possible, and what they need. */
    private static final Map<Outcome, String> CONDITIONAL = Map.of(
            Outcome.UNABLE_STILL_UNCLEAR, "needs-correction",
            Outcome.OTHER_CORRECTION_OVERDUE, "needs-overdue-correction",
            Outcome.OTHER_FEE_OVERDUE, "needs-overdue-fee");

    @Test
    void each_open_state_but_the_awaiting_one_takes_every_outcome_but_three_that_need_a_step() {
        for (State state : State.values()) {
            for (Outcome outcome : Outcome.values()) {
                String what = state + " " + outcome;
                CaseFile file = bare(state).file();
                boolean decidable =
                        !List.of(State.AWAITING_CONFIRMATION, State.CLOSED).contains(state);
                assertEquals(decidable, file.standing().decidable(), what);
                if (state != State.CLOSED) {
                    CaseFile decided = file.decided(new Decision(outcome, LocalDate.parse(NEXT), false));
                    assertEquals(decidable, decided.fold() instanceof CaseStanding, what);
                    if (decidable) {
                        assertEquals(
                                Optional.ofNullable(CONDITIONAL.get(outcome)), decided.contradiction(Cases.DAYS), what);
                        assertEquals(State.CLOSED, decided.standing().state(), what);
                    }
                }
            }
        }
    }

    @Test
    void an_outcome_that_needs_a_step_is_possible_after_it_and_not_a_day_before() {
        Cases asked = Cases.received("2021-03-04").asked(StepType.CORRECTION_REQUESTED, "2021-03-08", "2021-03-20");
        contradicts(asked, Outcome.OTHER_CORRECTION_OVERDUE, "2021-03-20", true);
        contradicts(asked, Outcome.OTHER_CORRECTION_OVERDUE, "2021-03-21", false);
        contradicts(asked, Outcome.UNABLE_STILL_UNCLEAR, "2021-03-21", true);
        asked.step(StepType.CORRECTED, "2021-03-21");
        contradicts(asked, Outcome.OTHER_CORRECTION_OVERDUE, "2021-03-22", true);
        contradicts(asked, Outcome.UNABLE_STILL_UNCLEAR, "2021-03-21", false);

        // 20 working days after 2021-09-17 is 2021-10-21: Mid-Autumn, National Day and two make-up days lie between
        Cases fee = Cases.received("2021-09-01").fee("2021-09-10", "2021-09-17", "100.00");
        contradicts(fee, Outcome.OTHER_FEE_OVERDUE, "2021-10-21", true);
        contradicts(fee, Outcome.OTHER_FEE_OVERDUE, "2021-10-22", false);
        fee.paid("2021-10-22", "99.99");
        contradicts(fee, Outcome.OTHER_FEE_OVERDUE, "2021-10-22", false);
        fee.paid("2021-10-22", "0.01");
        contradicts(fee, Outcome.OTHER_FEE_OVERDUE, "2021-10-22", true);
    }

    private static void contradicts(Cases built, Outcome outcome, String on, boolean contradicts) {
        CaseFile file = built.file().decided(new Decision(outcome, LocalDate.parse(on), false));
        assertEquals(contradicts, file.contradiction(Cases.DAYS).isPresent(), outcome + " " + on);
        CaseFile elsewhere = built.file().decided(new Decision(outcome, LocalDate.parse(on), true));
        assertEquals(Optional.empty(), elsewhere.contradiction(Cases.DAYS));
    }

    @Test
    void the_table_has_each_kind_of_step_once() {
        List<StepType> rows =
                new ArrayList<>(Transition.TABLE.stream().map(Transition::step).toList());
        assertEquals(Arrays.asList(StepType.values()), rows);
    }
}
