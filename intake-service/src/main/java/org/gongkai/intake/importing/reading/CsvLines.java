package org.gongkai.intake.importing.reading;

import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gongkai.intake.problem.ProblemType;
import org.gongkai.intake.problem.Refusal;

/** A table as text, with a header row; separated by commas, semicolons or tabs. */
final class CsvLines implements Lines {

    private static final char[] SEPARATORS = {',', ';', '\t'};
    private static final char MARK = '\uFEFF';
    /** A field that is longer has lost its closing quote. */
    private static final int MOST_CHARACTERS = 1 << 20;

    private final CsvReader<CsvRecord> reader;
    private final CloseableIterator<CsvRecord> rows;
    private final Columns columns;
    private long number;

    private CsvLines(CsvReader<CsvRecord> reader, CloseableIterator<CsvRecord> rows, Columns columns, long number) {
        this.reader = reader;
        this.rows = rows;
        this.columns = columns;
        this.number = number;
    }

    static CsvLines open(Body body, Charset given, String record, ObjectMapper json) throws IOException {
        Charset charset = Charsets.of(body, given).orElseThrow(() -> new Refusal(ProblemType.UNKNOWN_CHARACTERS));
        char best = SEPARATORS[0];
        int most = -1;
        for (char separator : SEPARATORS) {
            int known = knownHeaders(body, charset, separator);
            if (known > most) {
                most = known;
                best = separator;
            }
        }
        CsvReader<CsvRecord> reader = reader(body, charset, best);
        try {
            return withHeader(reader, record, json);
        } catch (Refusal e) {
            reader.close();
            throw e;
        }
    }

    private static CsvLines withHeader(CsvReader<CsvRecord> reader, String record, ObjectMapper json) {
        CloseableIterator<CsvRecord> rows = reader.iterator();
        List<String> first = null;
        for (int i = 0; i < Columns.MOST_ROWS_ABOVE; i++) {
            CsvRecord row = next(rows, i);
            if (row == null) {
                break;
            }
            first = first == null ? row.getFields() : first;
            if (Columns.known(row.getFields()) >= Math.min(2, row.getFieldCount())) {
                return new CsvLines(
                        reader, rows, Columns.of(row.getFields(), record, json), row.getStartingLineNumber());
            }
        }
        if (first == null) {
            throw new Refusal(ProblemType.EMPTY_IMPORT);
        }
        // says which of its columns are unknown
        Columns.of(first, record, json);
        throw new Refusal(ProblemType.EMPTY_IMPORT);
    }

    private static int knownHeaders(Body body, Charset charset, char separator) throws IOException {
        int most = 0;
        try (CsvReader<CsvRecord> reader = reader(body, charset, separator)) {
            CloseableIterator<CsvRecord> rows = reader.iterator();
            for (int i = 0; i < Columns.MOST_ROWS_ABOVE; i++) {
                CsvRecord row = next(rows, i);
                if (row == null) {
                    break;
                }
                most = Math.max(most, Columns.known(row.getFields()));
            }
        } catch (Refusal e) {
            // quotes that make no sense with this separator, or none at all further down
            return most;
        }
        return most;
    }

    private static CsvReader<CsvRecord> reader(Body body, Charset charset, char separator) throws IOException {
        Reader characters = new BufferedReader(new InputStreamReader(body.open(), charset));
        characters.mark(1);
        if (characters.read() != MARK) {
            characters.reset();
        }
        return CsvReader.builder()
                .fieldSeparator(separator)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .skipEmptyLines(true)
                .maxBufferSize(MOST_CHARACTERS)
                .ofCsvRecord(characters);
    }

    private static CsvRecord next(CloseableIterator<CsvRecord> rows, long after) {
        try {
            return rows.hasNext() ? rows.next() : null;
        } catch (CsvParseException | UncheckedIOException e) {
            throw new Refusal(ProblemType.BROKEN_TABLE, after + 1);
        }
    }

    @Override
    public Optional<Line> next() {
        while (true) {
            CsvRecord row = next(rows, number);
            if (row == null) {
                return Optional.empty();
            }
            number = row.getStartingLineNumber();
            List<Cell> cells = new ArrayList<>();
            boolean blank = true;
            for (String field : row.getFields()) {
                String text = field.strip();
                cells.add(text.isEmpty() ? null : Cell.of(text));
                blank &= text.isEmpty();
            }
            if (!blank && !columns.isExample(cells)) {
                return Optional.of(columns.line(number, null, cells));
            }
        }
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
