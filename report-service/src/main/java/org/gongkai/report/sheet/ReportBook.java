package org.gongkai.report.sheet;

import java.io.IOException;
import org.apache.poi.xssf.usermodel.XSSFFormulaEvaluator;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.gongkai.report.document.Grid;
import org.gongkai.report.document.ReportDocument;
import org.gongkai.report.form.Form;
import org.gongkai.report.office.OfficeFile;
import org.gongkai.report.report.ReportFormat.Assembled;

/** Writes the sheets one after the other: 总体情况, a sheet for each table of the form, 校核. */
final class ReportBook {

    static final String OVERVIEW = "总体情况";
    static final String CHECKS = "校核";

    private static final String NUMERALS = "〇一二三四五六七八九";

    private ReportBook() {}

    static byte[] of(Assembled report) throws IOException {
        try (XSSFWorkbook book = new XSSFWorkbook()) {
            Styles styles = new Styles(book);
            String title = report.document().title();
            Places places = new Places();
            // first: what stands in a table as well is looked for there
            OverviewSheet.write(new SheetWriter(book, OVERVIEW, title, styles), report, places);
            Totals totals = Totals.of(report.form());
            for (ReportDocument.Section section : report.document().sections()) {
                Grid grid = section.grid();
                if (grid != null) {
                    String name = nameOf(report.form(), section);
                    SheetWriter sheet = new SheetWriter(book, name, title, styles);
                    new GridSheet(sheet, grid, report.figures(), totals, places).write(section.title(), title);
                }
            }
            new CheckSheet(new SheetWriter(book, CHECKS, title, styles), report, places).write();
            XSSFFormulaEvaluator.evaluateAllFormulaCells(book);
            return OfficeFile.of(
                    book,
                    title,
                    report.report().name(),
                    report.report().source().asOf());
        }
    }

    /** {@code 三 申请}: the section's number and what the table is about. */
    static String nameOf(Form form, ReportDocument.Section section) {
        String about = section.number() == form.proactive().section()
                ? "主动公开"
                : section.number() == form.applications().section() ? "申请" : "复议诉讼";
        return NUMERALS.charAt(section.number()) + " " + about;
    }
}
