package org.gongkai.report.page;

import static org.gongkai.report.testing.Callers.as;
import static org.gongkai.report.testing.Callers.put;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.gongkai.embedded.testing.WithInfrastructure;
import org.gongkai.report.testing.StatisticsAnswers;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithInfrastructure(database = "report")
@WithTestResource(StatisticsAnswers.class)
class PageIT {

    private static final String BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";

    @Test
    void a_browser_gets_the_page_and_the_suffix_asks_for_it() {
        as("reader")
                .accept(BROWSER)
                .get("/reports/PAGE-1/2021")
                .then()
                .statusCode(200)
                .header("Content-Type", equalTo("text/html;charset=UTF-8"))
                .header("Gongkai-Position", "1-0.9")
                .body(startsWith("<!DOCTYPE html>"));
        as("reader")
                .accept("application/json")
                .get("/reports/PAGE-1/2021.html")
                .then()
                .header("Content-Type", startsWith("text/html"));
    }

    @Test
    void the_page_is_whole_in_itself_and_has_every_section_and_cell() throws IOException {
        put("PAGE-2", 5, "一是公开力度有待加大。\n二是解读质量有待提升。");
        String page = page("PAGE-2");
        // kept, to be looked at in a browser
        Files.createDirectories(Path.of("target/pages"));
        Files.writeString(Path.of("target/pages/qingyang-2021.html"), page);

        assertTrue(page.contains("<html lang=\"zh-CN\">"));
        assertTrue(page.contains("<h1>庆阳市2021年政府信息公开工作年度报告</h1>"));
        for (String title : List.of("一、总体情况", "三、收到和处理政府信息公开申请情况", "六、其他需要报告的事项")) {
            assertTrue(page.contains(">" + title + "</h2>"), title);
        }
        assertFalse(page.contains("<script"));
        assertFalse(Pattern.compile("(src|href)=(?!\"data:,\")|url\\(|@import")
                .matcher(page)
                .find());
        String document = page.substring(0, page.indexOf("<aside"));
        // 6 + 3 + 1 cells of table two, 25 × 7 of table three, 15 of table four, and 39 bars
        assertEquals(10 + 175 + 15 + 39, count(document, "<td"));
        assertEquals(1, count(document, "rowspan=\"22\""));
        assertEquals(1, count(document, "colspan=\"3\">（本列数据的勾稽关系为"));
        assertTrue(document.contains("colspan=\"5\">法人或其他组织</th>"));
        assertTrue(document.contains("<th scope=\"col\" class=\"pairs\">商业企业</th>"));
        assertTrue(document.contains("（三）<br>不予公开</th>"));
        assertEquals(6, count(document, "<svg"));
        assertEquals(6, count(document, "<details>"));
        assertEquals(3, count(document, "<thead>") + 1);
        assertTrue(page.contains("四、政府信息公开行政复议、行政诉讼情况：举报投诉 未报"));
    }

    @Test
    void beside_each_chart_stands_a_table_with_the_values_that_it_prints() {
        String page = page("PAGE-6");
        List<String> charts = parts(page, "<figure>(.*?)</figure>");

        assertEquals(6, charts.size());
        for (String chart : charts) {
            List<String> rows = parts(chart, "<tr><th scope=\"row\">(.*?)</td></tr>").stream()
                    .map(row -> row.replace("</th><td>", ""))
                    .toList();
            String described = parts(chart, "<desc[^>]*>(.*?)</desc>").get(0);
            assertTrue(described.startsWith(String.join("；", rows) + "。"), described);
            for (String value : parts(chart, "<td>(.*?)</td>")) {
                assertTrue(chart.contains(">" + value + "</text>"), value);
            }
            assertEquals(
                    parts(chart, "font-weight=\"bold\"[^>]*>(.*?)</text>"), parts(chart, "<caption>(.*?)</caption>"));
        }
    }

    private static List<String> parts(String text, String pattern) {
        return Pattern.compile(pattern, Pattern.DOTALL)
                .matcher(text)
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    @Test
    void what_the_office_writes_is_text_and_never_markup() {
        put("PAGE-3", 5, "<script>alert(1)</script>&amp;“引”\"<b>\n{{organisation.name}}");
        put("PAGE-3", 1, "<img src=x onerror=alert(1)>");
        String page = page("PAGE-3");

        assertFalse(page.contains("<script"));
        assertFalse(page.contains("<img"));
        assertTrue(page.contains("&lt;script&gt;alert(1)&lt;/script&gt;&amp;amp;“引”&quot;&lt;b&gt;</p>"));
        assertTrue(page.contains("<p>庆阳市</p>"));
    }

    @Test
    void a_section_that_is_missing_is_told_to_the_office_alone() {
        String page = page("PAGE-4");

        assertTrue(page.indexOf("五、存在的主要问题及改进情况：尚无文稿") > page.indexOf("<aside"));
    }

    @Test
    void each_chart_stands_also_by_itself_and_another_name_is_refused_with_those_that_there_are() {
        for (String name : List.of("channels", "levels", "outcomes", "applicants", "months", "year-on-year")) {
            as("reader")
                    .get("/reports/PAGE-5/2021/charts/" + name + ".svg")
                    .then()
                    .statusCode(200)
                    .header("Content-Type", startsWith("image/svg+xml"))
                    .body(startsWith("<svg xmlns=\"http://www.w3.org/2000/svg\""));
        }
        as("reader")
                .get("/reports/PAGE-5/2021/charts/nobody.svg")
                .then()
                .statusCode(400)
                .body("detail", containsString("channels, levels, outcomes, applicants, months, year-on-year"));
        as("recorder").get("/reports/PAGE-5/2021/charts/levels.svg").then().statusCode(403);
    }

    private static String page(String organisation) {
        byte[] page =
                as("office").get("/reports/" + organisation + "/2021.html").asByteArray();
        return new String(page, StandardCharsets.UTF_8);
    }

    private static int count(String text, String part) {
        return text.split(Pattern.quote(part), -1).length - 1;
    }
}
