package org.gongkai.report.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.gongkai.report.form.Forms;
import org.gongkai.report.statement.StatementFixtures;
import org.junit.jupiter.api.Test;

class FiguresTest {

    private final Figures qingyang = figures(StatementFixtures.qingyangJson());

    @Test
    void the_figures_of_qingyang_2021_print_as_the_city_published_them() {
        Map<String, String> published = new TreeMap<>(Map.of(
                "applications.RESULT_TOTAL.TOTAL", "148",
                "proactive.NORMATIVE_DOCS.ISSUED", "30",
                "proactive.FEES.AMOUNT_WAN", "47593.6663",
                "disputes.REVIEW.PENDING", "0",
                "publications.items", "99031",
                "publications.byChannel.WEBSITE", "61134",
                "publications.byChannel.SUM", "99095",
                "levels.CITY.publications.items", "33250",
                "shares.levels.CITY", "33.58",
                "shares.levels.COUNTY", "66.42"));
        published.putAll(Map.of(
                "applications.group.GRANTED", "113",
                "applications.group.REFUSED", "6",
                "applications.group.UNABLE", "25",
                "applications.group.NOT_HANDLED", "2",
                "applications.group.OTHER_HANDLING", "2",
                "shares.applications.GRANTED", "76.35",
                "shares.applications.REFUSED", "4.05",
                "shares.applications.UNABLE", "16.89",
                "shares.applications.NOT_HANDLED", "1.35",
                "shares.applications.OTHER_HANDLING", "1.35"));
        published.putAll(Map.of(
                "applications.handled.NATURAL_PERSON", "130",
                "applications.handled.ORGANISATIONS", "18",
                "indicators.DISCLOSURE_PLATFORMS", "386",
                "indicators.INTERPRETATION_RATE", "100",
                "indicators.NEW_MEDIA_PUBLICATIONS", "26321",
                "indicators.DOCUMENTS_FILED", "173",
                "previous.applications.RESULT_TOTAL.TOTAL", "187",
                "yearOnYear.percent", "-20.86",
                "yearOnYear.magnitude", "20.86",
                "processingFees.amountYuan", "0.00"));

        Map<String, String> printed = new TreeMap<>();
        published.keySet().forEach(path -> printed.put(path, qingyang.print(path)));

        assertEquals(published, printed);
        assertEquals("万元", qingyang.get("proactive.FEES.AMOUNT_WAN").unit());
        assertEquals("条", qingyang.get("publications.items").unit());
    }

    @Test
    void a_figure_knows_the_cells_that_it_stands_on() {
        assertEquals(
                List.of(
                        "applications.GRANTED_FULL.TOTAL",
                        "applications.GRANTED_PARTIAL.TOTAL",
                        "applications.RESULT_TOTAL.TOTAL"),
                qingyang.get("shares.applications.GRANTED").cells());
        assertEquals(
                List.of("publications.items"),
                qingyang.get("publications.items").cells());
    }

    @Test
    void an_indicator_that_nobody_reported_is_absent_and_known() {
        assertTrue(qingyang.find("indicators.COMPLAINTS_RECEIVED").isEmpty());
        assertTrue(knows("indicators.COMPLAINTS_RECEIVED"));
        assertFalse(knows("indicators.COMPLAINTS"));
        assertTrue(knows("previous.shares.applications.GRANTED"));
        assertTrue(knows("levels.TOWNSHIP.publications.items"));
        assertFalse(knows("level.TOWNSHIP.publications.items"));
    }

    @Test
    void the_months_add_up_to_the_year() {
        for (String of : List.of("received", "decided")) {
            long sum = IntStream.rangeClosed(1, 12)
                    .mapToLong(month -> Long.parseLong(qingyang.print("months." + month + "." + of)))
                    .sum();
            String row = of.equals("received") ? "NEW_RECEIVED" : "RESULT_TOTAL";
            assertEquals(qingyang.print("applications." + row + ".TOTAL"), Long.toString(sum));
        }
        assertTrue(knows("months.12.decided"));
        assertFalse(knows("months.13.received"));
    }

    @Test
    void without_bodies_in_the_year_before_there_is_no_year_before() {
        ObjectNode statement = StatementFixtures.qingyangJson();
        statement.withObject("/previous/confirmed").put("yes", 0);

        Figures figures = figures(statement);

        assertTrue(figures.find("previous.applications.RESULT_TOTAL.TOTAL").isEmpty());
        assertTrue(figures.find("yearOnYear.percent").isEmpty());
    }

    @Test
    void a_percentage_of_nothing_is_absent() {
        ObjectNode statement = StatementFixtures.qingyangJson();
        statement.withObject("/previous/applications/RESULT_TOTAL").put("TOTAL", 0);
        statement.withObject("/publications").put("items", 0);
        statement.withObject("/indicators").put("POLICIES_TO_INTERPRET", 0);

        Figures figures = figures(statement);

        assertEquals("0", figures.print("previous.applications.RESULT_TOTAL.TOTAL"));
        for (String path : List.of("yearOnYear.percent", "shares.levels.CITY", "indicators.INTERPRETATION_RATE")) {
            assertTrue(figures.find(path).isEmpty(), path);
            assertTrue(knows(path), path);
        }
    }

    private static boolean knows(String path) {
        return Figures.knows(Figures.names(Forms.FORM_2021), path);
    }

    private static Figures figures(ObjectNode statement) {
        return Figures.of(Forms.FORM_2021, StatementFixtures.of(statement));
    }
}
