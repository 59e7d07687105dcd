package org.gongkai.statistics.statement;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.gongkai.statistics.counting.Cell;
import org.gongkai.statistics.fact.ApplicantType;
import org.gongkai.statistics.fact.Outcome;
import org.gongkai.statistics.statement.ApplicationHistory.Case;

/**
 * Whatever was received, decided, amended, retracted and voided, in whatever order and batches its facts come: table three
 * of every year is what the surviving applications say, counted one by one.
 */
class ApplicationHistoryPropertiesTest {

    private static final int BEGIN = ApplicationHistory.FIRST_YEAR - 2;
    private static final int END = ApplicationHistory.FIRST_YEAR + ApplicationHistory.YEARS + 2;

    @Property
    void table_three_equals_a_recount_of_the_surviving_applications(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 80) int acts) {
        Random random = new Random(seed);
        ApplicationHistory history = new ApplicationHistory(random, acts);

        Map<Cell, Long> cells = RecordHistoryPropertiesTest.cells(random, history.facts);

        for (int year = BEGIN; year <= END; year++) {
            assertEquals(
                    recount(history, year),
                    new TreeMap<>(
                            RecordHistoryPropertiesTest.figures(cells, year).applications()),
                    "table three of " + year);
        }
    }

    private static Map<String, Map<String, Long>> recount(ApplicationHistory history, int year) {
        Map<String, Map<String, Long>> rows = new TreeMap<>();
        for (String row : new String[] {"NEW_RECEIVED", "CARRIED_IN", "RESULT_TOTAL", "CARRIED_OUT"}) {
            rows.put(row, zeros());
        }
        for (Outcome outcome : Outcome.values()) {
            rows.put(outcome.name(), zeros());
        }
        LocalDate first = LocalDate.of(year, 1, 1);
        LocalDate next = LocalDate.of(year + 1, 1, 1);
        for (Case one : history.cases) {
            if (one.receivedOn == null) {
                continue;
            }
            if (one.receivedOn.getYear() == year) {
                count(rows, "NEW_RECEIVED", one);
            }
            if (openOn(one, first)) {
                count(rows, "CARRIED_IN", one);
            }
            if (openOn(one, next)) {
                count(rows, "CARRIED_OUT", one);
            }
            if (one.outcome != null && one.decidedOn.getYear() == year) {
                count(rows, one.outcome.name(), one);
                count(rows, "RESULT_TOTAL", one);
            }
        }
        return rows;
    }

    /** Whether it was received before a day and not decided before it. */
    private static boolean openOn(Case one, LocalDate day) {
        return one.receivedOn.isBefore(day) && (one.outcome == null || !one.decidedOn.isBefore(day));
    }

    private static void count(Map<String, Map<String, Long>> rows, String row, Case one) {
        rows.get(row).merge(one.type.name(), 1L, Long::sum);
        rows.get(row).merge("TOTAL", 1L, Long::sum);
    }

    private static Map<String, Long> zeros() {
        Map<String, Long> columns = new TreeMap<>(Map.of("TOTAL", 0L));
        for (ApplicantType type : ApplicantType.values()) {
            columns.put(type.name(), 0L);
        }
        return columns;
    }
}
