package org.gongkai.statistics.drilldown;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.gongkai.statistics.counting.Cell;
import org.gongkai.statistics.counting.Measure;
import org.gongkai.statistics.fact.ApplicantType;
import org.gongkai.statistics.fact.DecisionKind;
import org.gongkai.statistics.fact.DisputeConcluded;
import org.gongkai.statistics.fact.DisputeKind;
import org.gongkai.statistics.fact.DisputeResult;
import org.gongkai.statistics.fact.DocumentKind;
import org.gongkai.statistics.fact.Indicator;
import org.gongkai.statistics.fact.Outcome;
import org.gongkai.statistics.fact.PublicationChannel;

/**
 * Every figure of a statement that facts stand behind, by row and column. Codes of rows are distinct over all tables, so the
 * row says which table is meant.
 */
final class Figures {

    private static final String TOTAL = "TOTAL";
    private static final String AMOUNT = "AMOUNT";

    /** Groups of outcomes: the headings of the form under which several rows stand (codes.json, {@code group}). */
    private static final Map<String, String> GROUPS = new TreeMap<>(Map.of(
            "REFUSED", "REFUSED_",
            "UNABLE", "UNABLE_",
            "NOT_HANDLED", "NOT_HANDLED_",
            "OTHER_HANDLING", "OTHER_"));

    private static final Map<String, Map<String, Figure>> ROWS = rows();

    private Figures() {}

    /** Row to column to figure. */
    static Map<String, Map<String, Figure>> all() {
        return ROWS;
    }

    private static Map<String, Map<String, Figure>> rows() {
        Map<String, Map<String, Figure>> rows = new LinkedHashMap<>();
        applications(rows);
        proactive(rows);
        disputes(rows);
        publications(rows);
        for (Indicator indicator : Indicator.values()) {
            Figure value = Figure.counted(Term.within(Measure.INDICATOR, indicator.name()));
            rows.put(
                    indicator.name(),
                    Map.of("VALUE", indicator.rollup() == Indicator.Rollup.SUM ? value : value.ofTheHead()));
        }
        rows.put(
                "PROCESSING_FEES",
                ordered(
                        "CASES",
                        Figure.counted(Term.within(Measure.PROCESSING_FEE_CASES, Cell.NO_CATEGORY)),
                        AMOUNT,
                        Figure.counted(Term.within(Measure.PROCESSING_FEE_FEN, Cell.NO_CATEGORY))
                                .ofMoney()));
        return Collections.unmodifiableMap(rows);
    }

    private static void applications(Map<String, Map<String, Figure>> rows) {
        Term received = Term.within(Measure.RECEIVED, null);
        rows.put("NEW_RECEIVED", byType(false, received));
        rows.put(
                "CARRIED_IN",
                byType(
                        true,
                        new Term(Measure.RECEIVED, null, null, 1, 0),
                        new Term(Measure.DECIDED, null, null, -1, 0)));
        for (Outcome outcome : Outcome.values()) {
            rows.put(outcome.name(), byType(false, Term.within(Measure.DECIDED, outcome.name())));
        }
        GROUPS.forEach((group, prefix) -> rows.put(group, byType(false, Term.within(Measure.DECIDED, prefix))));
        rows.put("RESULT_TOTAL", byType(false, Term.within(Measure.DECIDED, null)));
        rows.put(
                "CARRIED_OUT",
                byType(
                        true,
                        new Term(Measure.RECEIVED, null, null, 1, 1),
                        new Term(Measure.DECIDED, null, null, -1, -1)));
    }

    private static Map<String, Figure> byType(boolean derived, Term... terms) {
        Map<String, Figure> columns = new LinkedHashMap<>();
        Stream.concat(Arrays.stream(ApplicantType.values()).map(Enum::name), Stream.of(TOTAL))
                .forEach(column -> {
                    String type = column.equals(TOTAL) ? null : column;
                    Term[] ofType =
                            Arrays.stream(terms).map(term -> term.of(type)).toArray(Term[]::new);
                    columns.put(column, derived ? Figure.stock(ofType) : Figure.counted(ofType));
                });
        return Collections.unmodifiableMap(columns);
    }

    private static void proactive(Map<String, Map<String, Figure>> rows) {
        for (DocumentKind kind : DocumentKind.values()) {
            rows.put(
                    kind.name(),
                    ordered(
                            "ISSUED", Figure.counted(Term.within(Measure.DOCUMENTS_ISSUED, kind.name())),
                            "ABOLISHED", Figure.counted(Term.within(Measure.DOCUMENTS_ENDED, kind.name())),
                            "IN_FORCE",
                                    Figure.stock(
                                            new Term(Measure.DOCUMENTS_ISSUED, kind.name(), null, 1, 1),
                                            new Term(Measure.DOCUMENTS_ENDED, kind.name(), null, -1, -1))));
        }
        for (DecisionKind kind : DecisionKind.values()) {
            rows.put(
                    kind.name(),
                    Map.of("DECISIONS", Figure.counted(Term.within(Measure.ADMINISTRATIVE_DECISIONS, kind.name()))));
        }
        rows.put(
                "FEES",
                Map.of(
                        AMOUNT,
                        Figure.counted(Term.within(Measure.ADMINISTRATIVE_FEES_FEN, Cell.NO_CATEGORY))
                                .ofMoney()));
    }

    private static void disputes(Map<String, Map<String, Figure>> rows) {
        for (DisputeKind kind : DisputeKind.values()) {
            Term filed = new Term(Measure.DISPUTES_FILED, kind.name(), null, 1, 1);
            Term reopened = new Term(Measure.DISPUTES_REOPENED, kind.name(), null, 1, 1);
            String concluded = kind.name() + ".";
            Map<String, Figure> columns = new LinkedHashMap<>();
            for (DisputeResult result : DisputeResult.values()) {
                columns.put(
                        result.name(),
                        Figure.counted(
                                Term.within(Measure.DISPUTES_CONCLUDED, DisputeConcluded.category(kind, result))));
            }
            columns.put(
                    "PENDING",
                    Figure.stock(filed, reopened, new Term(Measure.DISPUTES_CONCLUDED, concluded, null, -1, -1)));
            columns.put(
                    TOTAL, Figure.stock(filed, reopened, new Term(Measure.DISPUTES_CONCLUDED, concluded, null, -1, 0)));
            rows.put(kind.name(), Collections.unmodifiableMap(columns));
        }
    }

    private static void publications(Map<String, Map<String, Figure>> rows) {
        Map<String, Figure> columns = new LinkedHashMap<>();
        columns.put("ITEMS", Figure.counted(Term.within(Measure.ITEMS, Cell.NO_CATEGORY)));
        for (PublicationChannel channel : PublicationChannel.values()) {
            columns.put(channel.name(), Figure.counted(Term.within(Measure.PUBLICATIONS, channel.name())));
        }
        rows.put("PUBLICATIONS", Collections.unmodifiableMap(columns));
    }

    private static Map<String, Figure> ordered(Object... columns) {
        Map<String, Figure> ordered = new LinkedHashMap<>();
        List<Object> pairs = List.of(columns);
        for (int i = 0; i < pairs.size(); i += 2) {
            ordered.put((String) pairs.get(i), (Figure) pairs.get(i + 1));
        }
        return Collections.unmodifiableMap(ordered);
    }
}
