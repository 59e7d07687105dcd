package org.gongkai.report.document;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

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
     */
    public record Cell(String text, String heading, int rows, int columns, String place) {

        static Cell heading(String scope, String text, int rows, int columns) {
            return new Cell(text, scope, rows, columns, null);
        }

        Cell at(int column) {
            return new Cell(text, heading, rows, columns, "c" + column);
        }

        static Cell figure(String text, int columns) {
            return new Cell(text, null, 1, columns, null);
        }
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
