package org.gongkai.report.check.typed;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.gongkai.report.figure.Figures;

/** The figures that the report counts. A name is a path, or paths with + between them. */
final class Known {

    static final String WAN = ".AMOUNT_WAN";

    private static final String MONTHS = "months.";
    private static final int ZEROS_OF_WAN = 4;
    private static final Pattern PLUS = Pattern.compile("\\+");
    /** Before figures of other bodies and of parts of the year. */
    private static final List<String> OF_OTHERS = List.of(Figures.PREVIOUS, Figures.OWN, "levels.", MONTHS);

    private static final BigDecimal NEAR = new BigDecimal("0.1");
    private static final int MOST_NEAR = 3;
    private static final int LONG = 4;

    private final Map<String, BigDecimal> cells;
    private final Collection<Map<String, BigDecimal>> ofOthers;
    private List<String> own;

    /** @param ofOthers cells of each body right below, named like those of the report */
    Known(Map<String, BigDecimal> cells, Collection<Map<String, BigDecimal>> ofOthers) {
        this.cells = cells;
        this.ofOthers = ofOthers;
    }

    /** The value in the unit of typed figures: money in yuan; empty where one of the paths is not known. */
    Optional<BigDecimal> value(String name) {
        BigDecimal sum = BigDecimal.ZERO;
        for (String path : PLUS.split(name)) {
            BigDecimal cell = cells.get(path);
            if (cell == null) {
                return Optional.empty();
            }
            sum = sum.add(inUnitOfTyped(path, cell));
        }
        return Optional.of(sum);
    }

    private static BigDecimal inUnitOfTyped(String path, BigDecimal cell) {
        return path.endsWith(WAN) ? cell.scaleByPowerOfTen(ZEROS_OF_WAN) : cell;
    }

    /** A typed value in the unit in which the report has the figure of that name: 万元 for fees. */
    static BigDecimal asNamed(String name, BigDecimal value) {
        return name.endsWith(WAN) ? value.movePointLeft(ZEROS_OF_WAN).stripTrailingZeros() : value;
    }

    /** The same for the year before. */
    static String before(String name) {
        return Figures.PREVIOUS + name.replace("+", "+" + Figures.PREVIOUS);
    }

    /** Whether the figure of that name is what was typed; fees are known to the yuan. */
    boolean is(TypedFigure typed, String name) {
        return value(name)
                .map(known -> {
                    boolean toTheYuan = name.endsWith(WAN) && typed.step().compareTo(BigDecimal.ONE) < 0;
                    return toTheYuan
                            ? typed.value().subtract(known).abs().compareTo(BigDecimal.ONE) < 0
                            : typed.is(known);
                })
                .orElse(false);
    }

    /** Whether any figure of the report, of whatever body or year, is what was typed; of months almost any small one is. */
    boolean isAny(TypedFigure typed) {
        return isAny(typed, cells) || ofOthers.stream().anyMatch(other -> isAny(typed, other));
    }

    private static boolean isAny(TypedFigure typed, Map<String, BigDecimal> cells) {
        // 60,000 cells where a report has many subordinates: the value is compared first, it costs least
        return cells.entrySet().stream()
                .anyMatch(cell ->
                        typed.is(inUnitOfTyped(cell.getKey(), cell.getValue()).abs())
                                && Kind.of(cell.getKey()) == typed.kind()
                                && !cell.getKey().startsWith(MONTHS));
    }

    /** Paths of the report's own figures that are near, nearest first. */
    List<String> near(TypedFigure typed) {
        return own(typed)
                .filter(path ->
                        distance(typed, path).compareTo(typed.value().abs().multiply(NEAR)) <= 0)
                .sorted(Comparator.<String, BigDecimal>comparing(path -> distance(typed, path))
                        .thenComparing(Comparator.naturalOrder()))
                .limit(MOST_NEAR)
                .toList();
    }

    /** The first path of the report's own figures that is one slip of the hand away: a digit other, or two changed about. */
    Optional<String> slip(TypedFigure typed) {
        String digits = digits(typed.value());
        return digits.length() < LONG || typed.kind() == Kind.PERCENT
                ? Optional.empty()
                : own(typed)
                        .filter(path -> isSlip(digits, digits(value(path).orElseThrow())))
                        .findFirst();
    }

    private Stream<String> own(TypedFigure typed) {
        if (own == null) {
            own = cells.keySet().stream()
                    .filter(path -> OF_OTHERS.stream().noneMatch(path::startsWith))
                    .sorted()
                    .toList();
        }
        return own.stream().filter(path -> Kind.of(path) == typed.kind());
    }

    private BigDecimal distance(TypedFigure typed, String path) {
        return value(path).orElseThrow().abs().subtract(typed.value().abs()).abs();
    }

    private static String digits(BigDecimal value) {
        return value.abs().stripTrailingZeros().toPlainString().replace(".", "");
    }

    private static boolean isSlip(String one, String other) {
        if (one.length() != other.length()) {
            return false;
        }
        List<Integer> differing = new ArrayList<>();
        for (int i = 0; i < one.length(); i++) {
            if (one.charAt(i) != other.charAt(i)) {
                differing.add(i);
            }
        }
        if (differing.size() == 1) {
            return true;
        }
        if (differing.size() != 2) {
            return false;
        }
        int first = differing.get(0);
        int second = differing.get(1);
        return one.charAt(first) == other.charAt(second) && one.charAt(second) == other.charAt(first);
    }
}
