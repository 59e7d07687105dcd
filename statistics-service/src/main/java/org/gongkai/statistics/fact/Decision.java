package org.gongkai.statistics.fact;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.gongkai.statistics.counting.Cell;
import org.gongkai.statistics.counting.Delta;
import org.gongkai.statistics.counting.Measure;
import org.jspecify.annotations.Nullable;

/**
 * The one outcome of a disclosure application, in the facts that put it and that take it back.
 *
 * @param decidedOn date of the reply, a day in Asia/Shanghai
 * @param dueOn the due day that it had last as an open one; null where it had none
 * @param workingDays used on its last clock; null where that is not known
 * @param inTime whether it came within its time; null likewise
 */
public record Decision(
        LocalDate decidedOn,
        Outcome outcome,
        @Nullable LocalDate dueOn,
        @Nullable Long workingDays,
        @Nullable Boolean inTime) {

    /** More working days than this count as this many: four years, of which no report speaks. */
    public static final int MOST_WORKING_DAYS = 999;

    /** Category of what was decided within its time. */
    public static final String IN_TIME = "IN_TIME";

    /** Category of what was decided after it. */
    public static final String LATE = "LATE";

    static Decision read(FactData data) {
        data.flag("elsewhere");
        return new Decision(
                data.day("decidedOn"),
                data.oneOf("outcome", Outcome.class),
                data.optionalDay("dueOn"),
                data.optionalCount("workingDays", 0),
                data.optionalFlag("inTime"));
    }

    /** What it adds to the cells of an organisation while it stands. */
    List<Delta> deltas(String organisation, ApplicantType applicantType) {
        List<Delta> deltas = new ArrayList<>();
        deltas.add(
                new Delta(Cell.on(organisation, decidedOn, Measure.DECIDED, outcome.name(), applicantType.name()), 1));
        if (workingDays != null) {
            String used = Long.toString(Math.min(workingDays, MOST_WORKING_DAYS));
            deltas.add(new Delta(Cell.on(organisation, decidedOn, Measure.DECIDED_IN, used), 1));
        }
        if (inTime != null) {
            deltas.add(
                    new Delta(Cell.on(organisation, decidedOn, Measure.DECIDED_ON_TIME, inTime ? IN_TIME : LATE), 1));
        }
        return deltas;
    }
}
