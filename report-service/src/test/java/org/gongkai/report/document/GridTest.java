package org.gongkai.report.document;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.gongkai.report.figure.Figures;
import org.gongkai.report.form.Form;
import org.gongkai.report.form.Forms;
import org.gongkai.report.report.ReportFixtures;
import org.gongkai.report.statement.StatementFixtures;
import org.junit.jupiter.api.Test;

class GridTest {

    private static final Form FORM = Forms.FORM_2021;
    private static final Figures FIGURES = Figures.of(FORM, StatementFixtures.qingyang());

    private final List<Grid> grids = List.of(
            ProactiveGrid.of(FORM.proactive(), FIGURES),
            ApplicationsGrid.of(FORM.applications(), FIGURES),
            DisputesGrid.of(FORM.disputes(), FIGURES));

    @Test
    void every_place_of_a_table_is_covered_once() {
        for (Grid grid : grids) {
            int rows = grid.head().size() + grid.body().size();
            int[][] covered = new int[rows][grid.columns().size()];
            for (Grid.Placed placed : grid.placed()) {
                for (int row = 0; row < placed.cell().rows(); row++) {
                    for (int column = 0; column < placed.cell().columns(); column++) {
                        covered[placed.row() + row][placed.column() + column]++;
                    }
                }
            }
            for (int[] row : covered) {
                for (int times : row) {
                    assertEquals(1, times, grid.kind());
                }
            }
        }
    }

    @Test
    void a_group_of_rows_has_its_numeral_on_a_line_of_its_own_and_only_long_headings_of_one_column_are_in_pairs() {
        List<Grid.Cell> headings = grids.get(1).placed().stream()
                .map(Grid.Placed::cell)
                .filter(cell -> cell.heading() != null)
                .toList();

        assertEquals(
                List.of("（三） 不予公开", "（四） 无法提供", "（五） 不予处理", "（六） 其他处理"),
                headings.stream()
                        .map(Grid.Cell::lines)
                        .filter(lines -> lines.size() > 1)
                        .map(lines -> String.join(" ", lines))
                        .toList());
        assertEquals(
                List.of("商业企业", "科研机构", "社会公益组织", "法律服务机构"),
                headings.stream()
                        .filter(Grid.Cell::inPairs)
                        .map(Grid.Cell::text)
                        .toList());
    }

    @Test
    void every_cell_of_the_form_is_a_figure_of_a_table_and_says_which() {
        Map<String, String> figures = grids.stream()
                .flatMap(grid -> grid.placed().stream())
                .map(Grid.Placed::cell)
                .filter(cell -> cell.figure() != null)
                .collect(Collectors.toMap(Grid.Cell::figure, Grid.Cell::text));

        assertEquals(ReportFixtures.printed(ReportFixtures.qingyang()), figures);
    }
}
