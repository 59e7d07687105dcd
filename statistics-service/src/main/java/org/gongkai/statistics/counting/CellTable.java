package org.gongkai.statistics.counting;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;

/** Adds deltas to the cells: one statement for a whole batch. */
public final class CellTable {

    private static final String ADD = """
            INSERT INTO cell AS held (organisation, year, month, measure, category, applicant_type, amount)
            SELECT * FROM unnest(?::text[], ?::smallint[], ?::smallint[], ?::text[], ?::text[], ?::text[], ?::bigint[])
            ON CONFLICT (organisation, year, month, measure, category, applicant_type)
            DO UPDATE SET amount = held.amount + excluded.amount
            """;

    private CellTable() {}

    /**
     * Adds deltas in the connection's transaction.
     *
     * @param deltas one per cell, in key order: rows are locked in the order in which they come
     */
    public static void add(Connection connection, List<Delta> deltas) throws SQLException {
        if (deltas.isEmpty()) {
            return;
        }
        try (PreparedStatement add = connection.prepareStatement(ADD)) {
            add.setArray(
                    1,
                    connection.createArrayOf(
                            "text", column(deltas, delta -> delta.cell().organisation())));
            add.setArray(
                    2,
                    connection.createArrayOf(
                            "int2", column(deltas, delta -> delta.cell().year())));
            add.setArray(
                    3,
                    connection.createArrayOf(
                            "int2", column(deltas, delta -> delta.cell().month())));
            add.setArray(
                    4,
                    connection.createArrayOf(
                            "text",
                            column(deltas, delta -> delta.cell().measure().name())));
            add.setArray(
                    5,
                    connection.createArrayOf(
                            "text", column(deltas, delta -> delta.cell().category())));
            add.setArray(
                    6,
                    connection.createArrayOf(
                            "text", column(deltas, delta -> delta.cell().applicantType())));
            add.setArray(7, connection.createArrayOf("int8", column(deltas, Delta::amount)));
            add.executeUpdate();
        }
    }

    private static Object[] column(List<Delta> deltas, Function<Delta, Object> value) {
        return deltas.stream().map(value).toArray();
    }
}
