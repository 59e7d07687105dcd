package org.gongkai.report.chart;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gongkai.report.figure.Figure;
import org.gongkai.report.figure.Figures;
import org.gongkai.report.form.Channel;
import org.gongkai.report.form.Form;
import org.gongkai.report.prose.Narrative;
import org.gongkai.report.statement.Level;
import org.gongkai.report.statement.Statement;

/** The charts of section one: channels, levels, outcomes, applicants, months, and the year beside the year before. */
public final class Charts {

    /** How the chart names a channel whose label in the text is too long for it. */
    private static final String OTHER_CHANNELS = "报刊、广播、电视等其他渠道";

    private final Form form;
    private final Figures figures;
    private final Narrative narrative;

    /** Charts of a report. */
    public Charts(Form form, Figures figures, Narrative narrative) {
        this.form = form;
        this.figures = figures;
        this.narrative = narrative;
    }

    /** All of them that have something to compare. */
    public List<Chart> all() {
        List<Chart> all = new ArrayList<>(List.of(channels()));
        levels().ifPresent(all::add);
        all.add(outcomes());
        if (figures.get(received()).sign() > 0) {
            all.add(applicants());
            all.add(months());
        }
        yearOnYear().ifPresent(all::add);
        return all;
    }

    /** One of them, or empty where there is none of that name. */
    public Optional<Chart> find(String name) {
        return all().stream().filter(chart -> chart.name().equals(name)).findFirst();
    }

    private Chart channels() {
        List<Chart.Bar> bars = new ArrayList<>();
        for (Channel channel : Channel.values()) {
            String label = channel == Channel.OTHER_CHANNELS ? OTHER_CHANNELS : channel.label();
            bars.add(bar(label, "publications.byChannel." + channel, null));
        }
        String note = figures.get("publications.repeated").sign() > 0 ? "同一信息在多个渠道公开的，各渠道分别计数。" : null;
        return new Chart("channels", "主动公开政府信息渠道分布", note, null, Chart.Rows.ABOVE, bars);
    }

    private Optional<Chart> levels() {
        List<Chart.Bar> bars = new ArrayList<>();
        for (Level level : narrative.levels()) {
            bars.add(bar(
                    narrative.nameOf(level), Figures.ofLevel(level) + "publications.items", "shares.levels." + level));
        }
        String note = "占比以主动公开政府信息%s条为基数。".formatted(figures.print("publications.items"));
        BigDecimal whole = figures.get("publications.items").quantity().value();
        return bars.size() < 2
                ? Optional.empty()
                : Optional.of(new Chart("levels", "主动公开政府信息层级分布", note, whole, Chart.Rows.ABOVE, bars));
    }

    private Chart outcomes() {
        List<Chart.Bar> bars = new ArrayList<>();
        for (Form.OutcomeGroup group : form.applications().groups()) {
            bars.add(bar(group.label(), "applications.group." + group.code(), "shares.applications." + group.code()));
        }
        String note = "占比以办理结果总计%s件为基数。".formatted(figures.print(decided()));
        BigDecimal whole = figures.get(decided()).quantity().value();
        return new Chart("outcomes", "政府信息公开申请办理结果", note, whole, Chart.Rows.ABOVE, bars);
    }

    private Chart applicants() {
        List<Chart.Bar> bars = new ArrayList<>();
        for (Form.Column column : form.applications().columns()) {
            if (!column.code().equals(form.applications().columnTotal())) {
                bars.add(bar(
                        column.group(), column.label(), Figures.NEW_RECEIVED + "." + column.code(), Chart.Tone.YEAR));
            }
        }
        return beside("applicants", "本年新收申请的申请人类型", "共%s件。".formatted(figures.print(received())), bars);
    }

    private Chart months() {
        List<Chart.Bar> bars = new ArrayList<>();
        for (int month = 1; month <= Statement.MONTHS; month++) {
            bars.add(bar(null, month + "月", Figures.receivedIn(month), Chart.Tone.YEAR));
        }
        return beside("months", "各月新收政府信息公开申请", null, bars);
    }

    /** What both editions of the form count alike; without a year before there is no such chart. */
    private Optional<Chart> yearOnYear() {
        if (figures.find(Figures.PREVIOUS + received()).isEmpty()) {
            return Optional.empty();
        }
        String total = "." + form.disputes().total();
        List<Chart.Bar> bars = new ArrayList<>();
        List.of(
                        Map.entry("新收政府信息公开申请", received()),
                        Map.entry("办理结果总计", decided()),
                        Map.entry("政府信息公开行政复议", Figures.REVIEW + total),
                        Map.entry("政府信息公开行政诉讼", Figures.LITIGATION + total))
                .forEach(measure -> {
                    bars.add(bar(measure.getKey(), "本年", measure.getValue(), Chart.Tone.YEAR));
                    bars.add(
                            bar(measure.getKey(), "上年", Figures.PREVIOUS + measure.getValue(), Chart.Tone.YEAR_BEFORE));
                });
        return Optional.of(beside("year-on-year", "主要数据与上年比较", null, bars));
    }

    private String received() {
        return Figures.NEW_RECEIVED + "." + form.applications().columnTotal();
    }

    private String decided() {
        return "applications." + form.applications().resultTotal() + "."
                + form.applications().columnTotal();
    }

    private static Chart beside(String name, String title, String note, List<Chart.Bar> bars) {
        return new Chart(name, title, note, null, Chart.Rows.BESIDE, bars);
    }

    private Chart.Bar bar(String group, String label, String path, Chart.Tone tone) {
        Figure figure = figures.get(path);
        return new Chart.Bar(group, label, figure.quantity().value(), figure.print() + figure.unit(), tone);
    }

    private Chart.Bar bar(String label, String path, String share) {
        Figure figure = figures.get(path);
        String percent = share == null
                ? ""
                : figures.find(share).map(each -> "（" + each.print() + "%）").orElse("");
        return new Chart.Bar(label, figure.quantity().value(), figure.print() + figure.unit() + percent);
    }
}
