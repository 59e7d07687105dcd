package org.gongkai.report.check.typed;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Set;

/**
 * A number with its unit as a text has it.
 *
 * @param text as typed, 1,234件
 * @param start where it begins in its sentence
 * @param end where what follows it begins
 * @param depth how many brackets are open there
 * @param value the number; money in yuan
 * @param step the unit of its last place: 0.01 of 33.58%, 1000 of 9.9万条
 * @param kind what it measures
 * @param unit measure word, 元 or %
 * @param inWords whether in Chinese numerals
 * @param exact false of 三十余件, 近150件, 第3次, 每年1次: it is not compared
 */
record TypedFigure(
        String text,
        int start,
        int end,
        int depth,
        BigDecimal value,
        BigDecimal step,
        Kind kind,
        String unit,
        boolean inWords,
        boolean exact) {

    private static final Set<String> PAPERS = Set.of("件", "宗", "条", "份", "件次", "条次", "份次");
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    TypedFigure at(int open) {
        return new TypedFigure(text, start, end, open, value, step, kind, unit, inWords, exact);
    }

    /** Whether it is this number as far as it was typed: 33.6% is 33.58. All and nothing are so only exactly. */
    boolean is(BigDecimal known) {
        boolean wholeOrNone = kind == Kind.PERCENT && (value.signum() == 0 || value.compareTo(HUNDRED) == 0);
        boolean asItIs = wholeOrNone || known.scale() <= 0 && step.compareTo(BigDecimal.ONE) <= 0;
        return value.compareTo(asItIs ? known : rounded(known)) == 0;
    }

    /** A number rounded half up to the place that was typed. */
    BigDecimal rounded(BigDecimal number) {
        return number.divide(step, 0, RoundingMode.HALF_UP).multiply(step);
    }

    /** Whether both may count the same things: 件, 宗, 条 and 份 stand for each other. */
    boolean sameThings(TypedFigure other) {
        boolean papers = PAPERS.contains(unit) && PAPERS.contains(other.unit);
        return kind == other.kind && (papers || unit.equals(other.unit));
    }
}
