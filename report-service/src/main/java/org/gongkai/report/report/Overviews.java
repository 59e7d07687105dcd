package org.gongkai.report.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gongkai.report.figure.Figure;
import org.gongkai.report.figure.Figures;
import org.gongkai.report.figure.Indicators;
import org.gongkai.report.figure.Indicators.Indicator;
import org.gongkai.report.figure.Quantity;
import org.gongkai.report.form.Channel;
import org.gongkai.report.form.Form;
import org.gongkai.report.statement.Level;
import org.gongkai.report.statement.Statement;

/** Puts the figures of section one in order. */
final class Overviews {

    private static final List<String> MONTHS = IntStream.rangeClosed(1, Statement.MONTHS)
            .mapToObj(Integer::toString)
            .toList();

    private final Form form;
    private final Figures figures;

    private Overviews(Form form, Figures figures) {
        this.form = form;
        this.figures = figures;
    }

    static Overview of(Form form, Figures figures) {
        Overviews overviews = new Overviews(form, figures);
        return new Overview(
                overviews.proactive(),
                overviews.applications(),
                overviews.disputes(),
                overviews.indicators(),
                overviews.unreported());
    }

    private Overview.Proactive proactive() {
        List<String> levels = Stream.of(Level.values()).map(Level::name).toList();
        List<String> channels = Stream.concat(Stream.of(Channel.values()).map(Channel::name), Stream.of("SUM"))
                .toList();
        return new Overview.Proactive(
                quantity("publications.items"),
                existing(levels, "levels.", ".publications.items"),
                existing(channels, "publications.byChannel.", ""),
                existing(levels, "shares.levels.", ""));
    }

    private Overview.Applications applications() {
        Form.ApplicationsTable table = form.applications();
        String total = "." + table.columnTotal();
        List<String> groups =
                table.groups().stream().map(Form.OutcomeGroup::code).toList();
        return new Overview.Applications(
                quantity("applications." + table.resultTotal() + total),
                quantity(Figures.NEW_RECEIVED + total),
                quantity("applications." + table.opening() + total),
                quantity("applications." + table.closing() + total),
                quantity(Figures.PREVIOUS + "applications." + table.resultTotal() + total),
                quantity(Figures.PREVIOUS + Figures.NEW_RECEIVED + total),
                quantity("yearOnYear.percent"),
                existing(MONTHS, "months.", ".received"),
                existing(List.of("NATURAL_PERSON", "ORGANISATIONS"), "applications.handled.", ""),
                existing(groups, "applications.group.", ""),
                existing(groups, "shares.applications.", ""));
    }

    private Overview.Disputes disputes() {
        String total = "." + form.disputes().total();
        return new Overview.Disputes(
                quantity(Figures.LITIGATION + total),
                quantity(Figures.PREVIOUS + Figures.REVIEW + total),
                quantity(Figures.PREVIOUS + Figures.LITIGATION + total));
    }

    private Map<String, Quantity> indicators() {
        List<String> codes = Stream.concat(Indicators.reported().stream(), Indicators.derived().stream())
                .map(Indicator::code)
                .toList();
        return existing(codes, "indicators.", "");
    }

    private List<Overview.Unreported> unreported() {
        return Indicators.reported().stream()
                .filter(indicator ->
                        figures.find("indicators." + indicator.code()).isEmpty())
                .map(indicator -> new Overview.Unreported(indicator.code(), indicator.label(), Overview.UNREPORTED))
                .toList();
    }

    private Map<String, Quantity> existing(List<String> codes, String before, String after) {
        Map<String, Quantity> existing = new LinkedHashMap<>();
        for (String code : codes) {
            figures.find(before + code + after).ifPresent(figure -> existing.put(code, figure.quantity()));
        }
        return existing;
    }

    private Quantity quantity(String path) {
        return figures.find(path).map(Figure::quantity).orElse(null);
    }
}
