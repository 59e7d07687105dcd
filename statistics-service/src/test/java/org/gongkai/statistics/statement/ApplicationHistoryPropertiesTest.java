package org.gongkai.statistics.statement;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.gongkai.statistics.counting.Cell;
import org.gongkai.statistics.counting.Measure;
import org.gongkai.statistics.fact.ApplicantType;
import org.gongkai.statistics.fact.Outcome;
import org.gongkai.statistics.statement.ApplicationHistory.Case;

/**
 * Whatever was received, decided, amended, retracted and voided, in whatever order and batches its facts come: table three
 * of every year is what the surviving applications say, counted one by one.
 */
class ApplicationHistoryPropertiesTest {

    private static final Set<Measure> TIMELINESS = EnumSet.of(Measure.DUE, Measure.DECIDED_IN, Measure.DECIDED_ON_TIME);
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

    @Property
    void open_cases_stand_on_their_due_days_and_decided_ones_in_the_histogram_of_their_month(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 80) int acts) {
        Random random = new Random(seed);
        ApplicationHistory history = new ApplicationHistory(random, acts);

        Map<Cell, Long> cells = RecordHistoryPropertiesTest.cells(random, history.facts);

        cells.keySet().removeIf(cell -> !TIMELINESS.contains(cell.measure()) || cells.get(cell) == 0);
        Map<Cell, Long> expected = new TreeMap<>();
        for (Case one : history.cases) {
            if (one.outcome == null && one.receivedOn != null && one.dueOn != null) {
                count(expected, one.dueOn, Measure.DUE, one.dueOn.toString().substring(8));
            }
            if (one.workingDays != null) {
                count(expected, one.decidedOn, Measure.DECIDED_IN, String.valueOf(Math.min(999, one.workingDays)));
                count(expected, one.decidedOn, Measure.DECIDED_ON_TIME, one.inTime ? "IN_TIME" : "LATE");
            }
        }
        assertEquals(expected, cells);
    }

    @Property
    void timeliness_equals_a_recount_of_the_surviving_applications(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 80) int acts) {
        Random random = new Random(seed);
        ApplicationHistory history = new ApplicationHistory(random, acts);

        Map<Cell, Long> cells = RecordHistoryPropertiesTest.cells(random, history.facts);

        for (int year = BEGIN; year <= END; year++) {
            assertEquals(
                    timeliness(history, year),
                    RecordHistoryPropertiesTest.figures(cells, year).timeliness(),
                    "timeliness of " + year);
        }
    }

    private static Timeliness timeliness(ApplicationHistory history, int year) {
        LocalDate next = LocalDate.of(year + 1, 1, 1);
        List<Case> decided = history.cases.stream()
                .filter(one -> one.workingDays != null && one.decidedOn.getYear() == year)
                .toList();
        List<Integer> days = decided.stream()
                .map(one -> Math.min(999, one.workingDays))
                .sorted()
                .toList();
        int inTime = (int) decided.stream().filter(one -> one.inTime).count();
        return new Timeliness(
                inTime,
                decided.size() - inTime,
                history.cases.stream()
                        .filter(one -> one.receivedOn != null && openOn(one, next))
                        .count(),
                history.cases.stream()
                        .filter(one -> one.outcome == null && one.dueOn != null)
                        .filter(one ->
                                one.dueOn.isBefore(next) && one.dueOn.isBefore(RecordHistoryPropertiesTest.TODAY))
                        .count(),
                days.isEmpty() ? null : days.get((days.size() + 1) / 2 - 1),
                days.isEmpty() ? null : days.get((days.size() * 9 + 9) / 10 - 1),
                days.isEmpty() ? null : "%.2f".formatted(Math.floor(inTime * 10_000.0 / days.size() + 0.5) / 100));
    }

    private static void count(Map<Cell, Long> cells, LocalDate day, Measure measure, String category) {
        cells.merge(Cell.on("R", day, measure, category), 1L, Long::sum);
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
