package org.gongkai.report.check.typed;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gongkai.report.check.typed.Remark.Outcome;
import org.gongkai.report.figure.Figures;
import org.gongkai.report.form.Form;
import org.gongkai.report.form.Forms;
import org.gongkai.report.statement.StatementFixtures;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an office types beside the figures of Qingyang 2021. */
class TypedTextTest {

    private static final Form FORM = Forms.FORM_2021;
    private static final Map<String, BigDecimal> CELLS = cells();

    private static Map<String, BigDecimal> cells() {
        Map<String, BigDecimal> cells = new HashMap<>();
        Figures.of(FORM, StatementFixtures.qingyang())
                .all()
                .forEach(figure -> cells.put(figure.path(), figure.quantity().value()));
        return cells;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2021年，全市共办理政府信息公开申请148件。",
                "2021年，全市共办理政府信息公开申请１４８件。",
                "2021年，全市共办理政府信息公开申请一百四十八件。",
                "全市各级政府及部门主动公开政府信息99,031条。",
                "全市各级政府及部门主动公开政府信息9.9万条。",
                "全市各级政府及部门主动公开政府信息 99031 条。",
                "收到政府信息公开申请，共142件。",
                "新收政府信息公开申请142件，上年结转6件。",
                "开展3次摸底统计、三次全面检查、两次突出问题排查整治。",
                "行政事业性收费47593.6663万元。",
                "行政事业性收费4.76亿元。",
                "行政事业性收费475936663元。",
                "不予公开6件，占4.05%。",
                "不予公开6件（4.05％）。",
                "不予公开6件，占百分之四点零五。",
                "不予公开6件，占4.1%。",
                "予以公开及部分公开113件，占办理结果总计的76.35%。",
                "共办理政府信息公开申请148件，同比减少20.86%。",
                "共办理政府信息公开申请148件，同比减少39件，下降20.86%。",
                "答复政府信息公开申请148件，比上年下降百分之二十点八六。",
                "2021年答复政府信息公开申请148件，2020年答复政府信息公开申请187件。",
                "新收政府信息公开申请142件，较上年减少51件。",
                "制发行政规范性文件30件，废止23件，现行有效行政规范性文件109件。",
                "办理政府信息公开申请148件（含新收142件、上年结转6件）。"
            })
    void what_is_right_is_not_remarked_on(String text) {
        assertEquals(List.of(), remarks(text, Outcome.CONTRADICTS));
        assertEquals(List.of(), remarks(text, Outcome.UNKNOWN));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "依据条例第二十条第（一）项，2021年3月1日印发〔2021〕30号文件，电话8633503。",
                "坚持一个标准、两个到位，进一步推进统一部署，一次性告知，一部分事项。",
                "全市共办理政府信息公开申请近150件、一百余件，约140件，三四十件，150件左右。",
                "每年开展1次专题调研，平均每月5次，第三次会议，20个工作日内答复，历时3个月。",
                "办结率提高3个百分点。"
            })
    void what_is_no_figure_of_the_report_or_not_exact_is_passed_over(String text) {
        assertEquals(List.of(), remarks(text, Outcome.CONTRADICTS));
        assertEquals(List.of(), remarks(text, Outcome.UNKNOWN));
    }

    /** Left: what is counted; right: what is typed; then the first name to put instead. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "共办理政府信息公开申请142件。 | 148 | 142 | applications.handled.TOTAL",
                "共办理政府信息公开申请１４９件。 | 148 | 149 | applications.handled.TOTAL",
                "共办理政府信息公开申请一百四十七件。 | 148 | 147 | applications.handled.TOTAL",
                "主动公开政府信息99,032条。 | 99031 | 99032 | publications.items",
                "主动公开政府信息9.8万条。 | 99031 | 98000 | publications.items",
                "收到政府信息公开申请，共147件。 | 142 | 147 | applications.NEW_RECEIVED.TOTAL",
                "政府网站公开61143条。 | 61134 | 61143 | publications.byChannel.WEBSITE",
                "县（区）政府及所属部门主动公开政府信息65718条。 | 65781 | 65718 | levels.COUNTY.publications.items",
                "开展四次摸底统计。 | 3 | 4 | indicators.SURVEYS",
                "自然人申请件131宗。 | 130 | 131 | applications.handled.NATURAL_PERSON",
                "其中商业企业5件。 | 4 | 5 | applications.handled.COMMERCIAL_ENTERPRISE",
                "因本机关不掌握等原因无法提供26份。 | 25 | 26 | applications.group.UNABLE",
                "结转下年度继续办理1件。 | 0 | 1 | applications.CARRIED_OUT.TOTAL",
                "行政许可决定360561件。 | 360560 | 360561 | proactive.LICENSES.DECISIONS",
                "行政事业性收费47593.6666万元。 | 47593.6663 | 47593.6666 | proactive.FEES.AMOUNT_WAN",
                "行政事业性收费4.67亿元。 | 47593.6663 | 46700 | proactive.FEES.AMOUNT_WAN",
                "收取信息处理费1.5元。 | 0 | 1.5 | processingFees.amountYuan",
                "解读率99%。 | 100 | 99 | indicators.INTERPRETATION_RATE",
                "不予公开6件，占4.06%。 | 4.05 | 4.06 | shares.applications.REFUSED",
                "不予公开6件（占百分之四点零六）。 | 4.05 | 4.06 | shares.applications.REFUSED",
                "共办理政府信息公开申请148件，同比增加20.86%。 | -20.86 | 20.86 | applications.RESULT_TOTAL.TOTAL.change",
                "共办理政府信息公开申请148件，同比下降23.32％。 | -20.86 | -23.32 | applications.RESULT_TOTAL.TOTAL.change",
                "共办理政府信息公开申请148件，与上年持平。 | -20.86 | 0 | applications.RESULT_TOTAL.TOTAL.change",
                "新收政府信息公开申请142件，较上年减少50件。 | -51 | -50 | applications.NEW_RECEIVED.TOTAL.change",
                "新收政府信息公开申请142件，同比上升26.42%。 | -26.42 | 26.42 | applications.NEW_RECEIVED.TOTAL.change",
                "微博等发布信息99013条。 | 99031 | 99013 | publications.items",
                "2021年加强指导，2020年答复政府信息公开申请178件。 | 187 | 178 | previous.applications.RESULT_TOTAL.TOTAL"
            })
    void what_contradicts_the_cells_is_found_with_what_to_put_instead(
            String text, BigDecimal counted, BigDecimal typed, String name) {
        List<Remark> remarks = remarks(text, Outcome.CONTRADICTS);

        assertEquals(1, remarks.size(), remarks::toString);
        Remark remark = remarks.get(0);
        assertEquals(0, counted.compareTo(remark.counted()), remark::toString);
        assertEquals(0, typed.compareTo(remark.typed()), remark::toString);
        assertEquals(name, remark.names().get(0));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "召开会议12次（含部署会5次、推进会8次）。 | 13 | 12",
                "召开会议12次，其中部署会5次、推进会8次。 | 13 | 12",
                "召开会议12次，分别为部署会5次、推进会6次。 | 11 | 12",
                "共办理148件（含新收141件、上年结转6件）。 | 147 | 148"
            })
    void parts_that_do_not_add_up_to_the_whole_of_their_sentence_are_found(
            String text, BigDecimal sum, BigDecimal whole) {
        List<Remark> remarks = text(text).sums();

        assertEquals(1, remarks.size(), remarks::toString);
        assertEquals(Outcome.CONTRADICTS, remarks.get(0).verdict());
        assertEquals(0, sum.compareTo(remarks.get(0).counted()));
        assertEquals(0, whole.compareTo(remarks.get(0).typed()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "召开会议12次，其中部署会5次、推进会7次。",
                "召开会议12次，其中部署会5次、推进会6次等。",
                "召开会议12次，其中部署会5次；另有培训3次。",
                // some of the outcomes, each as counted
                "办理政府信息公开申请148件，其中不予公开6件、不予处理2件。"
            })
    void parts_that_add_up_or_are_said_to_be_some_are_not(String text) {
        assertEquals(List.of(), text(text).sums());
    }

    @Test
    void parts_that_are_less_than_the_whole_may_be_some_of_it_and_are_shown_as_unknown() {
        Remark remark = text("召开会议12次，其中部署会5次、推进会6次。").sums().get(0);

        assertEquals(Outcome.UNKNOWN, remark.verdict());
        assertEquals("各项之和少于总数，如另有未列项则无须更正", remark.why());
    }

    @Test
    void a_share_of_a_whole_that_is_typed_is_worked_out() {
        assertEquals(List.of(), text("举办活动40次，其中开放日10次，占25%。").shares());
        Remark remark = text("举办活动40次，其中开放日10次，占26%。").shares().get(0);

        assertEquals(Outcome.CONTRADICTS, remark.verdict());
        assertEquals("10次占26%", remark.figure());
        assertEquals(0, new BigDecimal("25").compareTo(remark.counted()));
    }

    @Test
    void a_figure_whose_words_do_not_tell_what_it_is_of_is_unknown_with_what_is_near_and_never_wrong() {
        Remark remark = text("公开财政预决算信息356条。").figures().get(0);

        assertEquals(Outcome.UNKNOWN, remark.verdict());
        assertEquals("356条", remark.figure());
        assertEquals(List.of("indicators.NEW_MEDIA_ACCOUNTS", "indicators.DISCLOSURE_PLATFORMS"), remark.names());
        for (String text : List.of("市教育局主动公开政府信息1200条。", "西峰区受理政府信息公开申请17件。", "公众满意率96.35%。")) {
            assertEquals(List.of(), remarks(text, Outcome.CONTRADICTS), text);
            assertEquals(1, remarks(text, Outcome.UNKNOWN).size(), text);
        }
    }

    @Test
    void a_figure_of_what_nobody_reported_is_unknown() {
        Remark remark = text("开展社会评议2次。").figures().get(0);

        assertEquals(Outcome.UNKNOWN, remark.verdict());
        assertEquals("所指数据未报，无法核对", remark.why());
    }

    @Test
    void the_place_is_said_by_paragraph_and_sentence_with_the_sentence_as_it_stands() {
        Remark remark =
                text("一是加强领导。\n\n二是规范办理。全市共办理政府信息公开申请１４９件(含新收142件)。").figures().get(0);

        assertEquals(2, remark.paragraph());
        assertEquals(2, remark.sentence());
        assertEquals("全市共办理政府信息公开申请１４９件(含新收142件)。", remark.words());
        assertEquals("149件", remark.figure());
    }

    private static TypedText text(String text) {
        return new TypedText(FORM, CELLS, List.of(), Map.of(1, text));
    }

    private static List<Remark> remarks(String text, Outcome outcome) {
        TypedText typed = text(text);
        List<Remark> remarks = new ArrayList<>(typed.figures());
        remarks.addAll(typed.sums());
        remarks.addAll(typed.shares());
        remarks.addAll(typed.changes());
        return remarks.stream().filter(remark -> remark.verdict() == outcome).toList();
    }
}
