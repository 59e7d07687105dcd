package org.gongkai.report.check;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.gongkai.report.form.Form;
import org.gongkai.report.form.FormCell;
import org.gongkai.report.form.Forms;

/**
 * Rules on the form and on every cell of it; of cells a finding for each that is wrong, or one for each table where none is.
 */
final class FormCells {

    private static final BigDecimal ROUNDING = new BigDecimal("0.00005");

    private static final String FORM = "form";

    private FormCells() {}

    /** The form is that of the year; of a year before the first form that is built in nothing is known. */
    static List<Check> ofYear(Form form, Tables tables) {
        Integer year = tables.issue().year();
        if (year == null || year < Integer.parseInt(Forms.FORM_2019.form())) {
            return List.of(Check.verdict(tables, Verdict.NOT_ASSESSABLE, FORM));
        }
        Form due = Forms.forYear(year);
        if (form.form().equals(due.form())) {
            return List.of(Check.verdict(tables, Verdict.HOLDS, FORM));
        }
        return List.of(Check.verdict(tables, Verdict.BROKEN, FORM)
                .note("%d年度报告应按%s所附格式编制，本报告用的是%s所附格式".formatted(year, due.source(), form.source())));
    }

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
        List<String> units = new ArrayList<>(List.of("own."));
        tables.codesAfter("subordinates.").forEach(code -> units.add("subordinates." + code + "."));
        BigDecimal rounding = ROUNDING.multiply(BigDecimal.valueOf(units.size() + 1L));
        List<Check> checks = new ArrayList<>();
        of(form).forEach((table, cells) -> {
            List<Check> compared = cells.stream()
                    .map(cell -> Check.equal(tables)
                            .left(cell.path())
                            .right(units.stream()
                                    .map(unit -> unit + cell.path())
                                    .toList())
                            .within(cell.content() == FormCell.Content.AMOUNT ? rounding : BigDecimal.ZERO))
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

    private static Map<String, List<FormCell>> of(Form form) {
        return form.cells().stream()
                .collect(Collectors.groupingBy(FormCell::table, LinkedHashMap::new, Collectors.toList()));
    }
}
