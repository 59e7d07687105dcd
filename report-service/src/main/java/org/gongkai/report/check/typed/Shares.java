package org.gongkai.report.check.typed;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.report.check.typed.Remark.Outcome;

/** 113宗，占76.35%: a share agrees with the count before it and with what it is of. */
final class Shares {

    private static final Pattern SHARE = Pattern.compile("^[，（、]?占(?:比)?(?:到|了|为)?(.*)$");
    private static final Pattern OF = Pattern.compile("^(.{2,20}?)(?:总数|总量)?的?(?:比例|比重)?为?$");
    private static final Pattern LEVELS = Pattern.compile("levels\\.([A-Z]+)\\.publications\\.items");
    private static final Pattern PARTS = Pattern.compile("applications\\.(group|handled)\\.([A-Z_]+)");

    /** What shares are usually of. */
    private static final List<String> WHOLES = List.of(
            "publications.items",
            "applications.RESULT_TOTAL.TOTAL",
            "applications.handled.TOTAL",
            "applications.NEW_RECEIVED.TOTAL",
            "disputes.all.TOTAL",
            "publications.byChannel.SUM");

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final int MANY_PLACES = 6;

    private final TypedText text;
    private final Known known;
    private final Subjects subjects;

    Shares(TypedText text, Known known, Subjects subjects) {
        this.text = text;
        this.known = known;
        this.subjects = subjects;
    }

    /** Whether a percentage says which part the count before it is. */
    static boolean isShare(Sentence sentence, int figure) {
        if (sentence.figures().get(figure).kind() != Kind.PERCENT) {
            return false;
        }
        String gap = sentence.gap(figure);
        return SHARE.matcher(gap).matches()
                || gap.equals("（")
                || Sentence.lastClause(gap).startsWith("占");
    }

    List<Remark> of(List<Sentence> sentences) {
        List<Remark> remarks = new ArrayList<>();
        List<TypedFigure> earlier = new ArrayList<>();
        Sentence last = null;
        for (Sentence sentence : sentences) {
            if (last == null || last.section() != sentence.section() || last.paragraph() != sentence.paragraph()) {
                earlier.clear();
            }
            for (int i = 0; i < sentence.figures().size(); i++) {
                if (isShare(sentence, i) && sentence.figures().get(i).exact()) {
                    share(sentence, i, earlier).ifPresent(remarks::add);
                }
            }
            sentence.figures().stream()
                    .filter(figure -> figure.exact() && figure.kind() == Kind.COUNT)
                    .forEach(earlier::add);
            last = sentence;
        }
        return remarks;
    }

    private Optional<Remark> share(Sentence sentence, int i, List<TypedFigure> earlier) {
        TypedFigure typed = sentence.figures().get(i);
        Optional<Integer> counted =
                sentence.antecedent(typed.start(), typed.depth(), figure -> !Changes.isChange(sentence, figure));
        if (counted.isEmpty()) {
            return Optional.empty();
        }
        Map<String, BigDecimal> wholes = new LinkedHashMap<>();
        TypedFigure part = sentence.figures().get(counted.get());
        named(sentence, typed, part).forEach(name -> known.value(name).ifPresent(value -> wholes.put(name, value)));
        List<String> stored = wholes.isEmpty() ? stored(sentence, counted.get()) : List.of();
        if (!stored.isEmpty()) {
            return stored.stream().anyMatch(name -> known.is(typed, name))
                    ? Optional.empty()
                    : Optional.of(contradiction(
                            sentence, part, typed, known.value(stored.get(0)).orElseThrow(), stored));
        }
        boolean said = !wholes.isEmpty();
        if (!said) {
            WHOLES.forEach(name -> known.value(name).ifPresent(value -> wholes.put(name, value)));
            typedWholes(sentence, counted.get(), earlier)
                    .forEach(whole -> wholes.put(whole.text() + whole.start(), whole.value()));
        }
        if (wholes.values().stream().anyMatch(whole -> isShare(part, whole, typed))) {
            return Optional.empty();
        }
        if (said) {
            BigDecimal whole = wholes.values().iterator().next();
            return Optional.of(contradiction(sentence, part, typed, percent(part, whole), List.of()));
        }
        return Optional.of(ofTyped(sentence, counted.get(), typed, part, earlier));
    }

    /** The whole is typed too: the last one that is greater. Where there is none, nobody can tell. */
    private Remark ofTyped(Sentence sentence, int at, TypedFigure typed, TypedFigure part, List<TypedFigure> earlier) {
        List<TypedFigure> wholes = typedWholes(sentence, at, earlier);
        return wholes.isEmpty()
                ? Remark.of(
                        Outcome.UNKNOWN,
                        sentence,
                        part.text() + "占" + typed.text(),
                        null,
                        typed.value(),
                        List.of(),
                        "占比的基数不明，无法核对")
                : contradiction(
                        sentence,
                        part,
                        typed,
                        percent(part, wholes.get(wholes.size() - 1).value()),
                        List.of());
    }

    private static List<TypedFigure> typedWholes(Sentence sentence, int at, List<TypedFigure> earlier) {
        TypedFigure part = sentence.figures().get(at);
        List<TypedFigure> wholes = new ArrayList<>(earlier);
        wholes.addAll(sentence.figures().subList(0, at));
        return wholes.stream()
                .filter(whole ->
                        whole.exact() && whole.sameThings(part) && whole.value().compareTo(part.value()) >= 0)
                .toList();
    }

    /** The whole that the words name: 占办理结果总计的76.35%. */
    private Set<String> named(Sentence sentence, TypedFigure typed, TypedFigure part) {
        Matcher share = SHARE.matcher(sentence.words(part.end(), typed.start()));
        if (!share.matches()) {
            return Set.of();
        }
        Matcher of = OF.matcher(share.group(1));
        return of.matches() ? subjects.named(sentence, part, of.group(1)) : Set.of();
    }

    /** The shares that the report has of what the count is. */
    private List<String> stored(Sentence sentence, int counted) {
        List<String> names = new ArrayList<>();
        Set<String> subjectsOf = text.names(sentence, counted);
        List<String> confirmed = text.confirmed(sentence, counted);
        for (String name : confirmed.isEmpty() ? subjectsOf : confirmed) {
            Matcher level = LEVELS.matcher(name);
            Matcher part = PARTS.matcher(name);
            String share = level.matches()
                    ? "shares.levels." + level.group(1)
                    : part.matches()
                            ? "shares." + (part.group(1).equals("group") ? "applications." : "handled.") + part.group(2)
                            : null;
            if (share != null && known.value(share).isPresent()) {
                names.add(share);
            }
        }
        return names;
    }

    private static boolean isShare(TypedFigure part, BigDecimal whole, TypedFigure typed) {
        return whole.signum() != 0 && typed.is(percent(part, whole));
    }

    private static BigDecimal percent(TypedFigure part, BigDecimal whole) {
        return whole.signum() == 0
                ? BigDecimal.ZERO
                : part.value().multiply(HUNDRED).divide(whole, MANY_PLACES, RoundingMode.HALF_UP);
    }

    private static Remark contradiction(
            Sentence sentence, TypedFigure part, TypedFigure typed, BigDecimal counted, List<String> names) {
        return Remark.of(
                Outcome.CONTRADICTS,
                sentence,
                part.text() + "占" + typed.text(),
                typed.rounded(counted),
                typed.value(),
                names,
                "占比与件数不符");
    }
}
