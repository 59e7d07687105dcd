package org.gongkai.report.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.gongkai.report.form.Form;
import org.gongkai.report.form.Forms;
import org.gongkai.report.testing.FormReading;
import org.gongkai.report.testing.ReadTable;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTcPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STMerge;

/** Takes the cells of tables two, three and four back out of each format, by path. */
final class FormatReading {

    private static final Form FORM = Forms.FORM_2021;
    private static final int ABOVE_THE_TABLE = 2;

    private FormatReading() {}

    static Map<String, String> json(byte[] bytes) throws IOException {
        JsonNode tables = new ObjectMapper().readTree(bytes).path("tables");
        Map<String, String> cells = new HashMap<>();
        tables.properties()
                .forEach(table -> table.getValue()
                        .properties()
                        .forEach(row -> row.getValue()
                                .properties()
                                .forEach(column -> cells.put(
                                        table.getKey() + "." + row.getKey() + "." + column.getKey(),
                                        column.getValue().asText()))));
        return cells;
    }

    /** By the labels, and not by the codes beside them. */
    static Map<String, String> csv(byte[] bytes) throws IOException {
        String text = new String(bytes, StandardCharsets.UTF_8).substring(1);
        Map<String, String> byLabel = new HashMap<>();
        for (CSVRecord line : CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get()
                .parse(new StringReader(text))) {
            String label = line.get("table") + "|" + line.get("row_label") + "|" + line.get("column_label");
            if (byLabel.put(label, line.get("value")) != null) {
                throw new AssertionError("two lines of " + label);
            }
        }
        Map<String, String> cells = new HashMap<>();
        labels().forEach((path, labels) -> cells.put(
                path, byLabel.get(path.substring(0, path.indexOf('.')) + "|" + labels.row() + "|" + labels.column())));
        return cells;
    }

    static Map<String, String> text(byte[] bytes) {
        Map<String, String> byLabel = new HashMap<>();
        for (String line : new String(bytes, StandardCharsets.UTF_8).split("\n")) {
            int colon = line.lastIndexOf(": ");
            if (colon > 0
                    && !line.startsWith(" ")
                    && byLabel.put(line.substring(0, colon), line.substring(colon + 2)) != null) {
                throw new AssertionError("two lines of " + line.substring(0, colon));
            }
        }
        Map<String, String> cells = new HashMap<>();
        labels().forEach((path, labels) -> cells.put(path, byLabel.get(labels.inFull())));
        return cells;
    }

    static Map<String, String> html(byte[] bytes) {
        String page = new String(bytes, StandardCharsets.UTF_8);
        Map<String, ReadTable> tables = new HashMap<>();
        Matcher found = Pattern.compile("<table class=\"(\\w+)\">(.*?)</table>", Pattern.DOTALL)
                .matcher(page);
        while (found.find()) {
            ReadTable table = new ReadTable();
            int row = 0;
            Matcher line = Pattern.compile("<tr>(.*?)</tr>", Pattern.DOTALL).matcher(found.group(2));
            while (line.find()) {
                Matcher cell = Pattern.compile("<(th|td)([^>]*)>(.*?)</\\1>", Pattern.DOTALL)
                        .matcher(line.group(1));
                while (cell.find()) {
                    String text = cell.group(3).replace("<br>", "\n");
                    table.add(row, span("rowspan", cell.group(2)), span("colspan", cell.group(2)), text);
                }
                row++;
            }
            tables.put(found.group(1), table);
        }
        return FormReading.of(FORM, tables.get("proactive"), tables.get("applications"), tables.get("disputes"));
    }

    private static int span(String name, String attributes) {
        Matcher span = Pattern.compile(name + "=\"(\\d+)\"").matcher(attributes);
        return span.find() ? Integer.parseInt(span.group(1)) : 1;
    }

    static Map<String, String> word(byte[] bytes) throws IOException {
        try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(bytes))) {
            List<XWPFTable> tables = document.getTables().stream()
                    .filter(table -> table.getCTTbl().getTblGrid().sizeOfGridColArray() > 2)
                    .toList();
            return FormReading.of(FORM, read(tables.get(0)), read(tables.get(1)), read(tables.get(2)));
        }
    }

    /** A cell that goes on with the one above has its text, and must have none of its own. */
    private static ReadTable read(XWPFTable table) {
        ReadTable read = new ReadTable();
        for (int row = 0; row < table.getNumberOfRows(); row++) {
            int column = 0;
            for (XWPFTableCell cell : table.getRow(row).getTableCells()) {
                CTTcPr properties = cell.getCTTc().getTcPr();
                int span = properties.isSetGridSpan()
                        ? properties.getGridSpan().getVal().intValue()
                        : 1;
                boolean goesOn =
                        properties.isSetVMerge() && properties.getVMerge().getVal() != STMerge.RESTART;
                if (goesOn && !cell.getText().isEmpty()) {
                    throw new AssertionError("hidden by the cell above: " + cell.getText());
                }
                read.put(row, column, 1, span, goesOn ? read.at(row - 1, column) : cell.getText());
                column += span;
            }
        }
        return read;
    }

    static Map<String, String> sheet(byte[] bytes) throws IOException {
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(bytes))) {
            return sheet(book);
        }
    }

    static Map<String, String> sheet(XSSFWorkbook book) {
        return FormReading.of(
                FORM, read(book.getSheet("二 主动公开")), read(book.getSheet("三 申请")), read(book.getSheet("四 复议诉讼")));
    }

    private static ReadTable read(Sheet sheet) {
        ReadTable read = new ReadTable();
        for (int row = ABOVE_THE_TABLE; row <= sheet.getLastRowNum(); row++) {
            for (Cell cell : sheet.getRow(row)) {
                CellRangeAddress merged = sheet.getMergedRegions().stream()
                        .filter(region -> region.isInRange(cell))
                        .findFirst()
                        .orElse(new CellRangeAddress(row, row, cell.getColumnIndex(), cell.getColumnIndex()));
                if (merged.getFirstRow() == row && merged.getFirstColumn() == cell.getColumnIndex()) {
                    read.put(
                            row - ABOVE_THE_TABLE,
                            cell.getColumnIndex(),
                            merged.getLastRow() - row + 1,
                            merged.getLastColumn() - merged.getFirstColumn() + 1,
                            valueOf(cell));
                }
            }
        }
        return read;
    }

    /** What is kept as the value, also of a formula; a number with the decimals that it has. */
    static String valueOf(Cell cell) {
        CellType type = cell.getCellType() == CellType.FORMULA ? cell.getCachedFormulaResultType() : cell.getCellType();
        return type == CellType.NUMERIC
                ? plain(BigDecimal.valueOf(cell.getNumericCellValue()))
                : cell.getStringCellValue();
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    /** The headings of a cell. */
    private record Labels(String row, String column, List<String> all) {

        String inFull() {
            return String.join(" / ", all);
        }
    }

    private static Map<String, Labels> labels() {
        Map<String, Labels> labels = new HashMap<>();
        FORM.proactive()
                .clauses()
                .forEach(clause -> clause.rows()
                        .forEach(row -> clause.columns()
                                .forEach(column -> labels.put(
                                        "proactive." + row.code() + "." + column.code(),
                                        labels(
                                                row.label(),
                                                column.label(),
                                                clause.title(),
                                                row.label(),
                                                column.label())))));
        FORM.applications()
                .rows()
                .forEach(row -> FORM.applications()
                        .columns()
                        .forEach(column -> labels.put(
                                "applications." + row.code() + "." + column.code(),
                                labels(
                                        row.label(),
                                        column.label(),
                                        row.part(),
                                        row.group(),
                                        row.label(),
                                        column.group(),
                                        column.label()))));
        FORM.disputes()
                .blocks()
                .forEach(block -> FORM.disputes()
                        .columns()
                        .forEach(column -> labels.put(
                                "disputes." + block.code() + "." + column.code(),
                                labels(block.label(), column.label(), block.group(), block.label(), column.label()))));
        return labels;
    }

    private static Labels labels(String row, String column, String... all) {
        return new Labels(row, column, Stream.of(all).filter(Objects::nonNull).toList());
    }
}
