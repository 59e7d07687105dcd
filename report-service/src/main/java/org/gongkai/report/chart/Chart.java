package org.gongkai.report.chart;

import java.math.BigDecimal;
import java.util.List;

/**
 * A chart of horizontal bars.
 *
 * @param name its name in paths
 * @param title printed above the bars
 * @param note printed below them, or null: what a share is of
 * @param whole what a share is of, as long as the chart is wide; null where nothing is shared: then the longest bar is
 * @param bars in order
 */
public record Chart(String name, String title, String note, BigDecimal whole, List<Bar> bars) {

    /**
     * A bar.
     *
     * @param label what is counted
     * @param value not negative
     * @param print the value as it is printed, with its unit and share
     */
    public record Bar(String label, BigDecimal value, String print) {}

    /** The chart as an SVG document, to stand alone or in a page. */
    public String svg() {
        return new BarDrawing(this).svg();
    }
}
