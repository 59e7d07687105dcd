package org.gongkai.report.edition;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gongkai.report.figure.Figure;
import org.gongkai.report.figure.Figures;

/**
 * A figure as an edition keeps it.
 *
 * @param value as printed
 * @param cells the counted cells that it stands on; null where it is one itself
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record FrozenFigure(String value, List<String> cells) {

    /** Every figure by its path. */
    static Map<String, FrozenFigure> all(Figures figures) {
        Map<String, FrozenFigure> all = new LinkedHashMap<>();
        figures.all().forEach(figure -> all.put(figure.path(), of(figure)));
        return all;
    }

    private static FrozenFigure of(Figure figure) {
        boolean counted = figure.cells().equals(List.of(figure.path()));
        return new FrozenFigure(figure.print(), counted ? null : figure.cells());
    }
}
