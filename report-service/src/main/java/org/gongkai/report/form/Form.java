package org.gongkai.report.form;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.ArrayList;
import java.util.List;

/**
 * An edition of the official form.
 *
 * @param form the year from which it is in force
 * @param source the notice that issued it
 * @param title with {@code {name}} and {@code {year}}
 * @param sections titles of the six sections, in order
 * @param proactive table two
 * @param applications table three
 * @param disputes table four
 * @param cells every cell of tables two to four, in order; what is handed in is not looked at
 */
public record Form(
        String form,
        String source,
        String title,
        List<String> sections,
        ProactiveTable proactive,
        ApplicationsTable applications,
        DisputesTable disputes,
        List<FormCell> cells) {

    /** The report's title for an organisation and a year. */
    public String titleOf(String name, int year) {
        return title.replace("{name}", name).replace("{year}", Integer.toString(year));
    }

    /** The title of a section, counted from 1. */
    public String sectionTitle(int number) {
        return sections.get(number - 1);
    }

    /** Puts the cells in order once: every report asks for them, many times. */
    public Form {
        cells = cellsOf(proactive, applications, disputes);
    }

    private static List<FormCell> cellsOf(
            ProactiveTable proactive, ApplicationsTable applications, DisputesTable disputes) {
        List<FormCell> cells = new ArrayList<>();
        for (ProactiveTable.Clause clause : proactive.clauses()) {
            for (ProactiveTable.Matter row : clause.rows()) {
                clause.columns()
                        .forEach(column -> cells.add(FormCell.of(
                                FormCell.PROACTIVE,
                                row.code(),
                                column.code(),
                                row.label(),
                                column.label(),
                                column.amount()
                                        ? FormCell.Content.AMOUNT
                                        : column.signed() ? FormCell.Content.CHANGE : FormCell.Content.COUNT)));
            }
        }
        for (Row row : applications.rows()) {
            applications
                    .columns()
                    .forEach(column -> cells.add(
                            count(FormCell.APPLICATIONS, row.code(), column.code(), row.label(), column.label())));
        }
        for (DisputesTable.Block block : disputes.blocks()) {
            disputes.columns()
                    .forEach(column -> cells.add(
                            count(FormCell.DISPUTES, block.code(), column.code(), block.label(), column.label())));
        }
        return List.copyOf(cells);
    }

    private static FormCell count(String table, String row, String column, String rowLabel, String columnLabel) {
        return FormCell.of(table, row, column, rowLabel, columnLabel, FormCell.Content.COUNT);
    }

    /**
     * 收到和处理政府信息公开申请情况.
     *
     * @param section in which section it stands
     * @param note printed above it
     * @param columns applicant types and their sum, in order
     * @param rows in order
     * @param balance rows whose sums are equal in every column
     * @param resultTotal the row that is the sum of the outcome rows
     * @param columnTotal the column that is the sum of the others
     * @param opening the row that was the closing of the year before
     * @param closing the row that will be the opening of the next year
     * @param unit of every cell
     * @param groups of outcomes, as section one speaks of them; every outcome is in exactly one
     */
    public record ApplicationsTable(
            int section,
            String note,
            List<Column> columns,
            List<Row> rows,
            Balance balance,
            String resultTotal,
            String columnTotal,
            String opening,
            String closing,
            String unit,
            List<OutcomeGroup> groups) {

        /** Codes of the rows that are outcomes. */
        public List<String> outcomes() {
            return rows.stream().filter(Row::outcome).map(Row::code).toList();
        }

        /** Codes of the columns that are not the sum. */
        public List<String> parts() {
            return columns.stream()
                    .map(Column::code)
                    .filter(code -> !code.equals(columnTotal))
                    .toList();
        }
    }

    /** A column: code, printed label, and the heading that it stands under, or null. */
    public record Column(String code, String label, String group) {}

    /** A row: code, printed label, the part and the group that it stands in, or null, and whether it is an outcome. */
    @JsonIgnoreProperties(ignoreUnknown = false)
    public record Row(String code, String label, String part, String group, boolean outcome) {}

    /** Two sums of rows that are equal: the printed 勾稽关系. */
    public record Balance(List<String> left, List<String> right) {}

    /** Outcomes that section one puts together: code, label, outcome codes. */
    public record OutcomeGroup(String code, String label, List<String> rows) {}
}
