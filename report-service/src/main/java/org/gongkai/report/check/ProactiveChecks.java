package org.gongkai.report.check;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.gongkai.report.figure.Figures;
import org.gongkai.report.form.Form;
import org.gongkai.report.form.FormCell;
import org.gongkai.report.form.ProactiveTable;

/** Table two. */
final class ProactiveChecks {

    private static final String RULES = "RULES";
    private static final String NO_STOCK = "本表式不填现行有效件数；对外公开总数量与之不是同一指标";

    private ProactiveChecks() {}

    static List<Check> stock(Form form, Tables tables) {
        ProactiveTable.Stock stock = form.proactive().stock();
        return ofStocks(form, tables, row -> {
            Check check = Check.equal(tables)
                    .left(cell(row, stock.inForce()))
                    .right(Figures.PREVIOUS + cell(row, stock.inForce()))
                    .right(cell(row, stock.issued()))
                    .minus(cell(row, stock.ended()));
            tables.came().forEach(body -> check.member(body.name(), inForce(body, row), 1));
            tables.went().forEach(body -> check.member(body.name(), inForce(body, row), -1));
            return check;
        });
    }

    static List<Check> inForceCoversNew(Form form, Tables tables) {
        ProactiveTable.Stock stock = form.proactive().stock();
        return ofStocks(
                form,
                tables,
                row -> Check.atLeast(tables)
                        .left(cell(row, stock.inForce()))
                        .right(cell(row, stock.issued()))
                        .minus(cell(row, stock.ended())));
    }

    static List<Check> rulesByLaw(Form form, Tables tables) {
        Boolean may = tables.reporter().mayIssueRules();
        return form.proactive().columnsOf(RULES).stream()
                .map(column -> may == null || !may
                        ? Check.equal(tables)
                                .left(cell(RULES, column))
                                .right(BigDecimal.ZERO)
                                .unless(may != null)
                        : Check.verdict(tables, Verdict.HOLDS, cell(RULES, column)))
                .toList();
    }

    /** 上一年项目数量 is what last year's report began with and what came and went in it. */
    static List<Check> itemsCarried(Form form, Tables tables) {
        ProactiveTable.Items items = form.proactive().items();
        return items == null
                ? List.of()
                : form.proactive().rowsWith(items.before()).stream()
                        .map(row -> Check.equal(tables)
                                .left(cell(row, items.before()))
                                .right(Figures.PREVIOUS + cell(row, items.before()))
                                .right(Figures.PREVIOUS + cell(row, items.change())))
                        .toList();
    }

    /** No more items can go than there were. */
    static List<Check> itemsLeft(Form form, Tables tables) {
        ProactiveTable.Items items = form.proactive().items();
        return items == null
                ? List.of()
                : form.proactive().rowsWith(items.before()).stream()
                        .map(row -> Check.atLeast(tables)
                                .left(cell(row, items.before()))
                                .left(cell(row, items.change())))
                        .toList();
    }

    static List<Check> publicCoversNew(Form form, Tables tables) {
        ProactiveTable.Publicity publicity = form.proactive().publicity();
        return publicity == null
                ? List.of()
                : form.proactive().rowsWith(publicity.total()).stream()
                        .map(row -> Check.atLeast(tables)
                                .left(cell(row, publicity.total()))
                                .right(cell(row, publicity.newly())))
                        .toList();
    }

    /** A form that does not count what is in force is not compared with one that does: the measures differ. */
    private static List<Check> ofStocks(Form form, Tables tables, Function<String, Check> check) {
        if (form.proactive().stock() == null) {
            return List.of(Check.verdict(tables, Verdict.NOT_ASSESSABLE, FormCell.PROACTIVE)
                    .note(NO_STOCK));
        }
        return form.proactive().stock().rows().stream().map(check).toList();
    }

    private static Long inForce(Tables.Member body, String row) {
        Map<String, Long> stocks = body.inForce();
        return stocks == null ? null : stocks.get(row);
    }

    private static String cell(String row, String column) {
        return "proactive." + row + "." + column;
    }
}
