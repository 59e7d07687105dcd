package org.gongkai.report.document;

import java.util.List;
import java.util.Objects;
import org.gongkai.report.document.Grid.Cell;
import org.gongkai.report.figure.Figures;
import org.gongkai.report.form.DisputesTable;

/** Table four: one row of 15 cells under 行政复议 and, in two blocks, 行政诉讼. */
final class DisputesGrid {

    private DisputesGrid() {}

    static Grid of(DisputesTable table, Figures figures) {
        int width = table.columns().size();
        Grid.Rows head = new Grid.Rows();
        List<Cell> groups = head.next();
        List<Cell> blocks = head.next();
        List<Cell> results = head.next();
        List<Cell> cells = new Grid.Rows().next();
        String last = null;
        for (DisputesTable.Block block : table.blocks()) {
            boolean grouped = block.group() != null;
            if (!grouped) {
                groups.add(Cell.heading("colgroup", block.label(), 2, width));
            } else {
                if (!block.group().equals(last)) {
                    long together = table.blocks().stream()
                            .filter(other -> Objects.equals(other.group(), block.group()))
                            .count();
                    groups.add(Cell.heading("colgroup", block.group(), 1, width * (int) together));
                }
                blocks.add(Cell.heading("colgroup", block.label(), 1, width));
            }
            last = block.group();
            for (DisputesTable.Result result : table.columns()) {
                results.add(Cell.heading("col", result.label(), 1, 1));
                cells.add(Cell.figure(figures, "disputes." + block.code() + "." + result.code(), 1));
            }
        }
        return new Grid("政府信息公开行政复议、行政诉讼情况", "disputes", Grid.figures(cells.size()), head.all(), List.of(cells));
    }
}
