package org.gongkai.report.document;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.gongkai.report.figure.Figures;

/**
 * A table of the form with its merged cells.
 *
 * @param caption what it is, for those who hear it
 * @param kind its style
 * @param columns the style of each column
 * @param head rows that are repeated on every printed page
 * @param body the other rows
 */
public record Grid(String caption, String kind, List<String> columns, List<List<Cell>> head, List<List<Cell>> body) {

    /**
     * A cell.
     *
     * @param text what is printed
     * @param heading {@code col}, {@code row}, {@code colgroup} or {@code rowgroup}; null for a figure
     * @param rows how many rows it spans
     * @param columns how many columns it spans
     * @param place {@code c0} to {@code c2}: in which of several columns of labels it begins; null elsewhere
     * @param figure path of the figure, {@code applications.RESULT_TOTAL.TOTAL}; null for a heading
     */
    public record Cell(String text, String heading, int rows, int columns, String place, String figure) {

        /** Characters that are not broken in a heading. */
        private static final int WORD = 3;

        static Cell heading(String scope, String text, int rows, int columns) {
            return new Cell(text, scope, rows, columns, null, null);
        }

        /** The text in lines that are whole in meaning: a group of rows has its numeral above its name, （三） and 不予公开. */
        public List<String> lines() {
            int numeral = text.startsWith("（") ? text.indexOf('）') + 1 : 0;
            boolean numbered = "rowgroup".equals(heading) && numeral > 0 && numeral < text.length();
            return numbered ? List.of(text.substring(0, numeral), text.substring(numeral)) : List.of(text);
        }

        /** Whether it heads a single column in so many characters that a narrow one breaks them: in pairs, 商业 and 企业. */
        public boolean inPairs() {
            return "col".equals(heading) && columns == 1 && text.length() > WORD;
        }

        Cell at(int column) {
            return new Cell(text, heading, rows, columns, "c" + column, figure);
        }

        static Cell figure(Figures figures, String path, int columns) {
            return new Cell(figures.print(path), null, 1, columns, null, path);
        }
    }

    /** A cell where it stands: row and column of its upper left corner, counted from 0, the head's rows first. */
    public record Placed(Cell cell, int row, int column) {}

    /** Every cell where it stands, row by row; each place of the table is covered once. */
    public List<Placed> placed() {
        List<List<Cell>> rows = new ArrayList<>(head);
        rows.addAll(body);
        boolean[][] taken = new boolean[rows.size()][columns.size()];
        List<Placed> placed = new ArrayList<>();
        for (int row = 0; row < rows.size(); row++) {
            int column = 0;
            for (Cell cell : rows.get(row)) {
                while (taken[row][column]) {
                    column++;
                }
                placed.add(new Placed(cell, row, column));
                for (int down = row; down < row + cell.rows(); down++) {
                    Arrays.fill(taken[down], column, column + cell.columns(), true);
                }
            }
        }
        return placed;
    }

    /** The style of columns of figures. */
    static List<String> figures(int columns) {
        return Collections.nCopies(columns, "n");
    }

    /** Rows that are written one after the other. */
    static final class Rows {

        private final List<List<Cell>> rows = new ArrayList<>();

        List<Cell> next() {
            List<Cell> row = new ArrayList<>();
            rows.add(row);
            return row;
        }

        List<List<Cell>> all() {
            return rows;
        }
    }
}
