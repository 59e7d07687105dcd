package org.gongkai.report.form;

import java.util.List;

/**
 * 主动公开政府信息情况: a small table for each clause of Article 20 that the form asks for.
 *
 * @param section in which section it stands
 * @param rowHeading heading of the rows
 * @param clauses in order
 * @param stock the rows that are stocks, and how they move
 */
public record ProactiveTable(int section, String rowHeading, List<Clause> clauses, Stock stock) {

    /** The amount of 行政事业性收费, which the form prints in 万元. */
    public static final String AMOUNT_WAN = "AMOUNT_WAN";

    /** How a statement names the same amount, in yuan. */
    public static final String AMOUNT_YUAN = "amountYuan";

    /** A clause of Article 20, 第二十条第（一）项, with its columns and rows. */
    public record Clause(String title, List<Measure> columns, List<Matter> rows) {}

    /** A column: code, printed label, unit of its cells. */
    public record Measure(String code, String label, String unit) {

        /** Whether its cells are amounts of money and not counts. */
        public boolean amount() {
            return code.equals(AMOUNT_WAN);
        }
    }

    /** A row: code and printed label. */
    public record Matter(String code, String label) {}

    /** Of these rows: in force at the end = in force a year before + issued − ended. */
    public record Stock(List<String> rows, String issued, String ended, String inForce) {}
}
