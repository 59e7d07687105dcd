package org.gongkai.report.check;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gongkai.report.form.Form;

/** Rules on every cell of the form; a finding for each cell that is wrong, or one for each table where none is. */
final class FormCells {

    private static final BigDecimal ROUNDING = new BigDecimal("0.00005");
    private static final String AMOUNT = ".AMOUNT_WAN";

    private FormCells() {}

    /** Nothing negative; counts whole. */
    static List<Check> nonNegative(Form form, Tables tables) {
        List<Check> checks = new ArrayList<>();
        of(form).forEach((table, cells) -> {
            List<String> unfit = cells.stream()
                    .filter(cell -> tables.cell(cell) != null)
                    .filter(cell -> tables.cell(cell).signum() < 0
                            || !cell.endsWith(AMOUNT)
                                    && tables.cell(cell).stripTrailingZeros().scale() > 0)
                    .toList();
            unfit.forEach(cell -> checks.add(Check.verdict(tables, Verdict.BROKEN, cell)));
            if (unfit.isEmpty()) {
                boolean all = cells.stream().allMatch(cell -> tables.cell(cell) != null);
                checks.add(Check.verdict(tables, all ? Verdict.HOLDS : Verdict.NOT_ASSESSABLE, table));
            }
        });
        return checks;
    }

    /** Nothing left blank: blank is not 0. */
    static List<Check> filled(Form form, Tables tables) {
        List<Check> checks = new ArrayList<>();
        of(form).forEach((table, cells) -> {
            List<String> blank =
                    cells.stream().filter(cell -> tables.cell(cell) == null).toList();
            if (blank.isEmpty()) {
                checks.add(Check.verdict(tables, Verdict.HOLDS, table));
            } else if (blank.size() == cells.size()) {
                checks.add(Check.verdict(tables, Verdict.NOT_ASSESSABLE, table));
            } else {
                blank.forEach(cell -> checks.add(Check.verdict(tables, Verdict.BROKEN, cell)));
            }
        });
        return checks;
    }

    /** Every cell is the sum of the body's own and its subordinates'. */
    static List<Check> aggregate(Form form, Tables tables) {
        List<String> units = new ArrayList<>(List.of("own."));
        tables.codesAfter("subordinates.").forEach(code -> units.add("subordinates." + code + "."));
        BigDecimal rounding = ROUNDING.multiply(BigDecimal.valueOf(units.size() + 1L));
        List<Check> checks = new ArrayList<>();
        of(form).forEach((table, cells) -> {
            List<Check> compared = cells.stream()
                    .map(cell -> Check.equal(tables)
                            .left(cell)
                            .right(units.stream().map(unit -> unit + cell).toList())
                            .within(cell.endsWith(AMOUNT) ? rounding : BigDecimal.ZERO))
                    .toList();
            List<Check> broken = compared.stream()
                    .filter(check -> check.verdict() == Verdict.BROKEN)
                    .toList();
            checks.addAll(broken);
            if (broken.isEmpty()) {
                boolean all = compared.stream().allMatch(check -> check.verdict() == Verdict.HOLDS);
                checks.add(Check.verdict(tables, all ? Verdict.HOLDS : Verdict.NOT_ASSESSABLE, table));
            }
        });
        return checks;
    }

    private static Map<String, List<String>> of(Form form) {
        Map<String, List<String>> cells = new LinkedHashMap<>();
        List<String> proactive = new ArrayList<>();
        form.proactive()
                .clauses()
                .forEach(clause -> clause.rows()
                        .forEach(row -> clause.columns()
                                .forEach(column -> proactive.add("proactive." + row.code() + "." + column.code()))));
        List<String> applications = new ArrayList<>();
        form.applications()
                .rows()
                .forEach(row -> form.applications()
                        .columns()
                        .forEach(column -> applications.add(ApplicationsChecks.cell(row.code(), column.code()))));
        List<String> disputes = new ArrayList<>();
        form.disputes()
                .blocks()
                .forEach(block -> form.disputes()
                        .columns()
                        .forEach(column -> disputes.add("disputes." + block.code() + "." + column.code())));
        cells.put("proactive", proactive);
        cells.put("applications", applications);
        cells.put("disputes", disputes);
        return cells;
    }
}
