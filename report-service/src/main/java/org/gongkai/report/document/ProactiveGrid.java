package org.gongkai.report.document;

import java.util.List;
import org.gongkai.report.document.Grid.Cell;
import org.gongkai.report.figure.Figures;
import org.gongkai.report.form.ProactiveTable;

/** Table two: the clauses of Article 20 below each other, each with its own columns across the same width. */
final class ProactiveGrid {

    private ProactiveGrid() {}

    static Grid of(ProactiveTable table, Figures figures) {
        int widest = table.clauses().stream()
                .mapToInt(clause -> clause.columns().size())
                .max()
                .orElse(1);
        Grid.Rows rows = new Grid.Rows();
        for (ProactiveTable.Clause clause : table.clauses()) {
            int span = widest / clause.columns().size();
            rows.next().add(Cell.heading("colgroup", clause.title(), 1, widest + 1));
            List<Cell> headings = rows.next();
            headings.add(Cell.heading("col", table.rowHeading(), 1, 1));
            clause.columns().forEach(column -> headings.add(Cell.heading("col", column.label(), 1, span)));
            for (ProactiveTable.Matter matter : clause.rows()) {
                List<Cell> row = rows.next();
                row.add(Cell.heading("row", matter.label(), 1, 1));
                clause.columns()
                        .forEach(column -> row.add(
                                Cell.figure(figures, "proactive." + matter.code() + "." + column.code(), span)));
            }
        }
        return new Grid("主动公开政府信息情况", "proactive", Grid.figures(widest + 1), List.of(), rows.all());
    }
}
