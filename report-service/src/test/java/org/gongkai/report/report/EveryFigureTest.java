package org.gongkai.report.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.gongkai.report.sheet.SheetFormat;
import org.gongkai.report.text.TextFormat;
import org.gongkai.report.word.WordFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every cell of the three tables comes back out of every format, by its labels, equal to the figure; of the page, whose
 * template is made when the service is built, in {@link EveryFigureIT}.
 */
class EveryFigureTest {

    private static final ReportFormat.Assembled QINGYANG = ReportFixtures.qingyang();
    private static final ReportFormat.Assembled EVERY_CELL_ANOTHER = ReportFixtures.everyCellAnother();

    /** A format and how it is read. */
    record Case(ReportFormat format, Reading reading) {

        byte[] bytes(ReportFormat.Assembled report) throws IOException {
            Object rendered = format.render(report);
            return rendered instanceof byte[] bytes ? bytes : new ObjectMapper().writeValueAsBytes(rendered);
        }

        Map<String, String> readBack(ReportFormat.Assembled report) throws IOException {
            return reading.of(bytes(report));
        }

        @Override
        public String toString() {
            return format.suffix();
        }
    }

    /** Takes the cells out. */
    interface Reading {
        Map<String, String> of(byte[] bytes) throws IOException;
    }

    static Stream<Case> formats() {
        return Stream.of(
                new Case(new JsonFormat(), FormatReading::json),
                new Case(new CsvFormat(), FormatReading::csv),
                new Case(new WordFormat(), FormatReading::word),
                new Case(new SheetFormat(), FormatReading::sheet),
                new Case(new TextFormat(), FormatReading::text));
    }

    @ParameterizedTest
    @MethodSource("formats")
    void of_qingyang(Case format) throws IOException {
        Map<String, String> printed = ReportFixtures.printed(QINGYANG);
        assertEquals(10 + 175 + 15, printed.size());

        assertEquals(printed, format.readBack(QINGYANG));
        // kept, to be looked at
        Path folder = Files.createDirectories(Path.of("target/pages"));
        Files.write(folder.resolve("QINGYANG." + format), format.bytes(QINGYANG));
    }

    @ParameterizedTest
    @MethodSource("formats")
    void where_no_two_cells_are_alike_each_stands_under_its_own_labels(Case format) throws IOException {
        Map<String, String> printed = ReportFixtures.printed(EVERY_CELL_ANOTHER);
        assertEquals(200, printed.values().stream().distinct().count());

        assertEquals(printed, format.readBack(EVERY_CELL_ANOTHER));
    }

    @ParameterizedTest
    @MethodSource("formats")
    void of_any_report_whose_totals_add_up(Case format) throws IOException {
        long seed = new Random().nextLong();
        ReportFormat.Assembled report = ReportFixtures.random(seed);

        assertEquals(ReportFixtures.printed(report), format.readBack(report), "seed " + seed);
    }

    @Test
    void another_report_is_read_as_another() throws IOException {
        for (Case format : formats().toList()) {
            assertNotEquals(ReportFixtures.printed(QINGYANG), format.readBack(EVERY_CELL_ANOTHER), format.toString());
        }
    }
}
