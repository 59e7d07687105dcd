package org.gongkai.intake.importing.template;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.VisibilityState;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.gongkai.intake.importing.vocabulary.Vocabulary;
import org.gongkai.intake.importing.vocabulary.Vocabulary.Field;
import org.gongkai.intake.importing.vocabulary.Vocabulary.Kind;
import org.gongkai.intake.importing.vocabulary.Vocabulary.RecordWords;

/**
 * Tables to be filled in. Their first row below the headers is an example that says so in the column of running numbers and
 * is passed over, so that a template as it comes imports nothing.
 */
public final class Templates {

    /** Header of the column of running numbers. */
    public static final String NUMBERING = "序号";

    /** What such a number is of a row that is no line. */
    public static final String EXAMPLE = "示例";

    private static final char MARK = '\uFEFF';
    private static final int LAST_ROW = 1_048_575;
    private static final int WIDTH = 18;
    private static final String CODES = "代码";

    private Templates() {}

    /** UTF-8 with its mark, by which spreadsheets know it. */
    public static byte[] csv(RecordWords record) {
        List<String> headers = new ArrayList<>(List.of(NUMBERING));
        List<String> example = new ArrayList<>(List.of(EXAMPLE));
        for (Field field : record.fields()) {
            headers.add(field.label());
            example.add(field.example() == null ? "" : field.example());
        }
        return (MARK + row(headers) + row(example)).getBytes(StandardCharsets.UTF_8);
    }

    private static String row(List<String> cells) {
        return cells.stream()
                        .map(cell -> cell.matches("[^,\"\\r\\n]*") ? cell : '"' + cell.replace("\"", "\"\"") + '"')
                        .collect(Collectors.joining(","))
                + "\r\n";
    }

    /** A sheet for each kind of record; where a code is wanted, its labels can be chosen. */
    public static byte[] workbook(List<RecordWords> records) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "Gongkai", "1.0")) {
            List<Worksheet> sheets = new ArrayList<>();
            for (RecordWords record : records) {
                sheets.add(workbook.newWorksheet(record.label()));
            }
            Worksheet codes = workbook.newWorksheet(CODES);
            codes.setVisibilityState(VisibilityState.HIDDEN);
            int column = 0;
            for (int i = 0; i < sheets.size(); i++) {
                column = fill(sheets.get(i), records.get(i), codes, column);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** Answers the next free column of the sheet of codes. */
    private static int fill(Worksheet sheet, RecordWords record, Worksheet codes, int firstFree) {
        int free = firstFree;
        sheet.freezePane(0, 1);
        header(sheet, 0, NUMBERING);
        sheet.value(1, 0, EXAMPLE);
        int column = 1;
        for (Field field : record.fields()) {
            header(sheet, column, field.label());
            sheet.width(column, WIDTH);
            if (field.example() != null) {
                sheet.value(1, column, field.example());
            }
            sheet.style(column).format(format(field.kind())).set();
            if (field.kind() == Kind.CODE) {
                List<String> labels = Vocabulary.get().labels(field.codes());
                for (int i = 0; i < labels.size(); i++) {
                    codes.value(i, free, labels.get(i));
                }
                sheet.range(1, column, LAST_ROW, column)
                        .validateWithList(codes.range(0, free, labels.size() - 1, free))
                        // codes and further labels are taken as well
                        .showErrorMessage(false);
                free++;
            }
            column++;
        }
        return free;
    }

    private static void header(Worksheet sheet, int column, String label) {
        sheet.value(0, column, label);
        sheet.style(0, column).bold().set();
    }

    /** Text stays as it is typed: a case number is no day, a document's number loses no digit. */
    private static String format(Kind kind) {
        return switch (kind) {
            case DAY -> "yyyy-mm-dd";
            case COUNT, INTEGER -> "0";
            default -> "@";
        };
    }
}
