package org.gongkai.report.chart;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Draws bars under each other, with label and value. All lengths are user units; the drawing is as wide as a narrow
 * telephone, so that its text can be read there and is never smaller elsewhere.
 */
final class BarDrawing {

    private static final int WIDTH = 360;
    private static final int TOP = 34;
    private static final int STEP = 42;
    private static final int BAR = 12;
    private static final int TEXT = 14;
    private static final int NOTE = 22;
    private static final String INK = "#1a1a1a";

    /** Of lines with label and value beside the bar. */
    private static final int LOW_STEP = 20;

    private static final int LOW_TEXT = 13;
    private static final int GROUP_GAP = 5;
    private static final int BETWEEN = 8;

    /** Above it a character is as wide as it is high; those below are digits and signs, of 0.6 at most. */
    private static final int FIRST_WIDE = 0x2E80;

    private static final double NARROW = 0.6;

    private final Chart chart;
    private final BigDecimal widest;
    private final StringBuilder drawn = new StringBuilder();
    private int y = TOP;

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
        text(0, 17, 15, "font-weight=\"bold\" fill=\"" + INK + "\"", chart.title());
        if (chart.rows() == Chart.Rows.ABOVE) {
            chart.bars().forEach(this::above);
        } else {
            beside();
        }
        if (chart.note() != null) {
            text(0, y + TEXT, 12, "fill=\"#4a4a4a\"", chart.note());
            y += NOTE;
        }
        String id = "chart-" + chart.name();
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" role=\"img\" lang=\"zh-CN\""
                        .formatted(WIDTH, y)
                + " aria-labelledby=\"%s-title %s-desc\" font-family=\"%s\">%n".formatted(id, id, fonts())
                + "<title id=\"%s-title\">%s</title>%n".formatted(id, escaped(chart.title()))
                + "<desc id=\"%s-desc\">%s</desc>%n".formatted(id, escaped(description()))
                + drawn
                + "</svg>\n";
    }

    private void above(Chart.Bar bar) {
        int base = y + TEXT;
        text(0, base, TEXT, fill(), bar.label());
        text(WIDTH, base, TEXT, "text-anchor=\"end\" " + fill(), bar.print());
        if (chart.whole() != null) {
            rect(0, base + 5, Integer.toString(WIDTH), "#dfe4ec");
        }
        rect(0, base + 5, length(bar.value(), WIDTH), bar.tone().fill());
        y += STEP;
    }

    private void beside() {
        int start = widest(bar -> bar.group() == null ? bar.label() : "　" + bar.label()) + BETWEEN;
        int longest = WIDTH - start - widest(Chart.Bar::print) - BETWEEN;
        String group = null;
        for (Chart.Bar bar : chart.bars()) {
            if (bar.group() != null && !bar.group().equals(group)) {
                y += y == TOP ? 0 : GROUP_GAP;
                text(0, y + LOW_TEXT, LOW_TEXT, fill(), bar.group());
                y += LOW_STEP;
            }
            group = bar.group();
            text(group == null ? 0 : LOW_TEXT, y + LOW_TEXT, LOW_TEXT, fill(), bar.label());
            rect(start, y + 2, length(bar.value(), longest), bar.tone().fill());
            text(WIDTH, y + LOW_TEXT, LOW_TEXT, "text-anchor=\"end\" " + fill(), bar.print());
            y += LOW_STEP;
        }
        y += GROUP_GAP;
    }

    /** Width of the widest of these texts, rather too much than too little. */
    private int widest(Function<Chart.Bar, String> text) {
        return (int) Math.ceil(chart.bars().stream()
                .mapToDouble(bar -> text.apply(bar)
                                .codePoints()
                                .mapToDouble(character -> character < FIRST_WIDE ? NARROW : 1)
                                .sum()
                        * LOW_TEXT)
                .max()
                .orElse(0));
    }

    private String length(BigDecimal value, int longest) {
        return widest.signum() == 0
                ? "0"
                : value.multiply(BigDecimal.valueOf(longest))
                        .divide(widest, 1, RoundingMode.HALF_UP)
                        .toPlainString();
    }

    private String description() {
        String bars =
                chart.bars().stream().map(bar -> bar.name() + bar.print()).collect(Collectors.joining("；", "", "。"));
        return chart.note() == null ? bars : bars + chart.note();
    }

    private void rect(int x, int top, String width, String fill) {
        drawn.append("<rect x=\"%d\" y=\"%d\" width=\"%s\" height=\"%d\" fill=\"%s\"/>%n"
                .formatted(x, top, width, BAR, fill));
    }

    private void text(int x, int base, int size, String attributes, String text) {
        drawn.append("<text x=\"%d\" y=\"%d\" font-size=\"%d\" %s>%s</text>%n"
                .formatted(x, base, size, attributes, escaped(text)));
    }

    private static String fill() {
        return "fill=\"" + INK + "\"";
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
