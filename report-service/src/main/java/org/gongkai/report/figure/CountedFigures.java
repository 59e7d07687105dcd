package org.gongkai.report.figure;

import java.math.BigDecimal;
import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gongkai.report.form.Form;
import org.gongkai.report.statement.YearCounts;

/** The figures of one set of counts: of the year, the year before, a level, a body. Their paths begin with a prefix. */
final class CountedFigures {

    private final String prefix;
    private final YearFigures named;
    private final BigDecimal[] values;

    CountedFigures(String prefix, YearCounts counts, Form form) {
        this.prefix = prefix;
        this.named = YearFigures.of(form);
        this.values = named.of(counts);
    }

    /**
     * A figure, or empty where it does not exist.
     *
     * @param path without the prefix
     */
    Optional<Figure> find(String path) {
        Integer place = named.place(path);
        return place == null || values[place] == null ? Optional.empty() : Optional.of(at(place));
    }

    /** Those that exist, in order. */
    Stream<Figure> all() {
        return places().mapToObj(this::at);
    }

    private IntStream places() {
        return IntStream.range(0, values.length).filter(place -> values[place] != null);
    }

    private Figure at(int place) {
        YearFigures.Line line = named.lines().get(place);
        return new Figure(
                prefix + line.path(),
                new Quantity(values[place], line.writing()),
                line.unit(),
                prefix.isEmpty()
                        ? line.cells()
                        : line.cells().stream().map(cell -> prefix + cell).toList());
    }

    /** Their values by path, without the prefix; a view. */
    Map<String, BigDecimal> values() {
        return new AbstractMap<>() {
            @Override
            public BigDecimal get(Object path) {
                Integer place = named.place((String) path);
                return place == null ? null : values[place];
            }

            @Override
            public boolean containsKey(Object path) {
                return get(path) != null;
            }

            @Override
            public Set<Entry<String, BigDecimal>> entrySet() {
                return new AbstractSet<>() {
                    @Override
                    public Iterator<Entry<String, BigDecimal>> iterator() {
                        return places().mapToObj(place ->
                                        Map.entry(named.lines().get(place).path(), values[place]))
                                .iterator();
                    }

                    @Override
                    public int size() {
                        return (int) places().count();
                    }
                };
            }
        };
    }
}
