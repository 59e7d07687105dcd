package org.gongkai.intake.disclosureapplication;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.gongkai.intake.disclosureapplication.ApplicationFacts.ApplicationDecided;
import org.gongkai.intake.disclosureapplication.ApplicationFacts.ApplicationReceived;
import org.gongkai.intake.disclosureapplication.ApplicationFacts.ApplicationReclassified;
import org.gongkai.intake.disclosureapplication.ApplicationFacts.ApplicationVoided;
import org.gongkai.intake.disclosureapplication.ApplicationFacts.Classification;
import org.gongkai.intake.disclosureapplication.ApplicationFacts.DeadlineMoved;
import org.gongkai.intake.disclosureapplication.ApplicationFacts.Decided;
import org.gongkai.intake.disclosureapplication.ApplicationFacts.OutcomeRetracted;
import org.gongkai.intake.journal.Fact;

/** The facts that lead from where a case counted to where it counts. */
final class CaseFacts {

    private final UUID id;
    private final String caseNumber;
    private final String organisation;

    private CaseFacts(DisclosureApplication application) {
        this.id = application.id();
        this.caseNumber = application.content().caseNumber();
        this.organisation = application.content().organisation();
    }

    /** None where it counts as before. */
    static List<Fact> between(DisclosureApplication was, DisclosureApplication is) {
        CaseFacts facts = new CaseFacts(is);
        Classification before = classification(was);
        return is.voided() != null
                ? List.of(new ApplicationVoided(facts.id, facts.caseNumber, facts.organisation, before))
                : facts.between(before, classification(is));
    }

    /** Where it counts. */
    static Classification classification(DisclosureApplication application) {
        ApplicationBody content = application.content();
        Dates dates = application.dates();
        OutcomeBody outcome = application.decision();
        boolean received = content.receivedOn() != null;
        return new Classification(
                content.receivedOn(),
                received ? null : content.arrivedOn(),
                content.applicant().type(),
                content.channel(),
                outcome == null ? dates.dueOn() : null,
                outcome == null
                        ? null
                        : new Decided(
                                outcome.decidedOn(),
                                outcome.outcome(),
                                outcome.elsewhere(),
                                dates.dueOn(),
                                dates.workingDays(),
                                dates.inTime()));
    }

    private List<Fact> between(Classification was, Classification is) {
        if (was.equals(is)) {
            return List.of();
        }
        boolean sameKind = was.applicantType() == is.applicantType() && was.channel() == is.channel();
        if (was.receivedOn() == null && is.receivedOn() != null && sameKind) {
            return received(is);
        }
        boolean sameDay = is.receivedOn() != null && is.receivedOn().equals(was.receivedOn());
        if (!sameKind || !sameDay) {
            return List.of(new ApplicationReclassified(id, caseNumber, organisation, was, is));
        }
        if (was.decision() == null && is.decision() == null) {
            return List.of(moved(was, is.dueOn()));
        }
        if (was.decision() == null) {
            LocalDate against = is.decision().dueOn();
            // a calendar that changed has not dated it anew yet: what is due is counted by day, and leaves the day it
            // is on
            return Objects.equals(was.dueOn(), against)
                    ? List.of(decided(is))
                    : List.of(moved(was, against), decided(is));
        }
        return List.of(
                is.decision() == null
                        ? new OutcomeRetracted(
                                id,
                                caseNumber,
                                organisation,
                                is.receivedOn(),
                                is.applicantType(),
                                was.decision(),
                                is.dueOn())
                        : new ApplicationReclassified(id, caseNumber, organisation, was, is));
    }

    private DeadlineMoved moved(Classification was, LocalDate to) {
        return new DeadlineMoved(id, caseNumber, organisation, was.receivedOn(), was.dueOn(), to);
    }

    /** With a decision where it was withdrawn before it was confirmed: due for a moment on the day that this takes it from. */
    private List<Fact> received(Classification is) {
        List<Fact> facts = new ArrayList<>();
        LocalDate dueOn = is.decision() == null ? is.dueOn() : is.decision().dueOn();
        facts.add(new ApplicationReceived(
                id, caseNumber, organisation, is.receivedOn(), is.applicantType(), is.channel(), dueOn));
        if (is.decision() != null) {
            facts.add(decided(is));
        }
        return facts;
    }

    private ApplicationDecided decided(Classification is) {
        Decided decision = is.decision();
        return new ApplicationDecided(
                id,
                caseNumber,
                organisation,
                is.receivedOn(),
                decision.decidedOn(),
                is.applicantType(),
                decision.outcome(),
                decision.elsewhere(),
                decision.dueOn(),
                decision.workingDays(),
                decision.inTime());
    }
}
