package org.gongkai.intake.importing.reading;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;
import org.gongkai.intake.importing.vocabulary.Vocabulary;
import org.gongkai.intake.importing.vocabulary.Vocabulary.RecordWords;
import org.gongkai.intake.problem.ProblemType;
import org.gongkai.intake.problem.Refusal;

/**
 * The visible sheets of a workbook, each a table with a header row. A sheet that is called as a kind of record holds such
 * records; any other needs a column that says what each row is. What a formula came to is read, not the formula.
 */
final class WorkbookLines implements Lines {

    private static final LocalDate EPOCH_1900 = LocalDate.of(1899, 12, 30);
    private static final LocalDate EPOCH_1904 = LocalDate.of(1904, 1, 1);
    private static final int ZIP_HEAD = 8;

    private final ReadableWorkbook workbook;
    private final Map<String, MergedCells> merged;
    private final LocalDate epoch;
    private final String record;
    private final ObjectMapper json;
    private final Iterator<Sheet> sheets;

    private Sheet sheet;
    private Stream<Row> stream;
    private Iterator<Row> rows = Collections.emptyIterator();
    private Columns columns;
    private MergedCells merges;
    private long before;
    private long last;
    private Line held;

    private WorkbookLines(
            ReadableWorkbook workbook, Map<String, MergedCells> merged, String record, ObjectMapper json) {
        this.workbook = workbook;
        this.merged = merged;
        this.epoch = workbook.isDate1904() ? EPOCH_1904 : EPOCH_1900;
        this.record = record;
        this.json = json;
        this.sheets = workbook.getSheets()
                .filter(each -> each.getVisibility() == SheetVisibility.VISIBLE)
                .toList()
                .iterator();
    }

    static WorkbookLines open(Body body, String record, ObjectMapper json) throws IOException {
        Map<String, MergedCells> merged;
        try (InputStream in = new BufferedInputStream(body.open())) {
            in.mark(ZIP_HEAD);
            byte[] head = in.readNBytes(ZIP_HEAD);
            if (head.length < ZIP_HEAD || !ReadableWorkbook.isOOXMLZipHeader(head)) {
                throw new Refusal(ProblemType.NO_WORKBOOK);
            }
            in.reset();
            merged = WorkbookParts.mergedCells(in);
        }
        try (InputStream in = body.open()) {
            ReadableWorkbook workbook = new ReadableWorkbook(in, new ReadingOptions(true, false));
            WorkbookLines lines = new WorkbookLines(workbook, merged, record, json);
            try {
                // so that columns which cannot be understood are said at once
                lines.held = lines.read().orElse(null);
                return lines;
            } catch (Refusal e) {
                lines.close();
                throw e;
            }
        } catch (IOException | RuntimeException e) {
            if (e instanceof Refusal refusal) {
                throw refusal;
            }
            throw new Refusal(ProblemType.NO_WORKBOOK);
        }
    }

    @Override
    public Optional<Line> next() {
        if (held != null) {
            Line first = held;
            held = null;
            return Optional.of(first);
        }
        return read();
    }

    private Optional<Line> read() {
        while (true) {
            Row row = nextRow();
            if (row == null) {
                return Optional.empty();
            }
            List<Cell> cells = cells(row);
            if (cells.stream().anyMatch(cell -> cell != null) && !columns.isExample(cells)) {
                return Optional.of(columns.line(before + row.getRowNum(), place(row), cells));
            }
        }
    }

    private String place(Row row) {
        return sheet.getName() + "!" + row.getRowNum();
    }

    /** Of this sheet or of the next that has a header; null after the last. */
    private Row nextRow() {
        try {
            while (true) {
                if (rows.hasNext()) {
                    Row row = rows.next();
                    last = row.getRowNum();
                    return row;
                }
                closeSheet();
                before += last;
                last = 0;
                if (!sheets.hasNext()) {
                    return null;
                }
                sheet = sheets.next();
                stream = sheet.openStream();
                rows = stream.iterator();
                merges = merged.getOrDefault(sheet.getId(), MergedCells.NONE);
                readHeader();
            }
        } catch (Refusal e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            throw new Refusal(ProblemType.BROKEN_TABLE, before + last + 1);
        }
    }

    private void readHeader() {
        List<String> first = null;
        String said = Vocabulary.get()
                .record(sheet.getName())
                .map(RecordWords::record)
                .orElse(record);
        for (int i = 0; i < Columns.MOST_ROWS_ABOVE && rows.hasNext(); i++) {
            Row row = rows.next();
            last = row.getRowNum();
            List<String> texts = cells(row).stream()
                    .map(cell -> cell == null ? null : cell.text())
                    .toList();
            boolean blank = texts.stream().allMatch(text -> text == null);
            first = first == null && !blank ? texts : first;
            if (!blank && Columns.known(texts) >= 2) {
                columns = Columns.of(texts, said, json);
                return;
            }
        }
        if (first != null) {
            // says which of its columns are unknown
            columns = Columns.of(first, said, json);
        }
    }

    private List<Cell> cells(Row row) {
        List<Cell> cells = new ArrayList<>();
        int width = Math.max(row.getCellCount(), merges.width(row.getRowNum()));
        for (int i = 0; i < width; i++) {
            Cell cell = i < row.getCellCount() ? cell(row.getCell(i)) : null;
            cells.add(columns == null ? cell : merges.filled(row.getRowNum(), i, cell, columns.field(i)));
        }
        return cells;
    }

    private Cell cell(org.dhatim.fastexcel.reader.Cell found) {
        if (found == null || found.getType() == CellType.EMPTY) {
            return null;
        }
        // of a formula, what it came to when the workbook was saved
        String text = found.getType() == CellType.STRING ? found.asString() : found.getRawValue();
        if (text == null || text.isBlank()) {
            return null;
        }
        if (found.getType() == CellType.BOOLEAN) {
            return Cell.of(text.equals("1") || text.equalsIgnoreCase("true") ? "true" : "false");
        }
        if (found.getType() == CellType.ERROR) {
            return Cell.of("#" + text);
        }
        BigDecimal number = found.getType() == CellType.STRING ? null : number(text);
        return number == null
                ? Cell.of(text.strip())
                : new Cell(text, number, DayFormat.isDay(found.getDataFormatId(), found.getDataFormatString()), epoch);
    }

    private static BigDecimal number(String text) {
        try {
            return new BigDecimal(text);
        } catch (NumberFormatException e) {
            // the text that a formula came to
            return null;
        }
    }

    private void closeSheet() {
        if (stream != null) {
            stream.close();
            stream = null;
        }
        columns = null;
    }

    @Override
    public void close() throws IOException {
        closeSheet();
        workbook.close();
    }
}
