package org.gongkai.report.sheet;

import java.util.ArrayList;
import java.util.List;
import org.gongkai.report.document.Grid;
import org.gongkai.report.figure.Figures;
import org.gongkai.report.figure.Quantity;

/** A table of the form on a sheet of its own, laid out as the form is, its totals as formulas. */
final class GridSheet {

    private static final int ABOVE = 2;

    private final SheetWriter sheet;
    private final Grid grid;
    private final Figures figures;
    private final Totals totals;
    private final Places places;

    GridSheet(SheetWriter sheet, Grid grid, Figures figures, Totals totals, Places places) {
        this.sheet = sheet;
        this.grid = grid;
        this.figures = figures;
        this.totals = totals;
        this.places = places;
    }

    void write(String title, String report) {
        List<Grid.Placed> cells = grid.placed();
        sheet.widths(widths());
        sheet.onePage();
        sheet.text(0, 0, 1, grid.columns().size(), title, Styles.Look.TITLE);
        sheet.text(1, 0, 1, grid.columns().size(), report, Styles.Look.NOTE);
        cells.stream()
                .filter(placed -> placed.cell().figure() != null)
                .forEach(placed ->
                        places.put(placed.cell().figure(), sheet.name(), placed.row() + ABOVE, placed.column()));
        cells.forEach(this::write);
        int labels = cells.stream()
                .filter(placed -> placed.cell().figure() != null)
                .mapToInt(Grid.Placed::column)
                .min()
                .orElse(0);
        sheet.keepInSight(0, ABOVE + grid.head().size(), labels);
        if (labels == 0) {
            sheet.landscape();
        }
    }

    private void write(Grid.Placed placed) {
        Grid.Cell cell = placed.cell();
        int row = placed.row() + ABOVE;
        if (cell.figure() == null) {
            Styles.Look look = cell.heading().equals("row") ? Styles.Look.LABEL : Styles.Look.HEADING;
            sheet.text(row, placed.column(), cell.rows(), cell.columns(), cell.text(), look);
            return;
        }
        Quantity quantity = figures.get(cell.figure()).quantity();
        totals.partsOf(cell.figure(), figures)
                .ifPresentOrElse(
                        parts -> sheet.formula(
                                row, placed.column(), cell.columns(), places.sum(parts, sheet.name()), quantity),
                        () -> sheet.number(row, placed.column(), cell.columns(), quantity));
    }

    /** In characters, by the style of the column. */
    private List<Integer> widths() {
        List<Integer> widths = new ArrayList<>();
        for (String column : grid.columns()) {
            widths.add(
                    switch (column) {
                        case "part" -> 8;
                        case "group" -> 15;
                        case "label" -> 30;
                        default ->
                            grid.kind().equals("proactive") ? 20 : grid.kind().equals("applications") ? 7 : 9;
                    });
        }
        return widths;
    }
}
