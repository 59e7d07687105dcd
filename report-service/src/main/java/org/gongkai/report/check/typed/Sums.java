package org.gongkai.report.check.typed;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.gongkai.report.check.typed.Remark.Outcome;

/** 共148件（含新收142件、上年结转6件）: parts that are typed add up to the whole that is typed. */
final class Sums {

    private static final Pattern PARTS_FOLLOW = Pattern.compile("其中|包括|含|分别");
    private static final Pattern ALL_FOLLOW = Pattern.compile("（|分别");
    private static final int TWO = 2;

    private final TypedText text;

    Sums(TypedText text) {
        this.text = text;
    }

    List<Remark> of(List<Sentence> sentences) {
        List<Remark> remarks = new ArrayList<>();
        for (Sentence sentence : sentences) {
            for (int i = 1; i + 1 < sentence.figures().size(); i++) {
                if (PARTS_FOLLOW.matcher(sentence.gap(i)).find()) {
                    remark(sentence, i).ifPresent(remarks::add);
                }
            }
        }
        return remarks;
    }

    private Optional<Remark> remark(Sentence sentence, int first) {
        TypedFigure part = sentence.figures().get(first);
        return sentence.antecedent(
                        part.start(),
                        part.depth(),
                        other -> sentence.figures().get(other).sameThings(part) && !Changes.isChange(sentence, other))
                .flatMap(whole -> remark(sentence, whole, parts(sentence, whole, first)));
    }

    private Optional<Remark> remark(Sentence sentence, int whole, List<Integer> parts) {
        boolean exact =
                parts.stream().allMatch(part -> sentence.figures().get(part).exact());
        if (parts.size() < TWO || !exact || isOpen(sentence, parts) || areAllConfirmed(sentence, whole, parts)) {
            return Optional.empty();
        }
        TypedFigure total = sentence.figures().get(whole);
        BigDecimal sum = parts.stream()
                .map(part -> sentence.figures().get(part).value())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        if (sum.compareTo(total.value()) == 0) {
            return Optional.empty();
        }
        boolean complete = sum.compareTo(total.value()) > 0
                || ALL_FOLLOW.matcher(sentence.gap(parts.get(0))).find();
        String said = parts.stream()
                .map(part -> sentence.figures().get(part).text())
                .collect(Collectors.joining("、", total.text() + "：", ""));
        return Optional.of(Remark.of(
                complete ? Outcome.CONTRADICTS : Outcome.UNKNOWN,
                sentence,
                said,
                sum,
                total.value(),
                List.of(),
                complete ? "各项之和与总数不符" : "各项之和少于总数，如另有未列项则无须更正"));
    }

    /** Those that count the same, to the end of the bracket, the half-sentence or the sentence. */
    private static List<Integer> parts(Sentence sentence, int whole, int first) {
        List<TypedFigure> figures = sentence.figures();
        int depth = figures.get(first).depth();
        List<Integer> parts = new ArrayList<>();
        for (int i = first; i < figures.size() && figures.get(i).depth() >= depth; i++) {
            String gap = sentence.gap(i);
            if (i > first
                    && (gap.contains("；")
                            || PARTS_FOLLOW.matcher(gap).find()
                                    && figures.get(i).depth() == depth)) {
                break;
            }
            boolean counts = figures.get(i).depth() == depth && figures.get(i).sameThings(figures.get(whole));
            if (counts && !Changes.isChange(sentence, i)) {
                parts.add(i);
            }
        }
        return parts;
    }

    /** 部署会5次、推进会6次等: more are not said. */
    private static boolean isOpen(Sentence sentence, List<Integer> parts) {
        return sentence.after(parts.get(parts.size() - 1)).startsWith("等");
    }

    /** Each is what is counted: then the parts are some of the whole, and rightly so. */
    private boolean areAllConfirmed(Sentence sentence, int whole, List<Integer> parts) {
        return !text.confirmed(sentence, whole).isEmpty()
                && parts.stream()
                        .noneMatch(part -> text.confirmed(sentence, part).isEmpty());
    }
}
