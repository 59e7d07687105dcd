package org.gongkai.report.text;

import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gongkai.report.chart.Chart;
import org.gongkai.report.document.ReportDocument;
import org.gongkai.report.figure.Figures;
import org.gongkai.report.form.Form;
import org.gongkai.report.report.ReportFormat.Assembled;

/**
 * The sections in order. A cell of a table is a line of its own, {@code 行 / 列: 值}: every heading that stands over it, from
 * the outermost in, so that no two lines are alike. What follows the last colon is the figure.
 */
final class TextReport {

    private static final String BETWEEN = " / ";

    private final Assembled report;
    private final StringBuilder text = new StringBuilder();

    TextReport(Assembled report) {
        this.report = report;
    }

    String text() {
        line(report.document().title());
        for (ReportDocument.Section section : report.document().sections()) {
            line("");
            if (!section.title().isEmpty()) {
                line(section.title());
                line("");
            }
            section.paragraphs().forEach(this::paragraph);
            table(section.number());
        }
        return text.toString();
    }

    private void paragraph(ReportDocument.Paragraph paragraph) {
        line((paragraph.heading() == null ? "" : paragraph.heading())
                + paragraph.parts().stream().map(ReportDocument.Part::text).collect(Collectors.joining()));
        paragraph.charts().forEach(this::chart);
    }

    private void chart(Chart chart) {
        line("");
        line(chart.title());
        chart.bars().forEach(bar -> line("  " + bar.name() + ": " + bar.print()));
        if (chart.note() != null) {
            line("  " + chart.note());
        }
        line("");
    }

    private void table(int section) {
        Form form = report.form();
        if (section == form.proactive().section()) {
            proactive();
        } else if (section == form.applications().section()) {
            applications(form.applications());
        } else if (section == form.disputes().section()) {
            disputes();
        }
    }

    private void proactive() {
        report.form()
                .proactive()
                .clauses()
                .forEach(clause -> clause.rows()
                        .forEach(row -> clause.columns()
                                .forEach(column -> cell(
                                        "proactive." + row.code() + "." + column.code(),
                                        clause.title(),
                                        row.label(),
                                        column.label()))));
    }

    private void applications(Form.ApplicationsTable table) {
        line(table.note());
        table.rows()
                .forEach(row -> table.columns()
                        .forEach(column -> cell(
                                "applications." + row.code() + "." + column.code(),
                                row.part(),
                                row.group(),
                                row.label(),
                                column.group(),
                                column.label())));
    }

    private void disputes() {
        report.form()
                .disputes()
                .blocks()
                .forEach(block -> report.form()
                        .disputes()
                        .columns()
                        .forEach(column -> cell(
                                "disputes." + block.code() + "." + column.code(),
                                block.group(),
                                block.label(),
                                column.label())));
    }

    private void cell(String path, String... headings) {
        Figures figures = report.figures();
        line(Stream.of(headings).filter(Objects::nonNull).collect(Collectors.joining(BETWEEN)) + ": "
                + figures.print(path));
    }

    private void line(String line) {
        text.append(line).append('\n');
    }
}
