package org.gongkai.intake.lifecycle;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Entries of the desk's book: they move nothing, and what is odd about them is told. */
class DeskBookTest {

    private static final List<StepType> BOOK =
            Arrays.stream(StepType.values()).filter(StepType::inBookAlone).toList();

    private static Step.Reviewed found(SecrecyResult result) {
        return new Step.Reviewed(result);
    }

    private static List<String> warnings(Cases built) {
        return built.standing().warnings(Cases.DAYS);
    }

    @Test
    void three_kinds_of_step_are_in_the_book_alone() {
        assertEquals(List.of(StepType.ASSIGNED, StepType.SECRECY_REVIEWED, StepType.APPROVED), BOOK);
    }

    @Test
    void an_entry_moves_neither_state_nor_clock_on_any_day_of_a_case() {
        Cases built = Cases.received("2021-09-17")
                .asked(StepType.CORRECTION_REQUESTED, "2021-09-22", "2021-10-08")
                .step(StepType.CORRECTED, "2021-09-29")
                .extended("2021-10-20", 10, "2021-10-20")
                .decided(Outcome.GRANTED_FULL, "2021-11-10");
        CaseStanding without = built.standing();
        for (StepType type : BOOK) {
            for (int day = 0; day < 60; day++) {
                String what = type + " on day " + day;
                Step entry = new Step(9, LocalDate.of(2021, 9, 17).plusDays(day), TransitionTest.detail(type));
                CaseStanding with = (CaseStanding) built.file().with(entry);
                assertEquals(without.state(), with.state(), what);
                assertEquals(without.clock().deadline(Cases.DAYS), with.clock().deadline(Cases.DAYS), what);
                assertEquals(
                        without.clock().derivation(Cases.DAYS), with.clock().derivation(Cases.DAYS), what);
                assertEquals(
                        without.clock().used(Cases.DAYS, LocalDate.of(2021, 11, 10)),
                        with.clock().used(Cases.DAYS, LocalDate.of(2021, 11, 10)),
                        what);
                assertEquals(without.clock().timely(Cases.DAYS), with.clock().timely(Cases.DAYS), what);
            }
        }
    }

    @Test
    void an_entry_takes_no_other_step_its_place() {
        List<StepType> before =
                new ArrayList<>(Cases.received("2021-09-17").standing().possible());
        Cases built = Cases.received("2021-09-17")
                .step(StepType.ASSIGNED, "2021-09-17")
                .step("2021-09-20", found(SecrecyResult.RELEASABLE))
                .step(StepType.APPROVED, "2021-09-21");
        assertEquals(before, built.standing().possible());
        assertEquals(List.of(), warnings(built));
    }

    @Test
    void what_is_assigned_before_it_is_confirmed_is_not_odd() {
        assertEquals(
                List.of(),
                warnings(Cases.arrived("2021-09-17", Channel.ONLINE)
                        .step(StepType.ASSIGNED, "2021-09-17")
                        .step(StepType.CONFIRMED, "2021-09-20")));
    }

    @Test
    void an_approval_or_review_of_a_day_after_the_decision_is_odd_and_of_that_day_is_not() {
        for (boolean late : new boolean[] {false, true}) {
            Cases built = Cases.received("2021-09-17")
                    .step("2021-10-0" + (late ? 9 : 8), found(SecrecyResult.RELEASABLE))
                    .step(StepType.APPROVED, "2021-10-0" + (late ? 9 : 8))
                    .decided(Outcome.GRANTED_FULL, "2021-10-08");
            assertEquals(
                    late ? List.of("approved-after-decision", "reviewed-after-decision") : List.of(), warnings(built));
        }
    }

    @Test
    void what_was_approved_and_reviewed_before_may_be_so_again() {
        assertEquals(
                List.of(),
                warnings(Cases.received("2021-09-17")
                        .step("2021-09-30", found(SecrecyResult.RELEASABLE))
                        .step(StepType.APPROVED, "2021-10-08")
                        .step("2021-10-20", found(SecrecyResult.RELEASABLE))
                        .step(StepType.APPROVED, "2021-10-20")
                        .decided(Outcome.GRANTED_FULL, "2021-10-08")));
    }

    @Test
    void a_withdrawal_is_approved_by_nobody() {
        assertEquals(
                List.of(),
                warnings(Cases.received("2021-09-17")
                        .step(StepType.WITHDRAWN, "2021-09-22")
                        .step(StepType.APPROVED, "2021-09-24")));
    }

    @Test
    void a_grant_against_the_newest_review_is_odd_and_one_without_any_is_not() {
        for (Outcome outcome : Outcome.values()) {
            boolean granted = outcome.name().startsWith("GRANTED");
            List<String> odd = granted ? List.of("granted-against-review") : List.of();
            List<String> own = warnings(Cases.received("2021-09-17").decided(outcome, "2021-10-08"));
            for (SecrecyResult result : SecrecyResult.values()) {
                List<String> told = new ArrayList<>(warnings(Cases.received("2021-09-17")
                        .step("2021-09-30", found(result))
                        .decided(outcome, "2021-10-08")));
                told.removeAll(own);
                assertEquals(result == SecrecyResult.NOT_RELEASABLE ? odd : List.of(), told, outcome + " " + result);
            }
        }
        assertEquals(
                List.of(),
                warnings(Cases.received("2021-09-17")
                        .step("2021-09-30", found(SecrecyResult.PARTLY_RELEASABLE))
                        .step("2021-09-22", found(SecrecyResult.NOT_RELEASABLE))
                        .decided(Outcome.GRANTED_PARTIAL, "2021-10-08")));
    }
}
