package org.gongkai.report.word;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFFooter;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFStyle;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.gongkai.report.document.ReportDocument;
import org.gongkai.report.report.ReportFixtures;
import org.gongkai.report.report.ReportFormat.Assembled;
import org.gongkai.report.statement.StatementFixtures;
import org.junit.jupiter.api.Test;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTRow;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTc;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STMerge;

/** The Word document: styles, page and tables that an office can go on working with. */
class WordFormatTest {

    private final Assembled qingyang = ReportFixtures.qingyang();

    @Test
    void styles_bear_the_names_that_word_and_wps_know_and_the_fonts_of_official_documents() throws Exception {
        try (XWPFDocument document = document(qingyang)) {
            Map<String, String> fonts = Map.of(
                    "Title", "方正小标宋简体", "heading 1", "黑体", "heading 2", "楷体_GB2312", "表格栏目", "黑体", "footer", "宋体");
            fonts.forEach((name, font) -> assertEquals(font, eastAsian(named(document, name)), name));
            for (String name : List.of("Normal", "表格文字", "表格项目", "表格小字", "图表附注", "待补", "年度报告表格")) {
                assertTrue(named(document, name) != null, name);
            }
            assertEquals(
                    "仿宋_GB2312",
                    document.getStyle()
                            .getDocDefaults()
                            .getRPrDefault()
                            .getRPr()
                            .getRFontsArray(0)
                            .getEastAsia());
            assertEquals(
                    200,
                    named(document, "Normal")
                            .getCTStyle()
                            .getPPr()
                            .getInd()
                            .getFirstLineChars()
                            .intValue());
        }
    }

    private static String eastAsian(XWPFStyle style) {
        return style.getCTStyle().getRPr().getRFontsArray(0).getEastAsia();
    }

    private static XWPFStyle named(XWPFDocument document, String name) {
        return document.getStyles().getStyleWithName(name);
    }

    @Test
    void headings_are_headings_and_every_style_that_is_used_exists() throws IOException {
        try (XWPFDocument document = document(qingyang)) {
            assertEquals(List.of("庆阳市2021年政府信息公开工作年度报告"), inStyle(document, "Title"));
            assertEquals(
                    List.of(
                            "一、总体情况",
                            "二、主动公开政府信息情况",
                            "三、收到和处理政府信息公开申请情况",
                            "四、政府信息公开行政复议、行政诉讼情况",
                            "五、存在的主要问题及改进情况",
                            "六、其他需要报告的事项"),
                    inStyle(document, "Heading1"));
            List<String> second = inStyle(document, "Heading2");
            assertEquals(5, second.size());
            second.forEach(heading -> assertTrue(heading.startsWith("（") && !heading.endsWith("。"), heading));
            for (String style : used(document)) {
                assertTrue(document.getStyles().styleExist(style), style);
            }
        }
    }

    private static List<String> used(XWPFDocument document) {
        return Pattern.compile("<w:(?:p|tbl)Style w:val=\"(\\w+)\"")
                .matcher(document.getDocument().xmlText())
                .results()
                .map(match -> match.group(1))
                .distinct()
                .toList();
    }

    private static List<String> inStyle(XWPFDocument document, String style) {
        return document.getParagraphs().stream()
                .filter(paragraph -> style.equals(paragraph.getStyle()))
                .map(XWPFParagraph::getText)
                .toList();
    }

    @Test
    void every_text_of_the_report_stands_in_it_in_order() throws IOException {
        try (XWPFDocument document = document(qingyang)) {
            String text = document.getParagraphs().stream()
                    .map(XWPFParagraph::getText)
                    .collect(Collectors.joining("\n"));
            int from = 0;
            for (ReportDocument.Section section : qingyang.document().sections()) {
                for (ReportDocument.Paragraph paragraph : section.paragraphs()) {
                    String written = paragraph.parts().stream()
                            .map(ReportDocument.Part::text)
                            .collect(Collectors.joining());
                    from = text.indexOf(written, from);
                    assertTrue(from >= 0, written);
                }
            }
        }
    }

    @Test
    void the_page_is_that_of_gb_t_9704_with_a_page_number_outside_on_each_side() throws IOException {
        try (XWPFDocument document = document(qingyang)) {
            CTSectPr page = document.getDocument().getBody().getSectPr();
            assertEquals(11906, length(page.getPgSz().getW()));
            assertEquals(16838, length(page.getPgSz().getH()));
            // 37, 26, 35 and 28 mm
            assertEquals(2098, length(page.getPgMar().getTop()));
            assertEquals(1474, length(page.getPgMar().getRight()));
            assertEquals(1984, length(page.getPgMar().getBottom()));
            assertEquals(1588, length(page.getPgMar().getLeft()));
            assertTrue(document.getEvenAndOddHeadings());
            assertEquals(2, document.getFooterList().size());
            for (XWPFFooter footer : document.getFooterList()) {
                assertTrue(footer._getHdrFtr().xmlText().contains(" PAGE "));
            }
        }
    }

    private static int length(Object twips) {
        return Integer.parseInt(twips.toString());
    }

    @Test
    void tables_are_merged_as_the_form_is_heads_are_repeated_and_no_row_is_split() throws IOException {
        try (XWPFDocument document = document(qingyang)) {
            List<XWPFTable> tables = tablesOfTheForm(document);
            assertEquals(3, tables.size());
            assertEquals(
                    List.of(0, 3, 3), tables.stream().map(WordFormatTest::heads).toList());
            XWPFTable three = tables.get(1);
            assertEquals(3 + 25, three.getCTTbl().sizeOfTrArray());
            long parts = three.getCTTbl().getTrList().stream()
                    .map(row -> row.getTcArray(0))
                    .filter(cell -> cell.getTcPr().isSetVMerge()
                            && cell.getTcPr().getVMerge().getVal() == STMerge.CONTINUE)
                    .count();
            // two rows below the corner, 21 below 三、本年度办理结果
            assertEquals(2 + 21, parts);
            assertEquals(3, span(three.getCTTbl().getTrArray(0).getTcArray(0)));
            for (XWPFTable table : document.getTables()) {
                int columns = table.getCTTbl().getTblGrid().sizeOfGridColArray();
                for (CTRow row : table.getCTTbl().getTrList()) {
                    assertEquals(
                            columns,
                            row.getTcList().stream()
                                    .mapToInt(WordFormatTest::span)
                                    .sum());
                    assertEquals(1, row.getTrPr().sizeOfCantSplitArray());
                }
            }
        }
    }

    private static List<XWPFTable> tablesOfTheForm(XWPFDocument document) {
        return document.getTables().stream()
                .filter(table -> table.getCTTbl().getTblGrid().sizeOfGridColArray() > 2)
                .toList();
    }

    private static int heads(XWPFTable table) {
        return (int) table.getCTTbl().getTrList().stream()
                .filter(row -> row.getTrPr().sizeOfTblHeaderArray() > 0)
                .count();
    }

    private static int span(CTTc cell) {
        return cell.getTcPr().isSetGridSpan()
                ? cell.getTcPr().getGridSpan().getVal().intValue()
                : 1;
    }

    @Test
    void the_long_table_begins_on_a_page_of_its_own_and_no_other_section_does() throws IOException {
        try (XWPFDocument document = document(qingyang)) {
            assertEquals(
                    List.of("三、收到和处理政府信息公开申请情况"),
                    document.getParagraphs().stream()
                            .filter(XWPFParagraph::isPageBreak)
                            .map(XWPFParagraph::getText)
                            .toList());
        }
    }

    @Test
    void a_low_table_is_not_torn_over_two_pages() throws IOException {
        try (XWPFDocument document = document(qingyang)) {
            assertEquals(
                    List.of(true, false, true),
                    tablesOfTheForm(document).stream()
                            .map(WordFormatTest::isKeptTogether)
                            .toList());
        }
    }

    /** Every row but the last with the next. */
    private static boolean isKeptTogether(XWPFTable table) {
        List<CTRow> rows = table.getCTTbl().getTrList();
        return rows.subList(0, rows.size() - 1).stream()
                        .flatMap(row -> row.getTcList().stream())
                        .allMatch(cell -> cell.getPArray(0).getPPr().isSetKeepNext())
                && rows.get(rows.size() - 1).getTcList().stream()
                        .noneMatch(cell -> cell.getPArray(0).getPPr().isSetKeepNext());
    }

    @Test
    void headings_of_narrow_columns_are_broken_in_pairs_and_groups_after_their_numeral() throws IOException {
        try (XWPFDocument document = document(qingyang)) {
            List<XWPFTable> tables = tablesOfTheForm(document);
            // of 18 points for two characters, and less than 27 for three
            for (CTTc cell : List.of(
                    tables.get(1).getCTTbl().getTrArray(2).getTcArray(2),
                    tables.get(2).getCTTbl().getTrArray(2).getTcArray(0))) {
                int left = length(cell.getTcPr().getTcMar().getLeft().getW());
                int right = length(cell.getTcPr().getTcMar().getRight().getW());
                int room = length(cell.getTcPr().getTcW().getW()) - left - right;
                assertTrue(room >= 2 * 9 * 20 && room < 3 * 9 * 20, "room: " + room);
            }
            assertEquals("（三）\n不予公开", tables.get(1).getRow(7).getCell(1).getText());
        }
    }

    @Test
    void a_paragraph_with_an_address_is_not_drawn_apart_to_the_margin() throws IOException {
        String written = "见https://www.example.org/gk/2021n下载。\n无其他事项。";
        try (XWPFDocument document = document(ReportFixtures.of(StatementFixtures.qingyang(), Map.of(6, written)))) {
            List<XWPFParagraph> last = document.getParagraphs().stream()
                    .filter(paragraph -> written.contains(paragraph.getText())
                            && !paragraph.getText().isEmpty())
                    .toList();
            assertEquals(2, last.size());
            assertEquals(ParagraphAlignment.LEFT, last.get(0).getAlignment());
            assertTrue(!last.get(1).isAlignmentSet());
        }
    }

    @Test
    void a_section_that_the_office_has_not_written_says_so_in_its_place() throws IOException {
        try (XWPFDocument empty = document(qingyang);
                XWPFDocument written = document(ReportFixtures.of(StatementFixtures.qingyang(), Map.of(5, "一是不足。")))) {
            assertEquals(List.of("（尚无文稿）"), inStyle(empty, "Missing"));
            assertEquals(List.of(), inStyle(written, "Missing"));
        }
    }

    @Test
    void each_chart_is_a_table_with_its_title_and_values() throws IOException {
        try (XWPFDocument document = document(qingyang)) {
            assertEquals(6, inStyle(document, "ChartTitle").size());
            XWPFTable channels = document.getTables().get(0);
            assertEquals("政府公报", channels.getRow(0).getCell(0).getText());
            assertEquals("64条", channels.getRow(0).getCell(1).getText());
        }
    }

    @Test
    void properties_name_the_report_and_its_language_and_no_time_but_that_of_the_figures() throws Exception {
        try (XWPFDocument document = document(qingyang)) {
            var core = document.getProperties().getCoreProperties();
            assertEquals("庆阳市2021年政府信息公开工作年度报告", core.getTitle());
            assertEquals("庆阳市", core.getCreator());
            assertEquals("2022-01-20T00:00:00Z", core.getCreated().toInstant().toString());
            assertEquals("2022-01-20T00:00:00Z", core.getModified().toInstant().toString());
            assertEquals(
                    "zh-CN",
                    document.getPackage()
                            .getPackageProperties()
                            .getLanguageProperty()
                            .orElseThrow());
        }
    }

    @Test
    void what_the_office_writes_is_text_with_its_tabs_and_rare_characters() throws IOException {
        String written = "<w:br/>&\t“引”𬭎䶮";
        try (XWPFDocument document = document(ReportFixtures.of(StatementFixtures.qingyang(), Map.of(5, written)))) {
            assertTrue(document.getParagraphs().stream()
                    .anyMatch(paragraph -> paragraph.getText().equals(written)));
        }
    }

    @Test
    void the_same_report_gives_the_same_bytes_whatever_the_zone_of_the_machine() {
        byte[] here = bytes(qingyang);
        TimeZone zone = TimeZone.getDefault();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone("America/New_York"));
            assertArrayEquals(here, bytes(ReportFixtures.qingyang()));
        } finally {
            TimeZone.setDefault(zone);
        }
        assertArrayEquals(here, bytes(ReportFixtures.qingyang()));
    }

    private static byte[] bytes(Assembled report) {
        return (byte[]) new WordFormat().render(report);
    }

    private static XWPFDocument document(Assembled report) throws IOException {
        return new XWPFDocument(new ByteArrayInputStream(bytes(report)));
    }
}
