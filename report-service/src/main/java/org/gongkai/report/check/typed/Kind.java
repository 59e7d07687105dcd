package org.gongkai.report.check.typed;

/** What a figure measures. */
enum Kind {
    /** A whole number of something: 件, 条, 次. */
    COUNT,
    /** Per cent. */
    PERCENT,
    /** Money, in yuan. */
    YUAN;

    /** Of a figure that the report counts, by its path. */
    static Kind of(String path) {
        if (path.endsWith(Known.WAN) || path.endsWith(".amountYuan")) {
            return YUAN;
        }
        boolean percent = path.contains("shares.") || path.contains("yearOnYear.") || path.endsWith("_RATE");
        return percent ? PERCENT : COUNT;
    }
}
