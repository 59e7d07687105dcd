package org.gongkai.report.check;

import java.util.List;
import java.util.Map;

/**
 * What is checked.
 *
 * @param applications row to column to count; a cell may be missing
 * @param previous the same of the year before, or null where it is not known
 * @param came bodies that joined since, with their closing of the year before by column
 * @param went bodies that left since
 */
public record Tables(
        Map<String, Map<String, Long>> applications,
        Map<String, Map<String, Long>> previous,
        List<Member> came,
        List<Member> went) {

    /** Tables without a year before. */
    public static Tables of(Map<String, Map<String, Long>> applications) {
        return new Tables(applications, null, List.of(), List.of());
    }

    /** A body and what it had open at the end of the year before. */
    public record Member(String name, Map<String, Long> carriedOut) {}

    Long cell(String row, String column) {
        return value(applications, row, column);
    }

    Long previousCell(String row, String column) {
        return value(previous, row, column);
    }

    private static Long value(Map<String, Map<String, Long>> table, String row, String column) {
        return table == null ? null : table.getOrDefault(row, Map.of()).get(column);
    }
}
