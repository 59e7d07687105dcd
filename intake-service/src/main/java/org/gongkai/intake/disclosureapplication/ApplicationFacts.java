package org.gongkai.intake.disclosureapplication;

import java.time.LocalDate;
import java.util.UUID;
import org.gongkai.intake.journal.Fact;
import org.gongkai.intake.lifecycle.ApplicantType;
import org.gongkai.intake.lifecycle.Channel;
import org.gongkai.intake.lifecycle.Outcome;

/** The facts of an application, as {@code docs/contracts/facts/v1} has them; without a word of personal data. */
final class ApplicationFacts {

    private ApplicationFacts() {}

    /** One more received (新收) in the year of receivedOn. */
    record ApplicationReceived(
            UUID caseId,
            String caseNumber,
            String organisation,
            LocalDate receivedOn,
            ApplicantType applicantType,
            Channel channel)
            implements Fact {

        @Override
        public String subject() {
            return organisation;
        }

        @Override
        public LocalDate countsFor() {
            return receivedOn;
        }
    }

    /** One more decided (办结) in the year of decidedOn. */
    record ApplicationDecided(
            UUID caseId,
            String caseNumber,
            String organisation,
            LocalDate receivedOn,
            LocalDate decidedOn,
            ApplicantType applicantType,
            Outcome outcome,
            boolean elsewhere)
            implements Fact {

        @Override
        public String subject() {
            return organisation;
        }

        @Override
        public LocalDate countsFor() {
            return decidedOn;
        }
    }
}
