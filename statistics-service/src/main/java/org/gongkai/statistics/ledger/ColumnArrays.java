package org.gongkai.statistics.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Writes rows by one statement that takes an array for each column. */
public final class ColumnArrays {

    private ColumnArrays() {}

    /**
     * One column.
     *
     * @param type PostgreSQL's name of its elements' type
     * @param value of a row
     */
    public record Column<R>(String type, Function<R, @Nullable Object> value) {}

    /** Executes the statement with the columns as its parameters, in order; nothing where there is no row. */
    public static <R> void write(
            Connection connection, String sql, Collection<? extends R> rows, List<Column<R>> columns)
            throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < columns.size(); i++) {
                Column<R> column = columns.get(i);
                statement.setArray(
                        i + 1,
                        connection.createArrayOf(
                                column.type(), rows.stream().map(column.value()).toArray()));
            }
            statement.executeUpdate();
        }
    }
}
