package org.gongkai.intake.lifecycle;

import static org.gongkai.intake.lifecycle.Cases.DAYS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.gongkai.intake.statutoryclock.Deadline;
import org.gongkai.intake.statutoryclock.Used;
import org.junit.jupiter.api.Test;

/** Days of the vectors: received 2021-09-17, 7 working days 09-28, 20 working days 10-21, 40 working days 11-18. */
class CaseClockTest {

    private static void due(String day, Cases built) {
        assertEquals(day == null ? null : LocalDate.parse(day), built.dueOn());
    }

    private static void timely(Map<Integer, Boolean> expected, Cases built) {
        assertEquals(expected, built.standing().clock().timely(DAYS));
    }

    @Test
    void the_clock_runs_from_receipt_confirmation_correction_and_full_payment() {
        due("2021-10-21", Cases.received("2021-09-17"));
        due("2021-10-21", Cases.arrived("2021-09-10", Channel.ONLINE).step(StepType.CONFIRMED, "2021-09-17"));
        Cases corrected = Cases.received("2021-09-01").asked(StepType.CORRECTION_REQUESTED, "2021-09-08", "2021-09-20");
        due(null, corrected);
        assertTrue(corrected.standing().clock().deadline(DAYS).stands());
        due("2021-10-21", corrected.step(StepType.CORRECTED, "2021-09-17"));
        Cases fee = Cases.received("2021-09-01").fee("2021-09-08", "2021-09-09", "100.00");
        due(null, fee.paid("2021-09-10", "10.00"));
        due("2021-10-21", fee.paid("2021-09-17", "90.00"));
    }

    @Test
    void while_one_of_two_things_that_make_it_stand_is_open_it_stands() {
        Cases both = Cases.received("2021-09-01")
                .asked(StepType.CORRECTION_REQUESTED, "2021-09-08", "2021-09-20")
                .fee("2021-09-09", "2021-09-09", "100.00")
                .step(StepType.CORRECTED, "2021-09-10");
        due(null, both);
        due("2021-10-21", both.paid("2021-09-17", "100.00"));

        Cases before = Cases.arrived("2021-09-01", Channel.FAX)
                .asked(StepType.CORRECTION_REQUESTED, "2021-09-02", "2021-09-20")
                .step(StepType.CONFIRMED, "2021-09-03");
        due(null, before);
        due("2021-10-21", before.step(StepType.CORRECTED, "2021-09-17"));
    }

    @Test
    void asking_for_reasons_does_not_touch_the_clock() {
        due("2021-10-21", Cases.received("2021-09-17").asked(StepType.REASON_REQUESTED, "2021-09-22", "2021-09-30"));
    }

    @Test
    void an_extension_moves_it_only_when_the_applicant_is_told_in_time() {
        due("2021-11-18", Cases.received("2021-09-17").extended("2021-10-21", 20, "2021-10-21"));
        Cases late = Cases.received("2021-09-17").extended("2021-10-20", 20, "2021-10-22");
        due("2021-10-21", late);
        timely(Map.of(1, false), late);
        timely(Map.of(1, true), Cases.received("2021-09-17").extended("2021-10-21", 20, "2021-10-21"));
    }

    @Test
    void a_consultation_stops_it_until_the_reply_or_its_limit_and_overlapping_ones_stop_it_once() {
        // 09-22 to 09-24 are three working days
        Cases one = Cases.received("2021-09-17")
                .thirdParty("2021-09-18", "甲公司", "2021-09-22")
                .thirdPartyReplied("2021-09-24", "甲公司");
        due("2021-10-26", one);
        timely(Map.of(1, true, 2, true), one);
        due("2021-10-26", one.organ("2021-09-22", "某局", true, "2021-09-22").organReplied("2021-09-24", "某局"));
        // silent from 09-22 to 10-18, the 15th working day: the whole of it stops
        Cases silent = Cases.received("2021-09-17").thirdParty("2021-09-22", "甲公司", "2021-09-22");
        assertEquals(
                LocalDate.parse("2021-10-18"),
                silent.standing().consultations().get(0).until(DAYS));
        due("2021-11-11", silent);
        // an organ that did not make it jointly has no limit, a letter of unknown delivery no beginning of one
        due(null, Cases.received("2021-09-17").organ("2021-09-22", "某局", false, "2021-09-22"));
        due(null, Cases.received("2021-09-17").thirdParty("2021-09-22", "甲公司", null));
    }

    @Test
    void a_delay_is_the_due_day() {
        due(
                "2021-12-31",
                Cases.received("2021-09-17")
                        .asked(StepType.REASON_REQUESTED, "2021-09-22", "2021-09-30")
                        .step(StepType.REASON_GIVEN, "2021-09-29")
                        .delayed("2021-10-08", "2021-12-31"));
    }

    @Test
    void each_step_with_a_limit_is_in_time_at_it_and_late_after_it() {
        timely(
                Map.of(1, true),
                Cases.received("2021-09-17").asked(StepType.CORRECTION_REQUESTED, "2021-09-28", "2021-10-11"));
        timely(
                Map.of(1, false),
                Cases.received("2021-09-17").asked(StepType.CORRECTION_REQUESTED, "2021-09-29", "2021-10-11"));
        for (boolean inTime : new boolean[] {true, false}) {
            Cases asked = Cases.received("2021-09-17")
                    .asked(StepType.CORRECTION_REQUESTED, "2021-09-18", "2021-09-30")
                    .step(StepType.CORRECTED, inTime ? "2021-09-30" : "2021-10-01");
            timely(Map.of(1, true, 2, inTime), asked);
            Cases reasons = Cases.received("2021-09-17")
                    .asked(StepType.REASON_REQUESTED, "2021-09-18", "2021-09-30")
                    .step(StepType.REASON_GIVEN, inTime ? "2021-09-30" : "2021-10-01");
            timely(Map.of(2, inTime), reasons);
            String dueDay = inTime ? "2021-10-21" : "2021-10-22";
            timely(Map.of(1, inTime), Cases.received("2021-09-17").delayed(dueDay, "2021-12-31"));
            timely(Map.of(1, inTime), Cases.received("2021-09-17").fee(dueDay, dueDay, "1.00"));
            timely(Map.of(1, inTime), Cases.received("2021-09-17").thirdParty(dueDay, "甲", null));
            timely(Map.of(1, inTime), Cases.received("2021-09-17").organ(dueDay, "某局", false, null));
            // paid by 20, answered by 15 working days after the letter came
            Cases fee = Cases.received("2021-09-10")
                    .fee("2021-09-13", "2021-09-17", "1.00")
                    .paid(inTime ? "2021-10-21" : "2021-10-22", "1.00");
            timely(Map.of(1, true, 2, inTime), fee);
            Cases opinion = Cases.received("2021-09-17")
                    .thirdParty("2021-09-18", "甲", "2021-09-22")
                    .thirdPartyReplied(inTime ? "2021-10-18" : "2021-10-19", "甲");
            timely(Map.of(1, true, 2, inTime), opinion);
            Cases letter = Cases.arrived("2021-09-17", Channel.ORDINARY_MAIL)
                    .step(StepType.CONFIRMED, inTime ? "2021-09-17" : "2021-09-18");
            timely(Map.of(1, inTime), letter);
        }
    }

    @Test
    void what_has_no_limit_or_an_unknown_one_is_neither_in_time_nor_late() {
        timely(Map.of(), Cases.arrived("2021-09-17", Channel.ONLINE).step(StepType.CONFIRMED, "2021-09-30"));
        timely(
                Map.of(1, true),
                Cases.received("2021-09-17")
                        .organ("2021-09-18", "某局", false, "2021-09-18")
                        .organReplied("2021-12-01", "某局"));
        timely(
                Map.of(1, true),
                Cases.received("2021-09-17").thirdParty("2021-09-18", "甲", null).thirdPartyReplied("2021-12-01", "甲"));
        timely(
                Map.of(1, true),
                Cases.received("2021-09-17")
                        .asked(StepType.CORRECTION_REQUESTED, "2021-09-18", "2021-09-30")
                        .extended("2021-10-08", 10, "2021-10-08"));
        timely(Map.of(), Cases.received("2018-03-01").extended("2018-04-08", 10, "2018-04-08"));
    }

    @Test
    void a_decision_has_its_working_days_of_the_last_clock() {
        Cases corrected = Cases.received("2021-09-01")
                .asked(StepType.CORRECTION_REQUESTED, "2021-09-08", "2021-09-20")
                .step(StepType.CORRECTED, "2021-09-17");
        CaseClock clock = corrected.standing().clock();
        assertEquals(new Used(20, true), clock.used(DAYS, LocalDate.parse("2021-10-21")));
        assertEquals(new Used(21, false), clock.used(DAYS, LocalDate.parse("2021-10-22")));
    }

    @Test
    void a_year_without_data_leaves_it_open_and_is_named() {
        Deadline deadline = Cases.received("2026-12-25").standing().clock().deadline(DAYS);
        assertNull(deadline.dueOn());
        assertEquals(2027, deadline.missingCalendar());
    }

    @Test
    void what_is_odd_is_told() {
        Cases third = Cases.received("2021-09-17").decided(Outcome.REFUSED_THIRD_PARTY_RIGHTS, "2021-09-30");
        assertEquals(List.of("third-party-not-consulted"), third.standing().warnings(DAYS));
        Cases excessive = Cases.received("2021-09-17").decided(Outcome.NOT_HANDLED_EXCESSIVE, "2021-09-30");
        assertEquals(List.of("reasons-not-requested"), excessive.standing().warnings(DAYS));
        Cases asked = Cases.received("2021-09-17")
                .asked(StepType.REASON_REQUESTED, "2021-09-18", "2021-09-22")
                .decided(Outcome.NOT_HANDLED_EXCESSIVE, "2021-09-30");
        assertEquals(List.of(), asked.standing().warnings(DAYS));
        Cases twice = Cases.received("2021-09-17")
                .asked(StepType.CORRECTION_REQUESTED, "2021-09-18", "2021-09-22")
                .asked(StepType.CORRECTION_REQUESTED, "2021-09-22", "2021-09-30");
        assertEquals(List.of("second-correction-request"), twice.standing().warnings(DAYS));
        assertEquals(
                List.of("second-correction-request", "decided-while-request-is-open"),
                twice.decided(Outcome.GRANTED_FULL, "2021-09-30").standing().warnings(DAYS));
        assertEquals(
                List.of("second-correction-request"),
                twice.decided(Outcome.OTHER_CORRECTION_OVERDUE, "2021-10-08")
                        .standing()
                        .warnings(DAYS));
        Cases delayed = Cases.received("2021-09-17").delayed("2021-09-18", "2021-12-31");
        assertEquals(List.of("delay-without-reasons"), delayed.standing().warnings(DAYS));
        Cases consulting = Cases.received("2021-09-17").thirdParty("2021-09-18", "甲", "2021-09-22");
        assertEquals(List.of(), consulting.standing().warnings(DAYS));
        assertEquals(
                List.of("decided-while-consulting"),
                consulting
                        .decided(Outcome.GRANTED_FULL, "2021-10-17")
                        .standing()
                        .warnings(DAYS));
        assertEquals(
                List.of(),
                consulting
                        .decided(Outcome.GRANTED_FULL, "2021-10-18")
                        .standing()
                        .warnings(DAYS));
        Cases unknown = Cases.arrived("2021-09-17", Channel.ONLINE).thirdParty("2021-09-18", "甲", null);
        assertEquals(
                List.of("step-before-confirmation", "consultation-delivery-unknown"),
                unknown.standing().warnings(DAYS));
        Cases fee = Cases.received("2026-12-01").fee("2026-12-02", "2026-12-15", "1.00");
        assertEquals(
                List.of("payment-calendar-missing"),
                fee.decided(Outcome.OTHER_FEE_OVERDUE, "2027-03-01").standing().warnings(DAYS));
    }
}
