package org.gongkai.report.check;

import java.util.List;
import org.gongkai.report.form.Form;

/** Table three. */
final class ApplicationsChecks {

    static final String TABLE = "applications";

    private ApplicationsChecks() {}

    static List<Check> balance(Form form, Tables tables) {
        Form.ApplicationsTable table = form.applications();
        return table.columns().stream()
                .map(column -> Check.equal(tables)
                        .left(inColumn(table.balance().left(), column.code()))
                        .right(inColumn(table.balance().right(), column.code())))
                .toList();
    }

    static List<Check> resultTotal(Form form, Tables tables) {
        Form.ApplicationsTable table = form.applications();
        return table.columns().stream()
                .map(column -> Check.equal(tables)
                        .left(cell(table.resultTotal(), column.code()))
                        .right(inColumn(table.outcomes(), column.code())))
                .toList();
    }

    static List<Check> columnTotal(Form form, Tables tables) {
        Form.ApplicationsTable table = form.applications();
        return table.rows().stream()
                .map(row -> Check.equal(tables)
                        .left(cell(row.code(), table.columnTotal()))
                        .right(table.parts().stream()
                                .map(column -> cell(row.code(), column))
                                .toList()))
                .toList();
    }

    static List<Check> carriedOver(Form form, Tables tables) {
        Form.ApplicationsTable table = form.applications();
        return table.columns().stream()
                .map(column -> {
                    Check check = Check.equal(tables)
                            .left(cell(table.opening(), column.code()))
                            .right("previous." + cell(table.closing(), column.code()));
                    tables.came().forEach(body -> check.member(body.name(), open(body, column.code()), 1));
                    tables.went().forEach(body -> check.member(body.name(), open(body, column.code()), -1));
                    return check;
                })
                .toList();
    }

    static List<Check> groups(Form form, Tables tables) {
        Form.ApplicationsTable table = form.applications();
        return List.of(Check.equal(tables)
                .left(cell(table.resultTotal(), table.columnTotal()))
                .right(table.groups().stream()
                        .map(group -> TABLE + ".group." + group.code())
                        .toList()));
    }

    private static Long open(Tables.Member body, String column) {
        return body.carriedOut() == null ? null : body.carriedOut().get(column);
    }

    static String cell(String row, String column) {
        return TABLE + "." + row + "." + column;
    }

    private static List<String> inColumn(List<String> rows, String column) {
        return rows.stream().map(row -> cell(row, column)).toList();
    }
}
