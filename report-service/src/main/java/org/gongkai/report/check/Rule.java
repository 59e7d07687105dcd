package org.gongkai.report.check;

import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.gongkai.report.form.Form;

/**
 * What a report is checked against (docs/domain): each rule a value with its citation beside its name, a pure function of
 * the tables handed in. Only what no correct report breaks blocks an edition.
 */
public enum Rule {
    /** 本年新收 + 上年结转 = 办理结果总计 + 结转下年度, per column. */
    R1("国办公开办函〔2021〕30号表三注：第一项加第二项之和，等于第三项加第四项之和", Severity.BLOCKING, ApplicationsChecks::balance),
    /** 总计 = Σ of the 21 outcomes, per column. */
    R2("国办公开办函〔2021〕30号表三：（七）总计为本年度办理结果各项之和", Severity.BLOCKING, ApplicationsChecks::resultTotal),
    /** 总计 = Σ of the six applicant types, per row. */
    R3("国办公开办函〔2021〕30号表三：总计为各类申请人之和", Severity.BLOCKING, ApplicationsChecks::columnTotal),
    /** 上年结转 = last year's 结转下年度, with the bodies that came and went, per column. */
    R4("国办公开办函〔2021〕30号表三：上年结转即上一年度报告的结转下年度继续办理", Severity.WARNING, ApplicationsChecks::carriedOver),
    /** What was open at the end of last year as counted now = as its newest edition printed it, per column. */
    PRINTED_CLOSING(
            "国办公开办函〔2021〕30号表三：上年结转即上一年度报告的结转下年度继续办理；已印发的年报有误的，应予更正",
            Severity.WARNING,
            ApplicationsChecks::printedClosing),
    /** No cell of tables two to four is negative, no count a fraction. */
    R5("国办公开办函〔2021〕30号表二至表四：各格填报非负数，件数为整数", Severity.BLOCKING, FormCells::nonNegative),
    /** No cell is blank: blank is not 0, but many a correct report leaves cells blank. */
    R5_BLANK("国办公开办函〔2021〕30号表二至表四：各格均须填报，空格不等于0", Severity.WARNING, FormCells::filled),
    /** Every cell = the body's own + its subordinates'; amounts within 0.00005 万元 for each body and the sum. */
    R6("由汇总年报的含义推得：各格为本机关与所属单位之和", Severity.WARNING, FormCells::aggregate),
    /** 总计 = 维持 + 纠正 + 其他 + 未审结, per block. */
    R7("国办公开办函〔2021〕30号表四：总计为结果维持、结果纠正、其他结果、尚未审结之和", Severity.BLOCKING, OverviewChecks::disputeTotals),
    /** 现行有效 = last year's + 制发 − 废止, with the bodies that came and went; clean-ups break it. */
    R_T2("由国办公开办函〔2021〕30号表二各列推得：现行有效件数=上年现行有效件数+本年制发件数−本年废止件数", Severity.WARNING, ProactiveChecks::stock),
    /** 现行有效 ≥ 制发 − 废止; a document issued in December may be in force from January. */
    DOCUMENTS_IN_FORCE("由国办公开办函〔2021〕30号表二各列推得：本年制发且未废止的文件现行有效", Severity.WARNING, ProactiveChecks::inForceCoversNew),
    /** 规章 only of those that may issue them. */
    RULES_BY_LAW("《中华人民共和国立法法》第九十一条、第九十三条：规章由国务院部门、省级和设区的市、自治州人民政府制定", Severity.BLOCKING, ProactiveChecks::rulesByLaw),
    /** Every item is on a channel. */
    CHANNELS_COVER_ITEMS("每条信息至少通过一种渠道公开：各渠道之和不少于公开条数", Severity.BLOCKING, OverviewChecks::channelsCoverItems),
    /** No item is twice on the same channel. */
    CHANNELS_WITHIN_ITEMS("每条信息在每种渠道至多计一次：各渠道之和不超过公开条数的六倍", Severity.BLOCKING, OverviewChecks::channelsWithinItems),
    /** Every body is of one level. */
    LEVELS_ADD_UP("每个机关只属一个层级：各层级之和等于全部", Severity.BLOCKING, OverviewChecks::levels),
    /** Every outcome is in one group of section one. */
    GROUPS_ADD_UP("总体情况所列各类办理结果之和等于表三（七）总计", Severity.BLOCKING, ApplicationsChecks::groups),
    /** Shares add up to 100 % but for rounding, 0.005 each. */
    SHARES_ADD_UP("同一基数的各项占比之和为100%，每项允许0.005的舍入差", Severity.WARNING, OverviewChecks::shares),
    /** What is reported is not negative; what is not reported is unknown. */
    INDICATORS("总体情况所列各项指标为非负整数；未报的不作判断", Severity.WARNING, OverviewChecks::indicators),
    /** 同比 in the text: direction and amount of the counted change. */
    YEAR_ON_YEAR("同比以本年与上年办理结果总计相比；文字所述方向和幅度应与之一致", Severity.WARNING, ProseChecks::direction),
    /** A figure that the text of a section types is one that the report counts. */
    TYPED_FIGURES("第一至四、六部分文字中的数字应与本报告统计数据一致", Severity.WARNING, ProseChecks::typedFigures),
    /** Section six states 信息处理费, also where none was charged. */
    PROCESSING_FEE("国办函〔2020〕109号；按各地年报惯例，第六部分说明收取信息处理费的情况", Severity.WARNING, TextChecks::processingFee),
    /** A government's report gives the results of assessment, public evaluation and accountability. */
    ARTICLE_50_4("《中华人民共和国政府信息公开条例》第五十条第（四）项：工作考核、社会评议和责任追究结果情况", Severity.WARNING, TextChecks::supervision);

    private final String citation;
    private final Severity severity;
    private final BiFunction<Form, Tables, List<Check>> checks;

    Rule(String citation, Severity severity, BiFunction<Form, Tables, List<Check>> checks) {
        this.citation = citation;
        this.severity = severity;
        this.checks = checks;
    }

    /** As findings and waivers name it: {@code R-T2} for {@code R_T2}. */
    public String code() {
        return name().replace('_', '-');
    }

    /** Where the rule is from. */
    public String citation() {
        return citation;
    }

    /** Whether an edition waits for it. */
    public Severity severity() {
        return severity;
    }

    /** A finding for everything that the rule speaks of. */
    public List<Finding> check(Form form, Tables tables) {
        return checks.apply(form, tables).stream()
                .map(check -> check.finding(code(), citation, severity))
                .toList();
    }

    /** All rules, in order. */
    public static List<Finding> checkAll(Form form, Tables tables) {
        return Stream.of(values())
                .flatMap(rule -> rule.check(form, tables).stream())
                .toList();
    }
}
