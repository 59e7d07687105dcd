package org.gongkai.report.chart;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.stream.Collectors;

/**
 * Draws bars under each other, label and value above each. All lengths are user units; the drawing is as wide as a narrow
 * telephone, so that its text can be read there and is never smaller elsewhere.
 */
final class BarDrawing {

    private static final int WIDTH = 360;
    private static final int TOP = 34;
    private static final int STEP = 42;
    private static final int BAR = 12;
    private static final int TEXT = 14;
    private static final int NOTE = 22;

    private final Chart chart;
    private final BigDecimal widest;
    private final StringBuilder svg = new StringBuilder();

    BarDrawing(Chart chart) {
        this.chart = chart;
        this.widest = chart.whole() != null
                ? chart.whole()
                : chart.bars().stream()
                        .map(Chart.Bar::value)
                        .max(BigDecimal::compareTo)
                        .orElse(BigDecimal.ZERO);
    }

    String svg() {
        int height = TOP + STEP * chart.bars().size() + (chart.note() == null ? 0 : NOTE);
        String id = "chart-" + chart.name();
        svg.append("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" role=\"img\" lang=\"zh-CN\""
                .formatted(WIDTH, height));
        svg.append(" aria-labelledby=\"%s-title %s-desc\" font-family=\"%s\">%n".formatted(id, id, fonts()));
        element("title", "id=\"" + id + "-title\"", chart.title());
        element("desc", "id=\"" + id + "-desc\"", description());
        element("text", "x=\"0\" y=\"17\" font-size=\"15\" font-weight=\"bold\" fill=\"#1a1a1a\"", chart.title());
        int y = TOP;
        for (Chart.Bar bar : chart.bars()) {
            bar(bar, y);
            y += STEP;
        }
        if (chart.note() != null) {
            element("text", "x=\"0\" y=\"%d\" font-size=\"12\" fill=\"#4a4a4a\"".formatted(y + TEXT), chart.note());
        }
        return svg.append("</svg>\n").toString();
    }

    private void bar(Chart.Bar bar, int y) {
        int base = y + TEXT;
        element("text", "x=\"0\" y=\"%d\" font-size=\"%d\" fill=\"#1a1a1a\"".formatted(base, TEXT), bar.label());
        element(
                "text",
                "x=\"%d\" y=\"%d\" font-size=\"%d\" text-anchor=\"end\" fill=\"#1a1a1a\"".formatted(WIDTH, base, TEXT),
                bar.print());
        if (chart.whole() != null) {
            svg.append("<rect x=\"0\" y=\"%d\" width=\"%d\" height=\"%d\" fill=\"#dfe4ec\"/>%n"
                    .formatted(base + 5, WIDTH, BAR));
        }
        svg.append("<rect x=\"0\" y=\"%d\" width=\"%s\" height=\"%d\" fill=\"#1f4e8c\"/>%n"
                .formatted(base + 5, length(bar.value()), BAR));
    }

    private String length(BigDecimal value) {
        return widest.signum() == 0
                ? "0"
                : value.multiply(BigDecimal.valueOf(WIDTH))
                        .divide(widest, 1, RoundingMode.HALF_UP)
                        .toPlainString();
    }

    private String description() {
        String bars =
                chart.bars().stream().map(bar -> bar.label() + bar.print()).collect(Collectors.joining("；", "", "。"));
        return chart.note() == null ? bars : bars + chart.note();
    }

    private void element(String name, String attributes, String text) {
        svg.append("<%s %s>%s</%s>%n".formatted(name, attributes, escaped(text), name));
    }

    private static String fonts() {
        return "SimHei, 'Noto Sans CJK SC', 'Source Han Sans SC', sans-serif";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
