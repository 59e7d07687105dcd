package org.gongkai.statistics.statement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.gongkai.statistics.counting.Cell;
import org.gongkai.statistics.counting.Measure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Percentiles by nearest rank and shares with two decimals, at, below and above where they turn. */
class TimelinessTest {

    @ParameterizedTest
    @CsvSource({
        "'7', 7, 7",
        "'3 7', 3, 7",
        "'3 7 20', 7, 20",
        "'1 2 3 4 5 6 7 8 9', 5, 9",
        "'1 2 3 4 5 6 7 8 9 10', 5, 9",
        "'1 2 3 4 5 6 7 8 9 10 11', 6, 10",
        // as numbers and not as texts
        "'9 10 100', 10, 100",
        "'0 0 0 999', 0, 999",
    })
    void a_percentile_is_the_least_that_so_many_do_not_exceed(String days, int median, int ninetieth) {
        Map<String, Long> counts = new TreeMap<>();
        Arrays.stream(days.split(" ")).forEach(each -> counts.merge(each, 1L, Long::sum));
        WorkingDaysUsed used = new WorkingDaysUsed(counts);

        assertEquals(median, used.median());
        assertEquals(ninetieth, used.ninetieth());
    }

    @Test
    void what_was_taken_back_as_often_as_it_was_put_has_no_percentile() {
        assertNull(new WorkingDaysUsed(Map.of()).median());
        assertNull(new WorkingDaysUsed(Map.of("7", 0L)).ninetieth());
        assertEquals(9, new WorkingDaysUsed(Map.of("7", 0L, "9", 1L)).median());
    }

    @ParameterizedTest
    @CsvSource({"1, 0, 100.00", "0, 1, 0.00", "2, 1, 66.67", "1, 2, 33.33", "1, 799, 0.13", "19, 1, 95.00"})
    void a_share_is_rounded_half_up(long inTime, long late, String share) {
        assertEquals(share, timeliness(inTime, late).shareInTimePercent());
    }

    @Test
    void where_nothing_is_known_there_is_no_share() {
        assertNull(timeliness(0, 0).shareInTimePercent());
        assertNull(timeliness(0, 0).medianWorkingDays());
    }

    private static Timeliness timeliness(long inTime, long late) {
        YearFlow flow = new YearFlow();
        flow.addWithin(Measure.DECIDED_ON_TIME, "IN_TIME", Cell.NO_APPLICANT, inTime);
        flow.addWithin(Measure.DECIDED_ON_TIME, "LATE", Cell.NO_APPLICANT, late);
        return Timeliness.of(flow);
    }
}
