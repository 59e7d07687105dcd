package org.gongkai.report.sheet;

import java.util.List;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.PageMargin;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.gongkai.report.figure.Quantity;

/** Writes cells to a sheet, makes rows as high as their texts need, and sets the sheet up to be printed on A4. */
final class SheetWriter {

    /** Of the size of the letters. */
    private static final double LINE = 1.35;

    private static final float MARGIN = 4f;
    private static final float LEAST = 18f;

    /** The size in which widths are counted. */
    private static final int STANDARD = 11;

    private static final int PADDING = 1;
    private static final int WIDTH_UNITS = 256;
    private static final double SIDE = 0.6;
    private static final double TOP = 0.75;

    private final XSSFSheet sheet;
    private final Styles styles;
    private Styles.Look figures = Styles.Look.FIGURE;

    SheetWriter(XSSFWorkbook book, String name, String title, Styles styles) {
        this.sheet = book.createSheet(name);
        this.styles = styles;
        sheet.setDisplayGridlines(false);
        sheet.setFitToPage(true);
        sheet.setHorizontallyCenter(true);
        sheet.getPrintSetup().setPaperSize(PrintSetup.A4_PAPERSIZE);
        sheet.getPrintSetup().setFitWidth((short) 1);
        sheet.getPrintSetup().setFitHeight((short) 0);
        sheet.setMargin(PageMargin.LEFT, SIDE);
        sheet.setMargin(PageMargin.RIGHT, SIDE);
        sheet.setMargin(PageMargin.TOP, TOP);
        sheet.setMargin(PageMargin.BOTTOM, TOP);
        // an ampersand would begin a code
        sheet.getHeader().setCenter(title.replace("&", "&&"));
        sheet.getFooter().setCenter("第 &P 页，共 &N 页");
    }

    String name() {
        return sheet.getSheetName();
    }

    XSSFSheet sheet() {
        return sheet;
    }

    /** Widths of the columns from the first on, in characters. */
    void widths(List<Integer> characters) {
        for (int column = 0; column < characters.size(); column++) {
            sheet.setColumnWidth(column, characters.get(column) * WIDTH_UNITS);
        }
    }

    /** Figures stand below each other with their ones, not in the middle as in the form. */
    void figuresToCompare() {
        figures = Styles.Look.COMPARED;
    }

    /** All on one page. */
    void onePage() {
        sheet.getPrintSetup().setFitHeight((short) 1);
    }

    /** Wider than high. */
    void landscape() {
        sheet.getPrintSetup().setLandscape(true);
    }

    /** Rows above and columns left of this cell stay in sight, and the rows from {@code first} on are printed on each page. */
    void keepInSight(int first, int row, int column) {
        sheet.createFreezePane(column, row);
        if (row > first) {
            sheet.setRepeatingRows(new CellRangeAddress(first, row - 1, -1, -1));
        }
    }

    void text(int row, int column, String text, Styles.Look look) {
        text(row, column, 1, 1, text, look);
    }

    /** A text over several rows and columns. */
    void text(int row, int column, int rows, int columns, String text, Styles.Look look) {
        cell(row, column, rows, columns, styles.text(look, text)).setCellValue(text);
        int width = 0;
        for (int each = column; each < column + columns; each++) {
            width += sheet.getColumnWidth(each) / WIDTH_UNITS;
        }
        if (rows == 1) {
            heighten(row, Math.max(LEAST, (float) (look.points() * LINE) * lines(text, width, look) + MARGIN));
        }
    }

    void number(int row, int column, int columns, Quantity quantity) {
        Cell cell = cell(row, column, 1, columns, style(quantity));
        cell.setCellValue(quantity.value().doubleValue());
        heighten(row, LEAST);
    }

    void formula(int row, int column, int columns, String formula, Quantity like) {
        cell(row, column, 1, columns, style(like)).setCellFormula(formula);
        heighten(row, LEAST);
    }

    /** A formula whose value is a word. */
    void wordFormula(int row, int column, String formula) {
        cell(row, column, 1, 1, styles.text(Styles.Look.WORD, "")).setCellFormula(formula);
    }

    void heighten(int row, float points) {
        Row at = row(row);
        if (at.getHeightInPoints() < points) {
            at.setHeightInPoints(points);
        }
    }

    private CellStyle style(Quantity quantity) {
        return styles.number(figures, Math.max(0, quantity.value().scale()));
    }

    /** The upper left one of the cells, all of them with the style, so that the border goes round. */
    private Cell cell(int row, int column, int rows, int columns, CellStyle style) {
        for (int down = row; down < row + rows; down++) {
            for (int right = column; right < column + columns; right++) {
                row(down).createCell(right).setCellStyle(style);
            }
        }
        if (rows > 1 || columns > 1) {
            sheet.addMergedRegion(new CellRangeAddress(row, row + rows - 1, column, column + columns - 1));
        }
        return row(row).getCell(column);
    }

    private Row row(int row) {
        Row existing = sheet.getRow(row);
        return existing == null ? sheet.createRow(row) : existing;
    }

    /** How many lines a text fills; a Chinese character is as wide as two digits. */
    private static int lines(String text, int width, Styles.Look look) {
        int wide = text.codePoints().map(each -> each < 0x2E80 ? 1 : 2).sum();
        int room = Math.max(2, (width - PADDING) * STANDARD / look.points());
        return Math.max(1, (wide + room - 1) / room);
    }
}
