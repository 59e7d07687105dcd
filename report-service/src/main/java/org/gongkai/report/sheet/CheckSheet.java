package org.gongkai.report.sheet;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.poi.ss.usermodel.ComparisonOperator;
import org.apache.poi.ss.usermodel.ConditionalFormattingRule;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.SheetConditionalFormatting;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;
import org.gongkai.report.check.Finding;
import org.gongkai.report.check.Severity;
import org.gongkai.report.check.Verdict;
import org.gongkai.report.document.ReportDocument;
import org.gongkai.report.figure.Figures;
import org.gongkai.report.figure.Quantity;
import org.gongkai.report.prose.Narrative;
import org.gongkai.report.report.ReportFormat.Assembled;
import org.gongkai.report.statement.Level;

/**
 * The checks: first the 勾稽关系 as formulas, which follow every change of the tables, then the findings of the report as it was
 * made, with their citations: those that do not hold, and those of all other rules.
 */
final class CheckSheet {

    private static final List<Integer> WIDTHS = List.of(21, 38, 10, 10, 10, 8, 7, 72);
    private static final List<String> HEADINGS = List.of("规则", "所核内容", "左", "右", "差", "结果", "级别", "依据");
    private static final String HOLDS = "成立";
    private static final String BROKEN = "不成立";
    private static final String UNKNOWN = "无法核对";
    private static final String NONE = "—";
    private static final int FIRST = 3;
    private static final int VERDICT = 5;
    private static final int CELLS_SHOWN = 3;

    /** What a finding speaks of and no sheet shows. */
    private static final Map<String, String> ELSEWHERE = Map.of(
            "timeliness.overdue", "逾期未答复的申请",
            "confirmed.no", "未确认本年度数据的机关",
            "subordinates", "所属机关",
            "form", "报告格式",
            "publishedOn", "公布日期");

    private static final Quantity COUNT = Quantity.count(0);
    private static final Pattern OF_LEVEL = Pattern.compile("levels\\.([A-Z]+)\\.(.+)");

    private final SheetWriter sheet;
    private final Assembled report;
    private final Places places;
    private final Narrative names;

    CheckSheet(SheetWriter sheet, Assembled report, Places places) {
        this.sheet = sheet;
        this.report = report;
        this.places = places;
        this.names = new Narrative(report.form(), report.figures(), report.statement(), Map.of());
    }

    void write() {
        List<Finding> findings = report.report().checks().findings();
        List<Identity> identities = Identities.of(report.form(), report.figures(), findings);
        sheet.widths(WIDTHS);
        sheet.landscape();
        sheet.figuresToCompare();
        sheet.text(0, 0, 1, WIDTHS.size(), "勾稽关系校核", Styles.Look.TITLE);
        sheet.text(1, 0, 1, VERDICT, "左、右、差和结果均为公式，随各表数字变动；右列的年初数取自上年。不成立项数：", Styles.Look.NOTE);
        headings(FIRST - 1);
        int row = FIRST;
        for (Identity identity : identities) {
            write(row++, identity);
        }
        String verdicts = new CellRangeAddress(FIRST, row - 1, VERDICT, VERDICT).formatAsString();
        sheet.formula(1, VERDICT, 1, "COUNTIF(" + verdicts + ",\"" + BROKEN + "\")", COUNT);
        colour(FIRST, row - 1);
        row++;
        sheet.text(
                row++,
                0,
                1,
                WIDTHS.size(),
                "报告生成时的校核结果（固定，不随各表变动；成立的勾稽关系见上）：" + report.document().checkSummary(),
                Styles.Look.PART);
        headings(row++);
        int first = row;
        for (Finding finding : findings.stream()
                .filter(finding -> finding.verdict() != Verdict.HOLDS || !followed(finding, identities))
                .sorted(Comparator.comparing(CheckSheet::urgency))
                .toList()) {
            write(row++, finding);
        }
        colour(first, row - 1);
        sheet.keepInSight(FIRST - 1, FIRST, 2);
    }

    private static boolean followed(Finding finding, List<Identity> identities) {
        return identities.stream().anyMatch(identity -> identity.rule().code().equals(finding.rule()));
    }

    private static int urgency(Finding finding) {
        return List.of(Verdict.BROKEN, Verdict.NOT_ASSESSABLE, Verdict.HOLDS).indexOf(finding.verdict());
    }

    private void headings(int row) {
        for (int column = 0; column < HEADINGS.size(); column++) {
            sheet.text(row, column, HEADINGS.get(column), Styles.Look.HEADING);
        }
    }

    private void write(int row, Identity identity) {
        sheet.text(row, 0, identity.rule().code(), Styles.Look.WORD);
        sheet.text(row, 1, identity.about(), Styles.Look.LABEL);
        sheet.formula(row, 2, 1, places.sum(identity.left(), sheet.name()), COUNT);
        String left = at(row, 2);
        String right = at(row, 3);
        if (identity.assessable()) {
            right(row, identity);
            sheet.formula(row, 4, 1, left + "-" + right, COUNT);
            sheet.wordFormula(row, VERDICT, "IF(" + at(row, 4) + "=0,\"" + HOLDS + "\",\"" + BROKEN + "\")");
        } else {
            sheet.text(row, 3, NONE, Styles.Look.WORD);
            sheet.text(row, 4, NONE, Styles.Look.WORD);
            sheet.text(row, VERDICT, UNKNOWN, Styles.Look.WORD);
        }
        sheet.text(row, 6, severity(identity.rule().severity()), Styles.Look.WORD);
        sheet.text(row, 7, identity.rule().citation(report.form()), Styles.Look.LABEL);
    }

    private void right(int row, Identity identity) {
        Quantity outside = Quantity.count(identity.outside().longValueExact());
        if (identity.right().isEmpty()) {
            sheet.number(row, 3, 1, outside);
            return;
        }
        StringBuilder formula = new StringBuilder();
        if (identity.outside().signum() != 0) {
            formula.append(outside.print()).append("+");
        }
        formula.append(places.sum(identity.right(), sheet.name()));
        identity.less().forEach(path -> formula.append("-").append(places.sum(List.of(path), sheet.name())));
        sheet.formula(row, 3, 1, formula.toString(), COUNT);
    }

    private void write(int row, Finding finding) {
        sheet.text(row, 0, finding.rule(), Styles.Look.WORD);
        sheet.text(row, 1, about(finding), Styles.Look.LABEL);
        side(row, 2, finding.left());
        side(row, 3, finding.right());
        side(row, 4, finding.delta());
        String verdict = finding.verdict() == Verdict.HOLDS ? HOLDS : BROKEN;
        sheet.text(row, VERDICT, finding.verdict() == Verdict.NOT_ASSESSABLE ? UNKNOWN : verdict, Styles.Look.WORD);
        sheet.text(row, 6, severity(finding.severity()), Styles.Look.WORD);
        sheet.text(row, 7, finding.citation(), Styles.Look.LABEL);
    }

    private void side(int row, int column, Quantity quantity) {
        if (quantity == null) {
            sheet.text(row, column, NONE, Styles.Look.WORD);
        } else {
            sheet.number(row, column, 1, quantity);
        }
    }

    /** The cells of the workbook that a finding speaks of; what stands in none as the report names it. */
    private String about(Finding finding) {
        String cells =
                finding.cells().stream().limit(CELLS_SHOWN).map(this::said).collect(Collectors.joining("、"));
        String all = finding.cells().size() > CELLS_SHOWN ? cells + "等" : cells;
        return finding.note() == null ? all : finding.note() + "（" + all + "）";
    }

    private String said(String path) {
        String place = places.said(path);
        if (place != null) {
            return place;
        }
        Matcher level = OF_LEVEL.matcher(path);
        if (level.matches()) {
            return names.nameOf(Level.valueOf(level.group(1))) + said(level.group(2));
        }
        if (path.startsWith(Figures.PREVIOUS)) {
            return "上年" + said(path.substring(Figures.PREVIOUS.length()));
        }
        return report.document().sections().stream()
                .filter(section -> path.equals("sections." + section.number())
                        || section.grid() != null && path.equals(section.grid().kind()))
                .map(ReportDocument.Section::title)
                .findFirst()
                .orElse(ELSEWHERE.getOrDefault(path, path));
    }

    private static String severity(Severity severity) {
        return severity == Severity.BLOCKING ? "阻断" : "提示";
    }

    private static String at(int row, int column) {
        return new CellReference(row, column).formatAsString();
    }

    /** What does not hold stands out, also after a change. */
    private void colour(int first, int last) {
        SheetConditionalFormatting formatting = sheet.sheet().getSheetConditionalFormatting();
        ConditionalFormattingRule broken =
                formatting.createConditionalFormattingRule(ComparisonOperator.EQUAL, "\"" + BROKEN + "\"");
        broken.createFontFormatting().setFontColorIndex(IndexedColors.RED.getIndex());
        formatting.addConditionalFormatting(
                new CellRangeAddress[] {new CellRangeAddress(first, last, VERDICT, VERDICT)}, broken);
    }
}
