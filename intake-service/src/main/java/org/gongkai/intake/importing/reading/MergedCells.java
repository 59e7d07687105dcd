package org.gongkai.intake.importing.reading;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gongkai.intake.importing.vocabulary.Vocabulary.Field;
import org.gongkai.intake.importing.vocabulary.Vocabulary.Kind;

/**
 * Ranges that are merged: a workbook keeps their value in the first cell alone. It holds for every row of the range, unless
 * it is a count or an amount, which would then be counted once for each row.
 */
final class MergedCells {

    /** A sheet without any. */
    static final MergedCells NONE = new MergedCells();

    private final Map<Integer, List<Range>> byColumn = new HashMap<>();

    /** Rows from 1, columns from 0; the first column alone carries the value. */
    private static final class Range {
        private final int column;
        private final int firstRow;
        private final int lastRow;
        private Cell value;

        Range(int column, int firstRow, int lastRow) {
            this.column = column;
            this.firstRow = firstRow;
            this.lastRow = lastRow;
        }
    }

    /** {@code A2:A5}. */
    void add(String reference) {
        String[] ends = reference.split(":");
        if (ends.length == 2) {
            int first = row(ends[0]);
            int last = row(ends[1]);
            if (last > first) {
                byColumn.computeIfAbsent(column(ends[0]), any -> new ArrayList<>())
                        .add(new Range(column(ends[0]), first, last));
            }
        }
    }

    private static int row(String cell) {
        return Integer.parseInt(cell.replaceAll("[^0-9]", ""));
    }

    private static int column(String cell) {
        int column = 0;
        for (char letter : cell.replaceAll("[^A-Z]", "").toCharArray()) {
            column = column * 26 + letter - 'A' + 1;
        }
        return column - 1;
    }

    /** How many columns a row has at least. */
    int width(int row) {
        int width = 0;
        for (List<Range> ranges : byColumn.values()) {
            for (Range range : ranges) {
                if (range.firstRow < row && row <= range.lastRow) {
                    width = Math.max(width, range.column + 1);
                }
            }
        }
        return width;
    }

    /** The cell, or what stands in its place. */
    Cell filled(int row, int column, Cell cell, Field field) {
        if (byColumn.isEmpty()) {
            return cell;
        }
        for (Range range : byColumn.getOrDefault(column, List.of())) {
            if (row == range.firstRow) {
                range.value = cell;
            } else if (row > range.firstRow && row <= range.lastRow && cell == null && !isCounted(field)) {
                return range.value;
            }
        }
        return cell;
    }

    private static boolean isCounted(Field field) {
        return field != null
                && (field.kind() == Kind.COUNT || field.kind() == Kind.YUAN || field.kind() == Kind.INTEGER);
    }
}
