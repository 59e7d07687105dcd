package org.gongkai.report.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.gongkai.report.form.Forms;
import org.gongkai.report.statement.Statement;
import org.gongkai.report.statement.StatementFixtures;
import org.junit.jupiter.api.Test;

/** The report as callers read it: JSON. */
class AssemblyTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final JsonNode report = report(StatementFixtures.qingyang());

    @Test
    void tables_two_and_four_stand_beside_table_three_with_every_cell() {
        assertEquals(
                "{\"RULES\":{\"ISSUED\":2,\"ABOLISHED\":0,\"IN_FORCE\":2},"
                        + "\"NORMATIVE_DOCS\":{\"ISSUED\":30,\"ABOLISHED\":23,\"IN_FORCE\":109},"
                        + "\"LICENSES\":{\"DECISIONS\":360560},\"PENALTIES\":{\"DECISIONS\":172926},"
                        + "\"COERCIVE\":{\"DECISIONS\":4964},\"FEES\":{\"AMOUNT_WAN\":\"47593.6663\"}}",
                report.at("/tables/proactive").toString());
        assertEquals(25, report.at("/tables/applications").size());
        assertEquals(148, report.at("/tables/applications/RESULT_TOTAL/TOTAL").asInt());
        assertEquals(3, report.at("/tables/disputes").size());
        report.at("/tables/disputes")
                .forEach(block -> assertEquals(
                        "{\"UPHELD\":0,\"CORRECTED\":0,\"OTHER_RESULT\":0,\"PENDING\":0,\"TOTAL\":0}",
                        block.toString()));
    }

    @Test
    void the_overview_carries_the_figures_of_section_one() {
        assertEquals(
                "{\"items\":99031,\"byLevel\":{\"CITY\":33250,\"COUNTY\":65781},\"byChannel\":{\"GAZETTE\":64,"
                        + "\"WEBSITE\":61134,\"WECHAT\":18363,\"TOUTIAO\":1650,\"OTHER_NEW_MEDIA\":6308,"
                        + "\"OTHER_CHANNELS\":11576,\"SUM\":99095},\"shares\":{\"CITY\":\"33.58\",\"COUNTY\":\"66.42\"}}",
                report.at("/overview/proactive").toString());
        assertEquals(
                "{\"decided\":148,\"received\":142,\"carriedIn\":6,\"carriedOut\":0,\"previousDecided\":187,"
                        + "\"previousReceived\":193,\"yearOnYearPercent\":\"-20.86\","
                        + "\"receivedByMonth\":{\"1\":9,\"2\":7,\"3\":14,\"4\":16,\"5\":13,\"6\":15,\"7\":11,\"8\":12,"
                        + "\"9\":14,\"10\":10,\"11\":7,\"12\":14},"
                        + "\"byApplicant\":{\"NATURAL_PERSON\":130,\"ORGANISATIONS\":18},"
                        + "\"byGroup\":{\"GRANTED\":113,\"REFUSED\":6,\"UNABLE\":25,\"NOT_HANDLED\":2,"
                        + "\"OTHER_HANDLING\":2},\"shares\":{\"GRANTED\":\"76.35\",\"REFUSED\":\"4.05\","
                        + "\"UNABLE\":\"16.89\",\"NOT_HANDLED\":\"1.35\",\"OTHER_HANDLING\":\"1.35\"}}",
                report.at("/overview/applications").toString());
        assertEquals(
                "{\"litigation\":0,\"previousReview\":0,\"previousLitigation\":0}",
                report.at("/overview/disputes").toString());
        assertEquals(386, report.at("/overview/indicators/DISCLOSURE_PLATFORMS").asInt());
        assertEquals(
                "100", report.at("/overview/indicators/INTERPRETATION_RATE").asText());
        assertEquals(
                26321, report.at("/overview/indicators/NEW_MEDIA_PUBLICATIONS").asInt());
    }

    @Test
    void an_indicator_that_nobody_reported_is_listed_and_has_no_value() {
        assertTrue(report.at("/overview/indicators/TRAININGS").isMissingNode());
        assertEquals(
                "{\"indicator\":\"TRAININGS\",\"label\":\"培训\",\"printed\":\"未报\"}",
                report.at("/overview/unreported/3").toString());
        assertEquals(4, report.at("/overview/unreported").size());
    }

    @Test
    void without_a_year_before_there_is_no_comparison() {
        ObjectNode statement = StatementFixtures.qingyangJson();
        statement.withObject("/previous/confirmed").put("yes", 0);

        JsonNode first = report(StatementFixtures.of(statement));

        assertTrue(first.at("/overview/applications/yearOnYearPercent").isMissingNode());
        assertTrue(first.at("/overview/applications/previousDecided").isMissingNode());
    }

    @Test
    void the_preamble_and_the_six_official_titles_stand_in_order() {
        List<String> titles = new ArrayList<>();
        report.path("sections")
                .forEach(section -> titles.add(
                        section.path("number").asInt() + section.path("title").asText()));
        assertEquals("0", titles.get(0));
        assertEquals("3三、收到和处理政府信息公开申请情况", titles.get(3));
        assertEquals(7, titles.size());
    }

    @Test
    void the_true_tables_of_qingyang_break_nothing_and_what_is_to_be_explained_or_missing_in_the_text_is_found() {
        List<String> broken = new ArrayList<>();
        for (JsonNode finding : report.at("/checks/findings")) {
            if (finding.path("verdict").asText().equals("BROKEN")) {
                broken.add(finding.path("rule").asText() + " "
                        + finding.path("note").asText());
            }
        }
        assertEquals(
                List.of(
                        "CHANNELS-ADD-UP 各渠道之和比公开条数多64条次，可能是同一信息在两个以上渠道公开：条数计一次，各渠道分别计数；请在文中说明",
                        "ARTICLE-50-4 评议",
                        "ARTICLE-50-4 追究"),
                broken);
        assertEquals(3, report.at("/checks/broken").asInt());
    }

    @Test
    void a_live_report_of_2020_has_no_holes_and_says_that_it_is_not_in_the_form_of_its_year_and_why() {
        ObjectNode statement = StatementFixtures.qingyangJson().put("year", 2020);
        statement.withObject("/previous").put("year", 2019);

        JsonNode live = JSON.valueToTree(ReportFixtures.of(Forms.live(2020), StatementFixtures.of(statement), Map.of())
                .report());

        assertEquals("2021", live.path("form").asText());
        assertEquals(
                "BROKEN WARNING 2020年度报告应按国办公开办函〔2019〕60号所附格式编制，本报告用的是国办公开办函〔2021〕30号所附格式；该格式表二的"
                        + "本年新制作数量、本年新公开数量、对外公开总数量、上一年项目数量、本年增/减、处理决定数量、采购项目数量、采购总金额等19格未作统计，"
                        + "不能以空格代替。报告不得缺项，故按各格均有统计的格式编制，不可比的指标不作比较",
                finding(live, "FORM-OF-YEAR"));
        assertEquals("HOLDS WARNING ", finding(live, "R5-BLANK"));
        assertEquals("HOLDS WARNING ", finding(report, "FORM-OF-YEAR"));
    }

    private static String finding(JsonNode report, String rule) {
        for (JsonNode finding : report.at("/checks/findings")) {
            if (finding.path("rule").asText().equals(rule)) {
                return finding.path("verdict").asText() + " "
                        + finding.path("severity").asText() + " "
                        + finding.path("note").asText();
            }
        }
        throw new AssertionError("no finding of " + rule);
    }

    @Test
    void both_sides_of_a_check_are_written_as_they_are_printed() {
        List<String> shares = new ArrayList<>();
        for (JsonNode finding : report.at("/checks/findings")) {
            if (finding.path("rule").asText().equals("SHARES-ADD-UP")) {
                shares.add(finding.path("left") + " " + finding.path("right") + " " + finding.path("delta"));
            }
        }
        assertEquals(List.of("\"99.99\" \"100.00\" \"-0.01\"", "\"100.00\" \"100.00\" \"0.00\""), shares);
    }

    private static JsonNode report(Statement statement) {
        return JSON.valueToTree(ReportFixtures.of(statement, Map.of()).report());
    }
}
