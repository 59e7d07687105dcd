package org.gongkai.report.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.gongkai.report.figure.Figures;
import org.gongkai.report.form.Form;
import org.gongkai.report.form.Forms;
import org.gongkai.report.prose.Narrative;
import org.gongkai.report.statement.Statement;
import org.gongkai.report.statement.StatementFixtures;
import org.junit.jupiter.api.Test;

class ChartTest {

    private static final Form FORM = Forms.FORM_2021;

    @Test
    void the_charts_of_qingyang_2021_print_the_figures_of_its_text() {
        List<Chart> charts = charts(StatementFixtures.qingyangJson());

        assertEquals(
                List.of("channels", "levels", "outcomes"),
                charts.stream().map(Chart::name).toList());
        assertEquals(List.of("64条", "61134条", "18363条", "1650条", "6308条", "11576条"), prints(charts.get(0)));
        assertEquals(List.of("33250条（33.58%）", "65781条（66.42%）"), prints(charts.get(1)));
        assertEquals(
                List.of("113件（76.35%）", "6件（4.05%）", "25件（16.89%）", "2件（1.35%）", "2件（1.35%）"), prints(charts.get(2)));
        assertEquals("占比以办理结果总计148件为基数。", charts.get(2).note());
    }

    @Test
    void bars_are_as_long_as_their_values_and_described_in_words() {
        String svg = new Chart(
                        "n",
                        "题",
                        null,
                        null,
                        List.of(
                                new Chart.Bar("甲", BigDecimal.valueOf(300), "300件"),
                                new Chart.Bar("乙", BigDecimal.valueOf(1), "1件")))
                .svg();

        assertTrue(svg.contains("width=\"360.0\""), svg);
        assertTrue(svg.contains("width=\"1.2\""), svg);
        assertTrue(svg.contains("<title id=\"chart-n-title\">题</title>"), svg);
        assertTrue(svg.contains("<desc id=\"chart-n-desc\">甲300件；乙1件。</desc>"), svg);
        assertTrue(svg.contains(">甲</text>"), svg);
        assertFalse(svg.contains("#dfe4ec"), svg);
    }

    @Test
    void a_share_is_drawn_of_its_whole() {
        String svg = new Chart(
                        "n",
                        "题",
                        null,
                        BigDecimal.valueOf(200),
                        List.of(new Chart.Bar("甲", BigDecimal.valueOf(150), "150件（75.00%）")))
                .svg();

        assertTrue(svg.contains("width=\"270.0\" height=\"12\" fill=\"#1f4e8c\""), svg);
        assertTrue(svg.contains("width=\"360\" height=\"12\" fill=\"#dfe4ec\""), svg);
    }

    @Test
    void nothing_counted_draws_empty_bars() {
        String svg = new Chart("n", "题", "注", null, List.of(new Chart.Bar("甲", BigDecimal.ZERO, "0件"))).svg();

        assertTrue(svg.contains("width=\"0\""), svg);
        assertTrue(svg.contains(">注</text>"), svg);
    }

    @Test
    void names_are_text_and_never_markup() {
        String svg = new Chart("n", "<a&\"", null, null, List.of()).svg();

        assertTrue(svg.contains("&lt;a&amp;&quot;"), svg);
        assertFalse(svg.contains("<a"), svg);
    }

    @Test
    void a_body_with_one_level_has_no_chart_of_levels() {
        ObjectNode statement = StatementFixtures.qingyangJson();
        statement.withObject("/levels").remove("COUNTY");

        assertEquals(2, charts(statement).size());
    }

    private static List<String> prints(Chart chart) {
        return chart.bars().stream().map(Chart.Bar::print).toList();
    }

    private static List<Chart> charts(ObjectNode json) {
        Statement statement = StatementFixtures.of(json);
        Figures figures = Figures.of(FORM, statement);
        return new Charts(FORM, figures, new Narrative(FORM, figures, statement, Map.of())).all();
    }
}
