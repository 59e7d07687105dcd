package org.gongkai.report.figure;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Where figures are written down that stand beside those of the sets of counts; what stands on an absent one is absent. */
final class FigureSheet {

    static final String PERCENT = "%";

    private final Map<String, Figure> byPath = new LinkedHashMap<>();
    private final Function<String, Optional<Figure>> counted;

    /** @param counted finds figures of the sets of counts by their path */
    FigureSheet(Function<String, Optional<Figure>> counted) {
        this.counted = counted;
    }

    void cell(String path, Quantity quantity, String unit) {
        byPath.put(path, new Figure(path, quantity, unit, List.of(path)));
    }

    void percent(String path, String part, String base) {
        ratio(path, part, base, Quantity::percent);
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
        Figure above = counted.apply(part).orElse(null);
        Figure below = counted.apply(base).orElse(null);
        if (above == null || below == null || below.sign() == 0) {
            return;
        }
        Set<String> cells = new LinkedHashSet<>(above.cells());
        cells.addAll(below.cells());
        Quantity quantity =
                division.apply(above.quantity().value(), below.quantity().value());
        byPath.put(path, new Figure(path, quantity, PERCENT, List.copyOf(cells)));
    }

    Map<String, Figure> byPath() {
        return byPath;
    }
}
