package org.gongkai.report.sheet;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;
import java.util.stream.IntStream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.FormulaEvaluator;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.gongkai.report.check.Finding;
import org.gongkai.report.check.Verdict;
import org.gongkai.report.figure.Quantity;
import org.gongkai.report.report.ReportFixtures;
import org.gongkai.report.report.ReportFormat.Assembled;
import org.gongkai.report.statement.StatementFixtures;
import org.junit.jupiter.api.Test;

/** The workbook: formulas that give the figures, and checks that see every change. */
class SheetFormatTest {

    private static final List<String> FOLLOWED = List.of("R1", "R2", "R3", "R4", "R7", "R-T2");
    private static final List<String> NAMES = List.of("总体情况", "二 主动公开", "三 申请", "四 复议诉讼", "校核");
    private static final String BROKEN = "不成立";

    private final Assembled qingyang = ReportFixtures.qingyang();

    @Test
    void there_is_a_sheet_for_each_table_for_the_overview_and_for_the_checks() throws IOException {
        try (XSSFWorkbook book = book(qingyang)) {
            assertEquals(
                    NAMES,
                    IntStream.range(0, book.getNumberOfSheets())
                            .mapToObj(book::getSheetName)
                            .toList());
            assertEquals(
                    "庆阳市2021年政府信息公开工作年度报告",
                    book.getProperties().getCoreProperties().getTitle());
        }
    }

    @Test
    void tables_have_the_merged_cells_of_the_form() throws IOException {
        try (XSSFWorkbook book = book(qingyang)) {
            List<String> three = regions(book.getSheet("三 申请"));
            // title, corner, 申请人情况, 自然人, 法人或其他组织, 总计; 三、本年度办理结果 over its 22 rows, four groups
            assertTrue(
                    three.containsAll(List.of(
                            "A1:J1", "A3:C5", "D3:J3", "D4:D5", "E4:I4", "J4:J5", "A8:A29", "B10:B17", "B18:B20",
                            "B21:B25", "B26:B28", "A6:C6", "A30:C30", "B29:C29")),
                    three::toString);
            assertTrue(regions(book.getSheet("四 复议诉讼")).containsAll(List.of("A3:E4", "F3:O3", "F4:J4", "K4:O4")));
            assertTrue(regions(book.getSheet("二 主动公开")).containsAll(List.of("A3:D3", "B8:D8", "B9:D9")));
        }
    }

    @Test
    void totals_are_formulas_and_give_the_figures_also_when_calculated_anew() throws IOException {
        try (XSSFWorkbook book = book(qingyang)) {
            // 25 sums of columns and 7 of rows, one cell in both; three blocks
            assertEquals(31, formulas(book.getSheet("三 申请")).size());
            assertEquals(3, formulas(book.getSheet("四 复议诉讼")).size());
            Cell total = book.getSheet("三 申请").getRow(28).getCell(9);
            assertEquals("SUM(J8:J28)", total.getCellFormula());
            assertEquals(
                    "SUM(D6:I6)", book.getSheet("三 申请").getRow(5).getCell(9).getCellFormula());
            assertEquals(148, total.getNumericCellValue());

            FormulaEvaluator evaluator = book.getCreationHelper().createFormulaEvaluator();
            for (String name : NAMES) {
                for (Cell cell : formulas(book.getSheet(name))) {
                    String kept = kept(cell);
                    evaluator.evaluateFormulaCell(cell);
                    assertEquals(kept, kept(cell), name + " " + cell.getAddress());
                }
            }
        }
    }

    @Test
    void every_line_of_the_checks_is_the_finding_of_the_report() throws IOException {
        for (Assembled report : List.of(qingyang, ReportFixtures.everyCellAnother(), ReportFixtures.random(20211231))) {
            List<Finding> findings = report.report().checks().findings().stream()
                    .filter(finding -> FOLLOWED.contains(finding.rule()))
                    .toList();
            try (XSSFWorkbook book = book(report)) {
                List<Row> lines = lines(book);
                assertEquals(7 + 7 + 25 + 7 + 3 + 2, lines.size());
                for (String rule : FOLLOWED) {
                    List<Row> ofRule = lines.stream()
                            .filter(line -> line.getCell(0).getStringCellValue().equals(rule))
                            .toList();
                    List<Finding> found = findings.stream()
                            .filter(finding -> finding.rule().equals(rule))
                            .toList();
                    assertEquals(found.size(), ofRule.size());
                    for (int i = 0; i < found.size(); i++) {
                        assertSame(found.get(i), ofRule.get(i));
                    }
                }
            }
        }
    }

    private static void assertSame(Finding finding, Row line) {
        assertEquals(number(finding.left()), line.getCell(2).getNumericCellValue(), finding::toString);
        assertEquals(number(finding.right()), line.getCell(3).getNumericCellValue(), finding::toString);
        assertEquals(number(finding.delta()), line.getCell(4).getNumericCellValue(), finding::toString);
        assertEquals(
                finding.verdict() == Verdict.HOLDS ? "成立" : BROKEN,
                line.getCell(5).getStringCellValue());
        assertEquals(finding.citation(), line.getCell(7).getStringCellValue());
    }

    @Test
    void a_total_that_is_not_the_sum_of_its_parts_stands_as_it_was_reported_and_is_found() throws IOException {
        ObjectNode statement = StatementFixtures.qingyangJson();
        statement.withObject("/applications/NEW_RECEIVED").put("TOTAL", 143);
        try (XSSFWorkbook book = book(ReportFixtures.of(StatementFixtures.of(statement), Map.of()))) {
            Cell total = book.getSheet("三 申请").getRow(5).getCell(9);

            assertEquals(CellType.NUMERIC, total.getCellType());
            assertEquals(143, total.getNumericCellValue());
            assertEquals(List.of("R1 总计", "R3 一、本年新收政府信息公开申请数量"), broken(book));
            int first = 3 + lines(book).size() + 3;
            assertEquals("R1", book.getSheet("校核").getRow(first).getCell(0).getStringCellValue());
            assertEquals("R3", book.getSheet("校核").getRow(first + 1).getCell(0).getStringCellValue());
        }
    }

    @Test
    void without_a_year_before_what_stands_on_it_cannot_be_assessed() throws IOException {
        ObjectNode statement = StatementFixtures.qingyangJson();
        statement.withObject("/previous/confirmed").put("yes", 0);
        try (XSSFWorkbook book = book(ReportFixtures.of(StatementFixtures.of(statement), Map.of()))) {
            for (Row line : lines(book)) {
                boolean needs = List.of("R4", "R-T2").contains(line.getCell(0).getStringCellValue());
                assertEquals(needs ? "无法核对" : "成立", line.getCell(5).getStringCellValue());
            }
        }
    }

    @Test
    void any_cell_of_table_three_that_is_changed_makes_a_line_say_that_it_does_not_hold() throws IOException {
        try (XSSFWorkbook book = book(qingyang)) {
            assertEquals(List.of(), broken(book));
            int changed = 0;
            for (int row = 5; row < 30; row++) {
                for (int column = 3; column < 10; column++) {
                    Cell cell = book.getSheet("三 申请").getRow(row).getCell(column);
                    String formula = cell.getCellType() == CellType.FORMULA ? cell.getCellFormula() : null;
                    double before = cell.getNumericCellValue();
                    cell.setBlank();
                    cell.setCellValue(before + 1);
                    book.getCreationHelper().createFormulaEvaluator().evaluateAll();

                    assertTrue(!broken(book).isEmpty(), cell.getAddress()::formatAsString);

                    if (formula == null) {
                        cell.setCellValue(before);
                    } else {
                        cell.setCellFormula(formula);
                    }
                    changed++;
                }
            }
            assertEquals(175, changed);
            book.getCreationHelper().createFormulaEvaluator().evaluateAll();
            assertEquals(List.of(), broken(book));
        }
    }

    @Test
    void a_changed_stock_and_an_overwritten_total_of_table_four_are_found_and_counted() throws IOException {
        try (XSSFWorkbook book = book(qingyang)) {
            book.getSheet("二 主动公开").getRow(5).getCell(3).setCellValue(110);
            Cell total = book.getSheet("四 复议诉讼").getRow(5).getCell(4);
            total.setBlank();
            total.setCellValue(1);
            book.getCreationHelper().createFormulaEvaluator().evaluateAll();

            assertEquals(List.of("R7 行政复议", "R-T2 行政规范性文件"), broken(book));
            assertEquals(2, book.getSheet("校核").getRow(1).getCell(5).getNumericCellValue());
        }
    }

    @Test
    void the_findings_of_all_other_rules_stand_below_those_that_do_not_hold_first() throws IOException {
        try (XSSFWorkbook book = book(qingyang)) {
            Sheet sheet = book.getSheet("校核");
            int first = 3 + lines(book).size() + 3;
            List<Finding> findings = qingyang.report().checks().findings().stream()
                    .filter(finding -> !FOLLOWED.contains(finding.rule()))
                    .toList();
            assertEquals(first + findings.size() - 1, sheet.getLastRowNum());
            Finding broken = findings.stream()
                    .filter(finding -> finding.verdict() == Verdict.BROKEN)
                    .findFirst()
                    .orElseThrow();
            assertEquals(broken.rule(), sheet.getRow(first).getCell(0).getStringCellValue());
            assertEquals(BROKEN, sheet.getRow(first).getCell(5).getStringCellValue());
            assertEquals(broken.citation(), sheet.getRow(first).getCell(7).getStringCellValue());
            // what a finding speaks of is named as it is found in the workbook, not by its path
            List<String> about = new ArrayList<>();
            for (int row = first; row <= sheet.getLastRowNum(); row++) {
                about.add(sheet.getRow(row).getCell(1).getStringCellValue());
            }
            assertTrue(about.contains("评议（一、总体情况）"), about::toString);
            assertTrue(about.contains("总体情况!C4、总体情况!C5、总体情况!C6"), about::toString);
            assertTrue(about.contains("三 申请!J6、市政府及本级部门三 申请!J6、县（区）政府及所属部门三 申请!J6"), about::toString);
            assertEquals(
                    List.of(),
                    about.stream().filter(text -> text.matches(".*[a-z]{3}.*")).toList());
            assertEquals("成立", sheet.getRow(sheet.getLastRowNum()).getCell(5).getStringCellValue());
        }
    }

    @Test
    void the_overview_has_the_figures_of_section_one_with_unit_and_share() throws IOException {
        try (XSSFWorkbook book = book(qingyang)) {
            List<String> lines = new ArrayList<>();
            for (Row row : book.getSheet("总体情况")) {
                List<String> cells = new ArrayList<>();
                row.forEach(cell -> cells.add(kept(cell)));
                lines.add(String.join("|", cells));
            }
            for (String line : List.of(
                    "主动公开|主动公开政府信息|99031|条|",
                    "主动公开|政府网站|61134|条|",
                    "依申请公开|本年办理结果总计|148|件|",
                    "依申请公开|办理结果总计同比（负数为减少）|-20.86|%|",
                    "依申请公开|上年新收政府信息公开申请|193|件|",
                    "各月新收申请|12月|14|件|",
                    "复议诉讼|上年行政诉讼|0|件|",
                    "依申请公开|予以公开及部分公开|113|件|76.35",
                    "工作指标|政务新媒体公开信息|26321|条|",
                    "工作指标|培训|未报||")) {
                assertTrue(lines.contains(line), () -> line + " is not in " + lines);
            }
            assertTrue(
                    lines.stream().anyMatch(line -> line.startsWith("主动公开|其中：") && line.endsWith("|33250|条|33.58")),
                    lines::toString);
        }
    }

    @Test
    void amounts_are_numbers_with_the_decimals_that_are_printed() throws IOException {
        try (XSSFWorkbook book = book(qingyang)) {
            Sheet two = book.getSheet("二 主动公开");
            Cell fees = two.getRow(two.getLastRowNum()).getCell(1);
            assertEquals(CellType.NUMERIC, fees.getCellType());
            assertEquals("0.0000", fees.getCellStyle().getDataFormatString());
            assertEquals("0", two.getRow(4).getCell(1).getCellStyle().getDataFormatString());
        }
    }

    @Test
    void a_text_that_begins_as_a_formula_does_is_a_text_and_stays_one() throws IOException {
        ObjectNode statement = StatementFixtures.qingyangJson().put("name", "=HYPERLINK(\"http://x\")&");
        try (XSSFWorkbook book = book(ReportFixtures.of(StatementFixtures.of(statement), Map.of()))) {
            Cell title = book.getSheet("总体情况").getRow(0).getCell(0);
            assertEquals(CellType.STRING, title.getCellType());
            assertTrue(title.getCellStyle().getQuotePrefixed());
            assertEquals(
                    "=HYPERLINK(\"http://x\")&&2021年政府信息公开工作年度报告",
                    book.getSheetAt(0).getHeader().getCenter());
            for (String name : NAMES) {
                formulas(book.getSheet(name))
                        .forEach(cell -> assertTrue(!cell.getCellFormula().contains("HYPERLINK")));
            }
        }
    }

    @Test
    void sheets_are_set_up_to_be_read_and_printed_on_a4() throws IOException {
        try (XSSFWorkbook book = book(qingyang)) {
            for (String name : NAMES) {
                XSSFSheet sheet = book.getSheet(name);
                assertEquals(PrintSetup.A4_PAPERSIZE, sheet.getPrintSetup().getPaperSize(), name);
                assertTrue(sheet.getFitToPage(), name);
                assertTrue(sheet.getPaneInformation().isFreezePane(), name);
                assertTrue(sheet.getRepeatingRows() != null, name);
            }
            assertEquals("1:5", book.getSheet("三 申请").getRepeatingRows().formatAsString());
            assertEquals(3, book.getSheet("三 申请").getPaneInformation().getVerticalSplitLeftColumn());
            assertTrue(book.getSheet("四 复议诉讼").getPrintSetup().getLandscape());
            // 1.申请人无正当理由逾期不补正… fills two lines of its column
            assertTrue(book.getSheet("三 申请").getRow(25).getHeightInPoints() > 28);
            assertTrue(book.getSheet("三 申请").getRow(27).getHeightInPoints() < 20);
        }
    }

    @Test
    void table_three_is_printed_in_letters_that_can_be_read() throws IOException {
        try (XSSFWorkbook book = book(qingyang)) {
            Sheet three = book.getSheet("三 申请");
            int width = IntStream.range(0, 10).map(three::getColumnWidth).sum() / 256;
            // A4 without the margins has room for some 97 characters of 11 points: letters of 10 keep 9 at least
            assertTrue(width <= 105, "characters side by side: " + width);
        }
    }

    @Test
    void figures_that_are_compared_end_at_the_right_and_those_of_the_form_stand_in_the_middle() throws IOException {
        try (XSSFWorkbook book = book(qingyang)) {
            for (Cell cell : List.of(
                    book.getSheet("总体情况").getRow(3).getCell(2),
                    book.getSheet("校核").getRow(3).getCell(2),
                    book.getSheet("校核").getRow(3).getCell(4))) {
                assertEquals(HorizontalAlignment.RIGHT, cell.getCellStyle().getAlignment());
            }
            assertEquals(
                    HorizontalAlignment.CENTER,
                    book.getSheet("三 申请").getRow(5).getCell(3).getCellStyle().getAlignment());
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
        return (byte[]) new SheetFormat().render(report);
    }

    private static XSSFWorkbook book(Assembled report) throws IOException {
        return new XSSFWorkbook(new ByteArrayInputStream(bytes(report)));
    }

    private static List<String> regions(Sheet sheet) {
        return sheet.getMergedRegions().stream()
                .map(CellRangeAddress::formatAsString)
                .toList();
    }

    private static List<Cell> formulas(Sheet sheet) {
        List<Cell> formulas = new ArrayList<>();
        sheet.forEach(row -> row.forEach(cell -> {
            if (cell.getCellType() == CellType.FORMULA) {
                formulas.add(cell);
            }
        }));
        return formulas;
    }

    /** The lines with formulas, rule in the first cell. */
    private static List<Row> lines(XSSFWorkbook book) {
        List<Row> lines = new ArrayList<>();
        for (int row = 3; FOLLOWED.contains(ruleOf(book.getSheet("校核").getRow(row))); row++) {
            lines.add(book.getSheet("校核").getRow(row));
        }
        return lines;
    }

    private static String ruleOf(Row row) {
        return row == null ? "" : row.getCell(0).getStringCellValue();
    }

    private static List<String> broken(XSSFWorkbook book) {
        return lines(book).stream()
                .filter(line -> line.getCell(5).getStringCellValue().equals(BROKEN))
                .map(line -> line.getCell(0).getStringCellValue() + " "
                        + line.getCell(1).getStringCellValue())
                .toList();
    }

    private static String kept(Cell cell) {
        CellType type = cell.getCellType() == CellType.FORMULA ? cell.getCachedFormulaResultType() : cell.getCellType();
        if (type != CellType.NUMERIC) {
            return cell.getStringCellValue();
        }
        return BigDecimal.valueOf(cell.getNumericCellValue())
                .stripTrailingZeros()
                .toPlainString();
    }

    private static double number(Quantity quantity) {
        return quantity.value().doubleValue();
    }
}
