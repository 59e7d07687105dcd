package org.gongkai.report.check;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gongkai.report.figure.Quantity;

/** One thing that a rule looks at: two sides that it compares, or a verdict that it comes to otherwise. */
final class Check {

    /** How the sides must stand to each other. */
    private enum Relation {
        EQUAL,
        AT_LEAST,
        AT_MOST
    }

    private final Tables tables;
    /** Cell to how it counts in left − right. */
    private final Map<String, Integer> cells = new LinkedHashMap<>();

    private final List<String> members = new ArrayList<>();
    private final Relation relation;
    private BigDecimal left = BigDecimal.ZERO;
    private BigDecimal right = BigDecimal.ZERO;
    private BigDecimal tolerance = BigDecimal.ZERO;
    private Verdict verdict;
    private String note;
    private Finding.Typed typed;

    private Check(Tables tables, Relation relation) {
        this.tables = tables;
        this.relation = relation;
    }

    static Check equal(Tables tables) {
        return new Check(tables, Relation.EQUAL);
    }

    static Check atLeast(Tables tables) {
        return new Check(tables, Relation.AT_LEAST);
    }

    static Check atMost(Tables tables) {
        return new Check(tables, Relation.AT_MOST);
    }

    /** A verdict on a cell, a table or a text, without a comparison. */
    static Check verdict(Tables tables, Verdict verdict, String of) {
        Check check = new Check(tables, Relation.EQUAL);
        check.verdict = verdict;
        check.left = tables.cell(of);
        check.right = null;
        check.cells.put(of, 1);
        return check;
    }

    Check left(List<String> paths) {
        paths.forEach(path -> left = plus(left, read(path, 1), 1));
        return this;
    }

    Check left(String path) {
        return left(List.of(path));
    }

    Check right(List<String> paths) {
        paths.forEach(path -> right = plus(right, read(path, -1), 1));
        return this;
    }

    Check right(String path) {
        return right(List.of(path));
    }

    Check minus(String path) {
        right = plus(right, read(path, 1), -1);
        return this;
    }

    Check times(BigDecimal factor) {
        right = right == null ? null : right.multiply(factor).stripTrailingZeros();
        return this;
    }

    /** What a verdict that was come to otherwise has on its other side. */
    Check beside(String path) {
        right = read(path, -1);
        return this;
    }

    Check right(BigDecimal value) {
        right = value;
        return this;
    }

    Check within(BigDecimal allowed) {
        tolerance = allowed;
        return this;
    }

    /** A body that came (+1) or went (−1) with an amount of its own, unknown where null. */
    Check member(String name, Long amount, int sign) {
        right = plus(right, amount == null ? null : BigDecimal.valueOf(amount), sign);
        members.add((sign > 0 ? "+ " : "− ") + name + (amount == null ? "" : " " + amount));
        return this;
    }

    Check note(String text) {
        note = text;
        return this;
    }

    /** Says one thing more. */
    void add(String text) {
        note = note == null ? text : note + "；" + text;
    }

    /** Two sides and a verdict that were come to elsewhere; a side may be null. */
    Check sides(BigDecimal leftSide, BigDecimal rightSide, List<String> paths) {
        left = leftSide;
        right = rightSide;
        paths.forEach(path -> cells.putIfAbsent(path, 0));
        return this;
    }

    Check typed(Finding.Typed where) {
        typed = where;
        return this;
    }

    /** Not looked at, whatever the sides are. */
    Check unless(boolean assessable) {
        if (!assessable) {
            verdict = Verdict.NOT_ASSESSABLE;
        }
        return this;
    }

    private BigDecimal read(String path, int sign) {
        cells.merge(path, sign, Integer::sum);
        return tables.cell(path);
    }

    private static BigDecimal plus(BigDecimal sum, BigDecimal value, int sign) {
        return sum == null || value == null ? null : sum.add(sign > 0 ? value : value.negate());
    }

    Verdict verdict() {
        if (verdict != null) {
            return verdict;
        }
        if (left == null || right == null) {
            return Verdict.NOT_ASSESSABLE;
        }
        BigDecimal delta = left.subtract(right);
        boolean holds = switch (relation) {
            case EQUAL -> delta.abs().compareTo(tolerance) <= 0;
            case AT_LEAST -> delta.signum() >= 0;
            case AT_MOST -> delta.signum() <= 0;
        };
        return holds ? Verdict.HOLDS : Verdict.BROKEN;
    }

    /** How much a cell counts in left − right; 0 where it is none of the check's. */
    int weight(String cell) {
        return cells.getOrDefault(cell, 0);
    }

    /** The cells that it speaks of. */
    List<String> cells() {
        return List.copyOf(cells.keySet());
    }

    /** Left − right; only where both are known. */
    BigDecimal delta() {
        return left.subtract(right);
    }

    Finding finding(String rule, String citation, Severity severity) {
        return new Finding(
                rule,
                citation,
                severity,
                verdict(),
                quantity(left),
                quantity(right),
                left == null || right == null ? null : quantity(left.subtract(right)),
                cells(),
                members.isEmpty() ? null : List.copyOf(members),
                note,
                null,
                typed);
    }

    /** Amounts and percentages as decimal strings, counts as numbers; a count that is no whole number as it came. */
    private Quantity quantity(BigDecimal value) {
        if (value == null) {
            return null;
        }
        boolean decimal = value.stripTrailingZeros().scale() > 0
                || cells.keySet().stream().anyMatch(cell -> cell.endsWith(".AMOUNT_WAN") || cell.startsWith("shares."));
        return new Quantity(value, decimal ? Quantity.Writing.WAN : Quantity.Writing.COUNT);
    }
}
