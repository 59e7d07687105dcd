package org.gongkai.statistics.confirmation;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.gongkai.statistics.ledger.ColumnArrays;
import org.gongkai.statistics.ledger.ColumnArrays.Column;
import org.gongkai.statistics.unreadable.UnreadableTable;

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

    private static final String COUNT = """
            UPDATE year_mark AS held SET counted_at = mark.counted_at
            FROM (SELECT * FROM unnest(?::integer[], ?::smallint[], ?::bigint[])) AS mark (organisation, year, counted_at)
            WHERE held.organisation = mark.organisation AND held.year = mark.year AND held.counted_at < mark.counted_at
            """;

    private static final List<Column<Numbered>> COLUMNS = List.of(
            new Column<>("int4", Numbered::organisation),
            new Column<>("int2", numbered -> numbered.mark().year()),
            new Column<>("int8", numbered -> numbered.mark().countedAt()),
            new Column<>("int8", numbered -> numbered.mark().confirmedAt()),
            new Column<>("date", numbered -> Objects.toString(numbered.mark().confirmedOn(), null)),
            new Column<>("bool", numbered -> numbered.mark().nil()),
            new Column<>("text", numbered -> numbered.mark().organisation()));

    private YearMarkTable() {}

    private record Numbered(int organisation, YearMark mark) {}

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
        boolean someUnread = UnreadableTable.count(connection, 1) > 0;
        List<Numbered> merged = new ArrayList<>();
        // A batch may touch as many years as it has facts, and nearly all of them need no mark: those go the short way.
        List<Numbered> counted = new ArrayList<>();
        for (int i = 0; i < organisations.length; i++) {
            YearMark mark = marks.get(i);
            (someUnread || mark.confirmedAt() > 0 ? merged : counted).add(new Numbered(organisations[i], mark));
        }
        ColumnArrays.write(connection, KEEP, merged, COLUMNS);
        if (!counted.isEmpty()) {
            count(connection, counted);
        }
    }

    private static void count(Connection connection, List<Numbered> marks) throws SQLException {
        int[] organisations = new int[marks.size()];
        short[] years = new short[organisations.length];
        long[] positions = new long[organisations.length];
        for (int i = 0; i < organisations.length; i++) {
            organisations[i] = marks.get(i).organisation();
            years[i] = (short) marks.get(i).mark().year();
            positions[i] = marks.get(i).mark().countedAt();
        }
        try (PreparedStatement count = connection.prepareStatement(COUNT)) {
            count.setObject(1, organisations);
            count.setObject(2, years);
            count.setObject(3, positions);
            count.executeUpdate();
        }
    }
}
