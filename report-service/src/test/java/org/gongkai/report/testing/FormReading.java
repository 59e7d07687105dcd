package org.gongkai.report.testing;

import java.util.HashMap;
import java.util.Map;
import org.gongkai.report.form.DisputesTable;
import org.gongkai.report.form.Form;
import org.gongkai.report.form.ProactiveTable;

/**
 * Reads the three tables of a form as a person does: a figure belongs to the row whose label stands left of it and to the
 * column whose heading stands above it, never to a position alone.
 */
public final class FormReading {

    private final Form form;
    private final Map<String, String> cells = new HashMap<>();

    private FormReading(Form form) {
        this.form = form;
    }

    /** Path of every cell to what stands in it. */
    public static Map<String, String> of(Form form, ReadTable two, ReadTable three, ReadTable four) {
        FormReading reading = new FormReading(form);
        reading.proactive(two);
        reading.applications(three);
        reading.disputes(four);
        return reading.cells;
    }

    private void proactive(ReadTable table) {
        ProactiveTable.Clause clause = null;
        int headings = -1;
        for (int row = 0; row < table.rows(); row++) {
            String first = table.at(row, 0);
            ProactiveTable.Clause begun = form.proactive().clauses().stream()
                    .filter(each -> each.title().equals(first))
                    .findFirst()
                    .orElse(null);
            if (begun != null) {
                clause = begun;
            } else if (form.proactive().rowHeading().equals(first)) {
                headings = row;
            } else {
                String matter = clause.rows().stream()
                        .filter(each -> each.label().equals(first))
                        .findFirst()
                        .orElseThrow(() -> new AssertionError("no row " + first))
                        .code();
                for (int column = 1; column < table.columns(row); column++) {
                    String label = table.at(headings, column);
                    String measure = clause.columns().stream()
                            .filter(each -> each.label().equals(label))
                            .findFirst()
                            .orElseThrow(() -> new AssertionError("no column " + label))
                            .code();
                    put("proactive." + matter + "." + measure, table.at(row, column));
                }
            }
        }
    }

    private void applications(ReadTable table) {
        for (int row = 3; row < table.rows(); row++) {
            String code = row(table, row);
            for (int column = 3; column < table.columns(row); column++) {
                put("applications." + code + "." + column(table, column), table.at(row, column));
            }
        }
    }

    private String row(ReadTable table, int row) {
        return form.applications().rows().stream()
                .filter(each -> each.label().equals(table.at(row, 2)))
                .filter(each -> each.group() == null || each.group().equals(table.at(row, 1)))
                .filter(each -> each.part() == null || each.part().equals(table.at(row, 0)))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no row " + table.at(row, 2)))
                .code();
    }

    private String column(ReadTable table, int column) {
        return form.applications().columns().stream()
                .filter(each -> each.label().equals(table.at(2, column)))
                .filter(each -> (each.group() == null ? each.label() : each.group()).equals(table.at(1, column)))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no column " + table.at(2, column)))
                .code();
    }

    private void disputes(ReadTable table) {
        for (int column = 0; column < table.columns(3); column++) {
            int at = column;
            DisputesTable.Block block = form.disputes().blocks().stream()
                    .filter(each -> each.label().equals(table.at(1, at)))
                    .filter(each -> (each.group() == null ? each.label() : each.group()).equals(table.at(0, at)))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("no block " + table.at(1, at)));
            String result = form.disputes().columns().stream()
                    .filter(each -> each.label().equals(table.at(2, at)))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("no column " + table.at(2, at)))
                    .code();
            put("disputes." + block.code() + "." + result, table.at(3, column));
        }
    }

    private void put(String path, String text) {
        String before = cells.put(path, text);
        if (before != null && !before.equals(text)) {
            throw new AssertionError(path + " stands twice: " + before + ", " + text);
        }
    }
}
