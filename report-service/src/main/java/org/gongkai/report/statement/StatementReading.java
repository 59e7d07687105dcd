package org.gongkai.report.statement;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.gongkai.report.form.Channel;
import org.gongkai.report.form.Form;
import org.gongkai.report.form.ProactiveTable;

/** Checked right after reading: a statement is of the body and year asked for, and has every figure of the form. */
final class StatementReading {

    private static final int FEN = 2;

    private StatementReading() {}

    /** What is missing or wrong first, or null where nothing is. */
    static String missing(Statement statement, String organisation, int year, Form form) {
        if (statement == null || !organisation.equals(statement.organisation())) {
            return "organisation";
        }
        if (statement.year() == null || statement.year() != year) {
            return "year";
        }
        List<String> missing = new ArrayList<>();
        need(missing, "name", statement.name());
        need(missing, "position", statement.position());
        need(missing, "asOf", statement.asOf());
        need(missing, "complete", statement.complete());
        need(missing, "level", statement.level());
        need(missing, "kind", statement.kind());
        figures(missing, "", statement.counts(), form);
        if (need(missing, "previous", statement.previous())) {
            Integer before = statement.previous().year();
            if (before == null || before != year - 1) {
                missing.add("previous.year");
            }
            figures(missing, "previous.", statement.previous(), form);
        }
        if (need(missing, "levels", statement.levels())) {
            statement.levels().forEach((level, counts) -> figures(missing, "levels." + level + ".", counts, form));
        }
        if (need(missing, "subordinates", statement.subordinates())) {
            for (YearCounts counts : statement.subordinates()) {
                if (counts == null || counts.organisation() == null || counts.name() == null) {
                    missing.add("subordinates.organisation, name");
                } else {
                    figures(missing, "subordinates." + counts.organisation() + ".", counts, form);
                }
            }
        }
        if (need(missing, "own", statement.own())) {
            figures(missing, "own.", statement.own(), form);
        }
        months(missing, statement.months(), year);
        return missing.isEmpty() ? null : missing.get(0);
    }

    /** All twelve, in order, of the year. */
    private static void months(List<String> missing, List<Statement.Month> months, int year) {
        if (months == null || months.size() != Statement.MONTHS) {
            missing.add("months");
            return;
        }
        for (int number = 1; number <= Statement.MONTHS; number++) {
            String path = "months." + number;
            Statement.Month month = months.get(number - 1);
            if (need(missing, path, month)) {
                if (!YearMonth.of(year, number).toString().equals(month.month())) {
                    missing.add(path + ".month");
                }
                need(missing, path + ".received", month.received());
                need(missing, path + ".decided", month.decided());
            }
        }
    }

    /** The first figure that a set of counts lacks, or null. */
    static String missingFigure(YearCounts counts, Form form) {
        List<String> missing = new ArrayList<>();
        figures(missing, "", counts, form);
        return missing.isEmpty() ? null : missing.get(0);
    }

    private static void figures(List<String> missing, String prefix, YearCounts counts, Form form) {
        if (counts == null) {
            missing.add(prefix);
            return;
        }
        form.applications()
                .rows()
                .forEach(row -> form.applications()
                        .columns()
                        .forEach(column -> cell(
                                missing, prefix, "applications", counts.applications(), row.code(), column.code())));
        for (ProactiveTable.Clause clause : form.proactive().clauses()) {
            clause.rows()
                    .forEach(row -> clause.columns()
                            .forEach(column -> proactive(missing, prefix, counts.proactive(), row.code(), column)));
        }
        form.disputes()
                .blocks()
                .forEach(block -> form.disputes()
                        .columns()
                        .forEach(column ->
                                cell(missing, prefix, "disputes", counts.disputes(), block.code(), column.code())));
        if (need(missing, prefix + "publications", counts.publications())) {
            need(missing, prefix + "publications.items", counts.publications().items());
            Map<String, Long> byChannel = counts.publications().byChannel();
            for (Channel channel : Channel.values()) {
                if (byChannel == null || byChannel.get(channel.name()) == null) {
                    missing.add(prefix + "publications.byChannel." + channel);
                }
            }
        }
        need(missing, prefix + "indicators", counts.indicators());
        if (need(missing, prefix + "processingFees", counts.processingFees())) {
            need(
                    missing,
                    prefix + "processingFees.cases",
                    counts.processingFees().cases());
            money(
                    missing,
                    prefix + "processingFees.amountYuan",
                    counts.processingFees().amountYuan());
        }
        if (need(missing, prefix + "confirmed", counts.confirmed())) {
            need(missing, prefix + "confirmed.yes", counts.confirmed().yes());
            need(missing, prefix + "confirmed.no", counts.confirmed().no());
        }
    }

    private static void proactive(
            List<String> missing,
            String prefix,
            Map<String, Map<String, BigDecimal>> table,
            String row,
            ProactiveTable.Measure column) {
        String measure = column.amount() ? ProactiveTable.AMOUNT_YUAN : column.code();
        BigDecimal value = value(table, row, measure);
        if (value == null || value.scale() > (column.amount() ? FEN : 0)) {
            missing.add(prefix + "proactive." + row + "." + measure);
        }
    }

    private static void money(List<String> missing, String path, BigDecimal amount) {
        if (need(missing, path, amount) && amount.scale() > FEN) {
            missing.add(path);
        }
    }

    /** Of ten thousand cells a path is put together only where one is missing. */
    private static void cell(
            List<String> missing,
            String prefix,
            String table,
            Map<String, Map<String, Long>> cells,
            String row,
            String column) {
        if (value(cells, row, column) == null) {
            missing.add(prefix + table + "." + row + "." + column);
        }
    }

    private static <V> V value(Map<String, Map<String, V>> table, String row, String column) {
        Map<String, V> cells = table == null ? null : table.get(row);
        return cells == null ? null : cells.get(column);
    }

    private static boolean need(List<String> missing, String path, Object value) {
        if (value == null) {
            missing.add(path);
        }
        return value != null;
    }
}
