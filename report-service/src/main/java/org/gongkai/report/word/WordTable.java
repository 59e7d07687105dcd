package org.gongkai.report.word;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import org.gongkai.report.chart.Chart;
import org.gongkai.report.document.Grid;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTP;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTRow;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTbl;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblWidth;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTc;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTcMar;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTcPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTrPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STHeightRule;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STJcTable;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STMerge;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblLayoutType;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblWidth;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STVerticalJc;

/**
 * A table with real merged cells. Rows are written with just the cells that Word expects in them: one for each span along,
 * and under a span down one that goes on with it. All lengths are twentieths of a point.
 */
final class WordTable {

    /** Between the margins: 156 mm. */
    private static final int TEXT_WIDTH = 8844;

    private static final int PART = 660;
    private static final int GROUP = 940;
    private static final int COUNT = 664;
    private static final int CHART_LABEL = 4400;
    private static final int CHART_VALUE = 3000;
    private static final int ROW_HEIGHT = 340;

    /** A table with more columns is set in smaller type. */
    private static final int NARROW = 6;

    /** Two characters of the smaller type with the lines beside them. */
    private static final int PAIR = 404;

    /** A table with more rows may stand on two pages. */
    static final int LOW_TABLE = 20;

    private final CTTbl table;

    WordTable(CTTbl table) {
        this.table = table;
    }

    void write(Grid grid) {
        int[] widths = widths(grid);
        begin(widths, grid.caption());
        String type = widths.length > NARROW ? "Small" : "";
        int rows = grid.head().size() + grid.body().size();
        boolean low = grid.body().size() <= LOW_TABLE;
        Grid.Placed[][] owners = new Grid.Placed[rows][widths.length];
        for (Grid.Placed placed : grid.placed()) {
            for (int row = placed.row(); row < placed.row() + placed.cell().rows(); row++) {
                Arrays.fill(
                        owners[row],
                        placed.column(),
                        placed.column() + placed.cell().columns(),
                        placed);
            }
        }
        for (int row = 0; row < rows; row++) {
            CTRow line = row(row < grid.head().size());
            int column = 0;
            while (column < widths.length) {
                Grid.Placed placed = owners[row][column];
                int span = placed.cell().columns();
                cell(
                        line,
                        placed,
                        row,
                        Arrays.stream(widths, column, column + span).sum(),
                        type,
                        low && row < rows - 1);
                column += span;
            }
        }
    }

    void write(Chart chart) {
        begin(new int[] {CHART_LABEL, CHART_VALUE}, chart.title());
        for (int bar = 0; bar < chart.bars().size(); bar++) {
            CTRow row = row(false);
            boolean keep = bar < chart.bars().size() - 1;
            Chart.Bar shown = chart.bars().get(bar);
            text(plain(row, CHART_LABEL), "TableLabel", List.of(shown.name()), keep);
            text(plain(row, CHART_VALUE), "TableText", List.of(shown.print()), keep);
        }
    }

    private static int[] widths(Grid grid) {
        List<String> styles = grid.columns();
        int[] widths = new int[styles.size()];
        if (!styles.contains("label")) {
            Arrays.fill(widths, TEXT_WIDTH / styles.size());
            return widths;
        }
        int label = TEXT_WIDTH;
        for (int i = 0; i < widths.length; i++) {
            widths[i] = switch (styles.get(i)) {
                case "part" -> PART;
                case "group" -> GROUP;
                case "label" -> 0;
                default -> COUNT;
            };
            label -= widths[i];
        }
        widths[styles.indexOf("label")] = label;
        return widths;
    }

    private void begin(int[] widths, String caption) {
        CTTblPr properties = table.addNewTblPr();
        properties.addNewTblStyle().setVal("ReportTable");
        width(properties.addNewTblW(), Arrays.stream(widths).sum());
        properties.addNewJc().setVal(STJcTable.CENTER);
        properties.addNewTblLayout().setType(STTblLayoutType.FIXED);
        properties.addNewTblCaption().setVal(caption);
        var grid = table.addNewTblGrid();
        for (int width : widths) {
            grid.addNewGridCol().setW(BigInteger.valueOf(width));
        }
    }

    /** A row that is not split over two pages; one of the head is repeated on each. */
    private CTRow row(boolean head) {
        CTRow row = table.addNewTr();
        CTTrPr properties = row.addNewTrPr();
        properties.addNewCantSplit();
        var height = properties.addNewTrHeight();
        height.setVal(BigInteger.valueOf(ROW_HEIGHT));
        height.setHRule(STHeightRule.AT_LEAST);
        if (head) {
            properties.addNewTblHeader();
        }
        return row;
    }

    private static void cell(CTRow row, Grid.Placed placed, int at, int width, String type, boolean keepWithNext) {
        Grid.Cell cell = placed.cell();
        CTTc box = plain(row, width);
        CTTcPr properties = box.getTcPr();
        if (cell.columns() > 1) {
            properties.addNewGridSpan().setVal(BigInteger.valueOf(cell.columns()));
        }
        boolean begins = at == placed.row();
        if (cell.rows() > 1) {
            properties.addNewVMerge().setVal(begins ? STMerge.RESTART : STMerge.CONTINUE);
        }
        if (!type.isEmpty() && cell.inPairs()) {
            inPairs(properties.addNewTcMar(), (width - PAIR) / 2);
        }
        String style = cell.heading() == null ? "TableText" : cell.heading().equals("row") ? "TableLabel" : "TableHead";
        text(box, style + type, begins ? cell.lines() : List.of(), keepWithNext);
    }

    /** So narrow that a long heading breaks into 商业 and 企业, not into 商业企 and 业. */
    private static void inPairs(CTTcMar margins, int beside) {
        width(margins.addNewLeft(), beside);
        width(margins.addNewRight(), beside);
    }

    private static CTTc plain(CTRow row, int width) {
        CTTc cell = row.addNewTc();
        CTTcPr properties = cell.addNewTcPr();
        width(properties.addNewTcW(), width);
        properties.addNewVAlign().setVal(STVerticalJc.CENTER);
        return cell;
    }

    private static void text(CTTc cell, String style, List<String> lines, boolean keepWithNext) {
        CTP paragraph = cell.addNewP();
        var properties = paragraph.addNewPPr();
        properties.addNewPStyle().setVal(style);
        if (keepWithNext) {
            properties.addNewKeepNext();
        }
        if (!lines.isEmpty()) {
            Runs.put(paragraph, lines);
        }
    }

    private static void width(CTTblWidth width, int length) {
        width.setW(BigInteger.valueOf(length));
        width.setType(STTblWidth.DXA);
    }
}
