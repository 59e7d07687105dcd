package org.gongkai.intake.organisation;

import java.time.LocalDate;
import org.gongkai.intake.journal.Fact;

/** The facts of the register, as {@code docs/contracts/facts/v1} has them. */
final class OrganisationFacts {

    private OrganisationFacts() {}

    /** A body entered the register; parentSince absent is from the beginning. */
    record OrganisationRegistered(
            String code,
            String name,
            Level level,
            Kind kind,
            boolean mayIssueRules,
            String parent,
            LocalDate parentSince,
            String contactUnit,
            String contactPhone,
            String reportUrl,
            String documentPrefix)
            implements Fact {

        @Override
        public String subject() {
            return code;
        }

        @Override
        public LocalDate countsFor() {
            return parentSince == null ? Placement.BEGINNING : parentSince;
        }
    }

    /** The attributes as they now stand. */
    record OrganisationChanged(
            String code,
            String name,
            Level level,
            Kind kind,
            boolean mayIssueRules,
            String contactUnit,
            String contactPhone,
            String reportUrl,
            String documentPrefix)
            implements Fact {

        @Override
        public String subject() {
            return code;
        }

        @Override
        public LocalDate countsFor() {
            return Placement.BEGINNING;
        }
    }

    /** Another parent from a day on; absent: it becomes a root. */
    record OrganisationMoved(String code, String parent, LocalDate since) implements Fact {

        @Override
        public String subject() {
            return code;
        }

        @Override
        public LocalDate countsFor() {
            return since;
        }
    }

    /** No more from a day on. */
    record OrganisationAbolished(String code, LocalDate since, String successor) implements Fact {

        @Override
        public String subject() {
            return code;
        }

        @Override
        public LocalDate countsFor() {
            return since;
        }
    }
}
