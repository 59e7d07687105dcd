package org.gongkai.report.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gongkai.report.check.Finding;
import org.gongkai.report.check.Rule;
import org.gongkai.report.check.Tables;
import org.gongkai.report.check.Verdict;
import org.gongkai.report.form.Form;
import org.gongkai.report.statement.Statement;

/** Puts a statement into a form; computes no figure of its own. */
final class Assembly {

    private Assembly() {}

    static YearlyReport assemble(Form form, Statement statement) {
        List<Finding> findings = Rule.checkAll(form, tables(statement));
        int broken = (int) findings.stream()
                .filter(finding -> finding.verdict() == Verdict.BROKEN)
                .count();
        int section = form.applications().section();
        return new YearlyReport(
                form.titleOf(statement.name(), statement.year()),
                form.form(),
                statement.organisation(),
                statement.name(),
                statement.year(),
                "live",
                List.of(new YearlyReport.Section(
                        section, form.sectionTitle(section), form.applications().note())),
                new YearlyReport.Tables(inOrder(form.applications(), statement.applications())),
                new YearlyReport.Checks(broken, 0, findings),
                new YearlyReport.Source(statement.position(), statement.asOf(), statement.complete()));
    }

    private static Tables tables(Statement statement) {
        return new Tables(
                statement.applications(),
                statement.previous().applications(),
                members(statement, Statement.Change.CAME),
                members(statement, Statement.Change.WENT));
    }

    private static List<Tables.Member> members(Statement statement, Statement.Change change) {
        return statement.memberChanges() == null
                ? List.of()
                : statement.memberChanges().stream()
                        .filter(member -> member.change() == change)
                        .map(member ->
                                new Tables.Member(member.organisation() + " " + member.name(), member.carriedOut()))
                        .toList();
    }

    private static Map<String, Map<String, Long>> inOrder(
            Form.ApplicationsTable table, Map<String, Map<String, Long>> cells) {
        Map<String, Map<String, Long>> ordered = new LinkedHashMap<>();
        for (Form.Row row : table.rows()) {
            Map<String, Long> line = new LinkedHashMap<>();
            for (Form.Column column : table.columns()) {
                line.put(column.code(), cells.get(row.code()).get(column.code()));
            }
            ordered.put(row.code(), line);
        }
        return ordered;
    }
}
