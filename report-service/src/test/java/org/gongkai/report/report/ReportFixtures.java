package org.gongkai.report.report;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.gongkai.report.form.Form;
import org.gongkai.report.form.FormCell;
import org.gongkai.report.form.Forms;
import org.gongkai.report.section.Narratives;
import org.gongkai.report.statement.Statement;
import org.gongkai.report.statement.StatementFixtures;

/** Reports as they are assembled, to be rendered. */
public final class ReportFixtures {

    private static final Form FORM = Forms.FORM_2021;

    private ReportFixtures() {}

    /** Qingyang 2021 as published. */
    public static ReportFormat.Assembled qingyang() {
        return of(StatementFixtures.qingyang(), Map.of());
    }

    /** The same figures under another name. */
    public static ReportFormat.Assembled named(String name) {
        return of(StatementFixtures.of(StatementFixtures.qingyangJson().put("name", name)), Map.of());
    }

    /** A statement with what the office wrote. */
    public static ReportFormat.Assembled of(Statement statement, Map<Integer, String> written) {
        return of(FORM, statement, written);
    }

    /** The same in a form; nothing waived, not published. */
    public static ReportFormat.Assembled of(Form form, Statement statement, Map<Integer, String> written) {
        return Assembly.assemble(form, statement, written, Map.of(), null);
    }

    /** Of a statement and the office's texts, all of version 1, as it would be frozen. */
    public static Reports.ToFreeze toFreeze(Statement statement, Map<Integer, String> written) {
        Map<Integer, Narratives.Written> texts = new LinkedHashMap<>();
        written.forEach((number, text) -> texts.put(number, new Narratives.Written(text, 1)));
        return new Reports.ToFreeze(of(statement, written), texts);
    }

    /** No two cells alike, so that none can stand in another's place; nothing adds up. */
    public static ReportFormat.Assembled everyCellAnother() {
        return of(StatementFixtures.of(everyCellAnotherJson()), Map.of());
    }

    /** The statement of it. */
    public static ObjectNode everyCellAnotherJson() {
        ObjectNode statement = StatementFixtures.qingyangJson();
        long[] next = {1001};
        cells().forEach((path, money) -> put(statement, path, money, next[0]++));
        return statement;
    }

    /** Cells at random, up to five digits; all totals add up. */
    public static ReportFormat.Assembled random(long seed) {
        Random random = new Random(seed);
        ObjectNode statement = StatementFixtures.qingyangJson();
        cells().forEach((path, money) -> put(statement, path, money, random.nextInt(100_000)));
        Form.ApplicationsTable table = FORM.applications();
        for (String column : table.parts()) {
            sum(
                    statement,
                    "/applications/" + table.resultTotal() + "/" + column,
                    table.outcomes().stream()
                            .map(row -> "/applications/" + row + "/" + column)
                            .toList());
        }
        for (Form.Row row : table.rows()) {
            sum(
                    statement,
                    "/applications/" + row.code() + "/" + table.columnTotal(),
                    table.parts().stream()
                            .map(column -> "/applications/" + row.code() + "/" + column)
                            .toList());
        }
        FORM.disputes()
                .blocks()
                .forEach(block -> sum(
                        statement,
                        "/disputes/" + block.code() + "/" + FORM.disputes().total(),
                        FORM.disputes().parts().stream()
                                .map(column -> "/disputes/" + block.code() + "/" + column)
                                .toList()));
        return of(StatementFixtures.of(statement), Map.of());
    }

    /** Paths of all cells of the form, as figures are named. */
    public static List<String> paths() {
        return FORM.cells().stream().map(FormCell::path).toList();
    }

    /** Every cell as it must be printed. */
    public static Map<String, String> printed(ReportFormat.Assembled report) {
        Map<String, String> printed = new LinkedHashMap<>();
        paths().forEach(path -> printed.put(path, report.figures().print(path)));
        return printed;
    }

    private static Map<String, Boolean> cells() {
        Map<String, Boolean> cells = new LinkedHashMap<>();
        paths().forEach(path -> cells.put(path, path.endsWith(".AMOUNT_WAN")));
        return cells;
    }

    private static void put(ObjectNode statement, String path, boolean money, long value) {
        String pointer = "/" + path.replace('.', '/');
        String row = pointer.substring(0, pointer.lastIndexOf('/'));
        if (money) {
            statement.withObject(row).put("amountYuan", value + "33.70");
        } else {
            statement.withObject(row).put(pointer.substring(pointer.lastIndexOf('/') + 1), value);
        }
    }

    private static void sum(ObjectNode statement, String pointer, List<String> parts) {
        long sum = parts.stream().mapToLong(part -> statement.at(part).asLong()).sum();
        put(statement, pointer.substring(1).replace('/', '.'), false, sum);
    }
}
