package org.gongkai.intake.disclosureapplication;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.gongkai.intake.disclosureapplication.ApplicationBody.ApplicantBody;
import org.gongkai.intake.disclosureapplication.ApplicationFacts.ApplicationDecided;
import org.gongkai.intake.disclosureapplication.ApplicationFacts.ApplicationReceived;
import org.gongkai.intake.disclosureapplication.ApplicationFacts.DeadlineMoved;
import org.gongkai.intake.journal.Fact;
import org.gongkai.intake.lifecycle.ApplicantType;
import org.gongkai.intake.lifecycle.Channel;
import org.gongkai.intake.lifecycle.Outcome;
import org.gongkai.intake.lifecycle.State;
import org.junit.jupiter.api.Test;

/** Whoever counts open cases by their due days finds a case on the day that its decision takes it from. */
class CaseFactsTest {

    private static final UUID ID = UUID.fromString("01932c07-209f-7abc-8d1e-0c2f6a5b4e3d");
    private static final LocalDate RECEIVED = LocalDate.parse("2021-09-17");
    private static final LocalDate DUE = LocalDate.parse("2021-10-21");
    private static final LocalDate DUE_BY_NEW_CALENDAR = LocalDate.parse("2021-10-22");

    @Test
    void a_decision_against_the_due_day_that_the_case_has_is_one_fact() {
        assertEquals(List.of(decision(DUE)), CaseFacts.between(open(DUE), decided(DUE)));
        assertEquals(List.of(decision(null)), CaseFacts.between(open(null), decided(null)));
    }

    @Test
    void a_decision_by_a_calendar_that_has_not_dated_the_case_yet_moves_the_due_day_first() {
        assertEquals(
                List.of(move(DUE, DUE_BY_NEW_CALENDAR), decision(DUE_BY_NEW_CALENDAR)),
                CaseFacts.between(open(DUE), decided(DUE_BY_NEW_CALENDAR)));
        assertEquals(List.of(move(null, DUE), decision(DUE)), CaseFacts.between(open(null), decided(DUE)));
        assertEquals(List.of(move(DUE, null), decision(null)), CaseFacts.between(open(DUE), decided(null)));
    }

    @Test
    void what_is_withdrawn_before_it_was_confirmed_is_received_with_the_due_day_that_it_is_decided_against() {
        Fact receipt =
                new ApplicationReceived(ID, "1", "CF", RECEIVED, ApplicantType.NATURAL_PERSON, Channel.ONLINE, DUE);

        assertEquals(List.of(receipt, decision(DUE)), CaseFacts.between(awaiting(), decided(DUE)));
        assertEquals(List.of(receipt), CaseFacts.between(awaiting(), open(DUE)));
    }

    @Test
    void what_was_decided_leaves_no_due_day_when_its_outcome_is_retracted_and_gets_the_one_of_now() {
        assertEquals(
                List.of(new ApplicationFacts.OutcomeRetracted(
                        ID,
                        "1",
                        "CF",
                        RECEIVED,
                        ApplicantType.NATURAL_PERSON,
                        CaseFacts.classification(decided(DUE)).decision(),
                        DUE_BY_NEW_CALENDAR)),
                CaseFacts.between(decided(DUE), open(DUE_BY_NEW_CALENDAR)));
    }

    private static Fact move(LocalDate from, LocalDate to) {
        return new DeadlineMoved(ID, "1", "CF", RECEIVED, from, to);
    }

    private static Fact decision(LocalDate dueOn) {
        return new ApplicationDecided(
                ID,
                "1",
                "CF",
                RECEIVED,
                DUE,
                ApplicantType.NATURAL_PERSON,
                Outcome.GRANTED_FULL,
                false,
                dueOn,
                20,
                true);
    }

    private static DisclosureApplication awaiting() {
        return application(null, null, new Dates(State.AWAITING_CONFIRMATION, null, null, false, null, null));
    }

    private static DisclosureApplication open(LocalDate dueOn) {
        return application(RECEIVED, null, new Dates(State.REGISTERED, dueOn, null, dueOn == null, null, null));
    }

    private static DisclosureApplication decided(LocalDate dueOn) {
        return application(
                RECEIVED,
                new OutcomeBody(Outcome.GRANTED_FULL, DUE, null, null, false),
                new Dates(State.CLOSED, dueOn, null, dueOn == null, 20, true));
    }

    private static DisclosureApplication application(LocalDate receivedOn, OutcomeBody decision, Dates dates) {
        ApplicationBody content = new ApplicationBody(
                "CF",
                "1",
                receivedOn,
                RECEIVED,
                null,
                Channel.ONLINE,
                new ApplicantBody(ApplicantType.NATURAL_PERSON, "演示", null, "演示"),
                List.of(),
                List.of(),
                "演示",
                null,
                null);
        return new DisclosureApplication(ID, content, false, null, decision, null, false, dates, null, null, 1);
    }
}
