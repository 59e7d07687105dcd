package org.gongkai.report.document;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.gongkai.report.chart.Chart;
import org.gongkai.report.chart.Charts;
import org.gongkai.report.check.Finding;
import org.gongkai.report.check.Verdict;
import org.gongkai.report.figure.Figures;
import org.gongkai.report.figure.Indicators;
import org.gongkai.report.figure.Indicators.Indicator;
import org.gongkai.report.figure.Quantity;
import org.gongkai.report.form.Form;
import org.gongkai.report.prose.Narrative;
import org.gongkai.report.statement.Statement;

/**
 * The report as it is laid out, complete: a rendering chooses type and lines, and computes nothing.
 *
 * @param title of the report
 * @param sections the preamble and the sections
 * @param missing what the office still has to see to
 * @param checkSummary how many checks hold
 * @param broken the checks that do not hold or could not be made
 * @param waived of these the rules that the office waived, and why
 * @param form edition of the form and the notice that issued it
 * @param asOf instant of the figures
 * @param position up to which facts they are counted
 * @param complete whether all facts could be read
 * @param yearBefore where the figures of the year before come from
 */
public record ReportDocument(
        String title,
        List<Section> sections,
        List<String> missing,
        String checkSummary,
        List<Line> broken,
        List<Waived> waived,
        String form,
        String asOf,
        String position,
        String complete,
        String yearBefore) {

    /** A section with its table, or null. */
    public record Section(int number, String title, List<Paragraph> paragraphs, Grid grid) {}

    /** A paragraph: its heading in another type, or null, its text in parts, and the charts that follow it. */
    public record Paragraph(String heading, List<Part> parts, List<Chart> charts) {}

    /** A part of a text; an address may be broken between any two letters. */
    public record Part(String text, boolean address) {}

    /** A check that did not hold. */
    public record Line(
            String rule, String verdict, String left, String right, String delta, String about, String citation) {}

    /** A rule that is broken and waived: its code, why, who says so and when, in Asia/Shanghai. */
    public record Waived(String rule, String reason, String by, String at) {}

    /** After which paragraph of section one its charts stand; all that is left stands at its end. */
    private static final Map<String, List<String>> PLACES = Map.of(
            "（一）", List.of("channels", "levels"),
            "（二）", List.of("outcomes", "applicants", "months", "year-on-year"));

    private static final int OVERVIEW = 1;
    private static final int CELLS_SHOWN = 2;
    private static final Pattern ADDRESS = Pattern.compile("https?://[!-~]+");
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZoneId.of("Asia/Shanghai"));
    private static final String INDICATOR = "indicators.";

    /** The layout of a report. */
    public static ReportDocument of(
            Form form, Statement statement, Figures figures, Narrative narrative, List<Finding> findings) {
        List<Chart> charts = new Charts(form, figures, narrative).all();
        List<Section> sections = narrative.sections().stream()
                .map(section -> section(section, form, figures, charts))
                .toList();
        return new ReportDocument(
                form.titleOf(statement.name(), statement.year()),
                sections,
                missing(narrative),
                summary(findings),
                findings.stream()
                        .filter(finding -> finding.verdict() != Verdict.HOLDS)
                        .map(ReportDocument::line)
                        .toList(),
                waived(findings),
                form.form() + "（" + form.source() + "）",
                statement.asOf(),
                statement.position(),
                statement.complete() ? "完整" : "不完整：有事实未能读取",
                statement.previousYear().words(statement.year()));
    }

    private static Section section(Narrative.Section section, Form form, Figures figures, List<Chart> charts) {
        Grid grid = null;
        String text = section.text();
        if (section.number() == form.proactive().section()) {
            grid = ProactiveGrid.of(form.proactive(), figures);
        } else if (section.number() == form.applications().section()) {
            grid = ApplicationsGrid.of(form.applications(), figures);
            // the note stands in the table's corner already
            text = section.generated() ? "" : text;
        } else if (section.number() == form.disputes().section()) {
            grid = DisputesGrid.of(form.disputes(), figures);
        }
        return new Section(
                section.number(),
                section.title(),
                paragraphs(text, section.number() == OVERVIEW ? charts : List.of()),
                grid);
    }

    private static List<Paragraph> paragraphs(String text, List<Chart> charts) {
        List<String> lines =
                Arrays.stream(text.split("\n")).filter(line -> !line.isBlank()).toList();
        List<Chart> left = new ArrayList<>(charts);
        List<Paragraph> paragraphs = new ArrayList<>();
        for (String line : lines) {
            List<String> names = PLACES.entrySet().stream()
                    .filter(place -> line.startsWith(place.getKey()))
                    .flatMap(place -> place.getValue().stream())
                    .toList();
            List<Chart> here =
                    left.stream().filter(chart -> names.contains(chart.name())).toList();
            left.removeAll(here);
            boolean last = paragraphs.size() == lines.size() - 1;
            List<Chart> shown = new ArrayList<>(here);
            shown.addAll(last ? left : List.of());
            paragraphs.add(paragraph(line, shown));
        }
        return paragraphs;
    }

    private static Paragraph paragraph(String line, List<Chart> charts) {
        int end = line.indexOf('。') + 1;
        boolean headed = line.startsWith("（") && end > 0 && end < line.length();
        return new Paragraph(
                headed ? line.substring(0, end) : null, parts(headed ? line.substring(end) : line), charts);
    }

    private static List<Part> parts(String text) {
        List<Part> parts = new ArrayList<>();
        Matcher address = ADDRESS.matcher(text);
        int from = 0;
        while (address.find()) {
            parts.add(new Part(text.substring(from, address.start()), false));
            parts.add(new Part(address.group(), true));
            from = address.end();
        }
        parts.add(new Part(text.substring(from), false));
        return parts;
    }

    private static List<String> missing(Narrative narrative) {
        Map<String, String> labels = Indicators.reported().stream()
                .collect(Collectors.toMap(indicator -> INDICATOR + indicator.code(), Indicator::label));
        List<String> missing = new ArrayList<>();
        for (Narrative.Section section : narrative.sections()) {
            String where = section.number() == 0 ? "前言" : section.title();
            if (section.number() == Narrative.PROBLEMS && section.text().isEmpty()) {
                missing.add(where + "：尚无文稿");
            }
            for (String name : section.unreported()) {
                missing.add(where + "：" + (labels.containsKey(name) ? labels.get(name) + " 未报" : name + " 未登记"));
            }
        }
        return missing;
    }

    private static String summary(List<Finding> findings) {
        return "共 %d 项：成立 %d，不成立 %d，无法核对 %d。"
                .formatted(
                        findings.size(),
                        count(findings, Verdict.HOLDS),
                        count(findings, Verdict.BROKEN),
                        count(findings, Verdict.NOT_ASSESSABLE));
    }

    private static long count(List<Finding> findings, Verdict verdict) {
        return findings.stream().filter(finding -> finding.verdict() == verdict).count();
    }

    private static List<Waived> waived(List<Finding> findings) {
        return findings.stream()
                .filter(finding -> finding.waived() != null)
                .map(finding -> new Waived(
                        finding.rule(),
                        finding.waived().reason(),
                        finding.waived().by(),
                        MINUTE.format(finding.waived().at())))
                .distinct()
                .toList();
    }

    private static Line line(Finding finding) {
        return new Line(
                finding.rule(),
                finding.verdict() == Verdict.BROKEN ? finding.waived() == null ? "不成立" : "不成立（已豁免）" : "无法核对",
                text(finding.left()),
                text(finding.right()),
                text(finding.delta()),
                about(finding),
                finding.citation());
    }

    private static String about(Finding finding) {
        String cells = finding.cells().stream().limit(CELLS_SHOWN).collect(Collectors.joining("、"));
        String all = finding.cells().size() > CELLS_SHOWN ? cells + "等" : cells;
        return finding.note() == null ? all : all + "（" + finding.note() + "）";
    }

    private static String text(Quantity side) {
        return side == null ? "—" : side.print();
    }
}
