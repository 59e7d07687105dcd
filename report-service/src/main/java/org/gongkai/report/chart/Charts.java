package org.gongkai.report.chart;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gongkai.report.figure.Figure;
import org.gongkai.report.figure.Figures;
import org.gongkai.report.form.Channel;
import org.gongkai.report.form.Form;
import org.gongkai.report.prose.Narrative;
import org.gongkai.report.statement.Level;

/** The three charts of section one: channels, levels, outcomes. */
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
        return new Chart("channels", "主动公开政府信息渠道分布", note, null, bars);
    }

    private Optional<Chart> levels() {
        List<Chart.Bar> bars = new ArrayList<>();
        for (Level level : narrative.levels()) {
            bars.add(bar(
                    narrative.nameOf(level), Figures.ofLevel(level) + "publications.items", "shares.levels." + level));
        }
        String note = "占比以主动公开政府信息%s条为基数。".formatted(figures.print("publications.items"));
        BigDecimal whole = figures.get("publications.items").quantity().value();
        return bars.size() < 2 ? Optional.empty() : Optional.of(new Chart("levels", "主动公开政府信息层级分布", note, whole, bars));
    }

    private Chart outcomes() {
        List<Chart.Bar> bars = new ArrayList<>();
        for (Form.OutcomeGroup group : form.applications().groups()) {
            bars.add(bar(group.label(), "applications.group." + group.code(), "shares.applications." + group.code()));
        }
        String note = "占比以办理结果总计%s件为基数。".formatted(figures.print("applications.RESULT_TOTAL.TOTAL"));
        BigDecimal whole =
                figures.get("applications.RESULT_TOTAL.TOTAL").quantity().value();
        return new Chart("outcomes", "政府信息公开申请办理结果", note, whole, bars);
    }

    private Chart.Bar bar(String label, String path, String share) {
        Figure figure = figures.get(path);
        String percent = share == null
                ? ""
                : figures.find(share).map(each -> "（" + each.print() + "%）").orElse("");
        return new Chart.Bar(label, figure.quantity().value(), figure.print() + figure.unit() + percent);
    }
}
