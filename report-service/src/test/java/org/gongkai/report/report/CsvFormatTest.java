package org.gongkai.report.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;

class CsvFormatTest {

    private final byte[] bytes = (byte[]) new CsvFormat().render(ReportFixtures.qingyang());

    @Test
    void every_cell_of_the_three_tables_is_a_line_and_equals_the_published_report() throws IOException {
        List<CSVRecord> lines = lines();

        Map<String, Long> perTable =
                lines.stream().collect(Collectors.groupingBy(line -> line.get("table"), Collectors.counting()));
        assertEquals(Map.of("proactive", 10L, "applications", 175L, "disputes", 15L), perTable);
        JsonNode published = published();
        for (CSVRecord line : lines) {
            if (line.get("table").equals("applications")) {
                int column = indexOf(published.path("columns"), line.get("column"));
                assertEquals(
                        published
                                .path("table3")
                                .path(line.get("row"))
                                .get(column)
                                .asText(),
                        line.get("value"));
            }
        }
        assertTrue(lines.stream()
                .map(CSVRecord::toList)
                .toList()
                .contains(List.of("proactive", "FEES", "AMOUNT_WAN", "行政事业性收费", "本年收费金额（单位：万元）", "47593.6663")));
    }

    @Test
    void it_begins_with_a_byte_order_mark_and_a_header_and_ends_lines_as_rfc_4180_says() {
        String text = new String(bytes, StandardCharsets.UTF_8);

        assertTrue(text.startsWith("\uFEFFtable,row,column,row_label,column_label,value\r\n"));
        assertEquals(201, text.split("\r\n").length);
        assertTrue(text.replace("\r\n", "").indexOf('\n') < 0);
    }

    @Test
    void what_a_spreadsheet_would_run_is_made_text_and_a_negative_number_stays_one() {
        assertEquals("'=1+1", CsvFormat.harmless("=1+1"));
        assertEquals("'+86", CsvFormat.harmless("+86"));
        assertEquals("'@SUM(A1)", CsvFormat.harmless("@SUM(A1)"));
        assertEquals("'-1+cmd|' /C calc'!A0", CsvFormat.harmless("-1+cmd|' /C calc'!A0"));
        assertEquals("'\t=1", CsvFormat.harmless("\t=1"));
        assertEquals("-20.86", CsvFormat.harmless("-20.86"));
        assertEquals("规章", CsvFormat.harmless("规章"));
    }

    private List<CSVRecord> lines() throws IOException {
        String text = new String(bytes, StandardCharsets.UTF_8).substring(1);
        return CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get()
                .parse(new StringReader(text))
                .getRecords();
    }

    private static int indexOf(JsonNode columns, String code) {
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).asText().equals(code)) {
                return i;
            }
        }
        throw new AssertionError(code);
    }

    private static JsonNode published() throws IOException {
        try (InputStream file = CsvFormatTest.class.getResourceAsStream("/qingyang/qingyang-2021.json")) {
            return new ObjectMapper().readTree(file);
        }
    }
}
