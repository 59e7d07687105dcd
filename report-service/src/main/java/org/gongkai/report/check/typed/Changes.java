package org.gongkai.report.check.typed;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.report.check.typed.Remark.Outcome;

/** 同比增加20.86%, 比上年减少39件, 与上年持平: amount and direction together, against the year before that is stored. */
final class Changes {

    /** Of applications: decided in both years (办理结果总计). */
    private static final String OF_APPLICATIONS = "yearOnYear.percent";

    private static final String DECIDED = "applications.RESULT_TOTAL.TOTAL";

    private static final String UP = "增加|增长|上升|提高|上涨|增多|多";
    private static final String DOWN = "减少|下降|降低|回落|下滑|少";
    private static final String COMPARED = "同比|(?:比|较|与)(?:上一?年度?|去年|20[0-9]{2}年)(?:同期)?(?:相比)?";
    private static final Pattern CHANGE =
            Pattern.compile("(?:" + COMPARED + ")[^。；]{0,6}?(" + UP + "|" + DOWN + ")了?(?:幅度)?[为达]?到?$");
    /** 减少39件，下降20.86%: the comparison is said once. */
    private static final Pattern AGAIN = Pattern.compile("^，?(" + UP + "|" + DOWN + ")了?(?:幅度)?[为达]?到?$");

    private static final Pattern LEVEL = Pattern.compile("(?:" + COMPARED + ")(基本)?持平");
    private static final Pattern OF_OTHERS = Pattern.compile("发布|公开(?!申请)|规范性文件|规章|许可|处罚|强制|收费|复议|诉讼|培训|解读");
    private static final Pattern APPLICATIONS = Pattern.compile("applications\\.(?:handled|RESULT_TOTAL)\\.TOTAL");
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final BigDecimal ABOUT_LEVEL = BigDecimal.ONE;
    private static final int PLACES = 2;

    private final TypedText text;
    private final Known known;

    Changes(TypedText text, Known known) {
        this.text = text;
        this.known = known;
    }

    static boolean isChange(Sentence sentence, int figure) {
        return direction(sentence, figure) != null;
    }

    /** 增加, 减少 before a figure that is compared with a year; null where it is not. */
    private static String direction(Sentence sentence, int figure) {
        String gap = sentence.gap(figure);
        Matcher change = CHANGE.matcher(gap);
        if (change.find()) {
            return change.group(1);
        }
        Matcher again = AGAIN.matcher(gap);
        return figure > 0 && again.find() && direction(sentence, figure - 1) != null ? again.group(1) : null;
    }

    List<Remark> of(List<Sentence> sentences) {
        List<Remark> remarks = new ArrayList<>();
        for (Sentence sentence : sentences) {
            for (int i = 0; i < sentence.figures().size(); i++) {
                String direction = direction(sentence, i);
                if (direction != null && sentence.figures().get(i).exact()) {
                    remarks.add(change(sentence, i, direction));
                }
            }
            for (Matcher level = LEVEL.matcher(sentence.read()); level.find(); ) {
                remarks.add(level(sentence, level));
            }
        }
        return remarks;
    }

    private Remark change(Sentence sentence, int i, String direction) {
        TypedFigure typed = sentence.figures().get(i);
        // 同比增加-20.86% is a decrease that is called an increase: the word is what readers go by
        BigDecimal size = typed.value().abs();
        BigDecimal signed = Pattern.matches(DOWN, direction) ? size.negate() : size;
        Set<String> names = subject(sentence, typed.start(), typed.depth());
        BigDecimal counted = null;
        String of = null;
        for (String name : names) {
            BigDecimal change = typed.kind() == Kind.PERCENT
                    ? percent(name).orElse(null)
                    : difference(name).orElse(null);
            boolean agrees = change != null && typed.rounded(change).compareTo(signed) == 0;
            if (change != null && (counted == null || agrees)) {
                counted = change;
                of = name;
            }
        }
        String said = direction + typed.text();
        return remark(
                sentence,
                said,
                counted,
                signed,
                of,
                counted != null && typed.rounded(counted).compareTo(signed) == 0);
    }

    private Remark level(Sentence sentence, Matcher said) {
        BigDecimal counted = null;
        String of = null;
        for (String name : subject(sentence, said.start(), 0)) {
            if (counted == null) {
                counted = percent(name).orElse(null);
                of = name;
            }
        }
        boolean about = said.group(1) != null;
        boolean agrees = counted != null && (about ? counted.abs().compareTo(ABOUT_LEVEL) < 0 : counted.signum() == 0);
        return remark(sentence, said.group(), counted, BigDecimal.ZERO, of, agrees);
    }

    private static Remark remark(
            Sentence sentence, String said, BigDecimal counted, BigDecimal typed, String of, boolean agrees) {
        if (counted == null) {
            return Remark.of(Outcome.UNKNOWN, sentence, said, null, typed, List.of(), "所比数据未知，无法核对");
        }
        boolean ofApplications =
                of.equals(OF_APPLICATIONS) || APPLICATIONS.matcher(of).matches();
        return Remark.of(
                agrees ? Outcome.AGREES : Outcome.CONTRADICTS,
                sentence,
                said,
                counted,
                typed,
                List.of((ofApplications ? DECIDED : of) + TypedText.CHANGED),
                agrees ? "与统计数据一致" : "与统计的变化不符");
    }

    /** What changed: the figure before it; of a sentence that has none and speaks of nothing else, the applications. */
    private Set<String> subject(Sentence sentence, int position, int depth) {
        boolean none = sentence.figures().stream()
                .noneMatch(figure -> figure.end() <= position && figure.kind() != Kind.PERCENT);
        if (none) {
            return OF_OTHERS.matcher(sentence.read().substring(0, position)).find()
                    ? Set.of()
                    : Set.of(OF_APPLICATIONS);
        }
        return sentence.antecedent(position, depth, figure -> !isChange(sentence, figure))
                .map(figure -> text.names(sentence, figure))
                .orElse(Set.of());
    }

    private Optional<BigDecimal> percent(String name) {
        if (name.equals(OF_APPLICATIONS) || APPLICATIONS.matcher(name).matches()) {
            return known.value(OF_APPLICATIONS);
        }
        return known.value(Known.before(name))
                .filter(before -> before.signum() != 0)
                .flatMap(before -> known.value(name)
                        .map(now ->
                                now.subtract(before).multiply(HUNDRED).divide(before, PLACES, RoundingMode.HALF_UP)));
    }

    private Optional<BigDecimal> difference(String name) {
        return known.value(Known.before(name))
                .flatMap(before -> known.value(name).map(now -> now.subtract(before)));
    }
}
