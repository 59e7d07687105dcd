package org.gongkai.report.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
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
                List.of("channels", "levels", "outcomes", "applicants", "months", "year-on-year"),
                charts.stream().map(Chart::name).toList());
        assertEquals(List.of("64条", "61134条", "18363条", "1650条", "6308条", "11576条"), prints(charts.get(0)));
        assertEquals(List.of("33250条（33.58%）", "65781条（66.42%）"), prints(charts.get(1)));
        assertEquals(
                List.of("113件（76.35%）", "6件（4.05%）", "25件（16.89%）", "2件（1.35%）", "2件（1.35%）"), prints(charts.get(2)));
        assertEquals("占比以办理结果总计148件为基数。", charts.get(2).note());
        assertEquals(
                List.of("自然人", "法人或其他组织（商业企业）", "法人或其他组织（科研机构）"),
                charts.get(3).bars().stream().map(Chart.Bar::name).limit(3).toList());
        assertEquals("共142件。", charts.get(3).note());
        assertEquals(List.of("142件", "193件", "148件", "187件", "0件", "0件", "0件", "0件"), prints(charts.get(5)));
        assertEquals(
                List.of("新收政府信息公开申请（本年）", "新收政府信息公开申请（上年）"),
                charts.get(5).bars().stream().map(Chart.Bar::name).limit(2).toList());
    }

    @Test
    void the_bars_of_applicants_and_of_months_are_the_cells_of_table_three_and_add_up_to_its_total() {
        Figures figures = Figures.of(FORM, StatementFixtures.qingyang());
        List<Chart> charts = charts(StatementFixtures.qingyangJson());

        for (Chart chart : List.of(charts.get(3), charts.get(4))) {
            BigDecimal sum = chart.bars().stream().map(Chart.Bar::value).reduce(BigDecimal.ZERO, BigDecimal::add);
            assertEquals(
                    figures.get("applications.NEW_RECEIVED.TOTAL").quantity().value(), sum, chart.name());
        }
        assertEquals(
                IntStream.rangeClosed(1, 12)
                        .mapToObj(month -> month + "月 " + figures.print("months." + month + ".received") + "件")
                        .toList(),
                charts.get(4).bars().stream()
                        .map(bar -> bar.label() + " " + bar.print())
                        .toList());
    }

    @Test
    void without_a_year_before_nothing_is_compared_and_without_applications_nothing_is_split() {
        ObjectNode first = StatementFixtures.qingyangJson();
        first.withObject("/previous/confirmed").put("yes", 0);
        assertEquals(
                List.of("channels", "levels", "outcomes", "applicants", "months"),
                charts(first).stream().map(Chart::name).toList());

        ObjectNode nil = StatementFixtures.qingyangJson();
        nil.withObject("/applications/NEW_RECEIVED").put("TOTAL", 0);
        assertEquals(
                List.of("channels", "levels", "outcomes", "year-on-year"),
                charts(nil).stream().map(Chart::name).toList());
    }

    @Test
    void bars_with_label_and_value_beside_them_leave_room_for_both() {
        String svg = new Chart(
                        "n",
                        "题",
                        null,
                        null,
                        Chart.Rows.BESIDE,
                        List.of(
                                new Chart.Bar("组", "甲乙", BigDecimal.TEN, "10件", Chart.Tone.YEAR),
                                new Chart.Bar("组", "丙", BigDecimal.valueOf(5), "5件", Chart.Tone.YEAR_BEFORE)))
                .svg();

        // 　甲乙 and 10件, each 13 high, and 8 beside each
        double longest = 360 - (3 * 13 + 8) - Math.ceil((2 * 0.6 + 1) * 13) - 8;
        assertTrue(svg.contains("<rect x=\"47\" y=\"56\" width=\"" + longest + "\""), svg);
        assertTrue(svg.contains("width=\"" + longest / 2 + "\" height=\"12\" fill=\"#9db3d1\""), svg);
        assertEquals(2, svg.split(">组</text>", -1).length, svg);
        assertTrue(svg.contains("<desc id=\"chart-n-desc\">组（甲乙）10件；组（丙）5件。</desc>"), svg);
    }

    @Test
    void bars_are_as_long_as_their_values_and_described_in_words() {
        String svg = new Chart(
                        "n",
                        "题",
                        null,
                        null,
                        Chart.Rows.ABOVE,
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
                        Chart.Rows.ABOVE,
                        List.of(new Chart.Bar("甲", BigDecimal.valueOf(150), "150件（75.00%）")))
                .svg();

        assertTrue(svg.contains("width=\"270.0\" height=\"12\" fill=\"#1f4e8c\""), svg);
        assertTrue(svg.contains("width=\"360\" height=\"12\" fill=\"#dfe4ec\""), svg);
    }

    @Test
    void nothing_counted_draws_empty_bars() {
        String svg = new Chart(
                        "n", "题", "注", null, Chart.Rows.ABOVE, List.of(new Chart.Bar("甲", BigDecimal.ZERO, "0件")))
                .svg();

        assertTrue(svg.contains("width=\"0\""), svg);
        assertTrue(svg.contains(">注</text>"), svg);
    }

    @Test
    void names_are_text_and_never_markup() {
        String svg = new Chart("n", "<a&\"", null, null, Chart.Rows.ABOVE, List.of()).svg();

        assertTrue(svg.contains("&lt;a&amp;&quot;"), svg);
        assertFalse(svg.contains("<a"), svg);
    }

    @Test
    void a_body_with_one_level_has_no_chart_of_levels() {
        ObjectNode statement = StatementFixtures.qingyangJson();
        statement.withObject("/levels").remove("COUNTY");

        assertTrue(charts(statement).stream().noneMatch(chart -> chart.name().equals("levels")));
        assertEquals(5, charts(statement).size());
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
