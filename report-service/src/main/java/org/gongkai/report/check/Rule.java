package org.gongkai.report.check;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.gongkai.report.form.Form;

/**
 * What a report is checked against (docs/domain): each rule a value with its citation beside its name, a pure function of
 * the tables handed in. {@code {form}} in a citation is the notice that issued the report's form. Only what no correct
 * report breaks blocks an edition.
 */
public enum Rule {
    /** 本年新收 + 上年结转 = 办理结果总计 + 结转下年度, per column. */
    R1("{form}表三注：第一项加第二项之和，等于第三项加第四项之和", Severity.BLOCKING, ApplicationsChecks::balance),
    /** 总计 = Σ of the 21 outcomes, per column. */
    R2("{form}表三：（七）总计为本年度办理结果各项之和", Severity.BLOCKING, ApplicationsChecks::resultTotal),
    /** 总计 = Σ of the six applicant types, per row. */
    R3("{form}表三：总计为各类申请人之和", Severity.BLOCKING, ApplicationsChecks::columnTotal),
    /** 上年结转 = last year's 结转下年度, with the bodies that came and went, per column. */
    R4("{form}表三：上年结转即上一年度报告的结转下年度继续办理", Severity.WARNING, ApplicationsChecks::carriedOver),
    /** What was open at the end of last year as counted now = as its newest edition printed it, per column. */
    PRINTED_CLOSING(
            "{form}表三：上年结转即上一年度报告的结转下年度继续办理；已印发的年报有误的，应予更正", Severity.WARNING, ApplicationsChecks::printedClosing),
    /** No cell of tables two to four is negative, no count a fraction. */
    R5("{form}表二至表四：各格填报非负数，件数为整数", Severity.BLOCKING, FormCells::nonNegative),
    /** No cell is blank: blank is not 0, but many a correct report leaves cells blank. */
    R5_BLANK("{form}表二至表四：各格均须填报，空格不等于0", Severity.WARNING, FormCells::filled),
    /** Every cell = the body's own + its subordinates'; amounts within 0.00005 万元 for each body and the sum. */
    R6("由汇总年报的含义推得：各格为本机关与所属单位之和", Severity.WARNING, FormCells::aggregate),
    /** 总计 = 维持 + 纠正 + 其他 + 未审结, per block. */
    R7("{form}表四：总计为结果维持、结果纠正、其他结果、尚未审结之和", Severity.BLOCKING, OverviewChecks::disputeTotals),
    /** 现行有效 = last year's + 制发 − 废止, with the bodies that came and went; clean-ups break it. */
    R_T2("由{form}表二各列推得：现行有效件数=上年现行有效件数+本年制发件数−本年废止件数", Severity.WARNING, ProactiveChecks::stock),
    /** 现行有效 ≥ 制发 − 废止; a document issued in December may be in force from January. */
    DOCUMENTS_IN_FORCE("由{form}表二各列推得：本年制发且未废止的文件现行有效", Severity.WARNING, ProactiveChecks::inForceCoversNew),
    /** 上一年项目数量 = last year's + its 本年增/减; of the form of 2019. */
    ITEMS_CARRIED("由{form}表二各列推得：上一年项目数量=上一年度报告的上一年项目数量+本年增/减", Severity.WARNING, ProactiveChecks::itemsCarried),
    /** 上一年项目数量 + 本年增/减 is a number of items; of the form of 2019. */
    ITEMS_LEFT("由{form}表二各列推得：本年减少的项目不多于上一年项目数量", Severity.BLOCKING, ProactiveChecks::itemsLeft),
    /** 对外公开总数量 ≥ 本年新公开数量; what was made public may have ended in the same year; of the form of 2019. */
    PUBLIC_COVERS_NEW("由{form}表二各列推得：本年新公开的计入对外公开总数量", Severity.WARNING, ProactiveChecks::publicCoversNew),
    /** 规章 only of those that may issue them. */
    RULES_BY_LAW("《中华人民共和国立法法》第九十一条、第九十三条：规章由国务院部门、省级和设区的市、自治州人民政府制定", Severity.BLOCKING, ProactiveChecks::rulesByLaw),
    /** Every item is on a channel. */
    CHANNELS_COVER_ITEMS("每条信息至少通过一种渠道公开：各渠道之和不少于公开条数", Severity.BLOCKING, OverviewChecks::channelsCoverItems),
    /** No item is twice on the same channel. */
    CHANNELS_WITHIN_ITEMS("每条信息在每种渠道至多计一次：各渠道之和不超过公开条数的六倍", Severity.BLOCKING, OverviewChecks::channelsWithinItems),
    /** Channels together ≤ items, unless some item is on two of them: right, and to be said in the text. */
    CHANNELS_ADD_UP("一条信息在多种渠道公开的，条数计一次：各渠道之和与公开条数不同的应予说明", Severity.WARNING, OverviewChecks::channelsAddUp),
    /** Every body is of one level. */
    LEVELS_ADD_UP("每个机关只属一个层级：各层级之和等于全部", Severity.BLOCKING, OverviewChecks::levels),
    /** Every outcome is in one group of section one. */
    GROUPS_ADD_UP("总体情况所列各类办理结果之和等于表三（七）总计", Severity.BLOCKING, ApplicationsChecks::groups),
    /** Shares add up to 100 % but for rounding, 0.005 each. */
    SHARES_ADD_UP("同一基数的各项占比之和为100%，每项允许0.005的舍入差", Severity.WARNING, OverviewChecks::shares),
    /** What is reported is not negative; what is not reported is unknown. */
    INDICATORS("总体情况所列各项指标为非负整数；未报的不作判断", Severity.WARNING, OverviewChecks::indicators),
    /** No application that was open at the end of the year is past its due day. */
    OVERDUE("《中华人民共和国政府信息公开条例》第三十三条：答复期限为20个工作日，延长不超过20个工作日", Severity.WARNING, DutyChecks::overdue),
    /** No figure is five times last year's, or a fifth of it. */
    FIVE_FOLD("合理性校核（Gongkai口径）：与上年相差五倍及以上的，两年较大者不少于20的，应核对", Severity.WARNING, PlausibilityChecks::fiveFold),
    /** No subordinate stands by a year in which it has no figure at all. */
    SILENT_DEPARTMENTS("合理性校核（Gongkai口径）：已确认年度数据而全年无任何数据的单位，应核对是否零报告", Severity.WARNING, PlausibilityChecks::silent),
    /** 其他处理·其他 is a small part of all results. */
    OTHER_SHARE(
            "合理性校核（Gongkai口径）：表三（六）3.“其他”主要考虑极少数特殊情况，不少于5件且超过办理结果10%的，应核对",
            Severity.WARNING, PlausibilityChecks::otherShare),
    /** From 2024 on review comes before a suit. */
    REVIEW_FIRST(
            "《中华人民共和国行政复议法》（2023年修订）第二十三条：不予公开、不履行法定职责的，先申请行政复议", Severity.WARNING, PlausibilityChecks::directSuits),
    /** Every body stands by its year. */
    YEAR_CONFIRMED("汇总年报前各机关应确认本年度数据（含零报告）", Severity.WARNING, DutyChecks::confirmed),
    /** The form of the year: 2021 and later by that of 2021, 2019 and 2020 by that of 2019. */
    FORM_OF_YEAR(
            "《中华人民共和国政府信息公开条例》第五十条；国办公开办函〔2019〕60号、国办公开办函〔2021〕30号：2019、2020年度报告按前者，2021年度起按后者所附格式编制",
            Severity.WARNING,
            DutyChecks::formOfYear),
    /** Published in time. */
    DEADLINE("《中华人民共和国政府信息公开条例》第四十九条：部门每年1月31日前，地方人民政府每年3月31日前公布", Severity.WARNING, DutyChecks::deadline),
    /** 同比 in the text: direction and amount of the counted change. */
    YEAR_ON_YEAR("同比以本年与已存上年数据相比（申请以办理结果总计计）；文字所述方向和幅度应与之一致", Severity.WARNING, ProseChecks::direction),
    /** A figure that the text of a section types is the one that the words beside it mean. */
    TYPED_FIGURES("第一至四、六部分文字中的数字应与本报告统计数据一致", Severity.WARNING, ProseChecks::typedFigures),
    /** The parts that a sentence types add up to the whole that it types. */
    TYPED_SUMS("文字中同一句所列各项之和应等于总数", Severity.WARNING, ProseChecks::typedSums),
    /** A share that the text types is that of the count beside it. */
    TYPED_SHARES("文字中的占比应与所述件数及其基数一致", Severity.WARNING, ProseChecks::typedShares),
    /** Section six states 信息处理费, also where none was charged. */
    PROCESSING_FEE("国办函〔2020〕109号；按各地年报惯例，第六部分说明收取信息处理费的情况", Severity.WARNING, TextChecks::processingFee),
    /** A government's report gives the results of assessment, public evaluation and accountability. */
    ARTICLE_50_4("《中华人民共和国政府信息公开条例》第五十条第（四）项：工作考核、社会评议和责任追究结果情况", Severity.WARNING, TextChecks::supervision);

    /** Rules of two sides that are equal in every report, from whose breaches together a wrong cell can be told. */
    private static final Set<Rule> IDENTITIES = EnumSet.of(R1, R2, R3, R4, R7, R_T2, ITEMS_CARRIED);

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

    /** The rule of that code. */
    public static Optional<Rule> of(String code) {
        return Stream.of(values()).filter(rule -> rule.code().equals(code)).findFirst();
    }

    /** Where the rule is from, for a report of that form. */
    public String citation(Form form) {
        return citation.replace("{form}", form.source());
    }

    /** Whether an edition waits for it. */
    public Severity severity() {
        return severity;
    }

    /** A finding for everything that the rule speaks of; none where the form has nothing of it. */
    public List<Finding> check(Form form, Tables tables) {
        return findings(form, checks.apply(form, tables));
    }

    /** All rules, in order. */
    public static List<Finding> checkAll(Form form, Tables tables) {
        return checkAll(form, tables, Map.of());
    }

    /** The same, what is broken with the waiver of its rule. */
    public static List<Finding> checkAll(Form form, Tables tables, Map<Rule, Waiver> waivers) {
        Tables read = tables.read(form);
        Map<Rule, List<Check>> made = new EnumMap<>(Rule.class);
        for (Rule rule : values()) {
            made.put(rule, rule.checks.apply(form, read));
        }
        Culprits.name(
                form,
                tables,
                IDENTITIES.stream().flatMap(rule -> made.get(rule).stream()).toList());
        List<Finding> findings = new ArrayList<>();
        made.forEach((rule, checks) -> rule.findings(form, checks).stream()
                .map(finding -> finding.waivedBy(waivers.get(rule)))
                .forEach(findings::add));
        return findings;
    }

    private List<Finding> findings(Form form, List<Check> made) {
        return made.stream()
                .map(check -> check.finding(code(), citation(form), severity))
                .toList();
    }
}
