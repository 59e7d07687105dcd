package org.gongkai.report.check.typed;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the figures of a sentence: numbers with a unit of what reports count. Years, ordinals and document numbers have none. */
final class FigureReader {

    private static final String BEGINS = "0123456789-−" + Numerals.SIGNS;
    private static final String UNIT = "件次|条次|人次|份次|元|件|宗|条|份|次|期|个|项|人|部|家|%";

    private static final Pattern FIGURE = Pattern.compile("(?<![0-9A-Za-z.〔\\[-])(?:"
            + "百分之(?<share>[0-9]+(?:\\.[0-9]+)?|[" + Numerals.SIGNS + "]+(?:点[" + Numerals.SIGNS + "]+)?)"
            + "|(?<sign>[-−])?(?<digits>[0-9]{1,3}(?:,[0-9]{3})+(?:\\.[0-9]+)?|[0-9]+(?:\\.[0-9]+)?) ?"
            + "(?<times>百万|千万|十万|万|亿|千|百)?(?<more>[余多几])?(?<unit>" + UNIT + ")"
            + "|(?<words>[" + Numerals.SIGNS + "]+(?:点[" + Numerals.SIGNS + "]+)?)(?<wordsMore>[余多几])?"
            + "(?<wordsUnit>" + UNIT + "))");

    private static final Map<String, Integer> ZEROS = Map.of("百", 2, "千", 3, "万", 4, "十万", 5, "百万", 6, "千万", 7, "亿", 8);

    /** What makes of the unit another word: 一部分, 个月, 人民, 一次性. */
    private static final Map<String, Pattern> OTHER_WORDS = Map.of(
            "个", Pattern.compile("月|工作日|自然日|小时|星期|百分点|季|体|人"),
            "部", Pattern.compile("[分门委署长队级位]"),
            "人", Pattern.compile("[民大均员]"),
            "项", Pattern.compile("目"),
            "次", Pattern.compile("[性日年月]"),
            "期", Pattern.compile("[间限末满]"),
            "条", Pattern.compile("[例件款]"),
            "家", Pattern.compile("[庭长级]"),
            "元", Pattern.compile("旦"));

    private static final Pattern BEFORE_ANOTHER = Pattern.compile(
            "第$|[0-9](?:至|到|—|～|~)$|每[年月季周日次个名]?度?[^，。；、：]{0,4}$|[年月日]均[^，。；、：]{0,3}$|平均[^，。；、：]{0,3}$");
    private static final Pattern BEFORE_INEXACT =
            Pattern.compile("(?:约|近|逾|超|超过|大约|接近|将近|不足|不到|不少于|不低于|不超过|不多于|多于|少于|至少|至多|最多|最少|大于|小于)$");
    private static final Pattern BEFORE_WORDS = Pattern.compile("[数几上]$");
    private static final Pattern AFTER_INEXACT = Pattern.compile("^(?:以上|以下|左右|以内|上下|之多)");

    /** Longer than any of the words that these look for. */
    private static final int NEAR = 12;

    private FigureReader() {}

    /** The figures, in order; those that are not exact too, for they part the words before from the words after. */
    static List<TypedFigure> read(String sentence) {
        List<TypedFigure> figures = new ArrayList<>();
        Matcher found = FIGURE.matcher(sentence).useTransparentBounds(true);
        for (int at = 0; at < sentence.length(); at++) {
            // most letters begin no number: only there the pattern is tried
            if (BEGINS.indexOf(sentence.charAt(at)) >= 0
                    && found.region(at, sentence.length()).lookingAt()) {
                figure(sentence, found).ifPresent(figures::add);
                at = found.end() - 1;
            }
        }
        return figures;
    }

    private static Optional<TypedFigure> figure(String sentence, Matcher found) {
        if (found.group("share") != null) {
            String share = found.group("share");
            return number(share)
                    .map(value -> of(sentence, found, value, step(value), "%", !Character.isDigit(share.charAt(0))));
        }
        boolean words = found.group("words") != null;
        String unit = found.group(words ? "wordsUnit" : "unit");
        if (isOtherWord(unit, sentence, found.end())) {
            return Optional.empty();
        }
        if (words) {
            return Numerals.read(found.group("words"))
                    .map(value -> of(sentence, found, value, step(value), unit, true))
                    .or(() -> Optional.of(inexact(sentence, found, unit)));
        }
        int zeros = found.group("times") == null ? 0 : ZEROS.get(found.group("times"));
        BigDecimal digits = new BigDecimal(found.group("digits").replace(",", ""));
        BigDecimal value = digits.scaleByPowerOfTen(zeros);
        BigDecimal signed = found.group("sign") == null ? value : value.negate();
        return Optional.of(of(sentence, found, signed, step(digits).scaleByPowerOfTen(zeros), unit, false));
    }

    private static Optional<BigDecimal> number(String text) {
        return Character.isDigit(text.charAt(0)) ? Optional.of(new BigDecimal(text)) : Numerals.read(text);
    }

    private static BigDecimal step(BigDecimal typed) {
        return BigDecimal.ONE.movePointLeft(Math.max(typed.scale(), 0));
    }

    private static TypedFigure inexact(String sentence, Matcher found, String unit) {
        return new TypedFigure(
                found.group(),
                found.start(),
                found.end(),
                0,
                BigDecimal.ZERO,
                BigDecimal.ONE,
                kind(unit),
                unit,
                true,
                false);
    }

    private static TypedFigure of(
            String sentence, Matcher found, BigDecimal value, BigDecimal step, String unit, boolean words) {
        boolean exact = isExact(sentence, found, words);
        return new TypedFigure(
                found.group(), found.start(), found.end(), 0, value, step, kind(unit), unit, words, exact);
    }

    private static boolean isExact(String sentence, Matcher found, boolean words) {
        String before = sentence.substring(Math.max(0, found.start() - NEAR), found.start())
                .stripTrailing();
        String after = sentence.substring(found.end(), Math.min(sentence.length(), found.end() + NEAR));
        return found.group("more") == null
                && found.group("wordsMore") == null
                && !BEFORE_ANOTHER.matcher(before).find()
                && !BEFORE_INEXACT.matcher(before).find()
                && !(words && BEFORE_WORDS.matcher(before).find())
                && !AFTER_INEXACT.matcher(after).find();
    }

    private static boolean isOtherWord(String unit, String sentence, int end) {
        Pattern other = OTHER_WORDS.get(unit);
        return other != null
                && other.matcher(sentence).region(end, sentence.length()).lookingAt();
    }

    private static Kind kind(String unit) {
        return unit.equals("%") ? Kind.PERCENT : unit.equals("元") ? Kind.YUAN : Kind.COUNT;
    }
}
