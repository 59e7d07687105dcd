package org.gongkai.statistics.confirmation;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;

/** Marks in the database: one statement for a whole batch. */
public final class YearMarkTable {

    private static final String KEEP = """
            INSERT INTO year_mark AS held (organisation, year, counted_at, confirmed_at, confirmed_on, nil)
            SELECT * FROM unnest(?::text[], ?::smallint[], ?::bigint[], ?::bigint[], ?::date[], ?::boolean[])
            ON CONFLICT (organisation, year) DO UPDATE SET
                counted_at = greatest(held.counted_at, excluded.counted_at),
                confirmed_at = greatest(held.confirmed_at, excluded.confirmed_at),
                confirmed_on = CASE WHEN excluded.confirmed_at > held.confirmed_at
                    THEN excluded.confirmed_on ELSE held.confirmed_on END,
                nil = CASE WHEN excluded.confirmed_at > held.confirmed_at THEN excluded.nil ELSE held.nil END
            """;

    private YearMarkTable() {}

    /**
     * Keeps the later of each kind in the connection's transaction.
     *
     * @param marks one per body and year, in key order: rows are locked in the order in which they come
     */
    public static void keep(Connection connection, List<YearMark> marks) throws SQLException {
        if (marks.isEmpty()) {
            return;
        }
        try (PreparedStatement keep = connection.prepareStatement(KEEP)) {
            keep.setArray(1, connection.createArrayOf("text", column(marks, YearMark::organisation)));
            keep.setArray(2, connection.createArrayOf("int2", column(marks, YearMark::year)));
            keep.setArray(3, connection.createArrayOf("int8", column(marks, YearMark::countedAt)));
            keep.setArray(4, connection.createArrayOf("int8", column(marks, YearMark::confirmedAt)));
            keep.setArray(
                    5,
                    connection.createArrayOf(
                            "date",
                            column(
                                    marks,
                                    mark -> mark.confirmedOn() == null
                                            ? null
                                            : mark.confirmedOn().toString())));
            keep.setArray(6, connection.createArrayOf("bool", column(marks, YearMark::nil)));
            keep.executeUpdate();
        }
    }

    private static Object[] column(List<YearMark> marks, Function<YearMark, Object> value) {
        return marks.stream().map(value).toArray();
    }
}
