package org.gongkai.report.check;

import java.util.List;
import org.gongkai.report.figure.Figures;
import org.gongkai.report.form.Form;

/** Table three. */
final class ApplicationsChecks {

    static final String TABLE = "applications";

    private static final String REMEDY = "上年度报告定稿后又有补录或更正；请编制上年度报告新版，并附更正说明";
    private static final String NOT_PRINTED = "上年度报告尚未定稿，以现行统计为准";

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
                            .right(Figures.PREVIOUS + cell(table.closing(), column.code()));
                    tables.came().forEach(body -> check.member(body.name(), open(body, column.code()), 1));
                    tables.went().forEach(body -> check.member(body.name(), open(body, column.code()), -1));
                    return check;
                })
                .toList();
    }

    /** Where last year was never printed, its live closing is what the report opens with. */
    static List<Check> printedClosing(Form form, Tables tables) {
        Form.ApplicationsTable table = form.applications();
        boolean printed =
                table.columns().stream().anyMatch(column -> tables.cell(Tables.LIVE_CLOSING + column.code()) != null);
        if (!printed) {
            String closing = Figures.PREVIOUS + cell(table.closing(), table.columnTotal());
            return List.of(Check.equal(tables).left(closing).right(closing).note(NOT_PRINTED));
        }
        return table.columns().stream()
                .map(column -> Check.equal(tables)
                        .left(Tables.LIVE_CLOSING + column.code())
                        .right(Figures.PREVIOUS + cell(table.closing(), column.code())))
                .map(check -> check.note(check.verdict() == Verdict.BROKEN ? REMEDY : null))
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
