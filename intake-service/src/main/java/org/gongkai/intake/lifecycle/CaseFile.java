package org.gongkai.intake.lifecycle;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.gongkai.intake.workingday.WorkingDays;

/**
 * All that decides where a case stands.
 *
 * @param receivedOn day of receipt as registered; null where it was registered to await confirmation
 * @param arrivedOn day it reached the body, or null
 * @param channel the way it came
 * @param steps that stand, in any order
 * @param decision its outcome; null while it is open, and where it was withdrawn, which is a step
 */
public record CaseFile(
        LocalDate receivedOn, LocalDate arrivedOn, Channel channel, List<Step> steps, Decision decision) {

    public CaseFile {
        steps = List.copyOf(steps);
    }

    /** Where it stands. Steps count in the order of their days and, on one day, of their entry; the outcome after them. */
    public Folded fold() {
        CaseStanding standing = new CaseStanding(receivedOn == null, arrivedOn, channel);
        for (Moment moment : moments()) {
            if (moment.step() != null) {
                if (!Transition.legal(standing, moment.step().detail())) {
                    return standing.impossible(moment.step());
                }
                standing.take(moment.step());
            } else if (moment.rank() == Moment.RECEIPT) {
                standing.receive(receivedOn);
            } else if (standing.decidable()) {
                standing.decide(decision);
            } else {
                return standing.impossible(null);
            }
        }
        return standing;
    }

    /** Where it stands, of a case that is known to be possible. */
    public CaseStanding standing() {
        if (fold() instanceof CaseStanding standing) {
            return standing;
        }
        throw new IllegalStateException("a case whose steps cannot be");
    }

    /** With one more step; what is closed takes only what comes after closing, whatever the day. */
    public Folded with(Step step) {
        CaseStanding now = standing();
        if (now.state() == State.CLOSED && !Transition.legal(now, step.detail())) {
            return now.impossible(step);
        }
        return including(step).fold();
    }

    /** The file with one more step. */
    public CaseFile including(Step step) {
        List<Step> all = new ArrayList<>(steps);
        all.add(step);
        return new CaseFile(receivedOn, arrivedOn, channel, all, decision);
    }

    /** The file with this outcome, or without one. */
    public CaseFile decided(Decision outcome) {
        return new CaseFile(receivedOn, arrivedOn, channel, steps, outcome);
    }

    /** Why the steps contradict its outcome; empty where they do not, or it has none. */
    public Optional<String> contradiction(WorkingDays days) {
        if (decision == null) {
            return Optional.empty();
        }
        List<Step> before =
                steps.stream().filter(step -> rank(step) < Moment.AFTER).toList();
        CaseStanding standing = new CaseFile(receivedOn, arrivedOn, channel, before, null).standing();
        return OutcomeRule.contradiction(standing, decision, days);
    }

    private List<Moment> moments() {
        List<Moment> moments = new ArrayList<>();
        if (receivedOn != null) {
            moments.add(new Moment(receivedOn, Moment.RECEIPT, 0, null));
        }
        for (Step step : steps) {
            moments.add(new Moment(step.on(), rank(step), step.number(), step));
        }
        if (decision != null) {
            moments.add(new Moment(decision.decidedOn(), Moment.CLOSING, 0, null));
        }
        moments.sort(
                Comparator.comparing(Moment::on).thenComparing(Moment::rank).thenComparing(Moment::number));
        return moments;
    }

    private static int rank(Step step) {
        return switch (step.type()) {
            case WITHDRAWN -> Moment.CLOSING;
            case SERVED, ARCHIVED -> Moment.AFTER;
            default -> Moment.BEFORE;
        };
    }

    private record Moment(LocalDate on, int rank, int number, Step step) {

        static final int RECEIPT = 0;
        static final int BEFORE = 1;
        static final int CLOSING = 2;
        static final int AFTER = 3;
    }
}
