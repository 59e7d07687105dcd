package org.gongkai.report.pdf;

import static io.restassured.RestAssured.given;
import static org.gongkai.report.testing.Callers.as;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.embedded.testing.WithInfrastructure;
import org.gongkai.report.testing.StatisticsAnswers;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithInfrastructure(database = "report")
@WithTestResource(StatisticsAnswers.class)
class PdfIT {

    private static final String PDF = "application/pdf";
    private static final Path METRICS = Path.of("../docs/operating/metrics-report.md");
    private static final Pattern ROW = Pattern.compile("\\| `(gongkai_[a-z_]+)` \\| ([a-z]+) \\| [^|]+\\|");
    private static final Pattern TYPE = Pattern.compile("# TYPE (gongkai_[a-z_]+) ([a-z]+)");

    @Test
    void the_report_is_had_as_pdf_by_suffix_and_by_accept() {
        byte[] bySuffix = as("reader")
                .get("/reports/QINGYANG/2021.pdf")
                .then()
                .statusCode(200)
                .header("Content-Type", equalTo(PDF))
                .header("Gongkai-Position", "1-0.9")
                .extract()
                .asByteArray();
        byte[] byAccept = as("reader").accept(PDF).get("/reports/QINGYANG/2021").asByteArray();

        assertTrue(Pdf.text(bySuffix).contains("庆阳市2021年政府信息公开工作年度报告"));
        assertEquals(Pdf.text(bySuffix), Pdf.text(byAccept));
    }

    @Test
    void rare_characters_of_a_name_are_printed() {
        assertTrue(Pdf.text(as("reader").get("/reports/RARE/2021.pdf").asByteArray())
                .contains("𬭎䶮县2021年"));
    }

    @Test
    void a_character_that_no_font_has_is_refused_with_what_it_is_and_where_it_stands() {
        as("reader")
                .get("/reports/UNPRINTABLE/2021.pdf")
                .then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:gongkai:problem:unprintable-characters"))
                .body("detail", containsString("“𠔻”（U+2053B，标题"));
        as("reader").get("/reports/UNPRINTABLE/2021.html").then().statusCode(200);
    }

    @Test
    void the_document_of_metrics_lists_those_of_this_service() throws IOException {
        as("reader").get("/reports/QINGYANG/2021.pdf").then().statusCode(200);
        Map<String, String> answered = matches(TYPE, given().get("/q/metrics").asString());
        answered.keySet().removeIf(name -> name.endsWith("_max"));

        assertEquals(matches(ROW, Files.readString(METRICS)), answered);
    }

    private static Map<String, String> matches(Pattern pattern, String text) {
        Map<String, String> found = new TreeMap<>();
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            found.put(matcher.group(1), matcher.group(2));
        }
        return found;
    }
}
