package org.gongkai.report.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.gongkai.report.figure.Figures;
import org.gongkai.report.form.Form;
import org.gongkai.report.form.FormCell;

/** The cells of tables two, three and four, a line each: RFC 4180, UTF-8 with a byte order mark, so that Excel reads it. */
@ApplicationScoped
public class CsvFormat implements ReportFormat {

    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final String[] HEADER = {"table", "row", "column", "row_label", "column_label", "value"};
    private static final CSVFormat RFC_4180 =
            CSVFormat.RFC4180.builder().setHeader(HEADER).get();

    /** What a spreadsheet would take for a formula; a negative number is none. */
    private static final Pattern FORMULA = Pattern.compile("[=+@\\t\\r].*|-(?!\\d+(\\.\\d+)?$).*", Pattern.DOTALL);

    @Override
    public String suffix() {
        return "csv";
    }

    @Override
    public MediaType type() {
        return new MediaType("text", "csv", StandardCharsets.UTF_8.name());
    }

    @Override
    public int order() {
        return 3;
    }

    @Override
    public Object render(Assembled assembled) {
        return csv(assembled.form(), assembled.figures()).getBytes(StandardCharsets.UTF_8);
    }

    static String csv(Form form, Figures figures) {
        StringBuilder text = new StringBuilder(BYTE_ORDER_MARK);
        try (CSVPrinter lines = new CSVPrinter(text, RFC_4180)) {
            for (FormCell cell : form.cells()) {
                lines.printRecord(
                        cell.table(),
                        cell.row(),
                        cell.column(),
                        harmless(cell.rowLabel()),
                        harmless(cell.columnLabel()),
                        harmless(figures.print(cell.path())));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    /** With an apostrophe before what a spreadsheet would run. */
    static String harmless(String text) {
        return FORMULA.matcher(text).matches() ? "'" + text : text;
    }
}
