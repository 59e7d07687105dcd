package org.gongkai.intake.disclosureapplication;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.gongkai.intake.lifecycle.CaseFile;
import org.gongkai.intake.lifecycle.CaseStanding;
import org.gongkai.intake.lifecycle.Decision;
import org.gongkai.intake.lifecycle.StepType;
import org.gongkai.intake.workingday.WorkingDays;

/**
 * An application with all its steps.
 *
 * @param application the row
 * @param steps all that were ever recorded, in the order of entry
 */
record WholeCase(DisclosureApplication application, List<KeptStep> steps) {

    /** The reason of a withdrawal, which ends a case as OTHER_MISC. */
    static final String WITHDRAWN_REASON = "申请人撤回申请";

    /** The steps that stand. */
    List<KeptStep> standingSteps() {
        return steps.stream().filter(KeptStep::stands).toList();
    }

    /** What the lifecycle knows of it. */
    CaseFile file() {
        ApplicationBody content = application.content();
        OutcomeBody outcome = application.decision();
        LocalDate registered = application.awaited() ? null : content.receivedOn();
        Decision decision = outcome == null || application.withdrawn()
                ? null
                : new Decision(outcome.outcome(), outcome.decidedOn(), outcome.elsewhere());
        return new CaseFile(
                registered,
                content.arrivedOn(),
                content.channel(),
                standingSteps().stream().map(KeptStep::step).toList(),
                decision);
    }

    CaseStanding standing() {
        return file().standing();
    }

    /** The number of the next step. */
    int nextNumber() {
        return steps.stream().mapToInt(KeptStep::number).max().orElse(0) + 1;
    }

    /** The step of this kind that stands, or null; of a kind that can stand once. */
    private KeptStep only(StepType type) {
        return standingSteps().stream()
                .filter(step -> step.body().type() == type)
                .findFirst()
                .orElse(null);
    }

    /** The newest step of this kind that stands, by its day and, on one day, its entry; or null. */
    KeptStep newest(StepType type) {
        return standingSteps().stream()
                .filter(step -> step.body().type() == type)
                .max(Comparator.comparing((KeptStep step) -> step.body().on()).thenComparing(KeptStep::number))
                .orElse(null);
    }

    /** With what follows from its steps and the calendar: receipt and outcome where they came by one, dates, what was in time. */
    WholeCase reckoned(WorkingDays days) {
        CaseStanding standing = standing();
        Map<Integer, Boolean> timely = standing.clock().timely(days);
        return new WholeCase(
                application.with(content(standing), decision(standing)).with(Dates.of(standing, days)),
                steps.stream()
                        .map(step -> step.stands() ? step.timely(timely.get(step.number())) : step)
                        .toList());
    }

    private ApplicationBody content(CaseStanding standing) {
        KeptStep confirmed = only(StepType.CONFIRMED);
        return application.awaited()
                ? application
                        .content()
                        .received(
                                standing.receivedOn(),
                                confirmed == null ? null : confirmed.body().on())
                : application.content();
    }

    private OutcomeBody decision(CaseStanding standing) {
        return application.withdrawn()
                ? new OutcomeBody(
                        standing.decision().outcome(), standing.decision().decidedOn(), null, WITHDRAWN_REASON, false)
                : application.decision();
    }

    /** Whether its day of receipt came by a step. */
    boolean confirmedByStep() {
        return only(StepType.CONFIRMED) != null;
    }
}
