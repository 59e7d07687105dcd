package org.gongkai.intake.disclosureapplication;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import org.gongkai.intake.lifecycle.CaseStanding;
import org.gongkai.intake.lifecycle.Consultation;
import org.gongkai.intake.lifecycle.State;
import org.gongkai.intake.lifecycle.StepType;
import org.gongkai.intake.workingday.WorkingDays;

/**
 * A consultation that the clock stands for.
 *
 * @param party the third party, masked unless the caller's body holds the case; or
 * @param organ the other organ, likewise
 * @param since the day the letter was sent
 * @param deliveredOn the day it arrived; absent: not known
 * @param until the last day for an answer; absent where there is no limit or it is not known
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ConsultingView(String party, String organ, LocalDate since, LocalDate deliveredOn, LocalDate until) {

    static List<ConsultingView> of(CaseStanding standing, WorkingDays days, LocalDate today, boolean readable) {
        if (standing.state() == State.CLOSED) {
            return List.of();
        }
        return standing.consultations().stream()
                .filter(Consultation::open)
                .filter(each -> each.until(days) == null || !each.until(days).isBefore(today))
                .map(each -> of(each, each.until(days), readable))
                .toList();
    }

    private static ConsultingView of(Consultation each, LocalDate until, boolean readable) {
        String whom = readable ? each.asked().whom() : ApplicationView.MASK;
        boolean third = each.asked().type() == StepType.THIRD_PARTY_CONSULTED;
        return new ConsultingView(
                third ? whom : null,
                third ? null : whom,
                each.since(),
                each.asked().deliveredOn(),
                until);
    }
}
