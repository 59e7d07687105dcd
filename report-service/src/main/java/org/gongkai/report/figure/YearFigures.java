package org.gongkai.report.figure;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.Stream;
import org.gongkai.report.figure.Indicators.Indicator;
import org.gongkai.report.form.Channel;
import org.gongkai.report.form.DisputesTable;
import org.gongkai.report.form.Form;
import org.gongkai.report.form.ProactiveTable;
import org.gongkai.report.statement.YearCounts;

/**
 * The figures that every set of counts has by a form, in order: the cells first, then what follows from them. What they are
 * called and what they stand on is worked out once for a form; a report has such a set for each body below it.
 */
final class YearFigures {

    private static final String ITEMS = "publications.items";
    private static final String BY_CHANNEL = "publications.byChannel.";
    private static final String INDICATORS = "indicators.";
    private static final String HANDLED = "applications.handled.";
    private static final String NATURAL_PERSON = "NATURAL_PERSON";
    private static final String ORGANISATIONS = "ORGANISATIONS";

    private static final String CASES = "件";
    private static final String ENTRIES = "条";
    private static final String YUAN = "元";
    private static final String COPIES = "份";
    private static final String BODIES = "个";

    private static final Map<String, YearFigures> BY_FORM = new ConcurrentHashMap<>();

    private final Form form;
    private final List<Line> lines = new ArrayList<>();
    private final Map<String, Integer> places = new HashMap<>();

    /**
     * A figure of the set.
     *
     * @param cells paths of the counted cells that it stands on; its own where it is one
     * @param value from the counts and from the values of the lines before it; null where the figure does not exist
     */
    record Line(
            String path,
            Quantity.Writing writing,
            String unit,
            List<String> cells,
            BiFunction<YearCounts, BigDecimal[], BigDecimal> value) {}

    private YearFigures(Form form) {
        this.form = form;
        proactive();
        applications();
        disputes();
        publications();
        indicators();
        count("processingFees.cases", CASES, counts -> counts.processingFees().cases());
        cell(
                "processingFees.amountYuan",
                Quantity.Writing.YUAN,
                YUAN,
                counts -> Quantity.yuan(counts.processingFees().amountYuan()).value());
        count("confirmed.yes", BODIES, counts -> counts.confirmed().yes());
        count("confirmed.no", BODIES, counts -> counts.confirmed().no());
    }

    static YearFigures of(Form form) {
        return BY_FORM.computeIfAbsent(form.form(), none -> new YearFigures(form));
    }

    /** All figures, in order. */
    List<Line> lines() {
        return lines;
    }

    /** Where a figure stands among them, or null. */
    Integer place(String path) {
        return places.get(path);
    }

    /** Every path that a set of counts can have. */
    Set<String> paths() {
        return places.keySet();
    }

    /** The values in order, rounded as they are written; null where a figure does not exist. */
    BigDecimal[] of(YearCounts counts) {
        BigDecimal[] values = new BigDecimal[lines.size()];
        for (int place = 0; place < values.length; place++) {
            values[place] = lines.get(place).value().apply(counts, values);
        }
        return values;
    }

    private void proactive() {
        for (ProactiveTable.Clause clause : form.proactive().clauses()) {
            for (ProactiveTable.Matter row : clause.rows()) {
                for (ProactiveTable.Measure column : clause.columns()) {
                    String path = "proactive." + row.code() + "." + column.code();
                    if (column.amount()) {
                        cell(
                                path,
                                Quantity.Writing.WAN,
                                column.unit(),
                                counts -> Quantity.wan(counts.proactive()
                                                .get(row.code())
                                                .get(ProactiveTable.AMOUNT_YUAN))
                                        .value());
                    } else {
                        count(
                                path,
                                column.unit(),
                                counts -> counts.proactive()
                                        .get(row.code())
                                        .get(column.code())
                                        .longValueExact());
                    }
                }
            }
        }
    }

    private void applications() {
        Form.ApplicationsTable of = form.applications();
        for (Form.Row row : of.rows()) {
            for (Form.Column column : of.columns()) {
                count(
                        cellOf(row.code(), column.code()),
                        of.unit(),
                        counts -> counts.applications().get(row.code()).get(column.code()));
            }
        }
        for (Form.OutcomeGroup group : of.groups()) {
            sum(
                    "applications.group." + group.code(),
                    of.unit(),
                    group.rows().stream()
                            .map(row -> cellOf(row, of.columnTotal()))
                            .toList());
            percent(
                    "shares.applications." + group.code(),
                    "applications.group." + group.code(),
                    Percentage.OF_DECIDED.base());
        }
        of.columns().forEach(column -> handled(column.code(), List.of(column.code())));
        handled(
                ORGANISATIONS,
                of.parts().stream()
                        .filter(column -> !column.equals(NATURAL_PERSON))
                        .toList());
        Stream.concat(of.parts().stream(), Stream.of(ORGANISATIONS))
                .forEach(applicant ->
                        percent("shares.handled." + applicant, HANDLED + applicant, Percentage.OF_HANDLED.base()));
    }

    /** Received and carried in. */
    private void handled(String applicant, List<String> columns) {
        sum(
                HANDLED + applicant,
                form.applications().unit(),
                form.applications().balance().left().stream()
                        .flatMap(row -> columns.stream().map(column -> cellOf(row, column)))
                        .toList());
    }

    private void disputes() {
        DisputesTable of = form.disputes();
        of.blocks()
                .forEach(block -> of.columns()
                        .forEach(column -> count(
                                "disputes." + block.code() + "." + column.code(),
                                of.unit(),
                                counts -> counts.disputes().get(block.code()).get(column.code()))));
        List<String> litigation = of.blocks().stream()
                .filter(block -> block.group() != null)
                .map(DisputesTable.Block::code)
                .toList();
        of.columns()
                .forEach(column -> sum(
                        "disputes.litigation." + column.code(),
                        of.unit(),
                        litigation.stream()
                                .map(block -> "disputes." + block + "." + column.code())
                                .toList()));
        sum(
                "disputes.all." + of.total(),
                of.unit(),
                of.blocks().stream()
                        .map(block -> "disputes." + block.code() + "." + of.total())
                        .toList());
    }

    private void publications() {
        count(ITEMS, ENTRIES, counts -> counts.publications().items());
        for (Channel channel : Channel.values()) {
            count(
                    BY_CHANNEL + channel,
                    ENTRIES,
                    counts -> counts.publications().byChannel().get(channel.name()));
        }
        sum(
                BY_CHANNEL + "SUM",
                ENTRIES,
                Stream.of(Channel.values()).map(channel -> BY_CHANNEL + channel).toList());
        // how often an item was published again, on another channel than its first
        derived(
                "publications.repeated",
                Quantity.Writing.COUNT,
                ENTRIES,
                List.of(BY_CHANNEL + "SUM", ITEMS),
                BigDecimal::subtract);
        sum(
                INDICATORS + Indicators.NEW_MEDIA_PUBLICATIONS,
                ENTRIES,
                Stream.of(Channel.values())
                        .filter(Channel::newMedia)
                        .map(channel -> BY_CHANNEL + channel)
                        .toList());
    }

    private void indicators() {
        for (Indicator indicator : Indicators.reported()) {
            count(
                    INDICATORS + indicator.code(),
                    indicator.unit(),
                    counts -> counts.indicators().get(indicator.code()));
        }
        sum(
                INDICATORS + Indicators.DOCUMENTS_FILED,
                COPIES,
                Indicators.DOCUMENTS_FILED_PARTS.stream()
                        .map(part -> INDICATORS + part)
                        .toList());
        ratio(
                INDICATORS + Indicators.INTERPRETATION_RATE,
                Quantity.Writing.RATE,
                INDICATORS + "POLICIES_INTERPRETED",
                Percentage.INTERPRETATION.base(),
                Quantity::rate);
    }

    private static String cellOf(String row, String column) {
        return "applications." + row + "." + column;
    }

    private void count(String path, String unit, Function<YearCounts, Long> count) {
        cell(path, Quantity.Writing.COUNT, unit, counts -> {
            Long value = count.apply(counts);
            return value == null ? null : BigDecimal.valueOf(value);
        });
    }

    private void cell(String path, Quantity.Writing writing, String unit, Function<YearCounts, BigDecimal> value) {
        add(new Line(path, writing, unit, List.of(path), (counts, before) -> value.apply(counts)));
    }

    private void sum(String path, String unit, List<String> parts) {
        derived(path, Quantity.Writing.COUNT, unit, parts, BigDecimal::add);
    }

    private void percent(String path, String part, String base) {
        ratio(path, Quantity.Writing.PERCENT, part, base, Quantity::percent);
    }

    private void ratio(
            String path,
            Quantity.Writing writing,
            String part,
            String base,
            BiFunction<BigDecimal, BigDecimal, Quantity> division) {
        derived(
                path,
                writing,
                FigureSheet.PERCENT,
                List.of(part, base),
                (above, below) -> below.signum() == 0
                        ? null
                        : division.apply(above, below).value());
    }

    /** From other figures, one after the other; where one of them does not exist it does not either. */
    private void derived(
            String path,
            Quantity.Writing writing,
            String unit,
            List<String> parts,
            BinaryOperator<BigDecimal> operator) {
        int[] from = parts.stream().mapToInt(places::get).toArray();
        Set<String> cells = new LinkedHashSet<>();
        for (int place : from) {
            cells.addAll(lines.get(place).cells());
        }
        add(new Line(path, writing, unit, List.copyOf(cells), (counts, values) -> {
            BigDecimal value = values[from[0]];
            for (int i = 1; i < from.length && value != null; i++) {
                BigDecimal next = values[from[i]];
                value = next == null ? null : operator.apply(value, next);
            }
            return value;
        }));
    }

    private void add(Line line) {
        places.put(line.path(), lines.size());
        lines.add(line);
    }
}
