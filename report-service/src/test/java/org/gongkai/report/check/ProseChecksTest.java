package org.gongkai.report.check;

import static org.gongkai.report.check.CheckFixtures.FORM;
import static org.gongkai.report.check.CheckFixtures.qingyang;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a caller reads of a typed figure that is wrong. */
class ProseChecksTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void a_finding_says_where_what_was_typed_what_is_counted_and_which_placeholder_keeps_it_right() {
        JsonNode finding = broken(Rule.TYPED_FIGURES, "一是加强领导。\n二是依法办理。共办理政府信息公开申请142件。");

        assertEquals("WARNING", finding.path("severity").asText());
        assertEquals(148, finding.path("left").asInt());
        assertEquals(142, finding.path("right").asInt());
        assertEquals(6, finding.path("delta").asInt());
        assertEquals(
                "[\"sections.1\",\"applications.handled.TOTAL\",\"applications.RESULT_TOTAL.TOTAL\"]",
                finding.path("cells").toString());
        assertEquals(
                "{\"section\":1,\"paragraph\":2,\"sentence\":2,\"text\":\"共办理政府信息公开申请142件。\",\"figure\":\"142件\","
                        + "\"suggestions\":[{\"placeholder\":\"{{applications.handled.TOTAL}}\",\"value\":148},"
                        + "{\"placeholder\":\"{{applications.RESULT_TOTAL.TOTAL}}\",\"value\":148}]}",
                finding.path("typed").toString());
        assertEquals(
                "第2段第2句“142件”：与统计数据不符；可用占位符：{{applications.handled.TOTAL}}=148，"
                        + "{{applications.RESULT_TOTAL.TOTAL}}=148",
                finding.path("note").asText());
    }

    @Test
    void a_wrong_share_and_a_wrong_change_name_their_placeholders() {
        JsonNode share = broken(Rule.TYPED_SHARES, "不予公开6宗，占4.50%。");
        assertEquals("4.05", share.path("left").asText());
        assertEquals(
                "{{shares.applications.REFUSED}}",
                share.at("/typed/suggestions/0/placeholder").asText());
        assertEquals("4.05", share.at("/typed/suggestions/0/value").asText());

        JsonNode change = broken(Rule.YEAR_ON_YEAR, "共办理政府信息公开申请148件，同比增加20.86%。");
        assertEquals("-20.86", change.path("left").asText());
        assertEquals("20.86", change.path("right").asText());
        assertEquals(
                "{{applications.RESULT_TOTAL.TOTAL.change}}",
                change.at("/typed/suggestions/0/placeholder").asText());
        assertEquals(
                "applications.RESULT_TOTAL.TOTAL", change.path("cells").get(1).asText());
    }

    @Test
    void problems_and_preamble_are_left_alone() {
        Tables tables =
                qingyang().text(0, "共办理政府信息公开申请1件。").text(5, "共办理政府信息公开申请1件。").tables();
        for (Finding finding : Rule.TYPED_FIGURES.check(FORM, tables)) {
            assertEquals(Verdict.HOLDS, finding.verdict(), finding::toString);
        }
    }

    private static JsonNode broken(Rule rule, String text) {
        List<Finding> findings = rule.check(FORM, qingyang().text(1, text).tables()).stream()
                .filter(finding -> finding.verdict() == Verdict.BROKEN)
                .toList();
        assertEquals(1, findings.size(), findings::toString);
        return JSON.valueToTree(findings.get(0));
    }
}
