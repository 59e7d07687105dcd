package org.gongkai.intake.relay;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import org.gongkai.intake.journal.Journal;
import org.gongkai.intake.journal.JournalRow;
import org.gongkai.intake.journal.Lane;

/**
 * The relay's side of the journal: which lanes this replica holds, what there is to publish on them, and the note of what
 * Kafka has acknowledged. Lanes are held by advisory locks of one connection; two holders at once would do no harm, since
 * dense numbers make repeats visible.
 */
final class RelayedLanes implements AutoCloseable {

    private static final int LOCK_CLASS = 0x676b;
    private static final String UNPUBLISHED = "SELECT " + qualified()
            + " FROM (SELECT l.lane, n.position FROM lane l JOIN relay_note n USING (lane)"
            + " WHERE l.position > n.position AND l.lane = ANY (?)) AS news"
            + " CROSS JOIN LATERAL (SELECT * FROM journal WHERE journal.lane = news.lane"
            + " AND journal.position > news.position ORDER BY journal.position LIMIT ?) AS row"
            + " ORDER BY row.lane, row.position";
    /**
     * Does not wait for the disk, in its own transaction alone: a note that a crash takes back makes some facts be published
     * twice, which is allowed, and every wait for the disk here would be one that writes must share.
     */
    private static final String NOTE = "UPDATE relay_note SET position = greatest(relay_note.position, sent.position)"
            + " FROM unnest(?::smallint[], ?::bigint[]) AS sent (lane, position),"
            + " (SELECT set_config('synchronous_commit', 'off', true)) AS here WHERE relay_note.lane = sent.lane";

    private final Connection connection;
    private final BitSet held = new BitSet(Lane.COUNT);

    RelayedLanes(Connection connection) {
        this.connection = connection;
    }

    /** Tries to hold the lanes that nobody holds. */
    void hold() throws SQLException {
        if (held.cardinality() == Lane.COUNT) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement("SELECT pg_try_advisory_lock(?, ?)")) {
            for (int lane = held.nextClearBit(0); lane < Lane.COUNT; lane = held.nextClearBit(lane + 1)) {
                statement.setInt(1, LOCK_CLASS);
                statement.setInt(2, lane);
                try (ResultSet row = statement.executeQuery()) {
                    row.next();
                    held.set(lane, row.getBoolean(1));
                }
            }
        }
    }

    /** The first rows after the note of each held lane, ordered by lane and position. */
    List<JournalRow> unpublished(int limitPerLane) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(UNPUBLISHED)) {
            statement.setArray(
                    1,
                    connection.createArrayOf("smallint", held.stream().boxed().toArray()));
            statement.setInt(2, limitPerLane);
            return Journal.rows(statement);
        }
    }

    /** Notes, by lane, up to where Kafka has acknowledged. */
    void note(Map<Integer, Long> acknowledged) throws SQLException {
        if (acknowledged.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(NOTE)) {
            statement.setArray(
                    1,
                    connection.createArrayOf("smallint", acknowledged.keySet().toArray()));
            statement.setArray(
                    2, connection.createArrayOf("bigint", acknowledged.values().toArray()));
            statement.executeUpdate();
        }
    }

    @Override
    public void close() throws SQLException {
        // the connection goes back to a pool, and must not hold the lanes there
        try (connection;
                Statement statement = connection.createStatement()) {
            statement.execute("SELECT pg_advisory_unlock_all()");
        }
    }

    private static String qualified() {
        return "row." + JournalRow.COLUMNS.replace(", ", ", row.");
    }
}
