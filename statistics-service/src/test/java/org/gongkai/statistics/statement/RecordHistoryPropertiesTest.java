package org.gongkai.statistics.statement;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.gongkai.statistics.counting.Cell;
import org.gongkai.statistics.counting.Measure;
import org.gongkai.statistics.counting.Tally;
import org.gongkai.statistics.fact.DecisionKind;
import org.gongkai.statistics.fact.DisputeKind;
import org.gongkai.statistics.fact.DisputeResult;
import org.gongkai.statistics.fact.DocumentKind;
import org.gongkai.statistics.fact.FactReader;
import org.gongkai.statistics.fact.PublicationChannel;
import org.gongkai.statistics.fact.Reading;
import org.gongkai.statistics.statement.RecordHistory.Dispute;
import org.gongkai.statistics.statement.RecordHistory.Instance;
import org.gongkai.statistics.testing.Facts;

/**
 * Whatever was entered, amended and taken back, in whatever order and batches its facts come: every figure of every year
 * is what the surviving records say, counted one by one as the form describes them and not as cells do.
 */
class RecordHistoryPropertiesTest {

    static final LocalDate TODAY = LocalDate.of(RecordHistory.FIRST_YEAR + 2, 6, 15);
    private static final int END = RecordHistory.FIRST_YEAR + RecordHistory.YEARS + 3;

    @Property
    void every_figure_equals_a_recount_of_the_surviving_records(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 80) int acts) {
        Random random = new Random(seed);
        RecordHistory history = new RecordHistory(random, acts);

        Map<Cell, Long> cells = cells(random, history.facts);

        for (int year = RecordHistory.FIRST_YEAR; year < END; year++) {
            Figures figures = figures(cells, year);
            assertEquals(published(history, year), figures.publications(), "publications " + year);
            assertEquals(
                    documents(history, DocumentKind.RULES, year),
                    figures.proactive().rules());
            assertEquals(
                    documents(history, DocumentKind.NORMATIVE_DOCS, year),
                    figures.proactive().normativeDocuments());
            assertEquals(
                    decisions(history, DecisionKind.LICENSES, year),
                    figures.proactive().licenses());
            assertEquals(
                    decisions(history, DecisionKind.PENALTIES, year),
                    figures.proactive().penalties());
            assertEquals(
                    decisions(history, DecisionKind.COERCIVE, year),
                    figures.proactive().coercive());
            assertEquals(fees(history, year), figures.proactive().fees());
            assertEquals(processingFees(history, year), figures.processingFees());
            assertEquals(indicators(history, year), figures.indicators());
            for (DisputeKind kind : DisputeKind.values()) {
                assertEquals(disputes(history, kind, year), figures.disputes().get(kind.name()), kind + " " + year);
            }
        }
    }

    @Property
    void opening_flow_and_closing_of_documents_and_disputes_agree_from_year_to_year(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 80) int acts) {
        Random random = new Random(seed);
        Map<Cell, Long> cells = cells(random, new RecordHistory(random, acts).facts);

        for (int year = RecordHistory.FIRST_YEAR + 1; year < END; year++) {
            Figures before = figures(cells, year - 1);
            YearFlow flow = flow(cells, year);
            Figures figures = Figures.of(flow, flow);
            Proactive.Documents rules = figures.proactive().rules();
            assertEquals(
                    before.proactive().rules().inForce(),
                    DocumentStock.opening(flow).get("RULES"));
            assertEquals(
                    before.proactive().rules().inForce() + rules.issued() - rules.abolished(), rules.inForce(), "R-T2");
            for (DisputeKind kind : DisputeKind.values()) {
                Map<String, Long> columns = figures.disputes().get(kind.name());
                assertEquals(
                        before.disputes().get(kind.name()).get("PENDING"),
                        DisputeTable.opening(flow).get(kind.name()));
                assertEquals(
                        columns.get("TOTAL"),
                        columns.get("UPHELD")
                                + columns.get("CORRECTED")
                                + columns.get("OTHER_RESULT")
                                + columns.get("PENDING"),
                        "R7");
            }
        }
    }

    /** The facts in any order, folded in batches cut anywhere. */
    static Map<Cell, Long> cells(Random random, List<Facts.Fact> facts) {
        List<Facts.Fact> shuffled = new ArrayList<>(facts);
        Collections.shuffle(shuffled, random);
        Map<Cell, Long> cells = new TreeMap<>();
        for (int from = 0; from < shuffled.size(); ) {
            int to = Math.min(shuffled.size(), from + 1 + random.nextInt(7));
            Tally batch = new Tally();
            shuffled.subList(from, to).forEach(fact -> batch.add(read(fact).deltas()));
            batch.deltas().forEach(delta -> cells.merge(delta.cell(), delta.amount(), Long::sum));
            from = to;
        }
        return cells;
    }

    private static org.gongkai.statistics.fact.Fact read(Facts.Fact fact) {
        Reading reading = FactReader.read(
                "org.gongkai." + fact.type() + ".v1",
                fact.subject(),
                fact.data().getBytes(StandardCharsets.UTF_8));
        return ((Reading.Readable) reading).fact();
    }

    static Figures figures(Map<Cell, Long> cells, int year) {
        YearFlow flow = flow(cells, year);
        return Figures.of(flow, flow);
    }

    private static YearFlow flow(Map<Cell, Long> cells, int year) {
        YearFlow flow = new YearFlow();
        cells.forEach((cell, amount) -> {
            if (cell.year() <= year && (cell.measure() != Measure.DUE || isOver(cell))) {
                String category = cell.measure() == Measure.DUE ? Cell.NO_CATEGORY : cell.category();
                if (cell.year() == year) {
                    flow.addWithin(cell.measure(), category, cell.applicantType(), amount);
                } else {
                    flow.addBefore(cell.measure(), category, cell.applicantType(), amount);
                }
            }
        });
        return flow;
    }

    private static boolean isOver(Cell due) {
        return LocalDate.of(due.year(), due.month(), Integer.parseInt(due.category()))
                .isBefore(TODAY);
    }

    private static Figures.Publications published(RecordHistory history, int year) {
        Map<String, Long> byChannel = new TreeMap<>();
        Arrays.stream(PublicationChannel.values()).forEach(channel -> byChannel.put(channel.name(), 0L));
        long items = 0;
        for (RecordHistory.Items record : of(history, RecordHistory.Items.class)) {
            if (record.on().getYear() == year) {
                items += record.items();
                record.channels().forEach(channel -> byChannel.merge(channel.name(), record.items(), Long::sum));
            }
        }
        return new Figures.Publications(items, byChannel);
    }

    private static Proactive.Documents documents(RecordHistory history, DocumentKind kind, int year) {
        LocalDate end = LocalDate.of(year, 12, 31);
        long issued = 0;
        long ended = 0;
        long inForce = 0;
        for (RecordHistory.Document document : history.documents) {
            if (document.kind == kind) {
                issued += document.issuedOn.getYear() == year ? 1 : 0;
                ended += document.endedOn != null && document.endedOn.getYear() == year ? 1 : 0;
                inForce +=
                        !document.issuedOn.isAfter(end) && (document.endedOn == null || document.endedOn.isAfter(end))
                                ? 1
                                : 0;
            }
        }
        return new Proactive.Documents(issued, ended, inForce);
    }

    private static Proactive.Decisions decisions(RecordHistory history, DecisionKind kind, int year) {
        return new Proactive.Decisions(of(history, RecordHistory.Decisions.class).stream()
                .filter(record -> record.kind() == kind && year(record.period()) == year)
                .mapToLong(RecordHistory.Decisions::decisions)
                .sum());
    }

    private static Proactive.Fees fees(RecordHistory history, int year) {
        return new Proactive.Fees(of(history, RecordHistory.Fees.class).stream()
                .filter(record -> year(record.period()) == year)
                .map(RecordHistory.Fees::yuan)
                .reduce(new BigDecimal("0.00"), BigDecimal::add)
                .toPlainString());
    }

    private static Figures.ProcessingFees processingFees(RecordHistory history, int year) {
        List<RecordHistory.ProcessingFees> records = of(history, RecordHistory.ProcessingFees.class).stream()
                .filter(record -> year(record.period()) == year)
                .toList();
        return new Figures.ProcessingFees(
                records.stream().mapToLong(RecordHistory.ProcessingFees::cases).sum(),
                records.stream()
                        .map(RecordHistory.ProcessingFees::yuan)
                        .reduce(new BigDecimal("0.00"), BigDecimal::add)
                        .toPlainString());
    }

    private static Map<String, Long> indicators(RecordHistory history, int year) {
        Map<String, Long> values = new TreeMap<>();
        of(history, RecordHistory.Report.class).stream()
                .filter(report -> report.year() == year)
                .forEach(report -> values.put(report.indicator().name(), report.value()));
        return values;
    }

    /** Each case by itself: on the year's table if it was open at any time of the year, by how it stood at the end. */
    private static Map<String, Long> disputes(RecordHistory history, DisputeKind kind, int year) {
        Map<String, Long> columns =
                new TreeMap<>(Map.of("UPHELD", 0L, "CORRECTED", 0L, "OTHER_RESULT", 0L, "PENDING", 0L, "TOTAL", 0L));
        for (Dispute dispute : history.disputes) {
            Instance opening = lastUntil(dispute, year - 1);
            Instance closing = lastUntil(dispute, year);
            boolean wasOpen =
                    dispute.steps.stream().anyMatch(step -> step.on().getYear() == year && step.result() == null);
            if (dispute.kind == kind && (opening != null && opening.result() == null || wasOpen)) {
                DisputeResult result = closing.result();
                columns.merge("TOTAL", 1L, Long::sum);
                columns.merge(result == null ? "PENDING" : result.name(), 1L, Long::sum);
            }
        }
        return columns;
    }

    private static Instance lastUntil(Dispute dispute, int year) {
        return dispute.steps.stream()
                .filter(step -> step.on().getYear() <= year)
                .reduce((earlier, later) -> later)
                .orElse(null);
    }

    private static <T> List<T> of(RecordHistory history, Class<T> kind) {
        return history.singles.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    private static int year(String period) {
        return Integer.parseInt(period.substring(0, 4));
    }
}
