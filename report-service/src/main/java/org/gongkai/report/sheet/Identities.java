package org.gongkai.report.sheet;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.gongkai.report.check.Finding;
import org.gongkai.report.check.Rule;
import org.gongkai.report.figure.Figures;
import org.gongkai.report.form.DisputesTable;
import org.gongkai.report.form.Form;
import org.gongkai.report.form.ProactiveTable;

/**
 * The 勾稽关系 of a form as relations between cells, in the order of the rules. What lies outside the tables, the year
 * before and the bodies that came or went, is taken from the findings of the report.
 */
final class Identities {

    private final Form form;
    private final Figures figures;
    private final List<Finding> findings;

    private Identities(Form form, Figures figures, List<Finding> findings) {
        this.form = form;
        this.figures = figures;
        this.findings = findings;
    }

    static List<Identity> of(Form form, Figures figures, List<Finding> findings) {
        Identities identities = new Identities(form, figures, findings);
        List<Identity> all = new ArrayList<>(identities.balance());
        all.addAll(identities.resultTotal());
        all.addAll(identities.columnTotal());
        all.addAll(identities.carriedOver());
        all.addAll(identities.disputes());
        all.addAll(identities.stock());
        return all;
    }

    static String application(String row, String column) {
        return "applications." + row + "." + column;
    }

    static String dispute(String block, String column) {
        return "disputes." + block + "." + column;
    }

    private static String proactive(String row, String column) {
        return "proactive." + row + "." + column;
    }

    private List<Identity> balance() {
        Form.Balance balance = form.applications().balance();
        return form.applications().columns().stream()
                .map(column -> Identity.within(
                        Rule.R1, label(column), inColumn(balance.left(), column), inColumn(balance.right(), column)))
                .toList();
    }

    private List<Identity> resultTotal() {
        Form.ApplicationsTable table = form.applications();
        return table.columns().stream()
                .map(column -> Identity.within(
                        Rule.R2,
                        label(column),
                        inColumn(List.of(table.resultTotal()), column),
                        inColumn(table.outcomes(), column)))
                .toList();
    }

    private List<Identity> columnTotal() {
        Form.ApplicationsTable table = form.applications();
        return table.rows().stream()
                .map(row -> Identity.within(
                        Rule.R3,
                        label(row),
                        List.of(application(row.code(), table.columnTotal())),
                        table.parts().stream()
                                .map(column -> application(row.code(), column))
                                .toList()))
                .toList();
    }

    private List<Identity> carriedOver() {
        String opening = form.applications().opening();
        return form.applications().columns().stream()
                .map(column -> {
                    String left = application(opening, column.code());
                    return new Identity(
                            Rule.R4, label(column), List.of(left), List.of(), List.of(), rightOf(Rule.R4, left));
                })
                .toList();
    }

    private List<Identity> disputes() {
        DisputesTable table = form.disputes();
        return table.blocks().stream()
                .map(block -> Identity.within(
                        Rule.R7,
                        Stream.of(block.group(), block.label())
                                .filter(Objects::nonNull)
                                .reduce((group, label) -> group + "·" + label)
                                .orElseThrow(),
                        List.of(dispute(block.code(), table.total())),
                        table.parts().stream()
                                .map(column -> dispute(block.code(), column))
                                .toList()))
                .toList();
    }

    private List<Identity> stock() {
        ProactiveTable.Stock stock = form.proactive().stock();
        return form.proactive().clauses().stream()
                .flatMap(clause -> clause.rows().stream())
                .filter(row -> stock.rows().contains(row.code()))
                .map(row -> {
                    String left = proactive(row.code(), stock.inForce());
                    String issued = proactive(row.code(), stock.issued());
                    String ended = proactive(row.code(), stock.ended());
                    return new Identity(
                            Rule.R_T2,
                            row.label(),
                            List.of(left),
                            List.of(issued),
                            List.of(ended),
                            openingOf(left, issued, ended));
                })
                .toList();
    }

    /** What was in force a year before, as the finding took it: its right without what this year's cells are of it. */
    private BigDecimal openingOf(String left, String issued, String ended) {
        BigDecimal right = rightOf(Rule.R_T2, left);
        return right == null ? null : right.subtract(valueOf(issued)).add(valueOf(ended));
    }

    private BigDecimal valueOf(String path) {
        return figures.get(path).quantity().value();
    }

    private BigDecimal rightOf(Rule rule, String left) {
        return findings.stream()
                .filter(finding ->
                        finding.rule().equals(rule.code()) && finding.cells().contains(left))
                .map(Finding::right)
                .filter(Objects::nonNull)
                .map(right -> right.value())
                .findFirst()
                .orElse(null);
    }

    private List<String> inColumn(List<String> rows, Form.Column column) {
        return rows.stream().map(row -> application(row, column.code())).toList();
    }

    private static String label(Form.Column column) {
        return column.group() == null ? column.label() : column.group() + "·" + column.label();
    }

    private static String label(Form.Row row) {
        return row.group() == null ? row.label() : row.group() + "·" + row.label();
    }
}
