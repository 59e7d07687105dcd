package org.gongkai.report.figure;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;

/** Where figures are written down, one after the other; what stands on an absent figure is absent. */
final class FigureSheet {

    static final String PERCENT = "%";

    private final Map<String, Figure> byPath = new LinkedHashMap<>();

    void cell(String path, Quantity quantity, String unit) {
        byPath.put(path, new Figure(path, quantity, unit, List.of(path)));
    }

    void sum(String path, String unit, List<String> parts) {
        BigDecimal sum = BigDecimal.ZERO;
        Set<String> cells = new LinkedHashSet<>();
        for (String part : parts) {
            Figure figure = byPath.get(part);
            if (figure == null) {
                return;
            }
            sum = sum.add(figure.quantity().value());
            cells.addAll(figure.cells());
        }
        byPath.put(path, new Figure(path, Quantity.count(sum.longValueExact()), unit, List.copyOf(cells)));
    }

    void difference(String path, String unit, String whole, String part) {
        Figure above = byPath.get(whole);
        Figure below = byPath.get(part);
        BigDecimal difference =
                above.quantity().value().subtract(below.quantity().value());
        Set<String> cells = new LinkedHashSet<>(above.cells());
        cells.addAll(below.cells());
        byPath.put(path, new Figure(path, Quantity.count(difference.longValueExact()), unit, List.copyOf(cells)));
    }

    void percent(String path, String part, String base) {
        ratio(path, part, base, Quantity::percent);
    }

    void rate(String path, String part, String base) {
        ratio(path, part, base, Quantity::rate);
    }

    /** (now − before) / before. */
    void change(String path, String now, String before) {
        ratio(path, now, before, (part, base) -> Quantity.percent(part.subtract(base), base));
    }

    /** The same without its sign. */
    void magnitude(String path, String of) {
        Figure figure = byPath.get(of);
        if (figure != null) {
            Quantity quantity = figure.quantity();
            byPath.put(
                    path,
                    new Figure(
                            path,
                            new Quantity(quantity.value().abs(), quantity.writing()),
                            figure.unit(),
                            figure.cells()));
        }
    }

    private void ratio(String path, String part, String base, BiFunction<BigDecimal, BigDecimal, Quantity> division) {
        Figure above = byPath.get(part);
        Figure below = byPath.get(base);
        if (above == null || below == null || below.sign() == 0) {
            return;
        }
        List<String> cells = new ArrayList<>(above.cells());
        cells.addAll(below.cells());
        Quantity quantity =
                division.apply(above.quantity().value(), below.quantity().value());
        byPath.put(
                path,
                new Figure(path, quantity, PERCENT, cells.stream().distinct().toList()));
    }

    Map<String, Figure> byPath() {
        return byPath;
    }
}
