package org.gongkai.statistics.statement;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.gongkai.statistics.counting.Cell;
import org.gongkai.statistics.counting.Measure;
import org.gongkai.statistics.fact.Decision;
import org.jspecify.annotations.Nullable;

/**
 * How timely a group of bodies answers (Regulations, articles 30 to 35). What was handled elsewhere, and what was decided
 * while the calendar of a year was not known, is neither in time nor late and has no working days.
 *
 * @param inTime of the applications decided in the year: on the due day, before it, or while the clock stood
 * @param late of the applications decided in the year: after the due day
 * @param open received by 31 December and not decided by then, whatever came later: 结转下年度 of table three, total
 * @param overdue still open now, and due on a day that is over today and not after 31 December of the year; one whose clock
 *     stands is none. Of a past year it falls as its applications are decided
 * @param medianWorkingDays within which half of those decided in the year were, by nearest rank; absent where there are none
 * @param p90WorkingDays within which nine tenths were; likewise
 * @param shareInTimePercent {@code inTime} of {@code inTime + late}, with two decimals, half up; absent where both are 0
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Timeliness")
public record Timeliness(
        long inTime,
        long late,
        long open,
        long overdue,
        @Nullable Integer medianWorkingDays,
        @Nullable Integer p90WorkingDays,
        @Schema(example = "97.44") @Nullable String shareInTimePercent) {

    private static final int DECIMALS = 2;

    static Timeliness of(YearFlow flow) {
        long inTime = flow.within(Measure.DECIDED_ON_TIME, Decision.IN_TIME);
        long late = flow.within(Measure.DECIDED_ON_TIME, Decision.LATE);
        WorkingDaysUsed used = new WorkingDaysUsed(flow.within(Measure.DECIDED_IN));
        return new Timeliness(
                inTime,
                late,
                ApplicationTable.open(flow.applications()),
                flow.before(Measure.DUE, Cell.NO_CATEGORY) + flow.within(Measure.DUE, Cell.NO_CATEGORY),
                used.median(),
                used.ninetieth(),
                inTime + late == 0 ? null : percent(inTime, inTime + late));
    }

    private static String percent(long part, long whole) {
        return BigDecimal.valueOf(part)
                .movePointRight(2)
                .divide(BigDecimal.valueOf(whole), DECIMALS, RoundingMode.HALF_UP)
                .toPlainString();
    }
}
