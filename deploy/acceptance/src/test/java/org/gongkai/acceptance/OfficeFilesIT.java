package org.gongkai.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.gongkai.local.demo.Body;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Qingyang's report as an office program reads it: LibreOffice opens the document and calculates the workbook anew. */
class OfficeFilesIT {

    private static final Pattern KEPT_VALUE = Pattern.compile("(</f>)<v>[^<]*</v>");

    private static Path folder;

    /** A cell of the form as the report's CSV names it. */
    record Cell(String table, String row, String column, String value) {}

    @BeforeAll
    static void the_report() {
        assumeTrue(
                OfficeSuite.found(),
                "LibreOffice (soffice) is missing, so no office program has opened the document and the workbook;"
                        + " deploy/local/test installs it");
        folder = DemoReports.folder();
    }

    @Test
    void the_workbook_calculated_anew_gives_every_figure_and_every_check_holds() throws Exception {
        Path emptied = folder.resolve("calculated-anew.xlsx");
        int formulas = rewrite(workbook(), emptied, Map.of());
        assertTrue(formulas > 31 + 3 + 4 * 49, "formulas whose kept value was taken out: " + formulas);

        Map<String, List<List<String>>> sheets = OpenDocument.tables(OfficeSuite.convert(emptied, "fods"));

        assertEquals(200, compared(below(sheets, "二"), below(sheets, "三"), below(sheets, "四")));
        assertEquals(Map.of("成立", 51L), verdicts(sheets));
    }

    @Test
    void a_cell_that_is_changed_makes_the_checks_of_the_workbook_say_so() throws Exception {
        Path changed = folder.resolve("changed.xlsx");
        // 新收, 自然人: row and column of the sheet
        rewrite(workbook(), changed, Map.of("D6", "4321"));

        Map<String, List<List<String>>> sheets = OpenDocument.tables(OfficeSuite.convert(changed, "fods"));

        List<String> broken = checks(sheets).stream()
                .filter(line -> line.get(5).equals("不成立"))
                .map(line -> line.get(0) + " " + line.get(1))
                .toList();
        assertEquals(List.of("R1 自然人", "R1 总计"), broken);
    }

    @Test
    void the_document_has_every_figure_in_its_tables() throws Exception {
        Path document = folder.resolve(Body.CITY + "-2021.docx");

        List<List<List<String>>> tables = new ArrayList<>(
                OpenDocument.tables(OfficeSuite.convert(document, "fodt")).values());

        tables.removeIf(table -> table.get(0).size() < 3);
        assertEquals(3, tables.size());
        assertEquals(200, compared(tables.get(0), tables.get(1), tables.get(2)));
    }

    private static Path workbook() {
        return folder.resolve(Body.CITY + "-2021.xlsx");
    }

    private static int compared(List<List<String>> two, List<List<String>> three, List<List<String>> four)
            throws IOException {
        Map<String, String> expected = new HashMap<>();
        Map<String, String> read = new HashMap<>();
        for (Cell cell : cells()) {
            String name = cell.table() + " " + cell.row() + " " + cell.column();
            expected.put(name, cell.value());
            read.put(
                    name,
                    switch (cell.table()) {
                        case "proactive" -> proactive(two, cell);
                        case "applications" -> applications(three, cell);
                        default -> disputes(four, cell);
                    });
        }
        assertEquals(expected, read);
        return read.size();
    }

    private static String proactive(List<List<String>> table, Cell cell) {
        int headings = 0;
        for (int row = 0; row < table.size(); row++) {
            List<String> line = table.get(row);
            if (line.get(0).equals("信息内容")) {
                headings = row;
            } else if (line.get(0).equals(cell.row())) {
                return line.get(table.get(headings).indexOf(cell.column()));
            }
        }
        throw new AssertionError("no row " + cell.row());
    }

    private static String applications(List<List<String>> table, Cell cell) {
        int column = table.get(2).subList(3, table.get(2).size()).indexOf(cell.column()) + 3;
        return table.stream()
                .filter(line -> line.size() > 2 && line.get(2).equals(cell.row()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no row " + cell.row()))
                .get(column);
    }

    private static String disputes(List<List<String>> table, Cell cell) {
        for (int column = 0; column < table.get(2).size(); column++) {
            if (table.get(1).get(column).equals(cell.row())
                    && table.get(2).get(column).equals(cell.column())) {
                return table.get(3).get(column);
            }
        }
        throw new AssertionError("no column " + cell);
    }

    /** A sheet without the two lines above its table. */
    private static List<List<String>> below(Map<String, List<List<String>>> sheets, String numeral) {
        return sheets.entrySet().stream()
                .filter(sheet -> sheet.getKey().startsWith(numeral + " "))
                .findFirst()
                .orElseThrow()
                .getValue()
                .stream()
                .skip(2)
                .filter(line -> line.size() > 1)
                .toList();
    }

    private static Map<String, Long> verdicts(Map<String, List<List<String>>> sheets) {
        return checks(sheets).stream().collect(Collectors.groupingBy(line -> line.get(5), Collectors.counting()));
    }

    /** The lines with formulas: from below the headings to the first line that has no rule. */
    private static List<List<String>> checks(Map<String, List<List<String>>> sheets) {
        return sheets.get("校核").stream()
                .skip(3)
                .takeWhile(line -> line.size() > 5 && !line.get(5).isEmpty())
                .toList();
    }

    private static List<Cell> cells() throws IOException {
        List<Cell> cells = new ArrayList<>();
        String csv = Files.readString(folder.resolve(Body.CITY + "-2021.csv"), StandardCharsets.UTF_8);
        for (String line : csv.split("\r\n")) {
            if (!line.contains("row_label")) {
                String[] fields = line.split(",");
                cells.add(new Cell(fields[0], fields[3], fields[4], fields[5]));
            }
        }
        return cells;
    }

    /** The same workbook without any value that a formula had, and with other numbers in the sheet of table three. */
    private static int rewrite(Path from, Path to, Map<String, String> numbers) throws IOException {
        int formulas = 0;
        try (ZipInputStream read = new ZipInputStream(Files.newInputStream(from));
                ZipOutputStream written = new ZipOutputStream(Files.newOutputStream(to))) {
            for (ZipEntry part = read.getNextEntry(); part != null; part = read.getNextEntry()) {
                written.putNextEntry(new ZipEntry(part.getName()));
                if (!part.getName().startsWith("xl/worksheets/sheet")) {
                    read.transferTo(written);
                    continue;
                }
                String sheet = new String(read.readAllBytes(), StandardCharsets.UTF_8);
                Matcher kept = KEPT_VALUE.matcher(sheet);
                formulas += (int) kept.results().count();
                sheet = kept.replaceAll("$1");
                if (part.getName().endsWith("sheet3.xml")) {
                    sheet = changed(sheet, numbers);
                }
                written.write(sheet.getBytes(StandardCharsets.UTF_8));
            }
        }
        return formulas;
    }

    private static String changed(String sheet, Map<String, String> numbers) {
        String changed = sheet;
        for (Map.Entry<String, String> number : numbers.entrySet()) {
            Matcher cell = Pattern.compile("(<c r=\"" + number.getKey() + "\"[^>]*><v>)[^<]*")
                    .matcher(changed);
            assertTrue(cell.find(), number.getKey());
            changed = cell.replaceAll("$1" + number.getValue());
        }
        return changed;
    }
}
