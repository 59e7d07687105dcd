package org.gongkai.intake.disclosureapplication;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.gongkai.intake.journal.Fact;
import org.gongkai.intake.lifecycle.ApplicantType;
import org.gongkai.intake.lifecycle.Channel;
import org.gongkai.intake.lifecycle.Outcome;

/** The facts of an application, as {@code docs/contracts/facts/v1} has them; without a word of personal data. */
final class ApplicationFacts {

    private ApplicationFacts() {}

    /** A fact about one case of a body. */
    private interface OfCase extends Fact {

        String organisation();

        @Override
        default String subject() {
            return organisation();
        }
    }

    /** It arrived and awaits confirmation (article 31): counts nothing yet. */
    record ApplicationArrived(
            UUID caseId,
            String caseNumber,
            String organisation,
            LocalDate arrivedOn,
            ApplicantType applicantType,
            Channel channel)
            implements OfCase {

        @Override
        public LocalDate countsFor() {
            return arrivedOn;
        }
    }

    /**
     * One more received (新收) in the year of receivedOn.
     *
     * @param dueOn null where the calendar of a year is not known
     */
    record ApplicationReceived(
            UUID caseId,
            String caseNumber,
            String organisation,
            LocalDate receivedOn,
            ApplicantType applicantType,
            Channel channel,
            LocalDate dueOn)
            implements OfCase {

        @Override
        public LocalDate countsFor() {
            return receivedOn;
        }
    }

    /**
     * One more decided (办结) in the year of decidedOn.
     *
     * @param dueOn the due day that it was decided against, or null; the facts before it gave the open case the same
     * @param workingDays used on its last clock; null where the calendar of a year is not known
     * @param inTime likewise
     */
    record ApplicationDecided(
            UUID caseId,
            String caseNumber,
            String organisation,
            LocalDate receivedOn,
            LocalDate decidedOn,
            ApplicantType applicantType,
            Outcome outcome,
            boolean elsewhere,
            LocalDate dueOn,
            Integer workingDays,
            Boolean inTime)
            implements OfCase {

        @Override
        public LocalDate countsFor() {
            return decidedOn;
        }
    }

    /** Recorded wrongly: what {@code was} added is taken back, what {@code is} adds is put instead. */
    record ApplicationReclassified(
            UUID caseId, String caseNumber, String organisation, Classification was, Classification is)
            implements OfCase {

        @Override
        public LocalDate countsFor() {
            return is.day();
        }

        @Override
        public List<LocalDate> alsoCountsFor() {
            return Stream.concat(was.days(), is.days().skip(1)).toList();
        }
    }

    /** Decided wrongly: one less decided in the year of {@code was.decidedOn}, and open again, due then. */
    record OutcomeRetracted(
            UUID caseId,
            String caseNumber,
            String organisation,
            LocalDate receivedOn,
            ApplicantType applicantType,
            Decided was,
            LocalDate dueOn)
            implements OfCase {

        @Override
        public LocalDate countsFor() {
            return was.decidedOn();
        }
    }

    /** Entered wrongly: all that {@code was} added is taken back. */
    record ApplicationVoided(UUID caseId, String caseNumber, String organisation, Classification was)
            implements OfCase {

        @Override
        public LocalDate countsFor() {
            return was.day();
        }

        @Override
        public List<LocalDate> alsoCountsFor() {
            return was.days().skip(1).toList();
        }
    }

    /** The due day moved; null is none, while the clock stands. Touches no confirmed year. */
    record DeadlineMoved(
            UUID caseId, String caseNumber, String organisation, LocalDate receivedOn, LocalDate from, LocalDate to)
            implements OfCase {

        @Override
        public LocalDate countsFor() {
            return receivedOn;
        }
    }

    /**
     * All that decides where an application counts.
     *
     * @param receivedOn null while it awaits confirmation, and then it counts nothing
     * @param arrivedOn null where it was received
     * @param dueOn while it is open; null where there is none
     * @param decision null while it is open
     */
    record Classification(
            LocalDate receivedOn,
            LocalDate arrivedOn,
            ApplicantType applicantType,
            Channel channel,
            LocalDate dueOn,
            Decided decision) {

        private LocalDate day() {
            return receivedOn == null ? arrivedOn : receivedOn;
        }

        /** That of receipt or arrival, then that of the decision. */
        private Stream<LocalDate> days() {
            return Stream.of(day(), decision == null ? null : decision.decidedOn())
                    .filter(Objects::nonNull);
        }
    }

    /**
     * The one outcome of an application; the optional days and numbers as in {@link ApplicationDecided}.
     *
     * @param decidedOn date of the reply
     */
    record Decided(
            LocalDate decidedOn,
            Outcome outcome,
            boolean elsewhere,
            LocalDate dueOn,
            Integer workingDays,
            Boolean inTime) {}
}
