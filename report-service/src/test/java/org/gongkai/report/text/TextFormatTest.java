package org.gongkai.report.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.gongkai.report.report.ReportFixtures;
import org.gongkai.report.report.ReportFormat.Assembled;
import org.junit.jupiter.api.Test;

class TextFormatTest {

    private final Assembled qingyang = ReportFixtures.qingyang();
    private final String text = new String((byte[]) new TextFormat().render(qingyang), StandardCharsets.UTF_8);
    private final List<String> lines = text.lines().toList();

    @Test
    void a_cell_is_a_line_with_every_heading_that_stands_over_it() {
        for (String line : List.of(
                "第二十条第（八）项 / 行政事业性收费 / 本年收费金额（单位：万元）: 47593.6663",
                "三、本年度办理结果 / （七）总计 / 总计: 148",
                "三、本年度办理结果 / （三）不予公开 / 1.属于国家秘密 / 法人或其他组织 / 商业企业: 0",
                "行政诉讼 / 复议后起诉 / 总计: 0")) {
            assertTrue(lines.contains(line), line);
        }
    }

    @Test
    void sections_stand_in_order_with_their_texts_and_charts() {
        int from = 0;
        for (var section : qingyang.report().sections()) {
            from = text.indexOf(section.title(), from);
            assertTrue(from >= 0, section.title());
            // the note of table three is printed with the table
            for (String line : section.text().split("\n")) {
                assertTrue(text.indexOf(line, from) >= 0, line);
            }
        }
        assertTrue(lines.contains("  政府网站: 61134条"));
        assertTrue(lines.contains("  新收政府信息公开申请（上年）: 193件"));
        assertEquals("庆阳市2021年政府信息公开工作年度报告", lines.get(0));
    }

    @Test
    void no_two_lines_of_tables_bear_the_same_label() {
        List<String> labels = lines.stream()
                .filter(line -> line.contains(" / "))
                .map(line -> line.substring(0, line.lastIndexOf(": ")))
                .toList();

        assertEquals(200, labels.size());
        assertEquals(200, labels.stream().distinct().count());
        assertTrue(Arrays.stream(text.split("\n")).noneMatch(line -> line.endsWith("\r")));
    }
}
