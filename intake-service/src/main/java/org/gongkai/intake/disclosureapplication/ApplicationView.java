package org.gongkai.intake.disclosureapplication;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.gongkai.intake.lifecycle.CaseStanding;
import org.gongkai.intake.lifecycle.Channel;
import org.gongkai.intake.lifecycle.Outcome;
import org.gongkai.intake.lifecycle.State;
import org.gongkai.intake.problem.Warning;
import org.gongkai.intake.workingday.WorkingDays;

/**
 * An application as callers read it; personal data are masked for all but the body that holds the case.
 *
 * @param state one of six
 * @param situation what an open case is in besides, in Chinese: 征求意见中, 延迟答复, 延期中; absent where nothing
 * @param dueOn due day, or the one that it was decided against; null where there is none
 * @param missingCalendar the year whose calendar is missing for it
 * @param clockStands true while the clock stands without a known end
 * @param extended true where the reply was put off (article 33)
 * @param delayedUntil the day that the body set (article 35)
 * @param consulting whom it waits for
 * @param workingDays that the reply took, by its last clock
 * @param timely whether it came in time
 * @param coApplicantCount how many apply beside the applicant; absent where nobody does
 * @param coApplicants who they are; absent in lists
 * @param agents who acts for them; absent in lists
 * @param book who has it in hand, who reviewed and approved, how it went out and where it is filed; absent in lists
 * @param steps all that stand, in the order of entry; absent in lists
 * @param warnings what is odd about it and possible; absent in lists
 * @param voided when and why it was voided; absent while it stands
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ApplicationView(
        UUID id,
        String organisation,
        String caseNumber,
        State state,
        String situation,
        LocalDate receivedOn,
        LocalDate arrivedOn,
        LocalDate confirmedOn,
        @JsonInclude(JsonInclude.Include.ALWAYS) LocalDate dueOn,
        Integer missingCalendar,
        @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean clockStands,
        @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean extended,
        LocalDate delayedUntil,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<ConsultingView> consulting,
        Channel channel,
        ApplicationBody.ApplicantBody applicant,
        @JsonInclude(JsonInclude.Include.NON_DEFAULT) int coApplicantCount,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<ApplicationBody.ApplicantBody> coApplicants,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<ApplicationBody.AgentBody> agents,
        String informationSought,
        String delivery,
        String handler,
        Outcome outcome,
        LocalDate decidedOn,
        String documentNumber,
        String reason,
        Boolean elsewhere,
        Integer workingDays,
        Boolean timely,
        BookView book,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<StepView> steps,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Warning> warnings,
        Voided voided) {

    /** What personal data look like to all but the body that holds the case. */
    public static final String MASK = "***";

    /** When, an RFC 3339 instant, and why. */
    public record Voided(String at, String reason) {}

    /** How it is told: to whom, by which calendar, and whether whole. */
    record Telling(boolean readable, WorkingDays days, LocalDate today, boolean whole, List<Warning> warnings) {}

    static ApplicationView of(WholeCase whole, Telling telling) {
        DisclosureApplication application = whole.application();
        ApplicationBody content = application.content();
        OutcomeBody decision = application.decision();
        Dates dates = application.dates();
        CaseStanding standing = whole.standing();
        boolean readable = telling.readable();
        List<ConsultingView> consulting = ConsultingView.of(standing, telling.days(), telling.today(), readable);
        return new ApplicationView(
                application.id(),
                content.organisation(),
                content.caseNumber(),
                dates.state(),
                situation(standing, consulting),
                content.receivedOn(),
                content.arrivedOn(),
                content.confirmedOn(),
                dates.dueOn(),
                dates.missingCalendar(),
                dates.clockStands(),
                standing.extended(),
                standing.delayedUntil(),
                consulting,
                content.channel(),
                readable ? content.applicant() : content.applicant().masked(),
                content.coApplicants().size(),
                telling.whole()
                        ? content.coApplicants().stream()
                                .map(each -> readable ? each : each.masked())
                                .toList()
                        : List.of(),
                telling.whole()
                        ? content.agents().stream()
                                .map(each -> readable ? each : each.masked())
                                .toList()
                        : List.of(),
                masked(content.informationSought(), readable),
                masked(content.delivery(), readable),
                masked(content.handler(), readable),
                decision == null ? null : decision.outcome(),
                decision == null ? null : decision.decidedOn(),
                decision == null ? null : decision.documentNumber(),
                decision == null ? null : masked(decision.reason(), readable),
                decision == null ? null : decision.elsewhere(),
                dates.workingDays(),
                dates.inTime(),
                telling.whole() ? BookView.of(whole, readable) : null,
                telling.whole()
                        ? whole.standingSteps().stream()
                                .map(step -> StepView.of(step, readable))
                                .toList()
                        : List.of(),
                telling.warnings(),
                application.voided() == null
                        ? null
                        : new Voided(
                                application.voided().at().toString(),
                                masked(application.voided().reason(), readable)));
    }

    private static String situation(CaseStanding standing, List<ConsultingView> consulting) {
        if (standing.state() == State.CLOSED) {
            return null;
        }
        List<String> words = new ArrayList<>();
        if (!consulting.isEmpty()) {
            words.add("征求意见中");
        }
        if (standing.delayedUntil() != null) {
            words.add("延迟答复");
        }
        if (standing.extended()) {
            words.add("延期中");
        }
        return words.isEmpty() ? null : String.join("、", words);
    }

    static String masked(String text) {
        return masked(text, false);
    }

    private static String masked(String text, boolean readable) {
        return text == null || readable ? text : MASK;
    }
}
