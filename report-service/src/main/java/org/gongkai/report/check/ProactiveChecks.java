package org.gongkai.report.check;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.gongkai.report.form.Form;
import org.gongkai.report.form.ProactiveTable;

/** Table two. */
final class ProactiveChecks {

    private static final String RULES = "RULES";

    private ProactiveChecks() {}

    static List<Check> stock(Form form, Tables tables) {
        return ofStocks(form, row -> {
            ProactiveTable.Stock stock = form.proactive().stock();
            Check check = Check.equal(tables)
                    .left(cell(row, stock.inForce()))
                    .right("previous." + cell(row, stock.inForce()))
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
                row -> Check.atLeast(tables)
                        .left(cell(row, stock.inForce()))
                        .right(cell(row, stock.issued()))
                        .minus(cell(row, stock.ended())));
    }

    static List<Check> rulesByLaw(Form form, Tables tables) {
        ProactiveTable.Stock stock = form.proactive().stock();
        Boolean may = tables.reporter().mayIssueRules();
        return List.of(stock.issued(), stock.ended(), stock.inForce()).stream()
                .map(column -> may == null || !may
                        ? Check.equal(tables)
                                .left(cell(RULES, column))
                                .right(BigDecimal.ZERO)
                                .unless(may != null)
                        : Check.verdict(tables, Verdict.HOLDS, cell(RULES, column)))
                .toList();
    }

    private static List<Check> ofStocks(Form form, Function<String, Check> check) {
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
