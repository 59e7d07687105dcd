package org.gongkai.report.report;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gongkai.report.check.Finding;
import org.gongkai.report.check.Rule;
import org.gongkai.report.check.Verdict;
import org.gongkai.report.check.Waiver;
import org.gongkai.report.document.ReportDocument;
import org.gongkai.report.figure.Figures;
import org.gongkai.report.figure.Quantity;
import org.gongkai.report.form.Form;
import org.gongkai.report.form.FormCell;
import org.gongkai.report.prose.Narrative;
import org.gongkai.report.statement.Statement;

/** Puts a statement into a form; computes no figure of its own. */
final class Assembly {

    private Assembly() {}

    /**
     * The report with everything that any format shows of it.
     *
     * @param written texts of the office, with placeholders, by number of the section
     * @param waivers those that stand
     * @param publishedOn the day on which it was published first, or null
     */
    static ReportFormat.Assembled assemble(
            Form form,
            Statement statement,
            Map<Integer, String> written,
            Map<Rule, Waiver> waivers,
            LocalDate publishedOn) {
        Figures figures = Figures.of(form, statement);
        Narrative narrative = new Narrative(form, figures, statement, written);
        List<YearlyReport.Section> sections = narrative.sections().stream()
                .map(section -> new YearlyReport.Section(section.number(), section.title(), section.text()))
                .toList();
        List<Finding> findings = FormNotes.on(
                LateCaseNotes.on(
                        Rule.checkAll(form, CheckedTables.of(statement, figures, sections, publishedOn), waivers),
                        statement),
                statement);
        int broken = (int) findings.stream()
                .filter(finding -> finding.verdict() == Verdict.BROKEN)
                .count();
        int waived = (int)
                findings.stream().filter(finding -> finding.waived() != null).count();
        YearlyReport report = new YearlyReport(
                form.titleOf(statement.name(), statement.year()),
                form.form(),
                statement.organisation(),
                statement.name(),
                statement.year(),
                YearlyReport.LIVE,
                sections,
                tables(form, figures),
                Overviews.of(form, figures),
                new YearlyReport.Checks(broken, waived, findings),
                new YearlyReport.Source(
                        statement.position(), statement.asOf(), statement.complete(), statement.previousYear()));
        ReportDocument document = ReportDocument.of(form, statement, figures, narrative, findings);
        return new ReportFormat.Assembled(form, statement, figures, report, document);
    }

    private static YearlyReport.Tables tables(Form form, Figures figures) {
        Map<String, Map<String, Map<String, Quantity>>> tables = new LinkedHashMap<>();
        for (FormCell cell : form.cells()) {
            tables.computeIfAbsent(cell.table(), none -> new LinkedHashMap<>())
                    .computeIfAbsent(cell.row(), none -> new LinkedHashMap<>())
                    .put(cell.column(), figures.get(cell.path()).quantity());
        }
        return new YearlyReport.Tables(
                tables.get(FormCell.PROACTIVE), tables.get(FormCell.APPLICATIONS), tables.get(FormCell.DISPUTES));
    }
}
