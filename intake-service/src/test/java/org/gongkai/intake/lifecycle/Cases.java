package org.gongkai.intake.lifecycle;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.gongkai.intake.workingday.ShippedYears;
import org.gongkai.intake.workingday.WorkingDays;

/** Cases built step by step, in the order of entry. */
final class Cases {

    /** 2019 to 2026. */
    static final WorkingDays DAYS = WorkingDays.of(ShippedYears.read());

    private final LocalDate receivedOn;
    private final LocalDate arrivedOn;
    private final Channel channel;
    private final List<Step> steps = new ArrayList<>();
    private Decision decision;

    private Cases(LocalDate receivedOn, LocalDate arrivedOn, Channel channel) {
        this.receivedOn = receivedOn;
        this.arrivedOn = arrivedOn;
        this.channel = channel;
    }

    static Cases received(String on) {
        return new Cases(LocalDate.parse(on), null, Channel.IN_PERSON);
    }

    static Cases arrived(String on, Channel channel) {
        return new Cases(null, LocalDate.parse(on), channel);
    }

    Cases step(StepType type, String on) {
        return step(on, new Step.Plain(type));
    }

    Cases step(String on, Step.Detail detail) {
        steps.add(new Step(steps.size() + 1, LocalDate.parse(on), detail));
        return this;
    }

    Cases asked(StepType type, String on, String respondBy) {
        return step(on, new Step.Asked(type, LocalDate.parse(respondBy)));
    }

    Cases fee(String on, String noticeReceivedOn, String amount) {
        return step(on, new Step.FeeNoticed(LocalDate.parse(noticeReceivedOn), new BigDecimal(amount)));
    }

    Cases paid(String on, String amount) {
        return step(on, new Step.FeePaid(new BigDecimal(amount)));
    }

    Cases thirdParty(String on, String whom, String deliveredOn) {
        return step(on, new Step.Consulted(StepType.THIRD_PARTY_CONSULTED, whom, false, day(deliveredOn)));
    }

    Cases thirdPartyReplied(String on, String whom) {
        return step(on, new Step.Replied(StepType.THIRD_PARTY_REPLIED, whom));
    }

    Cases organ(String on, String whom, boolean jointlyMade, String deliveredOn) {
        return step(on, new Step.Consulted(StepType.ORGAN_CONSULTED, whom, jointlyMade, day(deliveredOn)));
    }

    Cases organReplied(String on, String whom) {
        return step(on, new Step.Replied(StepType.ORGAN_REPLIED, whom));
    }

    Cases extended(String on, int workingDays, String notifiedOn) {
        return step(on, new Step.Extended(workingDays, LocalDate.parse(notifiedOn)));
    }

    Cases delayed(String on, String until) {
        return step(on, new Step.DelaySet(LocalDate.parse(until)));
    }

    Cases decided(Outcome outcome, String on) {
        decision = new Decision(outcome, LocalDate.parse(on), false);
        return this;
    }

    CaseFile file() {
        return new CaseFile(receivedOn, arrivedOn, channel, steps, decision);
    }

    Folded fold() {
        return file().fold();
    }

    CaseStanding standing() {
        return file().standing();
    }

    LocalDate dueOn() {
        return standing().clock().deadline(DAYS).dueOn();
    }

    private static LocalDate day(String text) {
        return text == null ? null : LocalDate.parse(text);
    }
}
