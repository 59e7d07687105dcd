package org.gongkai.report.form;

import java.util.List;

/**
 * 主动公开政府信息情况: a small table for each clause of Article 20 that the form asks for.
 *
 * @param section in which section it stands
 * @param rowHeading heading of the rows
 * @param clauses in order
 * @param stock the rows that are stocks, and how they move; null where the form does not count what is in force
 * @param publicity how what was newly made public stands to all that is public; null where the form does not ask for it
 * @param items how numbers of items go on from year to year; null likewise
 */
public record ProactiveTable(
        int section, String rowHeading, List<Clause> clauses, Stock stock, Publicity publicity, Items items) {

    /** An amount of money, which the form prints in 万元. */
    public static final String AMOUNT_WAN = "AMOUNT_WAN";

    /** How a statement names the amount of 行政事业性收费, in yuan. */
    public static final String AMOUNT_YUAN = "amountYuan";

    /** A clause of Article 20, 第二十条第（一）项, with its columns and rows. */
    public record Clause(String title, List<Measure> columns, List<Matter> rows) {

        /** Codes of the columns. */
        public List<String> codes() {
            return columns.stream().map(Measure::code).toList();
        }
    }

    /** A column: code, printed label, unit of its cells, and whether they may be negative, as 本年增/减. */
    public record Measure(String code, String label, String unit, boolean signed) {

        /** Whether its cells are amounts of money and not counts. */
        public boolean amount() {
            return code.equals(AMOUNT_WAN);
        }
    }

    /** A row: code and printed label. */
    public record Matter(String code, String label) {}

    /** Of these rows: in force at the end = in force a year before + issued − ended. */
    public record Stock(List<String> rows, String issued, String ended, String inForce) {}

    /** 对外公开总数量 holds what of 本年新公开数量 is still public. */
    public record Publicity(String newly, String total) {}

    /** 上一年项目数量 + 本年增/减 are the items of this year, which the next year's report begins with. */
    public record Items(String before, String change) {}

    /** Codes of the rows that have a column. */
    public List<String> rowsWith(String column) {
        return clauses.stream()
                .filter(clause -> clause.codes().contains(column))
                .flatMap(clause -> clause.rows().stream())
                .map(Matter::code)
                .toList();
    }

    /** Codes of the columns that a row has. */
    public List<String> columnsOf(String row) {
        return clauses.stream()
                .filter(clause ->
                        clause.rows().stream().anyMatch(matter -> matter.code().equals(row)))
                .flatMap(clause -> clause.codes().stream())
                .toList();
    }
}
