package org.gongkai.statistics.drilldown;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.gongkai.statistics.counting.Kind;
import org.gongkai.statistics.counting.Measure;
import org.gongkai.statistics.fact.ApplicantType;
import org.gongkai.statistics.fact.DecisionKind;
import org.gongkai.statistics.fact.DisputeKind;
import org.gongkai.statistics.fact.DocumentKind;
import org.gongkai.statistics.fact.Indicator;
import org.gongkai.statistics.fact.Outcome;
import org.junit.jupiter.api.Test;

class FiguresTest {

    @Test
    void the_rows_of_all_tables_are_distinct_so_that_a_row_says_which_table_is_meant() {
        List<String> rows = Stream.of(
                        List.of("NEW_RECEIVED", "CARRIED_IN", "RESULT_TOTAL", "CARRIED_OUT"),
                        names(Outcome.values()),
                        List.of("REFUSED", "UNABLE", "NOT_HANDLED", "OTHER_HANDLING"),
                        names(DocumentKind.values()),
                        names(DecisionKind.values()),
                        List.of("FEES"),
                        names(DisputeKind.values()),
                        List.of("PUBLICATIONS"),
                        names(Indicator.values()),
                        List.of("PROCESSING_FEES"))
                .flatMap(List::stream)
                .toList();

        assertEquals(rows.size(), Figures.all().size());
        assertEquals(
                rows.stream().sorted().toList(),
                Figures.all().keySet().stream().sorted().toList());
    }

    @Test
    void a_kind_of_cell_goes_into_a_figure_at_most_once() {
        for (Map.Entry<String, Map<String, Figure>> row : Figures.all().entrySet()) {
            row.getValue().forEach((column, figure) -> {
                for (Term term : figure.terms()) {
                    String category = term.category() == null ? "ANY" : term.category() + "X";
                    Kind kind = new Kind(term.measure(), category, "ANY");
                    assertTrue(
                            figure.terms().stream()
                                            .filter(other -> other.holds(kind))
                                            .count()
                                    <= 1,
                            row.getKey() + " " + column);
                }
            });
        }
    }

    @Test
    void a_stock_takes_off_what_is_closed_and_a_flow_counts_the_year_alone() {
        Kind received = new Kind(Measure.RECEIVED, "FAX", "OTHER_ORG");
        Kind decided = new Kind(Measure.DECIDED, "OTHER_MISC", "OTHER_ORG");
        Figure carriedIn = figure("CARRIED_IN", "OTHER_ORG");
        assertEquals(List.of(1, 0, -1, 0), weights(carriedIn, received, decided));
        assertEquals(List.of(1, 1, -1, -1), weights(figure("CARRIED_OUT", "TOTAL"), received, decided));
        assertEquals(List.of(0, 1, 0, 0), weights(figure("NEW_RECEIVED", "TOTAL"), received, decided));
        assertEquals(List.of(0, 0, 0, 1), weights(figure("OTHER_HANDLING", "OTHER_ORG"), received, decided));
        assertEquals(
                List.of(0, 0, 0, 0),
                weights(figure("CARRIED_OUT", ApplicantType.NATURAL_PERSON.name()), received, decided));
        Kind filed = new Kind(Measure.DISPUTES_FILED, "REVIEW", "-");
        Kind concluded = new Kind(Measure.DISPUTES_CONCLUDED, "REVIEW.UPHELD", "-");
        assertEquals(List.of(1, 1, -1, 0), weights(figure("REVIEW", "TOTAL"), filed, concluded));
        assertEquals(List.of(1, 1, -1, -1), weights(figure("REVIEW", "PENDING"), filed, concluded));
        assertEquals(List.of(0, 0, 0, 0), weights(figure("LITIGATION_DIRECT", "PENDING"), filed, concluded));
    }

    private static List<Integer> weights(Figure figure, Kind one, Kind other) {
        return List.of(figure.before(one), figure.within(one), figure.before(other), figure.within(other));
    }

    private static Figure figure(String row, String column) {
        return Figures.all().get(row).get(column);
    }

    private static List<String> names(Enum<?>[] values) {
        return Arrays.stream(values).map(Enum::name).toList();
    }
}
