package org.gongkai.report.edition;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.gongkai.report.figure.Figures;
import org.gongkai.report.figure.Indicators;
import org.gongkai.report.form.Channel;
import org.gongkai.report.form.DisputesTable;
import org.gongkai.report.form.Form;
import org.gongkai.report.form.ProactiveTable;
import org.gongkai.report.statement.Level;
import org.gongkai.report.statement.Statement;

/**
 * Where a figure stands in the printed report: in a cell of tables two to four, or among the figures of section one.
 *
 * @param cell path of the figure
 * @param table title of the section
 * @param row label of the row, or what the figure is
 * @param column label of the column; null in section one
 */
record PrintedPlace(String cell, String table, String row, String column) {

    private static final int OVERVIEW = 1;
    private static final Map<Level, String> LEVELS = new EnumMap<>(Map.of(
            Level.NATIONAL, "国家级",
            Level.PROVINCE, "省级",
            Level.CITY, "市级",
            Level.COUNTY, "县（区）级",
            Level.TOWNSHIP, "乡（镇）级"));

    /** All of them, in the order of the report. */
    static List<PrintedPlace> of(Form form) {
        List<PrintedPlace> places = new ArrayList<>();
        overview(places, form);
        proactive(places, form);
        applications(places, form);
        disputes(places, form);
        return places;
    }

    private static void overview(List<PrintedPlace> places, Form form) {
        String title = form.sectionTitle(OVERVIEW);
        places.add(new PrintedPlace("publications.items", title, "主动公开信息", null));
        for (Level level : Level.values()) {
            String name = "主动公开信息，" + LEVELS.get(level);
            places.add(new PrintedPlace(Figures.ofLevel(level) + "publications.items", title, name, null));
            places.add(new PrintedPlace("shares.levels." + level, title, name + "占比", null));
        }
        for (Channel channel : Channel.values()) {
            places.add(new PrintedPlace("publications.byChannel." + channel, title, "公开渠道，" + channel.label(), null));
        }
        places.add(new PrintedPlace("publications.byChannel.SUM", title, "公开渠道合计", null));
        Form.ApplicationsTable table = form.applications();
        String total = "." + table.columnTotal();
        places.add(new PrintedPlace(
                Figures.PREVIOUS + "applications." + table.resultTotal() + total, title, "上年办理结果总计", null));
        places.add(new PrintedPlace(Figures.PREVIOUS + Figures.NEW_RECEIVED + total, title, "上年新收政府信息公开申请", null));
        places.add(new PrintedPlace("yearOnYear.percent", title, "办理结果总计同比", null));
        for (int month = 1; month <= Statement.MONTHS; month++) {
            places.add(new PrintedPlace(Figures.receivedIn(month), title, "新收政府信息公开申请，" + month + "月", null));
        }
        places.add(new PrintedPlace("applications.handled.NATURAL_PERSON", title, "应办理申请，自然人", null));
        places.add(new PrintedPlace("applications.handled.ORGANISATIONS", title, "应办理申请，法人或其他组织", null));
        for (Form.OutcomeGroup group : table.groups()) {
            String name = "办理结果，" + group.label();
            places.add(new PrintedPlace("applications.group." + group.code(), title, name, null));
            places.add(new PrintedPlace("shares.applications." + group.code(), title, name + "占比", null));
        }
        String disputes = "." + form.disputes().total();
        places.add(new PrintedPlace(Figures.LITIGATION + disputes, title, "行政诉讼合计", null));
        places.add(new PrintedPlace(Figures.PREVIOUS + Figures.REVIEW + disputes, title, "上年行政复议", null));
        places.add(new PrintedPlace(Figures.PREVIOUS + Figures.LITIGATION + disputes, title, "上年行政诉讼合计", null));
        Stream.concat(Indicators.reported().stream(), Indicators.derived().stream())
                .forEach(indicator ->
                        places.add(new PrintedPlace("indicators." + indicator.code(), title, indicator.label(), null)));
    }

    private static void proactive(List<PrintedPlace> places, Form form) {
        String title = form.sectionTitle(form.proactive().section());
        for (ProactiveTable.Clause clause : form.proactive().clauses()) {
            clause.rows()
                    .forEach(row -> clause.columns()
                            .forEach(column -> places.add(new PrintedPlace(
                                    "proactive." + row.code() + "." + column.code(),
                                    title,
                                    row.label(),
                                    column.label()))));
        }
    }

    private static void applications(List<PrintedPlace> places, Form form) {
        String title = form.sectionTitle(form.applications().section());
        for (Form.Row row : form.applications().rows()) {
            String label = row.group() == null ? row.label() : row.group() + row.label();
            for (Form.Column column : form.applications().columns()) {
                places.add(new PrintedPlace(
                        "applications." + row.code() + "." + column.code(),
                        title,
                        label,
                        column.group() == null ? column.label() : column.group() + "（" + column.label() + "）"));
            }
        }
    }

    private static void disputes(List<PrintedPlace> places, Form form) {
        String title = form.sectionTitle(form.disputes().section());
        for (DisputesTable.Block block : form.disputes().blocks()) {
            String label = block.group() == null ? block.label() : block.group() + "（" + block.label() + "）";
            form.disputes()
                    .columns()
                    .forEach(column -> places.add(new PrintedPlace(
                            "disputes." + block.code() + "." + column.code(), title, label, column.label())));
        }
    }
}
