package org.gongkai.statistics.confirmation;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;

/** Marks in the database: one statement for a whole batch. */
public final class YearMarkTable {

    // What was counted before a confirmation came does not matter to it, so a year that nobody has confirmed yet needs
    // no
    // mark; unless a fact of the body could not be read: that could be a confirmation, and be counted later than this.
    private static final String KEEP = """
            MERGE INTO year_mark AS held
            USING (SELECT * FROM unnest(?::integer[], ?::smallint[], ?::bigint[], ?::bigint[], ?::date[], ?::boolean[],
                    ?::text[])) AS mark (organisation, year, counted_at, confirmed_at, confirmed_on, nil, code)
            ON held.organisation = mark.organisation AND held.year = mark.year
            WHEN MATCHED THEN UPDATE SET
                counted_at = greatest(held.counted_at, mark.counted_at),
                confirmed_at = greatest(held.confirmed_at, mark.confirmed_at),
                confirmed_on = CASE WHEN mark.confirmed_at > held.confirmed_at
                    THEN mark.confirmed_on ELSE held.confirmed_on END,
                nil = CASE WHEN mark.confirmed_at > held.confirmed_at THEN mark.nil ELSE held.nil END
            WHEN NOT MATCHED AND (mark.confirmed_at > 0
                    OR mark.code IN (SELECT organisation FROM unreadable_fact)
                    OR EXISTS (SELECT 1 FROM unreadable_fact WHERE organisation IS NULL))
                THEN INSERT (organisation, year, counted_at, confirmed_at, confirmed_on, nil)
                VALUES (mark.organisation, mark.year, mark.counted_at, mark.confirmed_at, mark.confirmed_on, mark.nil)
            """;

    private YearMarkTable() {}

    /**
     * Keeps the later of each kind in the connection's transaction, which holds the locks of the bodies' lanes and has
     * stored the facts of the batch that can't be read.
     *
     * @param marks one per body and year
     * @param organisations number of the body of each
     */
    public static void keep(Connection connection, List<YearMark> marks, int[] organisations) throws SQLException {
        if (marks.isEmpty()) {
            return;
        }
        try (PreparedStatement keep = connection.prepareStatement(KEEP)) {
            keep.setObject(1, organisations);
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
            keep.setArray(7, connection.createArrayOf("text", column(marks, YearMark::organisation)));
            keep.executeUpdate();
        }
    }

    private static Object[] column(List<YearMark> marks, Function<YearMark, Object> value) {
        return marks.stream().map(value).toArray();
    }
}
