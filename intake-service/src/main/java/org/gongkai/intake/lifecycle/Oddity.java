package org.gongkai.intake.lifecycle;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;
import org.gongkai.intake.workingday.WorkingDays;

/** What is odd about a case and possible: told, never refused. */
enum Oddity {
    /** Article 32: refused for a third party's rights, and no third party was asked. */
    THIRD_PARTY_NOT_CONSULTED((standing, days) ->
            standing.endedAs(Outcome.REFUSED_THIRD_PARTY_RIGHTS) && !standing.has(StepType.THIRD_PARTY_CONSULTED)),
    /** Article 35: not handled as excessive, and no reasons were asked for. */
    REASONS_NOT_REQUESTED((standing, days) ->
            standing.endedAs(Outcome.NOT_HANDLED_EXCESSIVE) && !standing.has(StepType.REASON_REQUESTED)),
    /** Article 30: what is to be corrected is told once. */
    SECOND_CORRECTION_REQUEST((standing, days) -> standing.count(StepType.CORRECTION_REQUESTED) > 1),
    /** Article 35: a delay is set where reasons were given. */
    DELAY_WITHOUT_REASONS((standing, days) -> standing.has(StepType.DELAY_SET) && !standing.has(StepType.REASON_GIVEN)),
    DECIDED_WHILE_REQUEST_IS_OPEN((standing, days) -> standing.decidedWhileAsked()),
    DECIDED_WHILE_CONSULTING((standing, days) -> standing.decidedWhileConsulting(days)),
    /** Article 31: before it is confirmed it is not received. */
    STEP_BEFORE_CONFIRMATION((standing, days) -> standing.tookStepBeforeReceipt()),
    /** The clock stands until it is known, or the opinion comes. */
    CONSULTATION_DELIVERY_UNKNOWN((standing, days) ->
            standing.decision() == null && standing.consultations().stream().anyMatch(Consultation::deliveryUnknown)),
    /** Article 45: it was approved for the first time when the reply was out. */
    APPROVED_AFTER_DECISION((standing, days) -> standing.tookOnlyAfterDecision(StepType.APPROVED)),
    /** Article 17: what is to be disclosed is reviewed before. A grant without any review is not odd: old cases have none. */
    REVIEWED_AFTER_DECISION((standing, days) -> standing.tookOnlyAfterDecision(StepType.SECRECY_REVIEWED)),
    /** Article 17: also of a case that was handled elsewhere, for both are recorded here. */
    GRANTED_AGAINST_REVIEW((standing, days) -> standing.grantedAgainstReview()),
    /** Whether the time to pay is over cannot be known. */
    PAYMENT_CALENDAR_MISSING((standing, days) -> standing.endedAs(Outcome.OTHER_FEE_OVERDUE)
            && standing.request(StepType.FEE_NOTICED) != null
            && !CaseStanding.lastPaymentDay(standing.request(StepType.FEE_NOTICED), days)
                    .isKnown());

    private final BiPredicate<CaseStanding, WorkingDays> holds;

    Oddity(BiPredicate<CaseStanding, WorkingDays> holds) {
        this.holds = holds;
    }

    /** {@code second-correction-request}. */
    private String key() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    static List<String> of(CaseStanding standing, WorkingDays days) {
        List<String> keys = new ArrayList<>();
        for (Oddity each : values()) {
            if (each.holds.test(standing, days)) {
                keys.add(each.key());
            }
        }
        return keys;
    }

    static boolean endsAfter(Consultation consultation, LocalDate day, WorkingDays days) {
        LocalDate until = consultation.until(days);
        return until == null || until.isAfter(day);
    }
}
