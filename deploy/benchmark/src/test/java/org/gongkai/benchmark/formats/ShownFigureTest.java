package org.gongkai.benchmark.formats;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

class ShownFigureTest {

    private static final String LABEL = "一、本年新收政府信息公开申请数量";

    @Test
    void every_format_is_read_for_the_last_figure_of_the_row_and_one_that_differs_is_named() throws IOException {
        Map<Format, byte[]> reports = new EnumMap<>(Format.class);
        reports.put(Format.JSON, bytes("{\"tables\":{\"applications\":{\"NEW_RECEIVED\":{\"A\":1,\"TOTAL\":215}}}}"));
        reports.put(Format.HTML, page(215));
        reports.put(
                Format.CSV,
                bytes("applications,NEW_RECEIVED,A,x,y,1\r\napplications,NEW_RECEIVED,TOTAL,x,y,215\r\nother,7\r\n"));
        reports.put(Format.TXT, bytes(LABEL + " / 自然人: 1\n" + LABEL + " / 总计: 215\n二: 9\n"));
        reports.put(
                Format.DOCX,
                archive(
                        "word/document.xml",
                        "<w:tr><w:t xml:space=\"preserve\">" + LABEL
                                + "</w:t><w:t>1</w:t><w:t>215</w:t></w:tr><w:t>9</w:t>"));
        reports.put(Format.XLSX, workbook("215.0"));
        reports.put(Format.PDF, bytes("%PDF-1.7"));
        assertEquals(List.of(), ShownFigure.differences(reports));

        reports.put(Format.HTML, page(214));
        reports.put(Format.XLSX, workbook("216"));
        reports.put(Format.DOCX, bytes("no archive"));
        assertEquals(
                List.of(
                        "HTML shows 214 applications received, JSON 215",
                        "XLSX shows 216 applications received, JSON 215",
                        "DOCX shows null applications received, JSON 215"),
                ShownFigure.differences(reports));
    }

    @Test
    void json_without_the_figure_is_itself_a_difference() {
        assertEquals(
                List.of("JSON shows null applications received, JSON null"),
                ShownFigure.differences(Map.of(Format.JSON, bytes("{}"))));
    }

    private static byte[] page(int total) {
        return bytes(
                "<tr><th>" + LABEL + "</th><td>1</td><td colspan=\"2\">" + total + "</td></tr><tr><td>9</td></tr>");
    }

    private static byte[] workbook(String total) throws IOException {
        return archive(
                "xl/sharedStrings.xml",
                "<sst><si><t>表</t></si><si><t>" + LABEL + "</t></si></sst>",
                "xl/worksheets/sheet3.xml",
                "<row><c t=\"s\"><v>1</v></c><c><v>1</v></c><c><f>SUM(B1)</f><v>" + total + "</v></c></row>"
                        + "<row><c><v>9</v></c></row>");
    }

    private static byte[] archive(String... namesAndTexts) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream archive = new ZipOutputStream(bytes)) {
            for (int part = 0; part < namesAndTexts.length; part += 2) {
                archive.putNextEntry(new ZipEntry(namesAndTexts[part]));
                archive.write(bytes(namesAndTexts[part + 1]));
            }
        }
        return bytes.toByteArray();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
