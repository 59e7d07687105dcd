package org.gongkai.intake.lifecycle;

import java.time.LocalDate;
import org.gongkai.intake.statutoryclock.ClockEvent;
import org.gongkai.intake.statutoryclock.StatutoryLimit;
import org.gongkai.intake.workingday.WorkingDays;

/**
 * A third party or another organ that was asked; the clock stands meanwhile (article 33).
 *
 * @param asked what was asked of whom
 * @param since the day the letter was sent
 * @param repliedOn the day its opinion came, or null
 */
public record Consultation(Step.Consulted asked, LocalDate since, LocalDate repliedOn) {

    Consultation answered(LocalDate on) {
        return new Consultation(asked, since, on);
    }

    /** Whether it has not answered. */
    public boolean open() {
        return repliedOn == null;
    }

    StatutoryLimit limit() {
        return asked.type() == StepType.THIRD_PARTY_CONSULTED
                ? StatutoryLimit.OPINION_OF_THIRD_PARTY
                : StatutoryLimit.OPINION_OF_JOINT_MAKER;
    }

    ClockEvent.Stopped stop(WorkingDays days) {
        String reason = asked.type().label();
        return asked.limited()
                ? ClockEvent.Stopped.limited(days, since, asked.deliveredOn(), repliedOn, limit(), reason)
                : ClockEvent.Stopped.open(
                        since, repliedOn, reason, Transition.of(asked.type()).article());
    }

    /** The last day on which the clock stands for it: of the opinion or, where silence ends it, of its limit; or null. */
    public LocalDate until(WorkingDays days) {
        return stop(days).to();
    }

    /** Whether a letter is on its way of which it is not known whether it arrived. */
    boolean deliveryUnknown() {
        return open() && asked.limited() && asked.deliveredOn() == null;
    }
}
