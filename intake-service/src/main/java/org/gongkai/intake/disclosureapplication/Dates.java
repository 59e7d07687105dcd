package org.gongkai.intake.disclosureapplication;

import java.time.LocalDate;
import org.gongkai.intake.lifecycle.CaseStanding;
import org.gongkai.intake.lifecycle.Decision;
import org.gongkai.intake.lifecycle.State;
import org.gongkai.intake.statutoryclock.Deadline;
import org.gongkai.intake.statutoryclock.Used;
import org.gongkai.intake.workingday.WorkingDays;

/**
 * What follows from a case's steps and the calendar, as it is kept in its row.
 *
 * @param state where it stands
 * @param dueOn due day, or the one that it was decided against; null where there is none
 * @param missingCalendar the year that is missing for it, or null
 * @param clockStands whether the clock stands without a known end
 * @param workingDays used on the last clock; null while it is open, where a calendar is missing, and where it was handled
 *     elsewhere, since what stopped its clock there is not known here
 * @param inTime likewise
 */
public record Dates(
        State state,
        LocalDate dueOn,
        Integer missingCalendar,
        boolean clockStands,
        Integer workingDays,
        Boolean inTime) {

    /** Of a case as it stands. */
    public static Dates of(CaseStanding standing, WorkingDays days) {
        Deadline deadline = standing.clock().deadline(days);
        Decision decision = standing.decision();
        Used used = decision == null || decision.elsewhere()
                ? new Used(null, null)
                : standing.clock().used(days, decision.decidedOn());
        return new Dates(
                standing.state(),
                deadline.dueOn(),
                deadline.missingCalendar(),
                deadline.stands(),
                used.workingDays(),
                used.inTime());
    }
}
