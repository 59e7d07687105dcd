package org.gongkai.intake.lifecycle;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.gongkai.intake.workingday.WorkingDays;

/**
 * An outcome that needs a step before it; every other one may end any case that was received; what is odd besides is a warning.
 *
 * @param outcome which
 * @param contradiction names the text that says what is missing
 * @param article where the law says so
 * @param holds whether the steps allow it on that day
 */
record OutcomeRule(Outcome outcome, String contradiction, String article, Holds holds) {

    static final List<OutcomeRule> TABLE = List.of(
            new OutcomeRule(
                    Outcome.UNABLE_STILL_UNCLEAR,
                    "needs-correction",
                    "条例第三十条",
                    (standing, on, days) -> standing.corrected()),
            new OutcomeRule(
                    Outcome.OTHER_CORRECTION_OVERDUE,
                    "needs-overdue-correction",
                    "条例第三十条",
                    (standing, on, days) -> standing.correctionOverdue(on)),
            new OutcomeRule(
                    Outcome.OTHER_FEE_OVERDUE, "needs-overdue-fee", "国办函〔2020〕109号第六条", CaseStanding::feeOverdue));

    /** Asked of a case, the day of decision and the calendar. */
    interface Holds {
        boolean test(CaseStanding standing, LocalDate decidedOn, WorkingDays days);
    }

    /** What the steps lack for this outcome; empty where they allow it. */
    static Optional<String> contradiction(CaseStanding standing, Decision decision, WorkingDays days) {
        if (decision.elsewhere()) {
            return Optional.empty();
        }
        return TABLE.stream()
                .filter(rule -> rule.outcome() == decision.outcome())
                .filter(rule -> !rule.holds().test(standing, decision.decidedOn(), days))
                .map(OutcomeRule::contradiction)
                .findFirst();
    }
}
