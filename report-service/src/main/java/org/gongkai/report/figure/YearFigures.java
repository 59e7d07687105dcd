package org.gongkai.report.figure;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.gongkai.report.figure.Indicators.Indicator;
import org.gongkai.report.form.Channel;
import org.gongkai.report.form.DisputesTable;
import org.gongkai.report.form.Form;
import org.gongkai.report.form.ProactiveTable;
import org.gongkai.report.statement.YearCounts;

/** The figures of one set of counts, each path after a prefix: the cells first, then what follows from them. */
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

    private final FigureSheet sheet;
    private final String prefix;
    private final Form form;

    private YearFigures(FigureSheet sheet, String prefix, Form form) {
        this.sheet = sheet;
        this.prefix = prefix;
        this.form = form;
    }

    static void put(FigureSheet sheet, String prefix, YearCounts counts, Form form) {
        YearFigures figures = new YearFigures(sheet, prefix, form);
        figures.proactive(counts.proactive());
        figures.applications(counts.applications());
        figures.disputes(counts.disputes());
        figures.publications(counts.publications());
        figures.indicators(counts.indicators());
        figures.cell("processingFees.cases", counts.processingFees().cases(), CASES);
        figures.put(
                "processingFees.amountYuan",
                Quantity.yuan(counts.processingFees().amountYuan()),
                YUAN);
        figures.cell("confirmed.yes", counts.confirmed().yes(), BODIES);
        figures.cell("confirmed.no", counts.confirmed().no(), BODIES);
    }

    private void proactive(Map<String, Map<String, BigDecimal>> table) {
        for (ProactiveTable.Clause clause : form.proactive().clauses()) {
            for (ProactiveTable.Matter row : clause.rows()) {
                for (ProactiveTable.Measure column : clause.columns()) {
                    Map<String, BigDecimal> cells = table.get(row.code());
                    Quantity quantity = column.amount()
                            ? Quantity.wan(cells.get(ProactiveTable.AMOUNT_YUAN))
                            : Quantity.count(cells.get(column.code()).longValueExact());
                    put("proactive." + row.code() + "." + column.code(), quantity, column.unit());
                }
            }
        }
    }

    private void applications(Map<String, Map<String, Long>> table) {
        Form.ApplicationsTable of = form.applications();
        for (Form.Row row : of.rows()) {
            for (Form.Column column : of.columns()) {
                cell(cellOf(row.code(), column.code()), table.get(row.code()).get(column.code()), of.unit());
            }
        }
        for (Form.OutcomeGroup group : of.groups()) {
            sum(
                    "applications.group." + group.code(),
                    of.unit(),
                    group.rows().stream()
                            .map(row -> cellOf(row, of.columnTotal()))
                            .toList());
            percent("shares.applications." + group.code(), "applications.group." + group.code(), Percentage.OF_DECIDED);
        }
        of.columns().forEach(column -> handled(column.code(), List.of(column.code())));
        handled(
                ORGANISATIONS,
                of.parts().stream()
                        .filter(column -> !column.equals(NATURAL_PERSON))
                        .toList());
        Stream.concat(of.parts().stream(), Stream.of(ORGANISATIONS))
                .forEach(applicant ->
                        percent("shares.handled." + applicant, HANDLED + applicant, Percentage.OF_HANDLED));
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

    private void disputes(Map<String, Map<String, Long>> table) {
        form.disputes()
                .blocks()
                .forEach(block -> form.disputes()
                        .columns()
                        .forEach(column -> cell(
                                "disputes." + block.code() + "." + column.code(),
                                table.get(block.code()).get(column.code()),
                                form.disputes().unit())));
        DisputesTable of = form.disputes();
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

    private void publications(YearCounts.Publications publications) {
        cell(ITEMS, publications.items(), ENTRIES);
        for (Channel channel : Channel.values()) {
            cell(BY_CHANNEL + channel, publications.byChannel().get(channel.name()), ENTRIES);
        }
        sum(
                BY_CHANNEL + "SUM",
                ENTRIES,
                List.of(Channel.values()).stream()
                        .map(channel -> BY_CHANNEL + channel)
                        .toList());
        // how often an item was published again, on another channel than its first
        sheet.difference(prefix + "publications.repeated", ENTRIES, prefix + BY_CHANNEL + "SUM", prefix + ITEMS);
        sum(
                INDICATORS + Indicators.NEW_MEDIA_PUBLICATIONS,
                ENTRIES,
                List.of(Channel.values()).stream()
                        .filter(Channel::newMedia)
                        .map(channel -> BY_CHANNEL + channel)
                        .toList());
    }

    private void indicators(Map<String, Long> reported) {
        for (Indicator indicator : Indicators.reported()) {
            Long value = reported.get(indicator.code());
            if (value != null) {
                cell(INDICATORS + indicator.code(), value, indicator.unit());
            }
        }
        sum(
                INDICATORS + Indicators.DOCUMENTS_FILED,
                COPIES,
                Indicators.DOCUMENTS_FILED_PARTS.stream()
                        .map(part -> INDICATORS + part)
                        .toList());
        sheet.rate(
                prefix + INDICATORS + Indicators.INTERPRETATION_RATE,
                prefix + INDICATORS + "POLICIES_INTERPRETED",
                prefix + Percentage.INTERPRETATION.base());
    }

    /** Every path that a set of counts can have, made from a specimen in which all is reported and nothing 0. */
    static List<String> names(Form form) {
        FigureSheet specimen = new FigureSheet();
        Map<String, Map<String, Long>> applications = new HashMap<>();
        form.applications()
                .rows()
                .forEach(row -> form.applications()
                        .columns()
                        .forEach(column -> applications
                                .computeIfAbsent(row.code(), none -> new HashMap<>())
                                .put(column.code(), 1L)));
        Map<String, Map<String, BigDecimal>> proactive = new HashMap<>();
        form.proactive()
                .clauses()
                .forEach(clause -> clause.rows().forEach(row -> {
                    Map<String, BigDecimal> cells = proactive.computeIfAbsent(row.code(), none -> new HashMap<>());
                    cells.put(ProactiveTable.AMOUNT_YUAN, BigDecimal.ONE);
                    clause.columns().forEach(column -> cells.put(column.code(), BigDecimal.ONE));
                }));
        Map<String, Map<String, Long>> disputes = new HashMap<>();
        form.disputes()
                .blocks()
                .forEach(block -> form.disputes()
                        .columns()
                        .forEach(column -> disputes.computeIfAbsent(block.code(), none -> new HashMap<>())
                                .put(column.code(), 1L)));
        Map<String, Long> channels = new HashMap<>();
        List.of(Channel.values()).forEach(channel -> channels.put(channel.name(), 1L));
        Map<String, Long> indicators = new HashMap<>();
        Indicators.reported().forEach(indicator -> indicators.put(indicator.code(), 1L));
        YearCounts counts = new YearCounts(
                null,
                null,
                null,
                applications,
                proactive,
                disputes,
                new YearCounts.Publications(1L, channels),
                indicators,
                new YearCounts.ProcessingFees(1L, BigDecimal.ONE),
                new YearCounts.Confirmed(1L, 1L));
        put(specimen, "", counts, form);
        return List.copyOf(specimen.byPath().keySet());
    }

    private static String cellOf(String row, String column) {
        return "applications." + row + "." + column;
    }

    private void cell(String path, long count, String unit) {
        put(path, Quantity.count(count), unit);
    }

    private void put(String path, Quantity quantity, String unit) {
        sheet.cell(prefix + path, quantity, unit);
    }

    private void sum(String path, String unit, List<String> parts) {
        sheet.sum(prefix + path, unit, parts.stream().map(part -> prefix + part).toList());
    }

    private void percent(String path, String part, Percentage rule) {
        sheet.percent(prefix + path, prefix + part, prefix + rule.base());
    }
}
