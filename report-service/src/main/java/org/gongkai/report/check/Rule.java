package org.gongkai.report.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.gongkai.report.form.Form;

/** The identities of table three (docs/domain): each a value with its citation beside its name. */
public enum Rule {
    /** 本年新收 + 上年结转 = 办理结果总计 + 结转下年度, per column. */
    R1("国办公开办函〔2021〕30号表三注：第一项加第二项之和，等于第三项加第四项之和", Severity.BLOCKING, Rule::balance),
    /** 总计 = Σ of the 21 outcomes, per column. */
    R2("国办公开办函〔2021〕30号表三：（七）总计为本年度办理结果各项之和", Severity.BLOCKING, Rule::resultTotal),
    /** 总计 = Σ of the six applicant types, per row. */
    R3("国办公开办函〔2021〕30号表三：总计为各类申请人之和", Severity.BLOCKING, Rule::columnTotal),
    /** 上年结转 = last year's 结转下年度, with the bodies that came and went, per column. */
    R4("国办公开办函〔2021〕30号表三：上年结转即上一年度报告的结转下年度继续办理", Severity.WARNING, Rule::carriedOver),
    /** Every cell is there and not negative. */
    R5("国办公开办函〔2021〕30号表三：各格填报非负整数", Severity.BLOCKING, Rule::filled);

    private final String citation;
    private final Severity severity;
    private final BiFunction<Form.ApplicationsTable, Tables, List<Comparison>> comparisons;

    Rule(String citation, Severity severity, BiFunction<Form.ApplicationsTable, Tables, List<Comparison>> comparisons) {
        this.citation = citation;
        this.severity = severity;
        this.comparisons = comparisons;
    }

    /** A finding for every row or column that the rule speaks of. */
    public List<Finding> check(Form form, Tables tables) {
        return comparisons.apply(form.applications(), tables).stream()
                .map(comparison -> comparison.finding(name(), citation, severity))
                .toList();
    }

    /** All rules, in order. */
    public static List<Finding> checkAll(Form form, Tables tables) {
        return Stream.of(values())
                .flatMap(rule -> rule.check(form, tables).stream())
                .toList();
    }

    private static List<Comparison> balance(Form.ApplicationsTable form, Tables tables) {
        return form.columns().stream()
                .map(column -> new Comparison(tables)
                        .left(form.balance().left(), List.of(column.code()))
                        .right(form.balance().right(), List.of(column.code())))
                .toList();
    }

    private static List<Comparison> resultTotal(Form.ApplicationsTable form, Tables tables) {
        return form.columns().stream()
                .map(column -> new Comparison(tables)
                        .left(List.of(form.resultTotal()), List.of(column.code()))
                        .right(form.outcomes(), List.of(column.code())))
                .toList();
    }

    private static List<Comparison> columnTotal(Form.ApplicationsTable form, Tables tables) {
        return form.rows().stream()
                .map(row -> new Comparison(tables)
                        .left(List.of(row.code()), List.of(form.columnTotal()))
                        .right(List.of(row.code()), form.parts()))
                .toList();
    }

    private static List<Comparison> carriedOver(Form.ApplicationsTable form, Tables tables) {
        return form.columns().stream()
                .map(column -> new Comparison(tables)
                        .left(List.of(form.opening()), List.of(column.code()))
                        .previous(form.closing(), column.code()))
                .toList();
    }

    private static List<Comparison> filled(Form.ApplicationsTable form, Tables tables) {
        List<Comparison> unfit = new ArrayList<>();
        for (Form.Row row : form.rows()) {
            for (Form.Column column : form.columns()) {
                Long value = tables.cell(row.code(), column.code());
                if (value == null || value < 0) {
                    unfit.add(new Comparison(tables).unfit(row.code(), column.code()));
                }
            }
        }
        return unfit.isEmpty() ? List.of(new Comparison(tables).fit()) : unfit;
    }

    /** Two sums of cells; not assessable where one of them is missing. */
    private static final class Comparison {

        private final Tables tables;
        private final List<String> cells = new ArrayList<>();
        private final List<String> members = new ArrayList<>();
        private Long left = 0L;
        private Long right = 0L;
        private Verdict fixed;

        Comparison(Tables tables) {
            this.tables = tables;
        }

        Comparison left(List<String> rows, List<String> columns) {
            left = sum(rows, columns);
            return this;
        }

        Comparison right(List<String> rows, List<String> columns) {
            right = sum(rows, columns);
            return this;
        }

        Comparison previous(String row, String column) {
            cells.add("previous.applications." + row + "." + column);
            right = tables.previousCell(row, column);
            for (Tables.Member body : tables.came()) {
                move(body, column, 1);
            }
            for (Tables.Member body : tables.went()) {
                move(body, column, -1);
            }
            return this;
        }

        private void move(Tables.Member body, String column, int sign) {
            Long open = body.carriedOut().get(column);
            right = right == null || open == null ? null : right + sign * open;
            members.add((sign > 0 ? "+ " : "− ") + body.name() + " " + open);
        }

        Comparison unfit(String row, String column) {
            cells.add("applications." + row + "." + column);
            left = tables.cell(row, column);
            right = null;
            fixed = Verdict.BROKEN;
            return this;
        }

        Comparison fit() {
            left = null;
            right = null;
            fixed = Verdict.HOLDS;
            return this;
        }

        private Long sum(List<String> rows, List<String> columns) {
            Long sum = 0L;
            for (String row : rows) {
                for (String column : columns) {
                    cells.add("applications." + row + "." + column);
                    Long value = tables.cell(row, column);
                    sum = sum == null || value == null ? null : Long.valueOf(Math.addExact(sum, value));
                }
            }
            return sum;
        }

        Finding finding(String rule, String citation, Severity severity) {
            boolean known = left != null && right != null;
            Verdict verdict = fixed != null
                    ? fixed
                    : !known ? Verdict.NOT_ASSESSABLE : Objects.equals(left, right) ? Verdict.HOLDS : Verdict.BROKEN;
            return new Finding(
                    rule,
                    citation,
                    severity,
                    verdict,
                    left,
                    right,
                    known ? left - right : null,
                    List.copyOf(cells),
                    members.isEmpty() ? null : List.copyOf(members));
        }
    }
}
