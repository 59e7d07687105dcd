package org.gongkai.report.testing;

import java.util.ArrayList;
import java.util.List;

/** A table as somebody reads it: every place has the text of the cell that covers it. */
public final class ReadTable {

    private final List<List<String>> rows = new ArrayList<>();

    /** A cell at the next place of a row that none covers yet. */
    public void add(int row, int down, int along, String text) {
        int column = 0;
        while (at(row, column) != null) {
            column++;
        }
        put(row, column, down, along, text);
    }

    /** A cell at a place; where its text is broken into lines is left out. */
    public void put(int row, int column, int down, int along, String text) {
        for (int r = row; r < row + down; r++) {
            while (rows.size() <= r) {
                rows.add(new ArrayList<>());
            }
            List<String> line = rows.get(r);
            for (int c = column; c < column + along; c++) {
                while (line.size() <= c) {
                    line.add(null);
                }
                if (line.get(c) != null) {
                    throw new AssertionError("two cells at " + r + ", " + c + ": " + line.get(c) + ", " + text);
                }
                line.set(c, text.replaceAll("\\s+", ""));
            }
        }
    }

    /** The text at a place, or null where there is none. */
    public String at(int row, int column) {
        return row < rows.size() && column < rows.get(row).size()
                ? rows.get(row).get(column)
                : null;
    }

    /** How many rows there are. */
    public int rows() {
        return rows.size();
    }

    /** How many places a row has. */
    public int columns(int row) {
        return rows.get(row).size();
    }
}
