package org.gongkai.report.sheet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.util.AreaReference;
import org.apache.poi.ss.util.CellReference;

/** In which cell of which sheet each figure stands, and formulas that speak of them. */
final class Places {

    private static final int ADDED_ONE_BY_ONE = 2;

    private final Map<String, CellReference> byPath = new HashMap<>();

    void put(String path, String sheet, int row, int column) {
        byPath.put(path, new CellReference(sheet, row, column, false, false));
    }

    CellReference get(String path) {
        CellReference place = byPath.get(path);
        if (place == null) {
            throw new IllegalArgumentException("no cell of " + path);
        }
        return place;
    }

    /** {@code 三 申请!K27}, as people say it; null where the figure stands in no cell. */
    String said(String path) {
        CellReference place = byPath.get(path);
        return place == null
                ? null
                : place.getSheetName() + "!" + new CellReference(place.getRow(), place.getCol()).formatAsString();
    }

    /** The sum of these figures as a formula, on a sheet; the cells of a row or a column together: {@code SUM(D6:D26)}. */
    String sum(List<String> paths, String onSheet) {
        List<CellReference> cells = paths.stream().map(this::get).toList();
        if (cells.size() <= ADDED_ONE_BY_ONE) {
            return String.join(
                    "+",
                    cells.stream().map(cell -> written(cell, cell, onSheet)).toList());
        }
        List<String> areas = new ArrayList<>();
        CellReference first = cells.get(0);
        CellReference last = first;
        for (CellReference cell : cells.subList(1, cells.size())) {
            if (!follows(first, last, cell)) {
                areas.add(written(first, last, onSheet));
                first = cell;
            }
            last = cell;
        }
        areas.add(written(first, last, onSheet));
        return "SUM(" + String.join(",", areas) + ")";
    }

    private static boolean follows(CellReference first, CellReference last, CellReference next) {
        if (!first.getSheetName().equals(next.getSheetName())) {
            return false;
        }
        boolean down = first.getCol() == next.getCol() && next.getRow() == last.getRow() + 1;
        boolean along = first.getRow() == next.getRow() && next.getCol() == last.getCol() + 1;
        return down || along;
    }

    private static String written(CellReference first, CellReference last, String onSheet) {
        String sheet = first.getSheetName().equals(onSheet) ? null : first.getSheetName();
        CellReference from = new CellReference(sheet, first.getRow(), first.getCol(), false, false);
        if (first.equals(last)) {
            return from.formatAsString();
        }
        CellReference to = new CellReference(sheet, last.getRow(), last.getCol(), false, false);
        return new AreaReference(from, to, SpreadsheetVersion.EXCEL2007).formatAsString();
    }
}
