package org.gongkai.statistics.fact;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.gongkai.statistics.counting.Cell;
import org.gongkai.statistics.counting.Delta;
import org.gongkai.statistics.counting.Measure;
import org.jspecify.annotations.Nullable;

/** Open applications are kept by the day that they are due on; who is overdue follows from that and from today. */
public final class DueDay {

    private static final String[] DAYS =
            IntStream.rangeClosed(0, 31).mapToObj("%02d"::formatted).toArray(String[]::new);

    private DueDay() {}

    /**
     * What an application adds that is open and due on a day.
     *
     * @param dueOn null: its clock stands, or the calendar of a year is not known; it is on no due day
     */
    static List<Delta> deltas(String organisation, @Nullable LocalDate dueOn) {
        return dueOn == null ? List.of() : List.of(new Delta(cell(organisation, dueOn), 1));
    }

    /** Category of a day within its month. */
    public static String category(LocalDate day) {
        return DAYS[day.getDayOfMonth()];
    }

    private static Cell cell(String organisation, LocalDate dueOn) {
        return Cell.on(organisation, dueOn, Measure.DUE, category(dueOn));
    }
}
