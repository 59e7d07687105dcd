package org.gongkai.statistics.fact;

import java.time.LocalDate;
import org.gongkai.statistics.counting.Cell;
import org.gongkai.statistics.counting.Measure;

/**
 * The one outcome of a disclosure application, in the facts that put it and that take it back.
 *
 * @param decidedOn date of the reply, a day in Asia/Shanghai
 */
public record Decision(LocalDate decidedOn, Outcome outcome) {

    static Decision read(FactData data) {
        data.flag("elsewhere");
        data.optionalDay("dueOn");
        data.optionalCount("workingDays", 0);
        data.optionalFlag("inTime");
        return new Decision(data.day("decidedOn"), data.oneOf("outcome", Outcome.class));
    }

    /** Where it counts. */
    Cell cell(String organisation, ApplicantType applicantType) {
        return Cell.on(organisation, decidedOn, Measure.DECIDED, outcome.name(), applicantType.name());
    }
}
