package org.gongkai.intake.lifecycle;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gongkai.intake.statutoryclock.ClockEvent;
import org.gongkai.intake.statutoryclock.Deadline;
import org.gongkai.intake.statutoryclock.Derivation;
import org.gongkai.intake.statutoryclock.StatutoryClock;
import org.gongkai.intake.statutoryclock.StatutoryLimit;
import org.gongkai.intake.statutoryclock.Used;
import org.gongkai.intake.workingday.WorkingDays;

/** What the steps of one case do to its clock, and until when each step is in time. */
public final class CaseClock {

    private final List<Mark> marks = new ArrayList<>();
    private final List<Limited> limited = new ArrayList<>();
    /** Of the clock that runs: receipt, correction or full payment; null while it awaits confirmation. */
    private LocalDate base;

    /** An event of the clock; the end of a consultation is known only when all steps are. */
    private interface Mark {
        ClockEvent in(WorkingDays days);
    }

    /** The last day on which something is in time; null where there is none or it is not known. */
    private interface Limit {
        LocalDate last(WorkingDays days);
    }

    private record Limited(Step step, LocalDate done, Limit limit) {}

    /** The clock's events, the start first; none while it awaits confirmation. */
    public List<ClockEvent> events(WorkingDays days) {
        return events(days, marks.size());
    }

    private List<ClockEvent> events(WorkingDays days, int first) {
        return base == null
                ? List.of()
                : marks.stream().limit(first).map(mark -> mark.in(days)).toList();
    }

    /** When it is due, or was when it was decided; without a day while it awaits confirmation. */
    public Deadline deadline(WorkingDays days) {
        return StatutoryClock.reckon(days, events(days));
    }

    /** How that came about, in the order of days. */
    public List<Derivation> derivation(WorkingDays days) {
        return StatutoryClock.derive(days, events(days));
    }

    /** What a decision on that day takes. */
    public Used used(WorkingDays days, LocalDate decidedOn) {
        return StatutoryClock.used(days, events(days), decidedOn);
    }

    /** Each step that has a limit, by its number, and whether it kept it; absent where that is not known. */
    public Map<Integer, Boolean> timely(WorkingDays days) {
        Map<Integer, Boolean> timely = new LinkedHashMap<>();
        for (Limited each : limited) {
            LocalDate last = each.limit().last(days);
            if (last != null) {
                timely.put(each.step().number(), !each.done().isAfter(last));
            }
        }
        return timely;
    }

    void received(LocalDate on, CaseStanding standing) {
        base = on;
        // what was asked before receipt stands after it
        marks.add(0, days -> ClockEvent.Started.on(on));
        standIfAsked(on, standing);
    }

    /** Called before the step is taken: its limit is that of the case as it stood. */
    void limits(Step step, CaseStanding standing) {
        LocalDate done = step.detail() instanceof Step.Extended extended ? extended.notifiedOn() : step.on();
        Limit limit = limit(step, standing);
        if (limit != null) {
            limited.add(new Limited(step, done, limit));
        }
    }

    private Limit limit(Step step, CaseStanding standing) {
        return switch (step.type()) {
            case CONFIRMED -> standing.channel() == Channel.ORDINARY_MAIL ? days -> standing.arrivedOn() : null;
            case CORRECTION_REQUESTED -> after(base, StatutoryLimit.CORRECTION_NOTICE);
            case CORRECTED -> respondBy(standing.request(StepType.CORRECTION_REQUESTED));
            case REASON_GIVEN -> respondBy(standing.request(StepType.REASON_REQUESTED));
            case THIRD_PARTY_REPLIED, ORGAN_REPLIED -> opinion(step, standing);
            case FEE_PAID -> {
                Step.FeeNoticed notice =
                        (Step.FeeNoticed) standing.request(StepType.FEE_NOTICED).detail();
                yield after(notice.noticeReceivedOn(), StatutoryLimit.FEE_PAYMENT);
            }
            case DELAY_SET, THIRD_PARTY_CONSULTED, ORGAN_CONSULTED, EXTENDED, FEE_NOTICED -> dueBefore();
            case REASON_REQUESTED, WITHDRAWN, ASSIGNED, SECRECY_REVIEWED, APPROVED, SERVED, ARCHIVED -> null;
        };
    }

    private static Limit respondBy(Step asked) {
        return days -> ((Step.Asked) asked.detail()).respondBy();
    }

    private static Limit after(LocalDate from, StatutoryLimit limit) {
        return from == null
                ? null
                : days -> days.after(from, limit.workingDays()).day();
    }

    private static Limit opinion(Step step, CaseStanding standing) {
        Consultation asked = standing.asked((Step.Replied) step.detail());
        LocalDate delivered = asked.asked().deliveredOn();
        return asked.asked().limited() ? after(delivered, asked.limit()) : null;
    }

    private Limit dueBefore() {
        if (base == null) {
            return null;
        }
        int before = marks.size();
        return days -> StatutoryClock.reckon(days, events(days, before)).dueOn();
    }

    /** Called after the step is taken. */
    void moves(Step step, CaseStanding standing) {
        String article = Transition.of(step.type()).article();
        switch (step.type()) {
            case CORRECTION_REQUESTED, FEE_NOTICED -> {
                if (base != null && standing.awaits(step.type())) {
                    marks.add(stand(step, step.on()));
                }
            }
            case CORRECTED -> restart(step, standing, article);
            case FEE_PAID -> {
                if (!standing.awaits(StepType.FEE_NOTICED)) {
                    restart(step, standing, article);
                }
            }
            case THIRD_PARTY_CONSULTED, ORGAN_CONSULTED -> {
                int which = standing.consultations().size() - 1;
                marks.add(days -> standing.consultations().get(which).stop(days));
            }
            case EXTENDED -> {
                if (base != null) {
                    Step.Extended extended = (Step.Extended) step.detail();
                    marks.add(days -> new ClockEvent.Extended(extended.workingDays(), extended.notifiedOn()));
                }
            }
            case DELAY_SET -> {
                if (base != null) {
                    LocalDate until = ((Step.DelaySet) step.detail()).until();
                    marks.add(days -> new ClockEvent.DelayedUntil(step.on(), until));
                }
            }
            default -> {
                // moves no clock, or does so by receiving
            }
        }
    }

    private void restart(Step step, CaseStanding standing, String article) {
        if (base == null) {
            return;
        }
        base = step.on();
        marks.add(days -> ClockEvent.Restarted.on(step.on(), step.type().label(), article));
        standIfAsked(step.on(), standing);
    }

    /** Of the two that make the clock stand, the one that is still open goes on to do so. */
    private void standIfAsked(LocalDate on, CaseStanding standing) {
        for (Step request : standing.requests()) {
            if (request.type() != StepType.REASON_REQUESTED) {
                marks.add(stand(request, on));
            }
        }
    }

    private static Mark stand(Step request, LocalDate from) {
        return days -> new ClockEvent.StoodStill(
                from, request.type().label(), Transition.of(request.type()).article());
    }
}
