package org.gongkai.report.word;

import java.io.IOException;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.gongkai.report.chart.Chart;
import org.gongkai.report.document.ReportDocument;
import org.gongkai.report.office.OfficeFile;
import org.gongkai.report.report.ReportFormat.Assembled;

/** Writes title, sections, tables and charts one after the other, each in its style. */
final class WordReport {

    private static final String FULL_STOP = "。";
    private static final String COLON = "：";

    /** Twentieths of a point above a table or below it. */
    private static final int BESIDE_TABLE = 120;

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
        boolean afterTable = false;
        for (ReportDocument.Section section : report.sections()) {
            if (!section.title().isEmpty()) {
                XWPFParagraph heading = paragraph("Heading1", section.title());
                if (section.grid() != null && section.grid().body().size() > WordTable.LOW_TABLE) {
                    // so that its groups are not torn apart
                    heading.setPageBreak(true);
                }
                if (afterTable) {
                    heading.setSpacingBefore(BESIDE_TABLE);
                }
            }
            section.paragraphs().forEach(this::write);
            afterTable = section.grid() != null;
            if (afterTable) {
                document.getLastParagraph().setSpacingAfter(BESIDE_TABLE);
                new WordTable(document.getDocument().getBody().addNewTbl()).write(section.grid());
            } else if (section.paragraphs().isEmpty()) {
                missing(report, section);
            }
        }
    }

    /** Where a section is still empty, what it waits for stands marked in its place. */
    private void missing(ReportDocument report, ReportDocument.Section section) {
        report.missing().stream()
                .filter(line -> line.startsWith(section.title() + COLON))
                .forEach(line -> paragraph(
                        "Missing", "（" + line.substring(section.title().length() + COLON.length()) + "）"));
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
        if (paragraph.parts().stream().anyMatch(ReportDocument.Part::address)) {
            // an address is not broken: the line before it would be drawn apart to the margin
            text.setAlignment(ParagraphAlignment.LEFT);
        }
        paragraph.charts().forEach(this::write);
    }

    /** As a table: its figures can be edited, read aloud and taken over, those of a picture cannot. */
    private void write(Chart chart) {
        paragraph("ChartTitle", chart.title());
        new WordTable(document.getDocument().getBody().addNewTbl()).write(chart);
        paragraph("ChartNote", chart.note() == null ? "" : chart.note());
    }

    private XWPFParagraph paragraph(String style, String text) {
        XWPFParagraph paragraph = document.createParagraph();
        paragraph.setStyle(style);
        run(paragraph, text);
        return paragraph;
    }

    private static void run(XWPFParagraph paragraph, String text) {
        if (!text.isEmpty()) {
            Runs.put(paragraph.getCTP(), text);
        }
    }
}
