package org.gongkai.report.sheet;

import java.util.HashMap;
import java.util.Map;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.FontScheme;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** The cell styles of a workbook, each made once. */
final class Styles {

    /** What a cell looks like. */
    enum Look {
        TITLE(FONT_OF_HEADINGS, 16, HorizontalAlignment.CENTER, false, false),
        NOTE(FONT_OF_TEXT, 10, HorizontalAlignment.LEFT, false, false),
        PART(FONT_OF_HEADINGS, 11, HorizontalAlignment.LEFT, false, false),
        HEADING(FONT_OF_HEADINGS, 10, HorizontalAlignment.CENTER, true, true),
        LABEL(FONT_OF_TEXT, 10, HorizontalAlignment.LEFT, true, false),
        WORD(FONT_OF_TEXT, 10, HorizontalAlignment.CENTER, true, false),
        FIGURE(FONT_OF_TEXT, 10, HorizontalAlignment.CENTER, true, false),
        COMPARED(FONT_OF_TEXT, 10, HorizontalAlignment.RIGHT, true, false);

        private final String font;
        private final int points;
        private final HorizontalAlignment alignment;
        private final boolean bordered;
        private final boolean filled;

        Look(String font, int points, HorizontalAlignment alignment, boolean bordered, boolean filled) {
            this.font = font;
            this.points = points;
            this.alignment = alignment;
            this.bordered = bordered;
            this.filled = filled;
        }

        /** The size of the letters. */
        int points() {
            return points;
        }
    }

    private static final String FONT_OF_TEXT = "宋体";
    private static final String FONT_OF_HEADINGS = "黑体";
    private static final byte[] HEADING_FILL = {(byte) 0xEE, (byte) 0xF1, (byte) 0xF5};

    /** What a spreadsheet would take for a formula when the text is typed again. */
    private static final String BEGINS_A_FORMULA = "=+-@\t\r";

    private final XSSFWorkbook book;
    private final Map<String, XSSFCellStyle> made = new HashMap<>();

    Styles(XSSFWorkbook book) {
        this.book = book;
        XSSFFont standard = book.getFontAt(0);
        standard.setFontName(FONT_OF_TEXT);
        // or the theme's font would go before it
        standard.setScheme(FontScheme.NONE);
    }

    /** Of a text; one that begins as a formula does is marked as text for ever. */
    CellStyle text(Look look, String text) {
        boolean quoted = !text.isEmpty() && BEGINS_A_FORMULA.indexOf(text.charAt(0)) >= 0;
        return made.computeIfAbsent(look + (quoted ? "'" : ""), key -> {
            XSSFCellStyle style = make(look);
            style.setQuotePrefixed(quoted);
            return style;
        });
    }

    /** Of a number with so many decimals. */
    CellStyle number(Look look, int decimals) {
        String digits = decimals == 0 ? "0" : "0." + "0".repeat(decimals);
        // a character's width free before the line
        String format = look == Look.COMPARED ? digits + "_0" : digits;
        return made.computeIfAbsent(look + format, key -> {
            XSSFCellStyle style = make(look);
            style.setDataFormat(book.createDataFormat().getFormat(format));
            return style;
        });
    }

    private XSSFCellStyle make(Look look) {
        XSSFFont font = book.createFont();
        font.setFontName(look.font);
        font.setFontHeightInPoints((short) look.points);
        XSSFCellStyle style = book.createCellStyle();
        style.setFont(font);
        style.setAlignment(look.alignment);
        style.setVerticalAlignment(VerticalAlignment.CENTER);
        style.setWrapText(true);
        if (look == Look.LABEL) {
            style.setIndention((short) 1);
        }
        if (look.bordered) {
            style.setBorderTop(BorderStyle.THIN);
            style.setBorderBottom(BorderStyle.THIN);
            style.setBorderLeft(BorderStyle.THIN);
            style.setBorderRight(BorderStyle.THIN);
        }
        if (look.filled) {
            style.setFillForegroundColor(new XSSFColor(HEADING_FILL, null));
            style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
        }
        return style;
    }
}
