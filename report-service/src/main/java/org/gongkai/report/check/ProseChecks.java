package org.gongkai.report.check;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.gongkai.report.form.Form;

/**
 * What the text says in figures must be what is counted. Sections five (problems) and zero (preamble) are left alone: their
 * figures are of plans, periods and documents.
 */
final class ProseChecks {

    private static final List<Integer> SECTIONS = List.of(1, 2, 3, 4, 6);
    private static final String YEAR_ON_YEAR = "yearOnYear.percent";

    private static final Pattern COMPARED = Pattern.compile("同比(增加|增长|上升|提高|减少|下降|降低)了?([0-9]+(?:\\.[0-9]+)?)[%％]");
    private static final Set<String> UPWARD = Set.of("增加", "增长", "上升", "提高");

    /** A figure of something that the report counts; years, numbers of documents and ordinals have no such unit. */
    private static final Pattern TYPED =
            Pattern.compile("(?<![0-9.])([0-9]+(?:\\.[0-9]+)?)(?:条|件|宗|份|次|期|个|项|人|万元|元|[%％])");

    /** Where one of these is not known, a figure that is not found may still be right. */
    private static final List<String> NEEDED = List.of("publications.items", "applications.RESULT_TOTAL.TOTAL");

    private ProseChecks() {}

    /** Amount and direction together: −20.86 against 同比减少20.86%. */
    static List<Check> direction(Form form, Tables tables) {
        List<Check> checks = new ArrayList<>();
        for (int section : SECTIONS) {
            String text = tables.text(section);
            for (Matcher said = COMPARED.matcher(text == null ? "" : text); said.find(); ) {
                BigDecimal typed = new BigDecimal(said.group(2));
                checks.add(Check.equal(tables)
                        .left(YEAR_ON_YEAR)
                        .right(UPWARD.contains(said.group(1)) ? typed : typed.negate())
                        .note(said.group()));
            }
        }
        return checks.isEmpty()
                ? List.of(Check.verdict(tables, Verdict.NOT_ASSESSABLE, YEAR_ON_YEAR))
                : List.copyOf(checks);
    }

    /** Each typed figure is the value of some cell or of what follows from cells. */
    static List<Check> typedFigures(Form form, Tables tables) {
        Set<BigDecimal> known = tables.cells().values().stream()
                .map(value -> value.abs().stripTrailingZeros())
                .collect(Collectors.toSet());
        boolean assessable = NEEDED.stream().allMatch(path -> tables.cell(path) != null);
        List<Check> checks = new ArrayList<>();
        for (int section : SECTIONS) {
            if (tables.text(section) != null) {
                checks.addAll(of(tables, section, known, assessable));
            }
        }
        return checks.isEmpty()
                ? List.of(Check.verdict(tables, Verdict.NOT_ASSESSABLE, "sections.1"))
                : List.copyOf(checks);
    }

    private static List<Check> of(Tables tables, int section, Set<BigDecimal> known, boolean assessable) {
        String place = "sections." + section;
        List<Check> unknown = new ArrayList<>();
        for (Matcher typed = TYPED.matcher(tables.text(section)); typed.find(); ) {
            if (!known.contains(new BigDecimal(typed.group(1)).stripTrailingZeros())) {
                unknown.add(Check.verdict(tables, Verdict.BROKEN, place).note(typed.group()));
            }
        }
        if (!assessable) {
            return List.of(Check.verdict(tables, Verdict.NOT_ASSESSABLE, place));
        }
        return unknown.isEmpty() ? List.of(Check.verdict(tables, Verdict.HOLDS, place)) : unknown;
    }
}
