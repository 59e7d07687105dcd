package org.gongkai.report.check;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gongkai.report.check.typed.Remark;
import org.gongkai.report.check.typed.TypedText;
import org.gongkai.report.figure.Quantity;
import org.gongkai.report.form.Form;

/**
 * What the text says in figures must be what is counted. Sections five (problems) and zero (preamble) are left alone: their
 * figures are of plans, periods and documents.
 */
final class ProseChecks {

    private static final List<Integer> SECTIONS = List.of(1, 2, 3, 4, 6);
    private static final String YEAR_ON_YEAR = "yearOnYear.percent";
    private static final String PLACE = "sections.";

    /** Where one of these is not known, a figure that is not found may still be right. */
    private static final List<String> NEEDED = List.of("publications.items", "applications.RESULT_TOTAL.TOTAL");

    private ProseChecks() {}

    /** Amount and direction together: −20.86 against 同比减少20.86%. */
    static List<Check> direction(Form form, Tables tables) {
        List<Check> checks = tables.read(form).typed().changes().stream()
                .map(remark -> check(tables, remark))
                .toList();
        return checks.isEmpty() ? List.of(Check.verdict(tables, Verdict.NOT_ASSESSABLE, YEAR_ON_YEAR)) : checks;
    }

    /** Each typed figure is the one that the words beside it mean. */
    static List<Check> typedFigures(Form form, Tables tables) {
        boolean assessable = NEEDED.stream().allMatch(path -> tables.cell(path) != null);
        return bySection(form, tables, assessable ? TypedText::figures : none -> List.of(), assessable);
    }

    /** Parts that a sentence types add up to the whole that it types. */
    static List<Check> typedSums(Form form, Tables tables) {
        return bySection(form, tables, TypedText::sums, true);
    }

    /** 占…%: the count beside it, of what it is a share of. */
    static List<Check> typedShares(Form form, Tables tables) {
        return bySection(form, tables, TypedText::shares, true);
    }

    static TypedText text(Form form, Tables tables) {
        return new TypedText(form, tables.cells(), tables.subordinates().values(), texts(tables));
    }

    private static Map<Integer, String> texts(Tables tables) {
        Map<Integer, String> texts = new TreeMap<>();
        SECTIONS.stream()
                .filter(section -> tables.text(section) != null)
                .forEach(section -> texts.put(section, tables.text(section)));
        return texts;
    }

    /** What there is to say of each section that has a text, or that there is nothing. */
    private static List<Check> bySection(
            Form form, Tables tables, Function<TypedText, List<Remark>> read, boolean assessable) {
        Map<Integer, String> texts = texts(tables);
        if (texts.isEmpty()) {
            return List.of(Check.verdict(tables, Verdict.NOT_ASSESSABLE, PLACE + 1));
        }
        Map<Integer, List<Remark>> remarks =
                read.apply(tables.read(form).typed()).stream().collect(Collectors.groupingBy(Remark::section));
        List<Check> checks = new ArrayList<>();
        for (int section : texts.keySet()) {
            List<Remark> here = remarks.getOrDefault(section, List.of());
            here.forEach(remark -> checks.add(check(tables, remark)));
            if (here.isEmpty()) {
                Verdict verdict = assessable ? Verdict.HOLDS : Verdict.NOT_ASSESSABLE;
                checks.add(Check.verdict(tables, verdict, PLACE + section));
            }
        }
        return checks;
    }

    private static Check check(Tables tables, Remark remark) {
        Verdict verdict = switch (remark.verdict()) {
            case CONTRADICTS -> Verdict.BROKEN;
            case AGREES -> Verdict.HOLDS;
            case UNKNOWN -> Verdict.NOT_ASSESSABLE;
        };
        List<Finding.Suggestion> suggestions = remark.names().stream()
                .map(name -> new Finding.Suggestion(placeholder(name), value(tables, name)))
                .toList();
        List<String> paths = remark.names().stream()
                .flatMap(name -> Stream.of(name.replace(TypedText.CHANGED, "").split("\\+")))
                .toList();
        return Check.verdict(tables, verdict, PLACE + remark.section())
                .sides(remark.counted(), remark.typed(), paths)
                .note(note(remark, suggestions))
                .typed(new Finding.Typed(
                        remark.section(),
                        remark.paragraph(),
                        remark.sentence(),
                        remark.words(),
                        remark.figure(),
                        suggestions));
    }

    private static String note(Remark remark, List<Finding.Suggestion> suggestions) {
        String place =
                "第%d段第%d句“%s”：%s".formatted(remark.paragraph(), remark.sentence(), remark.figure(), remark.why());
        return suggestions.isEmpty() || remark.verdict() == Remark.Outcome.AGREES
                ? place
                : place
                        + suggestions.stream()
                                .map(suggestion -> suggestion.placeholder()
                                        + (suggestion.value() == null
                                                ? ""
                                                : "=" + suggestion.value().print()))
                                .collect(Collectors.joining("，", "；可用占位符：", ""));
    }

    private static String placeholder(String name) {
        return Stream.of(name.split("\\+")).map(path -> "{{" + path + "}}").collect(Collectors.joining("+"));
    }

    private static Quantity value(Tables tables, String name) {
        BigDecimal sum = BigDecimal.ZERO;
        for (String path : name.split("\\+")) {
            if (tables.cell(path) == null) {
                return null;
            }
            sum = sum.add(tables.cell(path));
        }
        boolean whole =
                sum.stripTrailingZeros().scale() <= 0 && !name.contains("shares.") && !name.contains(".AMOUNT_WAN");
        return new Quantity(sum, whole ? Quantity.Writing.COUNT : Quantity.Writing.WAN);
    }
}
