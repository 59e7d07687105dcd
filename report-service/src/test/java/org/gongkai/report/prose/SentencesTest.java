package org.gongkai.report.prose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gongkai.report.figure.Figures;
import org.gongkai.report.form.Form;
import org.gongkai.report.form.Forms;
import org.gongkai.report.statement.Statement;
import org.gongkai.report.statement.StatementFixtures;
import org.junit.jupiter.api.Test;

class SentencesTest {

    private static final Form FORM = Forms.FORM_2021;

    private final ObjectNode statement = StatementFixtures.qingyangJson();

    @Test
    void the_word_for_a_change_comes_from_its_sign() {
        decided(148, 187);
        says(1, "同比减少20.86%，");
        decided(187, 148);
        says(1, "同比增加26.35%，");
        decided(148, 148);
        says(1, "同比持平，");
        decided(100_001, 100_000);
        says(1, "同比基本持平，");
        decided(0, 187);
        says(1, "同比减少100.00%，");
    }

    @Test
    void a_change_is_rounded_half_up_on_both_sides() {
        decided(20_001, 20_000);
        says(1, "同比增加0.01%，");
        decided(19_999, 20_000);
        says(1, "同比减少0.01%，");
    }

    @Test
    void without_a_year_before_there_is_no_phrase_on_it() {
        decided(148, 0);
        saysNot(1, "同比");
        says(1, "上年结转6件），其中自然人");

        statement.withObject("/previous/confirmed").put("yes", 0);
        decided(148, 187);
        saysNot(1, "同比");
    }

    @Test
    void cases_left_over_give_the_shares_a_base_of_their_own_which_is_named() {
        statement
                .withObject("/applications/CARRIED_OUT")
                .put("NATURAL_PERSON", 10)
                .put("TOTAL", 10);
        statement.withObject("/applications/RESULT_TOTAL").put("TOTAL", 138);

        says(1, "其中自然人申请件130宗，法人或其他组织申请件18宗。办理结果总计138件，同比减少26.20%，以下占比均以此为基数。");
        says(1, "截至2021年底已经办结138件，结转下年度办理10件。");
    }

    @Test
    void where_nobody_applied_there_are_no_shares() {
        List.of("NEW_RECEIVED", "CARRIED_IN", "RESULT_TOTAL")
                .forEach(row -> statement
                        .withObject("/applications/" + row)
                        .fieldNames()
                        .forEachRemaining(column ->
                                statement.withObject("/applications/" + row).put(column, 0)));

        says(1, "2021年，全市各级行政机关没有需要办理的政府信息公开申请。\n");
        saysNot(1, "占0");
        saysNot(1, "截至2021年底");
    }

    @Test
    void channels_that_add_to_the_items_need_no_explanation() {
        statement.withObject("/publications/byChannel").put("WEBSITE", 61_070);
        saysNot(1, "六类渠道");

        statement.withObject("/publications/byChannel").put("WEBSITE", 61_071);
        says(1, "合计99032条次，较主动公开政府信息99031条多1条次，");
    }

    @Test
    void where_nothing_was_published_neither_shares_nor_channels_are_spoken_of() {
        statement.withObject("/publications").put("items", 0);
        statement
                .withObject("/publications/byChannel")
                .fieldNames()
                .forEachRemaining(channel ->
                        statement.withObject("/publications/byChannel").put(channel, 0));

        says(1, "2021年，全市各级政府及部门主动公开政府信息0条。\n");
    }

    @Test
    void counts_of_rounds_are_in_words_up_to_ten_and_two_is_said_as_people_say_it() {
        indicator("SURVEYS", 1);
        indicator("FULL_INSPECTIONS", 10);
        indicator("RECTIFICATION_CAMPAIGNS", 11);
        says(1, "进行一次摸底统计、十次全面检查、11次突出问题排查整治和36次问题整改核查工作");
        indicator("SURVEYS", 2);
        indicator("FULL_INSPECTIONS", 0);
        says(1, "进行两次摸底统计、0次全面检查、");
    }

    @Test
    void a_sentence_that_lacks_a_figure_is_left_out_whole_and_what_it_lacks_is_listed() {
        statement.withObject("/indicators").remove("NOTICES_ISSUED");

        saysNot(1, "摸底统计");
        says(1, "386个基层政务公开平台");
        assertTrue(section(1).unreported().contains("indicators.NOTICES_ISSUED"));
        assertFalse(section(1).unreported().contains("indicators.SURVEYS"));
    }

    @Test
    void a_paragraph_without_any_figure_says_that_none_was_reported() {
        statement.withObject("/indicators").removeAll();

        says(1, "（三）健全规章制度，强化政府信息管理。本项数据未报。\n");
        says(1, "（五）强化保障措施，优化公开应用实效。本项数据未报。");
        assertEquals(21, section(1).unreported().size());
        assertEquals(List.of("indicators.COMPLAINTS_RECEIVED"), section(4).unreported());
    }

    @Test
    void a_rate_below_or_above_one_hundred_is_not_called_complete() {
        indicator("POLICIES_INTERPRETED", 39);
        says(1, "应解读40件，共解读政策文件39条，解读率97.5%。");
        indicator("POLICIES_INTERPRETED", 41);
        says(1, "应解读40件，共解读政策文件41条。");
        saysNot(1, "102.5");
        statement.withObject("/indicators").remove("POLICIES_TO_INTERPRET");
        says(1, "共解读政策文件41条。");
        assertTrue(section(1).unreported().contains("indicators.POLICIES_TO_INTERPRET"));
    }

    @Test
    void documents_carry_the_prefix_of_the_body_where_it_has_one() {
        says(1, "（其中：庆政发、庆政办发、庆政任免字142份，庆政函、庆政办函31份）");
        statement.remove("documentPrefix");
        says(1, "（其中：政发、政办发、任免字142份，政函、政办函31份）");
        assertFalse(section(1).unreported().contains("organisation.documentPrefix"));
    }

    @Test
    void bodies_are_named_by_the_level_of_the_report() {
        statement.put("level", "COUNTY").put("name", "西峰区");
        statement
                .withObject("/levels")
                .set("TOWNSHIP", statement.withObject("/levels").remove("CITY"));
        says(1, "全县（区）各级政府及部门主动公开");
        says(1, "其中：县（区）政府及本级部门主动公开政府信息65781条，占66.42%。乡镇政府（街道办事处）主动公开政府信息33250条，占33.58%。");
        says(1, "印发西峰区政务新媒体运行监测报告54期");

        statement.putArray("subordinates");
        says(1, "2021年，本机关主动公开政府信息99031条。");
    }

    @Test
    void a_body_with_one_level_has_no_sentence_on_levels() {
        statement.withObject("/levels").remove("COUNTY");
        saysNot(1, "其中：市政府");
    }

    @Test
    void disputes_are_told_by_their_results() {
        block("REVIEW", 1, 2, 3, 4);
        says(4, "2021年共有政府信息公开行政复议案件10件（含上年结转），其中结果维持1件，结果纠正2件，其他结果3件，尚未审结4件。无因政府信息公开提起的行政诉讼事件。");

        block("LITIGATION_DIRECT", 1, 0, 0, 0);
        block("LITIGATION_AFTER_REVIEW", 0, 1, 0, 1);
        indicator("COMPLAINTS_RECEIVED", 5);
        says(4, "行政诉讼案件3件（含上年结转），其中未经复议直接起诉1件，复议后起诉2件；结果维持1件，结果纠正1件，其他结果0件，尚未审结1件。收到因政府信息公开提起的举报投诉5件。");

        block("REVIEW", 0, 0, 0, 0);
        indicator("COMPLAINTS_RECEIVED", 0);
        says(4, "2021年未收到政府信息公开行政复议案件。因政府信息公开提起的行政诉讼案件3件");
        says(4, "。无因政府信息公开提起的举报投诉。");
    }

    @Test
    void complaints_without_any_dispute_are_counted() {
        indicator("COMPLAINTS_RECEIVED", 3);
        says(4, "2021年未收到政府信息公开行政复议案件，无因政府信息公开提起的行政诉讼事件，收到因政府信息公开提起的举报投诉3件。");
    }

    @Test
    void fees_that_were_collected_are_told_with_their_amount() {
        statement.withObject("/processingFees").put("cases", 2).put("amountYuan", "420.50");
        says(6, "2021年，全市各级行政机关收取政府信息公开信息处理费2件，共计420.50元。\n无其他需要报告的事项。");
    }

    @Test
    void the_office_text_stands_with_its_figures_and_section_six_keeps_its_first_sentence() {
        Statement read = StatementFixtures.of(statement);
        Narrative narrative = new Narrative(
                FORM,
                Figures.of(FORM, read),
                read,
                Map.of(
                        1, "导语。\n{{generated}}",
                        3,
                                "共{{applications.RESULT_TOTAL.TOTAL}}件，举报{{indicators.COMPLAINTS_RECEIVED}}件{{shares.levels.TOWNSHIP}}。",
                        6, "另有{{ applications.CARRIED_OUT.TOTAL }}件。"));

        assertTrue(narrative.section(1).text().startsWith("导语。\n（一）聚焦公开透明"));
        assertFalse(narrative.section(1).generated());
        assertEquals("共148件，举报未报件—。", narrative.section(3).text());
        assertEquals(
                List.of("indicators.COMPLAINTS_RECEIVED"), narrative.section(3).unreported());
        assertEquals(
                "2021年，全市各级行政机关未收取政府信息公开信息处理费。\n另有0件。", narrative.section(6).text());
        assertEquals("", narrative.section(5).text());
        assertFalse(narrative.section(5).generated());
    }

    @Test
    void a_generated_section_can_be_put_back_as_it_is_written() {
        Narrative.Section generated = section(1);
        Statement read = StatementFixtures.of(statement);
        Narrative put = new Narrative(FORM, Figures.of(FORM, read), read, Map.of(1, generated.source()));

        assertEquals(generated.text(), put.section(1).text());
        Vocabulary vocabulary = Vocabulary.of(FORM);
        Set<String> names = Placeholders.names(generated.source());
        assertTrue(names.size() > 40, names::toString);
        names.forEach(name -> assertTrue(vocabulary.knows(name, 1), name));
    }

    @Test
    void every_name_in_the_template_is_known() {
        Vocabulary vocabulary = Vocabulary.of(FORM);
        for (Prose.Section section : Proses.PROSE_2021.sections()) {
            for (Prose.Paragraph paragraph : section.paragraphs()) {
                for (Prose.Sentence sentence : paragraph.sentences()) {
                    Placeholders.names(sentence.text().replace("{level}", "CITY"))
                            .forEach(name -> assertTrue(vocabulary.knows(name, section.number()), name));
                    assertEquals(-1, Placeholders.unclosed(sentence.text().replace("{level}", "CITY")));
                    names(sentence).forEach(name -> assertTrue(vocabulary.knows(name, section.number()), name));
                }
            }
        }
    }

    private static List<String> names(Prose.Sentence sentence) {
        List<String> names = new java.util.ArrayList<>(sentence.without() == null ? List.of() : sentence.without());
        for (String text : sentence.when() == null ? List.<String>of() : sentence.when()) {
            Condition condition = Condition.of(text);
            names.add(condition.left());
            if (!Condition.isNumber(condition.right())) {
                names.add(condition.right());
            }
        }
        return names;
    }

    private void decided(long now, long before) {
        statement.withObject("/applications/RESULT_TOTAL").put("TOTAL", now);
        statement.withObject("/previous/applications/RESULT_TOTAL").put("TOTAL", before);
    }

    private void indicator(String code, long value) {
        statement.withObject("/indicators").put(code, value);
    }

    private void block(String code, long upheld, long corrected, long other, long pending) {
        statement
                .withObject("/disputes/" + code)
                .put("UPHELD", upheld)
                .put("CORRECTED", corrected)
                .put("OTHER_RESULT", other)
                .put("PENDING", pending)
                .put("TOTAL", upheld + corrected + other + pending);
    }

    private Narrative.Section section(int number) {
        Statement read = StatementFixtures.of(statement);
        return new Narrative(FORM, Figures.of(FORM, read), read, Map.of()).section(number);
    }

    private void says(int number, String words) {
        String text = section(number).text();
        assertTrue(text.contains(words), () -> words + " is not in " + text);
    }

    private void saysNot(int number, String words) {
        String text = section(number).text();
        assertFalse(text.contains(words), () -> words + " is in " + text);
    }
}
