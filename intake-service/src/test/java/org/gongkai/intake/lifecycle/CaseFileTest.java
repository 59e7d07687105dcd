package org.gongkai.intake.lifecycle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CaseFileTest {

    private static void impossible(Folded folded, StepType type, State state) {
        Folded.Impossible refused = assertInstanceOf(Folded.Impossible.class, folded);
        assertEquals(type, refused.step() == null ? null : refused.step().type());
        assertEquals(state, refused.state());
    }

    @Test
    void the_state_is_the_newest_thing_that_is_asked_and_goes_back_to_the_one_before() {
        Cases built = Cases.received("2021-03-04")
                .asked(StepType.CORRECTION_REQUESTED, "2021-03-05", "2021-03-20")
                .fee("2021-03-08", "2021-03-08", "100.00");
        assertEquals(State.FEE_NOTICED, built.standing().state());

        built.paid("2021-03-09", "40.00");
        assertEquals(State.FEE_NOTICED, built.standing().state());
        built.paid("2021-03-10", "60.00");
        assertEquals(State.CORRECTION_REQUESTED, built.standing().state());
        built.step(StepType.CORRECTED, "2021-03-11");
        assertEquals(State.REGISTERED, built.standing().state());
    }

    @Test
    void steps_count_in_the_order_of_their_days_and_on_one_day_of_their_entry() {
        Cases late = Cases.received("2021-03-04")
                .step(StepType.CORRECTED, "2021-03-12")
                .asked(StepType.CORRECTION_REQUESTED, "2021-03-08", "2021-03-20");
        assertEquals(State.REGISTERED, late.standing().state());

        Cases backwards = Cases.received("2021-03-04")
                .step(StepType.CORRECTED, "2021-03-08")
                .asked(StepType.CORRECTION_REQUESTED, "2021-03-08", "2021-03-20");
        impossible(backwards.fold(), StepType.CORRECTED, State.REGISTERED);
        Cases forwards = Cases.received("2021-03-04")
                .asked(StepType.CORRECTION_REQUESTED, "2021-03-08", "2021-03-20")
                .step(StepType.CORRECTED, "2021-03-08");
        assertEquals(State.REGISTERED, forwards.standing().state());
    }

    @Test
    void a_step_of_an_earlier_day_that_makes_a_later_one_impossible_is_refused_with_that_one_named() {
        CaseFile extended = Cases.received("2021-03-04")
                .extended("2021-03-20", 10, "2021-03-20")
                .file();

        Step earlier = new Step(2, LocalDate.parse("2021-03-10"), new Step.Extended(5, LocalDate.parse("2021-03-10")));

        impossible(extended.with(earlier), StepType.EXTENDED, State.REGISTERED);
        assertEquals(1, ((Folded.Impossible) extended.with(earlier)).step().number());
    }

    @Test
    void a_reply_needs_that_one_to_be_asked() {
        Cases asked = Cases.received("2021-03-04").thirdParty("2021-03-05", "甲公司", "2021-03-08");

        impossible(
                asked.file()
                        .with(new Step(
                                2,
                                LocalDate.parse("2021-03-10"),
                                new Step.Replied(StepType.THIRD_PARTY_REPLIED, "乙公司"))),
                StepType.THIRD_PARTY_REPLIED,
                State.REGISTERED);
        impossible(
                asked.file()
                        .with(new Step(
                                2, LocalDate.parse("2021-03-10"), new Step.Replied(StepType.ORGAN_REPLIED, "甲公司"))),
                StepType.ORGAN_REPLIED,
                State.REGISTERED);
        asked.thirdPartyReplied("2021-03-10", "甲公司");
        assertFalse(asked.standing().consultations().get(0).open());
        impossible(
                asked.file()
                        .with(new Step(
                                3,
                                LocalDate.parse("2021-03-11"),
                                new Step.Replied(StepType.THIRD_PARTY_REPLIED, "甲公司"))),
                StepType.THIRD_PARTY_REPLIED,
                State.REGISTERED);
    }

    @Test
    void what_is_closed_takes_no_step_of_an_earlier_day_either() {
        CaseFile closed = Cases.received("2021-03-04")
                .decided(Outcome.GRANTED_FULL, "2021-03-20")
                .file();

        Folded refused = closed.with(
                new Step(1, LocalDate.parse("2021-03-10"), new Step.Extended(5, LocalDate.parse("2021-03-10"))));

        impossible(refused, StepType.EXTENDED, State.CLOSED);
        assertEquals(
                List.of(
                        StepType.ASSIGNED,
                        StepType.SECRECY_REVIEWED,
                        StepType.APPROVED,
                        StepType.SERVED,
                        StepType.ARCHIVED),
                ((Folded.Impossible) refused).possible());
    }

    @Test
    void an_outcome_before_a_step_that_was_taken_is_impossible_and_names_the_step() {
        Cases built = Cases.received("2021-03-04").extended("2021-03-20", 10, "2021-03-20");

        impossible(built.decided(Outcome.GRANTED_FULL, "2021-03-19").fold(), StepType.EXTENDED, State.CLOSED);
        assertEquals(
                State.CLOSED,
                built.decided(Outcome.GRANTED_FULL, "2021-03-20").standing().state());
    }

    @Test
    void a_withdrawal_closes_on_its_day_and_is_receipt_where_none_came() {
        CaseStanding open = Cases.received("2021-03-04")
                .asked(StepType.CORRECTION_REQUESTED, "2021-03-05", "2021-03-20")
                .step(StepType.WITHDRAWN, "2021-03-09")
                .standing();
        assertEquals(new Decision(Outcome.OTHER_MISC, LocalDate.parse("2021-03-09"), false), open.decision());

        CaseStanding awaiting = Cases.arrived("2021-03-04", Channel.FAX)
                .step(StepType.WITHDRAWN, "2021-03-09")
                .standing();
        assertEquals(LocalDate.parse("2021-03-09"), awaiting.receivedOn());
        assertEquals(State.CLOSED, awaiting.state());
        assertTrue(awaiting.withdrawn());
    }

    @Test
    void only_what_was_registered_to_await_it_is_confirmed_once() {
        Cases awaiting = Cases.arrived("2021-03-04", Channel.ORDINARY_MAIL);
        assertNull(awaiting.standing().receivedOn());
        assertNull(awaiting.standing().clock().deadline(Cases.DAYS).dueOn());

        awaiting.step(StepType.CONFIRMED, "2021-03-05");
        assertEquals(LocalDate.parse("2021-03-05"), awaiting.standing().receivedOn());
        Step again = new Step(2, LocalDate.parse("2021-03-08"), new Step.Plain(StepType.CONFIRMED));
        impossible(awaiting.file().with(again), StepType.CONFIRMED, State.REGISTERED);

        CaseFile given = new CaseFile(
                LocalDate.parse("2021-03-08"), LocalDate.parse("2021-03-04"), Channel.ONLINE, List.of(), null);
        Step before = new Step(1, LocalDate.parse("2021-03-05"), new Step.Plain(StepType.CONFIRMED));
        impossible(given.with(before), StepType.CONFIRMED, State.AWAITING_CONFIRMATION);
    }

    @Test
    void a_later_notice_takes_the_place_of_an_unpaid_one_and_what_was_paid_stays_paid() {
        Cases built = Cases.received("2021-03-04")
                .fee("2021-03-05", "2021-03-05", "100.00")
                .paid("2021-03-08", "60.00")
                .fee("2021-03-09", "2021-03-09", "80.00")
                .paid("2021-03-10", "20.00");
        assertEquals(State.REGISTERED, built.standing().state());

        built.fee("2021-03-11", "2021-03-11", "50.00").paid("2021-03-12", "20.00");
        assertEquals(State.FEE_NOTICED, built.standing().state());
    }

    @Test
    void an_extension_and_a_delay_are_gone_with_the_clock_that_begins_anew_but_it_is_extended_once() {
        Cases built = Cases.received("2021-03-04")
                .extended("2021-03-20", 10, "2021-03-20")
                .delayed("2021-03-22", "2021-06-30");
        assertTrue(built.standing().extended());
        assertEquals(LocalDate.parse("2021-06-30"), built.standing().delayedUntil());

        built.asked(StepType.CORRECTION_REQUESTED, "2021-03-23", "2021-03-31").step(StepType.CORRECTED, "2021-03-25");

        assertFalse(built.standing().extended());
        assertNull(built.standing().delayedUntil());
        Step again = new Step(9, LocalDate.parse("2021-03-26"), new Step.Extended(5, LocalDate.parse("2021-03-26")));
        impossible(built.file().with(again), StepType.EXTENDED, State.REGISTERED);
    }

    @Test
    void what_is_put_off_before_receipt_has_no_clock_to_move() {
        CaseStanding received = Cases.arrived("2021-03-04", Channel.ONLINE)
                .extended("2021-03-05", 10, "2021-03-05")
                .delayed("2021-03-05", "2021-06-30")
                .step(StepType.CONFIRMED, "2021-03-08")
                .standing();

        assertFalse(received.extended());
        assertNull(received.delayedUntil());
        assertEquals(
                Cases.received("2021-03-08").dueOn(),
                received.clock().deadline(Cases.DAYS).dueOn());
    }

    /** Whatever is tried in whatever order: what is taken stays possible, and is what was said to be possible. */
    @Test
    void random_histories_take_exactly_what_they_say_is_possible() {
        long seed = System.nanoTime();
        System.out.println("random histories, seed " + seed);
        Random random = new Random(seed);
        for (int history = 0; history < 2_000; history++) {
            String what = "seed " + seed + " history " + history;
            CaseFile file = random.nextBoolean()
                    ? Cases.received("2021-03-04").file()
                    : Cases.arrived("2021-03-04", Channel.ONLINE).file();
            LocalDate day = LocalDate.parse("2021-03-04");
            for (int number = 1; number <= 12; number++) {
                day = day.plusDays(random.nextInt(4));
                CaseStanding now = file.standing();
                StepType type = StepType.values()[random.nextInt(StepType.values().length)];
                Step step = new Step(number, day, TransitionTest.detail(type));
                boolean taken = file.with(step) instanceof CaseStanding;
                assertEquals(now.possible().contains(type), taken, what + " " + type + " in " + now.state());
                file = taken ? file.including(step) : file;
                if (taken && type == StepType.WITHDRAWN) {
                    assertEquals(State.CLOSED, file.standing().state(), what);
                }
            }
            assertEquals(file.steps().size(), file.standing().steps().size(), what);
        }
    }
}
