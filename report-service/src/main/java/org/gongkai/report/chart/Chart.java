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
 * @param rows where labels and values stand
 * @param bars in order
 */
public record Chart(String name, String title, String note, BigDecimal whole, Rows rows, List<Bar> bars) {

    /** Where the label and the value of a bar stand. */
    public enum Rows {
        /** Above the bar, which is as wide as the chart. */
        ABOVE,
        /** On both sides of the bar, in lines half as high: for many bars with short labels. */
        BESIDE
    }

    /**
     * A bar.
     *
     * @param group what it belongs to together with its neighbours, printed once above them; or null
     * @param label what is counted
     * @param value not negative
     * @param print the value as it is printed, with its unit and share
     * @param tone how it is coloured
     */
    public record Bar(String group, String label, BigDecimal value, String print, Tone tone) {

        /** A bar of the year that stands for itself. */
        public Bar(String label, BigDecimal value, String print) {
            this(null, label, value, print, Tone.YEAR);
        }

        /** Its label where its neighbours are not seen, as in a line of a table. */
        public String name() {
            return group == null ? label : group + "（" + label + "）";
        }
    }

    /** The colour of a bar. */
    public enum Tone {
        /** The year of the report. */
        YEAR("#1f4e8c"),
        /** The year before: lighter, so that the two differ also where they are printed in black. */
        YEAR_BEFORE("#9db3d1");

        private final String fill;

        Tone(String fill) {
            this.fill = fill;
        }

        String fill() {
            return fill;
        }
    }

    /** The chart as an SVG document, to stand alone or in a page. */
    public String svg() {
        return new BarDrawing(this).svg();
    }
}
