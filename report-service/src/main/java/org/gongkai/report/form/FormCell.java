package org.gongkai.report.form;

/**
 * A cell of tables two to four.
 *
 * @param table {@link #PROACTIVE}, {@link #APPLICATIONS} or {@link #DISPUTES}
 * @param row code of the row or block
 * @param column code of the column
 * @param path as figures are named: {@code applications.NEW_RECEIVED.TOTAL}
 * @param rowLabel as it is printed
 * @param columnLabel likewise
 * @param content what stands in it
 */
public record FormCell(
        String table, String row, String column, String path, String rowLabel, String columnLabel, Content content) {

    /** Table two. */
    public static final String PROACTIVE = "proactive";

    /** Table three. */
    public static final String APPLICATIONS = "applications";

    /** Table four. */
    public static final String DISPUTES = "disputes";

    /** What may stand in a cell. */
    public enum Content {
        /** A whole number, not negative. */
        COUNT,
        /** A whole number that may be negative: 本年增/减. */
        CHANGE,
        /** Money in 万元, not negative. */
        AMOUNT
    }

    static FormCell of(String table, String row, String column, String rowLabel, String columnLabel, Content content) {
        return new FormCell(table, row, column, table + "." + row + "." + column, rowLabel, columnLabel, content);
    }

    /** As it is printed: row and column. */
    public String label() {
        return rowLabel + "·" + columnLabel;
    }
}
