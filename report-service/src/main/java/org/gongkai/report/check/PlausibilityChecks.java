package org.gongkai.report.check;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gongkai.report.figure.Figures;
import org.gongkai.report.form.Form;
import org.gongkai.report.form.FormCell;

/** What may be right and is seldom: looked at by a person before the report goes out. */
final class PlausibilityChecks {

    /** Policy: so many times last year's figure, or so small a part of it, is asked about. */
    static final BigDecimal FOLD = BigDecimal.valueOf(5);

    /** Policy: where this year's and last year's figure are both smaller, chance explains the change. */
    static final BigDecimal LEAST_COMPARED = BigDecimal.valueOf(20);

    /** Policy: 其他处理·其他 is for the rare case; a larger part of all results is asked about. */
    static final BigDecimal LARGEST_OTHER_SHARE = new BigDecimal("0.1");

    /** Policy: fewer of them are not asked about, whatever their share. */
    static final BigDecimal LEAST_OTHER = BigDecimal.valueOf(5);

    /** 行政复议法 Art 23 in the version in force from 2024-01-01. */
    static final int REVIEW_FIRST_FROM = 2024;

    private static final String SUBORDINATES = "subordinates";
    private static final String CONFIRMED = "confirmed.";
    private static final String ITEMS = "publications.items";
    private static final String OTHER_MISC = "OTHER_MISC";
    private static final String DIRECT = "disputes.LITIGATION_DIRECT.";

    private PlausibilityChecks() {}

    /** Each figure that changed five-fold; a finding for each table where none did. */
    static List<Check> fiveFold(Form form, Tables tables) {
        List<Check> checks = new ArrayList<>();
        compared(form).forEach((table, paths) -> {
            List<String> known =
                    paths.stream().filter(path -> hasYearBefore(tables, path)).toList();
            List<String> leaps =
                    known.stream().filter(path -> leaps(tables, path)).toList();
            leaps.forEach(path ->
                    checks.add(Check.verdict(tables, Verdict.BROKEN, path).beside(Figures.PREVIOUS + path)));
            if (leaps.isEmpty()) {
                checks.add(Check.verdict(tables, known.isEmpty() ? Verdict.NOT_ASSESSABLE : Verdict.HOLDS, table));
            }
        });
        return checks;
    }

    /** What is comparable over the years: totals of tables three and four, table two but for its differences, items. */
    private static Map<String, List<String>> compared(Form form) {
        Map<String, List<String>> paths = new LinkedHashMap<>();
        String received = form.applications().balance().left().get(0);
        for (FormCell cell : form.cells()) {
            boolean total = cell.table().equals(FormCell.DISPUTES)
                    ? cell.column().equals(form.disputes().total())
                    : cell.column().equals(form.applications().columnTotal())
                            && List.of(received, form.applications().resultTotal())
                                    .contains(cell.row());
            boolean two = cell.table().equals(FormCell.PROACTIVE) && cell.content() != FormCell.Content.CHANGE;
            if (total || two) {
                paths.computeIfAbsent(cell.table(), none -> new ArrayList<>()).add(cell.path());
            }
        }
        paths.put(ITEMS, List.of(ITEMS));
        return paths;
    }

    private static boolean hasYearBefore(Tables tables, String path) {
        BigDecimal before = tables.cell(Figures.PREVIOUS + path);
        return tables.cell(path) != null && before != null && before.signum() > 0;
    }

    private static boolean leaps(Tables tables, String path) {
        BigDecimal now = tables.cell(path);
        BigDecimal before = tables.cell(Figures.PREVIOUS + path);
        boolean large = now.max(before).compareTo(LEAST_COMPARED) >= 0;
        return large
                && (now.compareTo(before.multiply(FOLD)) >= 0
                        || now.multiply(FOLD).compareTo(before) <= 0);
    }

    /** Each subordinate that stands by its year and has no figure in it at all. */
    static List<Check> silent(Form form, Tables tables) {
        List<Check> checks = new ArrayList<>();
        tables.subordinates().entrySet().stream()
                .filter(subordinate -> isConfirmed(subordinate.getValue()) && isSilent(subordinate.getValue()))
                .map(Map.Entry::getKey)
                .sorted()
                .forEach(code -> checks.add(Check.verdict(tables, Verdict.BROKEN, SUBORDINATES + "." + code)
                        .note("已确认年度数据，但全年各项均为0；确为零报告的，可说明理由")));
        if (checks.isEmpty()) {
            boolean none = tables.subordinates().isEmpty();
            checks.add(Check.verdict(tables, none ? Verdict.NOT_ASSESSABLE : Verdict.HOLDS, SUBORDINATES));
        }
        return checks;
    }

    private static boolean isConfirmed(Map<String, BigDecimal> subordinate) {
        BigDecimal confirmed = subordinate.get(CONFIRMED + "yes");
        return confirmed != null && confirmed.signum() > 0;
    }

    private static boolean isSilent(Map<String, BigDecimal> subordinate) {
        return subordinate.entrySet().stream()
                .allMatch(cell ->
                        cell.getKey().startsWith(CONFIRMED) || cell.getValue().signum() == 0);
    }

    static List<Check> otherShare(Form form, Tables tables) {
        Form.ApplicationsTable table = form.applications();
        if (!table.outcomes().contains(OTHER_MISC)) {
            // the form of 2019 puts what is overdue into the same row
            return List.of();
        }
        String other = ApplicationsChecks.cell(OTHER_MISC, table.columnTotal());
        BigDecimal count = tables.cell(other);
        if (count != null && count.compareTo(LEAST_OTHER) < 0) {
            return List.of(Check.verdict(tables, Verdict.HOLDS, other));
        }
        return List.of(Check.atMost(tables)
                .left(other)
                .right(ApplicationsChecks.cell(table.resultTotal(), table.columnTotal()))
                .times(LARGEST_OTHER_SHARE));
    }

    /** Filed in the year: all of the year but those that were pending when it began. */
    static List<Check> directSuits(Form form, Tables tables) {
        String total = DIRECT + form.disputes().total();
        BigDecimal suits = tables.cell(total);
        Integer year = tables.issue().year();
        boolean before = year != null && year < REVIEW_FIRST_FROM;
        if (suits != null && (suits.signum() == 0 || before)) {
            return List.of(Check.verdict(tables, Verdict.HOLDS, total));
        }
        return List.of(Check.atMost(tables)
                .left(total)
                .right(Figures.PREVIOUS + DIRECT + "PENDING")
                .note("自2024年1月1日起，对不予公开或不履行公开职责不服的，应先申请行政复议；请核对未经复议直接起诉的案件")
                .unless(year != null && !tables.membersChanged()));
    }
}
