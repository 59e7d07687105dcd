package org.gongkai.report.word;

import java.io.IOException;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.gongkai.report.chart.Chart;
import org.gongkai.report.document.ReportDocument;
import org.gongkai.report.office.OfficeFile;
import org.gongkai.report.report.ReportFormat.Assembled;

/** Writes title, sections, tables and charts one after the other, each in its style. */
final class WordReport {

    private static final String FULL_STOP = "。";

    private final XWPFDocument document;

    private WordReport(XWPFDocument document) {
        this.document = document;
    }

    static byte[] of(Assembled report) throws IOException {
        try (XWPFDocument document = Blank.open()) {
            new WordReport(document).write(report.document());
            return OfficeFile.of(
                    document,
                    report.document().title(),
                    report.report().name(),
                    report.report().source().asOf());
        }
    }

    private void write(ReportDocument report) {
        paragraph("Title", report.title());
        for (ReportDocument.Section section : report.sections()) {
            if (!section.title().isEmpty()) {
                paragraph("Heading1", section.title());
            }
            section.paragraphs().forEach(this::write);
            if (section.grid() != null) {
                new WordTable(document.getDocument().getBody().addNewTbl()).write(section.grid());
            }
        }
    }

    private void write(ReportDocument.Paragraph paragraph) {
        if (paragraph.heading() != null) {
            // on a line of its own, where a heading has no full stop
            paragraph(
                    "Heading2",
                    paragraph.heading().endsWith(FULL_STOP)
                            ? paragraph
                                    .heading()
                                    .substring(0, paragraph.heading().length() - FULL_STOP.length())
                            : paragraph.heading());
        }
        XWPFParagraph text = document.createParagraph();
        paragraph.parts().forEach(part -> run(text, part.text()));
        paragraph.charts().forEach(this::write);
    }

    /** As a table: its figures can be edited, read aloud and taken over, those of a picture cannot. */
    private void write(Chart chart) {
        paragraph("ChartTitle", chart.title());
        new WordTable(document.getDocument().getBody().addNewTbl()).write(chart);
        paragraph("ChartNote", chart.note() == null ? "" : chart.note());
    }

    private void paragraph(String style, String text) {
        XWPFParagraph paragraph = document.createParagraph();
        paragraph.setStyle(style);
        run(paragraph, text);
    }

    private static void run(XWPFParagraph paragraph, String text) {
        if (!text.isEmpty()) {
            Runs.put(paragraph.getCTP(), text);
        }
    }
}
