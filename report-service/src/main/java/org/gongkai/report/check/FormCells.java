package org.gongkai.report.check;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.gongkai.report.figure.Figures;
import org.gongkai.report.form.Form;
import org.gongkai.report.form.FormCell;

/** Rules on every cell of the form: a finding for each that is wrong, or one for each table where none is. */
final class FormCells {

    private static final BigDecimal ROUNDING = new BigDecimal("0.00005");

    private FormCells() {}

    /** Nothing negative; counts whole. */
    static List<Check> nonNegative(Form form, Tables tables) {
        List<Check> checks = new ArrayList<>();
        of(form).forEach((table, cells) -> {
            List<FormCell> unfit = cells.stream()
                    .filter(cell -> isUnfit(cell, tables.cell(cell.path())))
                    .toList();
            unfit.forEach(cell -> checks.add(Check.verdict(tables, Verdict.BROKEN, cell.path())));
            if (unfit.isEmpty()) {
                boolean all = cells.stream().allMatch(cell -> tables.cell(cell.path()) != null);
                checks.add(Check.verdict(tables, all ? Verdict.HOLDS : Verdict.NOT_ASSESSABLE, table));
            }
        });
        return checks;
    }

    private static boolean isUnfit(FormCell cell, BigDecimal value) {
        if (value == null) {
            return false;
        }
        boolean negative = value.signum() < 0 && cell.content() != FormCell.Content.CHANGE;
        boolean fraction = value.stripTrailingZeros().scale() > 0 && cell.content() != FormCell.Content.AMOUNT;
        return negative || fraction;
    }

    /** Nothing left blank: blank is not 0. */
    static List<Check> filled(Form form, Tables tables) {
        List<Check> checks = new ArrayList<>();
        of(form).forEach((table, cells) -> {
            List<FormCell> blank = cells.stream()
                    .filter(cell -> tables.cell(cell.path()) == null)
                    .toList();
            if (blank.isEmpty()) {
                checks.add(Check.verdict(tables, Verdict.HOLDS, table));
            } else if (blank.size() == cells.size()) {
                checks.add(Check.verdict(tables, Verdict.NOT_ASSESSABLE, table));
            } else {
                blank.forEach(cell -> checks.add(Check.verdict(tables, Verdict.BROKEN, cell.path())));
            }
        });
        return checks;
    }

    /** Every cell is the sum of the body's own and its subordinates'. */
    static List<Check> aggregate(Form form, Tables tables) {
        List<Check> checks = new ArrayList<>();
        of(form).forEach((table, cells) -> {
            List<Check> compared = cells.stream()
                    .filter(cell -> !isSum(cell, tables))
                    .map(cell -> Check.equal(tables)
                            .left(cell.path())
                            .right(Figures.OWN + cell.path())
                            .right(tables.subordinates().keySet().stream()
                                    .sorted()
                                    .map(code -> Figures.SUBORDINATES + code + "." + cell.path())
                                    .toList())
                            .within(rounding(cell, tables)))
                    .toList();
            List<Check> broken = compared.stream()
                    .filter(check -> check.verdict() == Verdict.BROKEN)
                    .toList();
            checks.addAll(broken);
            if (broken.isEmpty()) {
                checks.add(Check.verdict(tables, compared.isEmpty() ? Verdict.HOLDS : Verdict.NOT_ASSESSABLE, table));
            }
        });
        return checks;
    }

    /** Looked at before a check is made of it: of ten thousand cells of a city's bodies hardly one is wrong. */
    private static boolean isSum(FormCell cell, Tables tables) {
        BigDecimal whole = tables.cell(cell.path());
        BigDecimal sum = tables.cell(Figures.OWN + cell.path());
        for (Map<String, BigDecimal> subordinate : tables.subordinates().values()) {
            BigDecimal part = subordinate.get(cell.path());
            sum = sum == null || part == null ? null : sum.add(part);
        }
        return whole != null && sum != null && whole.subtract(sum).abs().compareTo(rounding(cell, tables)) <= 0;
    }

    /** Half of the last place of 万元, for each that is added and for the sum. */
    private static BigDecimal rounding(FormCell cell, Tables tables) {
        return cell.content() == FormCell.Content.AMOUNT
                ? ROUNDING.multiply(BigDecimal.valueOf(tables.subordinates().size() + 2L))
                : BigDecimal.ZERO;
    }

    private static Map<String, List<FormCell>> of(Form form) {
        return form.cells().stream()
                .collect(Collectors.groupingBy(FormCell::table, LinkedHashMap::new, Collectors.toList()));
    }
}
