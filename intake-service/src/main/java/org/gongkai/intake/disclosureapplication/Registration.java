package org.gongkai.intake.disclosureapplication;

import java.util.List;
import java.util.UUID;
import org.gongkai.intake.disclosureapplication.ApplicationFacts.ApplicationArrived;
import org.gongkai.intake.disclosureapplication.ApplicationFacts.ApplicationReceived;
import org.gongkai.intake.journal.Fact;
import org.gongkai.intake.lifecycle.ApplicantType;
import org.gongkai.intake.problem.ProblemType;
import org.gongkai.intake.problem.Refusal;
import org.gongkai.intake.workingday.WorkingDays;

/** An application that is new, or was registered before. */
final class Registration {

    private Registration() {}

    /** As it is to be kept, but for the ids of its facts. */
    static DisclosureApplication of(UUID id, ApplicationBody body, WorkingDays days) {
        DisclosureApplication draft =
                new DisclosureApplication(id, body, body.awaits(), null, null, null, false, null, null, null, 1);
        return new WholeCase(draft, List.of()).reckoned(days).application();
    }

    /** The fact of it. */
    static Fact fact(DisclosureApplication made) {
        ApplicationBody body = made.content();
        ApplicantType type = body.applicant().type();
        return made.awaited()
                ? new ApplicationArrived(
                        made.id(), body.caseNumber(), body.organisation(), body.arrivedOn(), type, body.channel())
                : new ApplicationReceived(
                        made.id(),
                        body.caseNumber(),
                        body.organisation(),
                        body.receivedOn(),
                        type,
                        body.channel(),
                        made.dates().dueOn());
    }

    /** Refuses other content under a case number that is taken. */
    static void requireEqual(DisclosureApplication kept, ApplicationBody sent) {
        List<String> differences = kept.differences(sent);
        if (!differences.isEmpty()) {
            throw new Refusal(
                    ProblemType.APPLICATION_DIFFERS,
                    sent.organisation(),
                    sent.caseNumber(),
                    String.join(", ", differences));
        }
    }
}
