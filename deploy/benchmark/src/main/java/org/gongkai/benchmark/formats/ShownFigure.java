package org.gongkai.benchmark.formats;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** How many applications came in the year, as table three of each format shows it: the last figure of its first row. */
final class ShownFigure {

    private static final String ROW = "一、本年新收政府信息公开申请数量";
    private static final String CSV_LINE = "applications,NEW_RECEIVED,TOTAL,";
    private static final Pattern CELL_OF_A_PAGE = Pattern.compile("<td[^>]*>([^<]*)</td>");
    private static final Pattern TEXT_OF_WORD = Pattern.compile("<w:t(?: [^>]*)?>([^<]*)</w:t>");
    private static final Pattern VALUE_OF_A_SHEET = Pattern.compile("<v>([^<]*)</v>");
    private static final Pattern SHARED_TEXT = Pattern.compile("<si>");

    private ShownFigure() {}

    /** Where formats do not show what JSON shows, each; a PDF is not read. */
    static List<String> differences(Map<Format, byte[]> reports) {
        List<String> differences = new ArrayList<>();
        String expected = of(Format.JSON, reports.get(Format.JSON));
        reports.forEach((format, report) -> {
            String shown = format == Format.PDF ? expected : of(format, report);
            if (shown == null || !shown.equals(expected)) {
                differences.add("%s shows %s applications received, JSON %s".formatted(format, shown, expected));
            }
        });
        return differences;
    }

    /** Null where it is not found. */
    private static String of(Format format, byte[] report) {
        try {
            return switch (format) {
                case JSON -> {
                    var total = new ObjectMapper().readTree(report).at("/tables/applications/NEW_RECEIVED/TOTAL");
                    yield total.isNumber() ? total.asText() : null;
                }
                case HTML -> last(CELL_OF_A_PAGE, row(text(report), ROW, "</tr>"));
                case CSV -> afterLast(',', row(text(report), CSV_LINE, "\r\n"));
                case TXT -> {
                    String table = text(report);
                    int lastColumn = table.lastIndexOf(ROW);
                    yield lastColumn < 0 ? null : afterLast(' ', row(table.substring(lastColumn), ROW, "\n"));
                }
                case DOCX -> last(TEXT_OF_WORD, row(part(report, "word/document.xml"), ROW, "</w:tr>"));
                case XLSX -> ofWorkbook(report);
                case PDF -> null;
            };
        } catch (IOException unreadable) {
            return null;
        }
    }

    /** A total there is a formula with the value that it had when it was written. */
    private static String ofWorkbook(byte[] report) throws IOException {
        String texts = part(report, "xl/sharedStrings.xml");
        int at = texts.indexOf(ROW);
        long index = SHARED_TEXT
                        .matcher(texts.substring(0, Math.max(at, 0)))
                        .results()
                        .count()
                - 1;
        String table = part(report, "xl/worksheets/sheet3.xml");
        String value = at < 0 ? null : last(VALUE_OF_A_SHEET, row(table, "t=\"s\"><v>" + index + "</v>", "</row>"));
        return value == null ? null : new BigDecimal(value).stripTrailingZeros().toPlainString();
    }

    private static String text(byte[] report) {
        return new String(report, StandardCharsets.UTF_8);
    }

    /** From its beginning to what ends it, without that; empty where there is none. */
    private static String row(String table, String beginning, String end) {
        int from = table.indexOf(beginning);
        int to = from < 0 ? -1 : table.indexOf(end, from);
        return to < 0 ? "" : table.substring(from, to);
    }

    private static String last(Pattern cell, String row) {
        String last = null;
        for (Matcher each = cell.matcher(row); each.find(); ) {
            last = each.group(1);
        }
        return last;
    }

    private static String afterLast(char before, String line) {
        return line.isEmpty() ? null : line.substring(line.lastIndexOf(before) + 1);
    }

    private static String part(byte[] archive, String name) throws IOException {
        try (ZipInputStream parts = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (ZipEntry part = parts.getNextEntry(); part != null; part = parts.getNextEntry()) {
                if (part.getName().equals(name)) {
                    return text(parts.readAllBytes());
                }
            }
        }
        throw new IOException("no " + name);
    }
}
