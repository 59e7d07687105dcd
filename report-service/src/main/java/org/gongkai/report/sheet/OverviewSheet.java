package org.gongkai.report.sheet;

import java.util.List;
import java.util.Map;
import org.gongkai.report.figure.Figure;
import org.gongkai.report.figure.Figures;
import org.gongkai.report.figure.Indicators;
import org.gongkai.report.form.Channel;
import org.gongkai.report.form.Form;
import org.gongkai.report.prose.Narrative;
import org.gongkai.report.report.Overview;
import org.gongkai.report.report.ReportFormat.Assembled;
import org.gongkai.report.statement.Level;
import org.gongkai.report.statement.Statement;

/** The figures of section one, a line each, and what the report stands on. */
final class OverviewSheet {

    private static final List<Integer> WIDTHS = List.of(14, 50, 16, 9, 12);
    private static final List<String> HEADINGS = List.of("类别", "项目", "数值", "单位", "占比（%）");

    private static final String NONE = "—";

    private final SheetWriter sheet;
    private final Assembled report;
    private final Figures figures;
    private final Places places;
    private int row;

    private OverviewSheet(SheetWriter sheet, Assembled report, Places places) {
        this.sheet = sheet;
        this.report = report;
        this.figures = report.figures();
        this.places = places;
    }

    static void write(SheetWriter sheet, Assembled report, Places places) {
        new OverviewSheet(sheet, report, places).write();
    }

    private void write() {
        sheet.widths(WIDTHS);
        sheet.onePage();
        sheet.figuresToCompare();
        sheet.text(row++, 0, 1, WIDTHS.size(), report.document().title(), Styles.Look.TITLE);
        sheet.text(
                row++,
                0,
                1,
                WIDTHS.size(),
                report.form().sectionTitle(1) + "：本表数字为报告生成时所计，不随其他各表变动。",
                Styles.Look.NOTE);
        for (int column = 0; column < HEADINGS.size(); column++) {
            sheet.text(row, column, HEADINGS.get(column), Styles.Look.HEADING);
        }
        sheet.keepInSight(row, row + 1, 0);
        row++;
        published();
        handled();
        months();
        disputes();
        indicators();
        source();
    }

    private void published() {
        String group = "主动公开";
        line(group, "主动公开政府信息", "publications.items", null);
        Narrative names = new Narrative(report.form(), figures, report.statement(), Map.of());
        for (Level level : names.levels()) {
            line(
                    group,
                    "其中：" + names.nameOf(level),
                    Figures.ofLevel(level) + "publications.items",
                    "shares.levels." + level);
        }
        for (Channel channel : Channel.values()) {
            line(group, channel.label(), "publications.byChannel." + channel, null);
        }
        line(group, "各渠道合计（同一信息在多个渠道公开的，各渠道分别计数）", "publications.byChannel.SUM", null);
    }

    private void handled() {
        String group = "依申请公开";
        Form.ApplicationsTable table = report.form().applications();
        String decided = Identities.application(table.resultTotal(), table.columnTotal());
        line(group, "本年办理结果总计", decided, null);
        for (String received : table.balance().left()) {
            String label = table.rows().stream()
                    .filter(row -> row.code().equals(received))
                    .map(Form.Row::label)
                    .findFirst()
                    .orElseThrow();
            line(group, label, Identities.application(received, table.columnTotal()), null);
        }
        line(group, "结转下年度继续办理", Identities.application(table.closing(), table.columnTotal()), null);
        line(group, "上年办理结果总计", Figures.PREVIOUS + decided, null);
        line(group, "办理结果总计同比（负数为减少）", "yearOnYear.percent", null);
        line(group, "上年新收政府信息公开申请", Figures.PREVIOUS + Figures.NEW_RECEIVED + "." + table.columnTotal(), null);
        line(group, "自然人（新收和上年结转）", "applications.handled.NATURAL_PERSON", "shares.handled.NATURAL_PERSON");
        line(group, "法人或其他组织（新收和上年结转）", "applications.handled.ORGANISATIONS", "shares.handled.ORGANISATIONS");
        for (Form.OutcomeGroup outcomes : table.groups()) {
            line(
                    group,
                    outcomes.label(),
                    "applications.group." + outcomes.code(),
                    "shares.applications." + outcomes.code());
        }
    }

    private void months() {
        for (int month = 1; month <= Statement.MONTHS; month++) {
            line("各月新收申请", month + "月", Figures.receivedIn(month), null);
        }
    }

    private void disputes() {
        String group = "复议诉讼";
        String total = "." + report.form().disputes().total();
        line(group, "行政复议", Figures.REVIEW + total, null);
        line(group, "上年行政复议", Figures.PREVIOUS + Figures.REVIEW + total, null);
        line(group, "行政诉讼", Figures.LITIGATION + total, null);
        line(group, "上年行政诉讼", Figures.PREVIOUS + Figures.LITIGATION + total, null);
    }

    private void indicators() {
        for (Indicators.Indicator indicator : Indicators.reported()) {
            line("工作指标", indicator.label(), "indicators." + indicator.code(), null);
        }
        for (Indicators.Indicator indicator : Indicators.derived()) {
            line("工作指标", indicator.label(), "indicators." + indicator.code(), null);
        }
        line("信息处理费", "收取件数", "processingFees.cases", null);
        line("信息处理费", "收取金额", "processingFees.amountYuan", null);
    }

    /** A figure that there is not has a line all the same: 未报 where somebody could have reported it. */
    private void line(String group, String label, String path, String share) {
        sheet.text(row, 0, group, Styles.Look.WORD);
        sheet.text(row, 1, label, Styles.Look.LABEL);
        figure(2, path, reported(path) ? Overview.UNREPORTED : NONE);
        sheet.text(row, 3, figures.find(path).map(Figure::unit).orElse(""), Styles.Look.WORD);
        if (share == null) {
            sheet.text(row, 4, "", Styles.Look.WORD);
        } else {
            figure(4, share, "");
        }
        row++;
    }

    private void figure(int column, String path, String otherwise) {
        figures.find(path)
                .ifPresentOrElse(
                        figure -> sheet.number(row, column, 1, figure.quantity()),
                        () -> sheet.text(row, column, otherwise, Styles.Look.WORD));
        places.put(path, sheet.name(), row, column);
    }

    private static boolean reported(String path) {
        return Indicators.reported().stream().anyMatch(indicator -> path.equals("indicators." + indicator.code()));
    }

    private void source() {
        row++;
        List<String> missing = report.document().missing();
        if (!missing.isEmpty()) {
            sheet.text(row++, 0, 1, WIDTHS.size(), "待补", Styles.Look.PART);
            missing.forEach(each -> sheet.text(row++, 0, 1, WIDTHS.size(), each, Styles.Look.NOTE));
        }
        sheet.text(row++, 0, 1, WIDTHS.size(), "数据来源", Styles.Look.PART);
        note("表式", report.document().form());
        note("统计时点", report.document().asOf());
        note("事实位置", report.document().position());
        note("数据是否完整", report.document().complete());
    }

    private void note(String label, String text) {
        sheet.text(row, 0, label, Styles.Look.NOTE);
        sheet.text(row++, 1, 1, WIDTHS.size() - 1, text, Styles.Look.NOTE);
    }
}
