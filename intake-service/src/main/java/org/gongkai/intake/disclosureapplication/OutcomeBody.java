package org.gongkai.intake.disclosureapplication;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.gongkai.intake.lifecycle.Outcome;
import org.gongkai.intake.problem.Refusal;
import org.gongkai.intake.problem.Texts;
import org.gongkai.intake.problem.Violation;
import org.gongkai.intake.record.Days;

/**
 * The one outcome of an application, as a department sends it.
 *
 * @param outcome one of the 21
 * @param decidedOn date of the reply
 * @param documentNumber the reply's number
 * @param reason why; OTHER_MISC needs one
 * @param elsewhere true where the case was handled in another system; absent: no
 */
public record OutcomeBody(
        Outcome outcome, LocalDate decidedOn, String documentNumber, String reason, Boolean elsewhere) {

    /** Trimmed and checked against the application's receipt, or null while it is awaited; refuses with every field that is wrong. */
    OutcomeBody checked(LocalDate receivedOn, LocalDate today) {
        List<Violation> wrong = new ArrayList<>();
        if (outcome == null) {
            wrong.add(new Violation("outcome", "required"));
        }
        if (decidedOn == null) {
            wrong.add(new Violation("decidedOn", "required"));
        } else if (receivedOn != null && decidedOn.isBefore(receivedOn)) {
            wrong.add(new Violation("decidedOn", "decided-before-receipt", receivedOn));
        } else {
            Days.check("decidedOn", decidedOn, today, wrong);
        }
        String why = Texts.optional("reason", reason, ApplicationBody.MOST_TEXT, wrong);
        if (outcome == Outcome.OTHER_MISC && (reason == null || reason.isBlank())) {
            wrong.add(new Violation("reason", "reason-needed"));
        }
        OutcomeBody clean = new OutcomeBody(
                outcome,
                decidedOn,
                Texts.optional("documentNumber", documentNumber, ApplicationBody.MOST_NAME, wrong),
                why,
                Boolean.TRUE.equals(elsewhere));
        if (!wrong.isEmpty()) {
            throw Refusal.of(wrong);
        }
        return clean;
    }
}
