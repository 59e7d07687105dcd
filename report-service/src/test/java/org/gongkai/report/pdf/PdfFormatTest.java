package org.gongkai.report.pdf;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.gongkai.report.chart.Chart;
import org.gongkai.report.document.Grid;
import org.gongkai.report.document.ReportDocument;
import org.gongkai.report.problem.Refusal;
import org.gongkai.report.report.ReportFixtures;
import org.gongkai.report.report.ReportFormat;
import org.gongkai.report.statement.StatementFixtures;
import org.junit.jupiter.api.Test;

class PdfFormatTest {

    private static final ReportFormat.Assembled QINGYANG = qingyang();
    private static final byte[] PDF = Pdf.of(QINGYANG);
    /** One of them is for all of its charts. */
    private static final int MOST_PAGES = 6;

    private static final String TEXT = Pdf.text(PDF);

    /** To be looked at: target/pdf/qingyang-2021.pdf. */
    @Test
    void the_document_is_kept_for_who_wants_to_look_at_it() throws IOException {
        Path kept = Path.of("target/pdf/qingyang-2021.pdf");
        Files.createDirectories(kept.getParent());
        Files.write(kept, PDF);

        assertTrue(Files.size(kept) > 10_000);
    }

    @Test
    void every_figure_of_every_table_is_read_back_row_by_row() {
        List<String> words = List.of(TEXT.split("\\s+"));
        int from = 0;
        int figures = 0;
        for (ReportDocument.Section section : QINGYANG.document().sections()) {
            for (List<Grid.Cell> row : section.grid() == null
                    ? List.<List<Grid.Cell>>of()
                    : section.grid().body()) {
                List<String> expected = row.stream()
                        .filter(cell -> cell.heading() == null)
                        .map(Grid.Cell::text)
                        .toList();
                int found = Collections.indexOfSubList(words.subList(from, words.size()), expected);
                assertTrue(found >= 0, () -> "not in order: " + row);
                from += found + expected.size();
                figures += expected.size();
            }
        }
        assertEquals(10 + 175 + 15, figures);
    }

    @Test
    void no_word_is_torn_in_the_headings_of_table_three() {
        String page = IntStream.rangeClosed(1, 20)
                .mapToObj(number -> Pdf.text(PDF, number, number))
                .filter(text -> text.contains("三、收到和处理政府信息公开申请情况"))
                .findFirst()
                .orElseThrow();

        for (String words : List.of("自然人", "商业", "企业", "（三）", "不予公开", "无法提供", "不予处理", "其他处理")) {
            assertTrue(page.contains(words), () -> words + " is torn: " + page);
        }
        for (String torn : List.of("商业企", "（三）不", "（四）无")) {
            assertFalse(page.contains(torn), () -> torn + " stands together: " + page);
        }
    }

    @Test
    void the_sentences_and_the_charts_are_read_back() {
        String letters = TEXT.replaceAll("\\s|— \\d+ —", "");
        for (ReportDocument.Section section : QINGYANG.document().sections()) {
            for (ReportDocument.Paragraph paragraph : section.paragraphs()) {
                for (Chart chart : paragraph.charts()) {
                    chart.bars().forEach(bar -> assertTrue(TEXT.contains(bar.print()), bar::print));
                    assertTrue(letters.contains(chart.title()), chart::title);
                }
                String words = paragraph.parts().stream()
                        .map(ReportDocument.Part::text)
                        .collect(Collectors.joining())
                        .replaceAll("\\s", "");
                assertTrue(letters.contains(words.substring(0, Math.min(40, words.length()))), () -> words);
            }
        }
    }

    @Test
    void all_charts_stand_in_section_one_and_take_no_more_than_a_page() throws IOException {
        List<Chart> charts = QINGYANG.document().sections().get(1).paragraphs().stream()
                .flatMap(paragraph -> paragraph.charts().stream())
                .toList();
        String letters = TEXT.replaceAll("\\s|— \\d+ —", "");
        int end = letters.indexOf("二、主动公开政府信息情况");

        assertEquals(6, charts.size());
        for (Chart chart : charts) {
            int at = letters.indexOf(chart.title());
            assertTrue(at > 0 && at < end, chart::title);
        }
        try (PDDocument read = Pdf.read(PDF)) {
            assertTrue(read.getNumberOfPages() <= MOST_PAGES, "pages: " + read.getNumberOfPages());
        }
    }

    @Test
    void what_is_for_the_office_alone_is_not_printed() {
        assertFalse(TEXT.contains("校核"));
        assertFalse(TEXT.contains(QINGYANG.document().position()));
    }

    @Test
    void no_character_is_read_back_as_a_radical_or_a_substitute() {
        assertEquals(List.of(), misread(TEXT));
        assertFalse(TEXT.contains("#"));
        assertEquals(List.of("⼯"), misread("⼯"));
    }

    private static List<String> misread(String text) {
        return text.codePoints()
                .filter(TrueTypeFile::misread)
                .mapToObj(Character::toString)
                .toList();
    }

    @Test
    void a_rare_character_in_the_name_of_a_body_is_printed_and_read_back() {
        assertTrue(Pdf.text(Pdf.of(ReportFixtures.named("𬭎䶮县"))).contains("𬭎䶮县2021年政府信息公开工作年度报告"));
    }

    @Test
    void a_long_title_is_broken_after_the_name_of_the_body() {
        String name = "甘肃省庆阳市电子政务与信息资源管理办公室";

        String text = Pdf.text(Pdf.of(ReportFixtures.named(name)));

        assertEquals(
                List.of(name, "2021年政府信息公开工作年度报告"),
                text.lines().map(String::strip).skip(1).limit(2).toList());
    }

    @Test
    void a_character_that_no_font_has_is_refused_before_anything_is_set() {
        ReportFormat.Assembled unprintable = ReportFixtures.named("𠔻县");

        assertThrows(Refusal.class, () -> Pdf.FORMAT.render(unprintable));
        String first =
                Unprintable.in(unprintable.document(), Fonts.open()::print).get(0);
        assertTrue(first.startsWith("“𠔻”（U+2053B，标题"), first);
        assertEquals(List.of(), Unprintable.in(QINGYANG.document(), Fonts.open()::print));
    }

    @Test
    void an_unprintable_character_is_found_in_text_table_and_chart_and_a_mark_of_formatting_is_none() {
        ReportDocument report = new ReportDocument(
                "报告",
                List.of(
                        new ReportDocument.Section(0, null, List.of(paragraph("前言\u200B\t𠔻")), null),
                        new ReportDocument.Section(2, "二、表", List.of(), table(1, "行𠔻"))),
                List.of(),
                "",
                List.of(),
                List.of(),
                "2021",
                "",
                "",
                "",
                "");

        assertEquals(List.of("“𠔻”（U+2053B，前言、二、表的表）"), Unprintable.in(report, Fonts.open()::print));
    }

    @Test
    void the_head_of_a_long_table_stands_on_every_page_and_no_row_is_split() throws IOException {
        String two = "上半部分的文字很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长下半";
        byte[] pdf = Pdf.of(document(table(60, two)));

        try (PDDocument read = Pdf.read(pdf)) {
            assertTrue(read.getNumberOfPages() >= 3, "pages: " + read.getNumberOfPages());
            int rows = 0;
            for (int page = 1; page <= read.getNumberOfPages(); page++) {
                String text = Pdf.text(pdf, page, page);
                assertTrue(text.contains("表头甲") && text.contains("表头乙"), text);
                int begun = count(text, "上半");
                assertEquals(begun, count(text, "下半"), "rows split on page " + page);
                rows += begun;
            }
            assertEquals(60, rows);
        }
    }

    @Test
    void the_document_says_what_it_is_and_has_bookmarks_for_its_sections() throws IOException {
        try (PDDocument read = Pdf.read(PDF)) {
            assertEquals("zh-CN", read.getDocumentCatalog().getLanguage());
            assertEquals(
                    QINGYANG.document().title(), read.getDocumentInformation().getTitle());
            List<String> bookmarks = new ArrayList<>();
            for (PDOutlineItem item :
                    read.getDocumentCatalog().getDocumentOutline().children()) {
                bookmarks.add(item.getTitle());
            }
            List<String> titles = Stream.concat(
                            Stream.of(QINGYANG.document().title()),
                            QINGYANG.document().sections().stream()
                                    .map(ReportDocument.Section::title)
                                    .filter(title -> title != null))
                    .toList();
            assertEquals(titles, bookmarks);
        }
    }

    @Test
    void pages_are_numbered_as_official_documents_are() throws IOException {
        try (PDDocument read = Pdf.read(PDF)) {
            for (int page = 1; page <= read.getNumberOfPages(); page++) {
                assertTrue(Pdf.text(PDF, page, page).contains("— " + page + " —"), "page " + page);
            }
        }
    }

    @Test
    void the_same_report_comes_out_as_the_same_bytes() {
        assertArrayEquals(PDF, Pdf.of(qingyang()));
    }

    private static ReportDocument document(Grid grid) {
        return new ReportDocument(
                "长表",
                List.of(new ReportDocument.Section(2, "二、长表", List.of(), grid)),
                List.of(),
                "",
                List.of(),
                List.of(),
                "2021",
                "",
                "",
                "",
                "");
    }

    private static ReportDocument.Paragraph paragraph(String text) {
        return new ReportDocument.Paragraph(null, List.of(new ReportDocument.Part(text, false)), List.of());
    }

    private static Grid table(int rows, String label) {
        List<List<Grid.Cell>> head = List.of(
                List.of(new Grid.Cell("表头甲", "col", 1, 1, null, null), new Grid.Cell("表头乙", "col", 1, 1, null, null)));
        List<List<Grid.Cell>> body = IntStream.rangeClosed(1, rows)
                .mapToObj(row -> List.of(
                        new Grid.Cell(label, "row", 1, 1, null, null),
                        new Grid.Cell(Integer.toString(row), null, 1, 1, null, null)))
                .toList();
        return new Grid("长表", "long", List.of("n", "n"), head, body);
    }

    private static int count(String text, String part) {
        return text.replaceAll("\\s", "").split(part, -1).length - 1;
    }

    private static ReportFormat.Assembled qingyang() {
        return ReportFixtures.of(StatementFixtures.qingyang(), Map.of(5, "一是公开力度有待加大。\n二是解读质量有待提升。"));
    }
}
