package org.gongkai.intake.lifecycle;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.gongkai.intake.statutoryclock.StatutoryLimit;
import org.gongkai.intake.workingday.Reckoned;
import org.gongkai.intake.workingday.WorkingDays;

/** Where a case stands after the steps that were folded so far. Only {@link CaseFile} moves it. */
public final class CaseStanding implements Folded {

    private final boolean byStep;
    private final LocalDate arrivedOn;
    private final Channel channel;
    private final Map<StepType, Step> requests = new LinkedHashMap<>();
    private final List<Consultation> consultations = new ArrayList<>();
    private final List<Step> taken = new ArrayList<>();
    private final CaseClock clock = new CaseClock();
    private LocalDate receivedOn;
    private LocalDate delayedUntil;
    private boolean extended;
    private BigDecimal paid = BigDecimal.ZERO;
    private Decision decision;

    CaseStanding(boolean byStep, LocalDate arrivedOn, Channel channel) {
        this.byStep = byStep;
        this.arrivedOn = arrivedOn;
        this.channel = channel;
    }

    void receive(LocalDate on) {
        receivedOn = on;
        // what was put off before had no clock to move
        beginAnew();
        clock.received(on, this);
    }

    void decide(Decision outcome) {
        decision = outcome;
    }

    /** The step is legal here. */
    void take(Step step) {
        clock.limits(step, this);
        switch (step.type()) {
            case CONFIRMED -> receive(step.on());
            case CORRECTION_REQUESTED, REASON_REQUESTED -> request(step);
            case CORRECTED -> {
                requests.remove(StepType.CORRECTION_REQUESTED);
                beginAnew();
            }
            case REASON_GIVEN -> requests.remove(StepType.REASON_REQUESTED);
            case EXTENDED -> extended = true;
            case DELAY_SET -> delayedUntil = ((Step.DelaySet) step.detail()).until();
            case THIRD_PARTY_CONSULTED, ORGAN_CONSULTED ->
                consultations.add(new Consultation((Step.Consulted) step.detail(), step.on(), null));
            case THIRD_PARTY_REPLIED, ORGAN_REPLIED -> answer(step);
            case FEE_NOTICED -> notice(step);
            case FEE_PAID -> pay(((Step.FeePaid) step.detail()).amountYuan());
            case WITHDRAWN -> withdraw(step);
            case ASSIGNED, SECRECY_REVIEWED, APPROVED, SERVED, ARCHIVED -> {
                // nothing but that they are taken
            }
        }
        taken.add(step);
        clock.moves(step, this);
    }

    private void request(Step step) {
        // the newest request of a kind is the one that counts, and comes last
        requests.remove(step.type());
        requests.put(step.type(), step);
    }

    private void answer(Step step) {
        Step.Replied reply = (Step.Replied) step.detail();
        consultations.replaceAll(each -> each.open() && answers(reply, each) ? each.answered(step.on()) : each);
    }

    private static boolean answers(Step.Replied reply, Consultation consultation) {
        return consultation.asked().type() == questionOf(reply.type())
                && consultation.asked().whom().equals(reply.whom());
    }

    private void notice(Step step) {
        if (!awaits(StepType.FEE_NOTICED)) {
            paid = BigDecimal.ZERO;
        }
        request(step);
        pay(BigDecimal.ZERO);
    }

    private void pay(BigDecimal amount) {
        paid = paid.add(amount);
        Step.FeeNoticed notice =
                (Step.FeeNoticed) requests.get(StepType.FEE_NOTICED).detail();
        if (paid.compareTo(notice.amountYuan()) >= 0) {
            requests.remove(StepType.FEE_NOTICED);
            beginAnew();
        }
    }

    /** The clock begins anew, and an extension or delay of the old one is gone. */
    private void beginAnew() {
        extended = false;
        delayedUntil = null;
    }

    /** It closes the case on the day it comes, which is that of receipt where no other day came to be it. */
    private void withdraw(Step step) {
        if (receivedOn == null) {
            receive(step.on());
        }
        decision = new Decision(Outcome.OTHER_MISC, step.on(), false);
    }

    private static StepType questionOf(StepType answer) {
        return switch (answer) {
            case THIRD_PARTY_REPLIED -> StepType.THIRD_PARTY_CONSULTED;
            case ORGAN_REPLIED -> StepType.ORGAN_CONSULTED;
            default -> throw new IllegalArgumentException("no answer: " + answer);
        };
    }

    Impossible impossible(Step step) {
        return new Impossible(step, state(), possible(), decidable());
    }

    /** The one state of six. */
    public State state() {
        if (decision != null) {
            return State.CLOSED;
        }
        if (receivedOn == null) {
            return State.AWAITING_CONFIRMATION;
        }
        StepType newest = requests.keySet().stream().reduce(null, (before, next) -> next);
        return newest == null ? State.REGISTERED : Transition.of(newest).to();
    }

    /** The kinds of step that are possible now. */
    public List<StepType> possible() {
        return Transition.possible(this);
    }

    /** Whether an outcome is possible now: it is open, and was received. */
    public boolean decidable() {
        return decision == null && receivedOn != null;
    }

    /** Null while it awaits confirmation. */
    public LocalDate receivedOn() {
        return receivedOn;
    }

    LocalDate arrivedOn() {
        return arrivedOn;
    }

    Channel channel() {
        return channel;
    }

    /** Whether its day of receipt is still to come by a step. */
    boolean confirmable() {
        return byStep && receivedOn == null;
    }

    /** Its outcome, or null; a withdrawal is one. */
    public Decision decision() {
        return decision;
    }

    /** Whether the applicant withdrew it. */
    public boolean withdrawn() {
        return has(StepType.WITHDRAWN);
    }

    /** Whether the clock that runs was extended (article 33). */
    public boolean extended() {
        return extended;
    }

    /** Whether it ever was; it can be once. */
    boolean wasExtended() {
        return has(StepType.EXTENDED);
    }

    boolean corrected() {
        return has(StepType.CORRECTED);
    }

    boolean has(StepType type) {
        return taken.stream().anyMatch(step -> step.type() == type);
    }

    /** The day that the body set for its reply (article 35), or null. */
    public LocalDate delayedUntil() {
        return delayedUntil;
    }

    /** Everybody who was asked, answered or not, in the order of asking. */
    public List<Consultation> consultations() {
        return List.copyOf(consultations);
    }

    /** The steps, in the order in which they count. */
    public List<Step> steps() {
        return List.copyOf(taken);
    }

    /** What follows from the calendar. */
    public CaseClock clock() {
        return clock;
    }

    /** What was asked of the applicant by a step of this kind and is not answered, or null. */
    Step request(StepType question) {
        return requests.get(question);
    }

    boolean awaits(StepType question) {
        return requests.containsKey(question);
    }

    /** What is asked of the applicant and not answered, the newest last. */
    public List<Step> requests() {
        return List.copyOf(requests.values());
    }

    /** Whether somebody is asked and has not answered: the one whose reply this is, or, for null, anybody. */
    boolean asks(StepType question, Step.Detail reply) {
        return consultations.stream()
                .filter(Consultation::open)
                .anyMatch(
                        each -> reply == null ? each.asked().type() == question : answers((Step.Replied) reply, each));
    }

    boolean correctionOverdue(LocalDate on) {
        Step request = request(StepType.CORRECTION_REQUESTED);
        return request != null && on.isAfter(((Step.Asked) request.detail()).respondBy());
    }

    /** Where a calendar is missing, it is not known to be in time, and taken. */
    boolean feeOverdue(LocalDate on, WorkingDays days) {
        Step notice = request(StepType.FEE_NOTICED);
        return notice != null
                && Objects.requireNonNullElse(lastPaymentDay(notice, days).day(), LocalDate.MIN)
                        .isBefore(on);
    }

    static Reckoned lastPaymentDay(Step notice, WorkingDays days) {
        return days.after(
                ((Step.FeeNoticed) notice.detail()).noticeReceivedOn(), StatutoryLimit.FEE_PAYMENT.workingDays());
    }

    /** The open consultation that this answers. */
    Consultation asked(Step.Replied reply) {
        return consultations.stream()
                .filter(each -> each.open() && answers(reply, each))
                .findFirst()
                .orElseThrow();
    }

    boolean endedAs(Outcome outcome) {
        return decision != null && !decision.elsewhere() && decision.outcome() == outcome;
    }

    long count(StepType type) {
        return taken.stream().filter(step -> step.type() == type).count();
    }

    /** An open request is what some outcomes are about; then it is not odd. */
    boolean decidedWhileAsked() {
        if (decision == null || withdrawn()) {
            return false;
        }
        return requests.keySet().stream().anyMatch(question -> decision.outcome() != answerless(question));
    }

    private static Outcome answerless(StepType question) {
        return switch (question) {
            case CORRECTION_REQUESTED -> Outcome.OTHER_CORRECTION_OVERDUE;
            case REASON_REQUESTED -> Outcome.NOT_HANDLED_EXCESSIVE;
            case FEE_NOTICED -> Outcome.OTHER_FEE_OVERDUE;
            default -> null;
        };
    }

    boolean decidedWhileConsulting(WorkingDays days) {
        return decision != null
                && !withdrawn()
                && consultations.stream().anyMatch(each -> Oddity.endsAfter(each, decision.decidedOn(), days));
    }

    boolean tookStepBeforeReceipt() {
        return taken.stream()
                // whoever is to confirm it was assigned before
                .filter(step ->
                        step.type() != StepType.CONFIRMED && !step.type().inBookAlone())
                .anyMatch(step -> receivedOn == null || step.on().isBefore(receivedOn));
    }

    /** Whether the first step of this kind came on a day after the decision; a withdrawal is none. */
    boolean tookOnlyAfterDecision(StepType type) {
        return decision != null
                && !withdrawn()
                && taken.stream()
                        .filter(step -> step.type() == type)
                        .findFirst()
                        .filter(first -> first.on().isAfter(decision.decidedOn()))
                        .isPresent();
    }

    /** Whether something was granted of what the newest review found not releasable. */
    boolean grantedAgainstReview() {
        boolean granted = decision != null
                && (decision.outcome() == Outcome.GRANTED_FULL || decision.outcome() == Outcome.GRANTED_PARTIAL);
        return granted
                && taken.stream()
                        .map(Step::detail)
                        .filter(Step.Reviewed.class::isInstance)
                        .map(Step.Reviewed.class::cast)
                        .reduce((before, next) -> next)
                        .filter(newest -> newest.result() == SecrecyResult.NOT_RELEASABLE)
                        .isPresent();
    }

    /** Keys of the texts of what is odd and possible. */
    public List<String> warnings(WorkingDays days) {
        return Oddity.of(this, days);
    }
}
