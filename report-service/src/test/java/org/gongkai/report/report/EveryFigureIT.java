package org.gongkai.report.report;

import static org.gongkai.report.testing.Callers.as;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.gongkai.embedded.testing.WithInfrastructure;
import org.gongkai.report.testing.StatisticsAnswers;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The formats as callers get them: each by its media type, and every cell in it equal to the figure. */
@QuarkusTest
@WithInfrastructure(database = "report")
@WithTestResource(StatisticsAnswers.class)
class EveryFigureIT {

    private static final String OPEN_XML = "application/vnd.openxmlformats-officedocument.";

    /** A format, its media type, and how it is read. */
    record Case(String suffix, String type, EveryFigureTest.Reading reading) {

        @Override
        public String toString() {
            return suffix;
        }
    }

    static Stream<Case> formats() {
        return Stream.of(
                new Case("json", "application/json", FormatReading::json),
                new Case("html", "text/html", FormatReading::html),
                new Case("csv", "text/csv", FormatReading::csv),
                new Case("docx", OPEN_XML + "wordprocessingml.document", FormatReading::word),
                new Case("xlsx", OPEN_XML + "spreadsheetml.sheet", FormatReading::sheet),
                new Case("txt", "text/plain", FormatReading::text));
    }

    @ParameterizedTest
    @MethodSource("formats")
    void every_cell_is_the_figure(Case format) throws IOException {
        Map<String, ReportFormat.Assembled> reports =
                Map.of("QINGYANG", ReportFixtures.qingyang(), "EVERY-CELL-ANOTHER", ReportFixtures.everyCellAnother());
        for (String organisation : List.of("QINGYANG", "EVERY-CELL-ANOTHER")) {
            byte[] bytes = as("reader")
                    .get("/reports/" + organisation + "/2021." + format.suffix())
                    .then()
                    .statusCode(200)
                    .header("Content-Type", startsWith(format.type()))
                    .extract()
                    .asByteArray();

            assertEquals(
                    ReportFixtures.printed(reports.get(organisation)),
                    format.reading().of(bytes));
        }
    }

    @ParameterizedTest
    @MethodSource("formats")
    void each_is_also_had_by_accept_and_twice_the_same(Case format) {
        byte[] first = byAccept(format);

        assertArrayEquals(first, byAccept(format));
    }

    private static byte[] byAccept(Case format) {
        return as("reader")
                .accept(format.type())
                .get("/reports/QINGYANG/2021")
                .then()
                .statusCode(200)
                .header("Vary", equalTo("Accept"))
                .header("Content-Type", startsWith(format.type()))
                .extract()
                .asByteArray();
    }
}
