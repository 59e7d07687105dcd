package org.gongkai.intake.importing.reading;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.gongkai.intake.importing.template.Templates;
import org.gongkai.intake.importing.vocabulary.Vocabulary;
import org.gongkai.intake.importing.vocabulary.Vocabulary.Field;
import org.gongkai.intake.importing.vocabulary.Vocabulary.RecordWords;
import org.gongkai.intake.problem.ProblemType;
import org.gongkai.intake.problem.Refusal;
import org.gongkai.intake.problem.Violation;

/** The columns of a table by its header row; which field a column is depends on what the row records. */
final class Columns {

    /** Titles may stand above the header. */
    static final int MOST_ROWS_ABOVE = 20;

    private static final Set<String> RECORD = Set.of(RecordOfLine.FIELD, "记录类型", "记录种类", "业务类型");
    /** A running number says nothing. */
    private static final Set<String> NUMBERING = Set.of(Templates.NUMBERING, "行号", "No", "NO", "No.");

    private static final int LETTERS = 26;

    private final List<String> headers;
    private final String otherwise;
    private final ObjectMapper json;
    private final int recordColumn;
    private final Map<String, Field[]> fields = new HashMap<>();

    private Columns(List<String> headers, String otherwise, ObjectMapper json) {
        this.headers = headers;
        this.otherwise = otherwise;
        this.json = json;
        int found = -1;
        for (int i = 0; i < headers.size(); i++) {
            if (RECORD.contains(headers.get(i))) {
                found = i;
            }
        }
        this.recordColumn = found;
    }

    /** How many of the cells are headers; a row of two or more is the header row. */
    static int known(List<String> cells) {
        int known = 0;
        for (String cell : cells) {
            String word = cell == null ? "" : Vocabulary.plain(cell);
            if (RECORD.contains(word)
                    || Vocabulary.get().records().stream()
                            .anyMatch(record -> Vocabulary.get()
                                    .field(record.record(), word)
                                    .isPresent())) {
                known++;
            }
        }
        return known;
    }

    /**
     * Refuses columns that no record has, twice the same, or where nothing says what a row records.
     *
     * @param cells of the header row; null or blank where a column has no header
     * @param otherwise what all rows record, or null
     */
    static Columns of(List<String> cells, String otherwise, ObjectMapper json) {
        Columns columns = new Columns(
                cells.stream()
                        .map(cell -> cell == null ? "" : Vocabulary.plain(cell))
                        .toList(),
                otherwise,
                json);
        if (columns.recordColumn < 0 && otherwise == null) {
            throw new Refusal(ProblemType.NOTHING_TO_RECORD, RecordOfLine.codes());
        }
        List<RecordWords> possible = columns.recordColumn < 0
                ? List.of(RecordOfLine.named(otherwise))
                : Vocabulary.get().records();
        Refusal refusal = new Refusal(ProblemType.UNKNOWN_COLUMNS, expected(possible));
        boolean wrong = false;
        for (int i = 0; i < cells.size(); i++) {
            String header = columns.headers.get(i);
            if (header.isEmpty() || i == columns.recordColumn || NUMBERING.contains(header)) {
                continue;
            }
            if (possible.stream()
                    .noneMatch(record ->
                            Vocabulary.get().field(record.record(), header).isPresent())) {
                refusal.field(letters(i), "unknown-column");
                wrong = true;
            }
        }
        if (wrong) {
            throw refusal;
        }
        possible.forEach(columns::fieldsOf);
        return columns;
    }

    private static String expected(List<RecordWords> records) {
        return records.stream()
                .flatMap(record -> record.fields().stream())
                .map(Field::label)
                .distinct()
                .collect(Collectors.joining("、"));
    }

    /** A, B … Z, AA, as spreadsheets have it. */
    static String letters(int column) {
        String letter = String.valueOf((char) ('A' + column % LETTERS));
        return column < LETTERS ? letter : letters(column / LETTERS - 1) + letter;
    }

    private Field[] fieldsOf(RecordWords record) {
        return fields.computeIfAbsent(record.record(), code -> {
            Field[] byColumn = new Field[headers.size()];
            Map<String, Integer> seen = new HashMap<>();
            for (int i = 0; i < byColumn.length; i++) {
                byColumn[i] = i == recordColumn || headers.get(i).isEmpty()
                        ? null
                        : Vocabulary.get().field(code, headers.get(i)).orElse(null);
                if (byColumn[i] != null) {
                    String field = byColumn[i].field();
                    seen.put(field, seen.containsKey(field) ? leftOf(byColumn, seen.get(field), i) : i);
                }
            }
            return byColumn;
        });
    }

    /**
     * Of two columns for a field the one that is called as it: in a table of several records the other is another's, and a
     * row of this one leaves it empty.
     */
    private int leftOf(Field[] byColumn, int one, int other) {
        boolean first = isNamed(byColumn[one], headers.get(one));
        if (recordColumn < 0 || first == isNamed(byColumn[other], headers.get(other))) {
            throw new Refusal(ProblemType.UNKNOWN_COLUMNS, byColumn[one].label())
                    .field(letters(other), "column-twice", letters(one));
        }
        byColumn[first ? other : one] = null;
        return first ? one : other;
    }

    private static boolean isNamed(Field field, String header) {
        return header.equals(field.field()) || header.equals(Vocabulary.plain(field.label()));
    }

    /** The field of a column, by the record of the whole table; null where rows say what they record themselves. */
    Field field(int column) {
        return recordColumn >= 0 || column >= headers.size() ? null : fieldsOf(RecordOfLine.named(otherwise))[column];
    }

    /** Whether its running number says that it is no line. */
    boolean isExample(List<Cell> cells) {
        for (int i = 0; i < Math.min(cells.size(), headers.size()); i++) {
            if (cells.get(i) != null
                    && NUMBERING.contains(headers.get(i))
                    && cells.get(i).text().startsWith(Templates.EXAMPLE)) {
                return true;
            }
        }
        return false;
    }

    /**
     * A row as a line.
     *
     * @param cells null where a cell is empty
     */
    Line line(long number, String place, List<Cell> cells) {
        try {
            Cell said = recordColumn >= 0 && recordColumn < cells.size() ? cells.get(recordColumn) : null;
            if (said == null && otherwise == null) {
                throw new Refusal(ProblemType.UNREADABLE_BODY, RecordOfLine.FIELD)
                        .field(RecordOfLine.FIELD, "unknown-code", RecordOfLine.codes());
            }
            RecordWords record = RecordOfLine.named(said == null ? otherwise : said.text());
            return new Line(number, place, record, fields(record, cells), null);
        } catch (Refusal e) {
            return Line.refused(number, place, e);
        }
    }

    private ObjectNode fields(RecordWords record, List<Cell> cells) {
        ObjectNode line = json.createObjectNode();
        Field[] byColumn = fieldsOf(record);
        for (int i = 0; i < cells.size(); i++) {
            Cell cell = cells.get(i);
            if (cell == null || i == recordColumn || i < headers.size() && NUMBERING.contains(headers.get(i))) {
                continue;
            }
            Field field = i < byColumn.length ? byColumn[i] : null;
            if (field == null) {
                throw Refusal.of(List.of(new Violation(letters(i), "not-of-this-record", record.record())));
            }
            field.holderIn(line).set(field.name(), Cells.typed(field, cell));
        }
        return line;
    }
}
