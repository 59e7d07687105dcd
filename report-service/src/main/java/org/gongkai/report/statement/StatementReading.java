package org.gongkai.report.statement;

import java.util.Map;
import org.gongkai.report.form.Form;

/** Checked right after reading: a statement is of the body and year asked for, and has every cell of the form. */
final class StatementReading {

    private StatementReading() {}

    /** What is missing or wrong first, or null where nothing is. */
    static String missing(Statement statement, String organisation, int year, Form.ApplicationsTable table) {
        if (statement == null || !organisation.equals(statement.organisation())) {
            return "organisation";
        }
        if (statement.year() == null || statement.year() != year) {
            return "year";
        }
        if (statement.name() == null || statement.position() == null || statement.asOf() == null) {
            return "name, position, asOf";
        }
        if (statement.complete() == null) {
            return "complete";
        }
        String cell = missingCell(statement.applications(), table);
        if (cell != null) {
            return cell;
        }
        if (statement.previous() == null) {
            return "previous";
        }
        String earlier = missingCell(statement.previous().applications(), table);
        return earlier == null ? null : "previous." + earlier;
    }

    private static String missingCell(Map<String, Map<String, Long>> cells, Form.ApplicationsTable table) {
        if (cells == null) {
            return "applications";
        }
        for (Form.Row row : table.rows()) {
            for (Form.Column column : table.columns()) {
                if (cells.getOrDefault(row.code(), Map.of()).get(column.code()) == null) {
                    return "applications." + row.code() + "." + column.code();
                }
            }
        }
        return null;
    }
}
