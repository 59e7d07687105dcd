package org.gongkai.report.document;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.gongkai.report.document.Grid.Cell;
import org.gongkai.report.figure.Figures;
import org.gongkai.report.form.Form;

/** Table three: 25 rows in parts and groups, seven columns, 法人或其他组织 over five of them. */
final class ApplicationsGrid {

    private static final int LABELS = 3;
    private static final String ALL_COLUMNS = "申请人情况";

    private final Form.ApplicationsTable table;
    private final Figures figures;

    private ApplicationsGrid(Form.ApplicationsTable table, Figures figures) {
        this.table = table;
        this.figures = figures;
    }

    static Grid of(Form.ApplicationsTable table, Figures figures) {
        ApplicationsGrid grid = new ApplicationsGrid(table, figures);
        List<String> columns = new ArrayList<>(List.of("part", "group", "label"));
        columns.addAll(Grid.figures(table.columns().size()));
        return new Grid("收到和处理政府信息公开申请情况", "applications", columns, grid.head(), grid.body());
    }

    private List<List<Cell>> head() {
        Grid.Rows rows = new Grid.Rows();
        List<Cell> first = rows.next();
        first.add(Cell.heading("col", table.note(), 3, LABELS).at(0));
        first.add(Cell.heading("colgroup", ALL_COLUMNS, 1, table.columns().size()));
        List<Cell> second = rows.next();
        List<Cell> third = rows.next();
        Map<String, Integer> groups = new LinkedHashMap<>();
        table.columns().forEach(column -> groups.merge(Objects.toString(column.group(), ""), 1, Integer::sum));
        String last = null;
        for (Form.Column column : table.columns()) {
            if (column.group() == null) {
                second.add(Cell.heading("col", column.label(), 2, 1));
            } else {
                if (!column.group().equals(last)) {
                    second.add(Cell.heading("colgroup", column.group(), 1, groups.get(column.group())));
                }
                third.add(Cell.heading("col", column.label(), 1, 1));
            }
            last = column.group();
        }
        return rows.all();
    }

    private List<List<Cell>> body() {
        Grid.Rows rows = new Grid.Rows();
        String part = null;
        String group = null;
        for (Form.Row line : table.rows()) {
            List<Cell> row = rows.next();
            if (line.part() != null && !line.part().equals(part)) {
                row.add(Cell.heading("rowgroup", line.part(), count(line.part(), null), 1)
                        .at(0));
            }
            if (line.group() != null && !line.group().equals(group)) {
                row.add(Cell.heading("rowgroup", line.group(), count(line.part(), line.group()), 1)
                        .at(1));
            }
            int before = (line.part() == null ? 0 : 1) + (line.group() == null ? 0 : 1);
            row.add(Cell.heading("row", line.label(), 1, LABELS - before).at(before));
            table.columns()
                    .forEach(column ->
                            row.add(Cell.figure(figures, "applications." + line.code() + "." + column.code(), 1)));
            part = line.part();
            group = line.group();
        }
        return rows.all();
    }

    private int count(String part, String group) {
        return (int) table.rows().stream()
                .filter(row -> part.equals(row.part()) && (group == null || group.equals(row.group())))
                .count();
    }
}
