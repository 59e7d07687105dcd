package org.gongkai.statistics.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.gongkai.statistics.lane.Lane;
import org.gongkai.statistics.lane.Position;

/** Ledgers in the database, and how a transaction chooses one. */
public final class LedgerTable {

    private LedgerTable() {}

    /** Number of the ledger that is live, as the connection's transaction sees it. */
    public static int live(Connection connection) throws SQLException {
        try (PreparedStatement read = connection.prepareStatement("SELECT live_ledger FROM public.counting");
                ResultSet row = read.executeQuery()) {
            row.next();
            return row.getInt(1);
        }
    }

    /** Lets the names of tables mean those of a ledger until the transaction ends, for reading. */
    static void readFrom(Connection connection, int ledger) throws SQLException {
        execute(
                connection,
                "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY; SET LOCAL search_path TO " + schema(ledger)
                        + ", public");
    }

    /**
     * Likewise for writing. A batch's rows are looked up in the order of their keys and never by reading a whole table,
     * which is what the planner would choose for a large batch.
     */
    static void writeTo(Connection connection, int ledger) throws SQLException {
        execute(
                connection,
                "SET LOCAL enable_hashjoin TO off; SET LOCAL enable_mergejoin TO off; SET LOCAL search_path TO "
                        + schema(ledger) + ", public");
    }

    /**
     * Makes an empty ledger beside the live one.
     *
     * @param rules version of the rules that it will be counted by
     * @param generation of the journal that it will count
     * @return its number
     */
    public static int make(Connection connection, int rules, int generation) throws SQLException {
        try (PreparedStatement make =
                connection.prepareStatement("SELECT make_ledger(live_ledger, ?, ?) FROM public.counting")) {
            make.setInt(1, rules);
            make.setInt(2, generation);
            try (ResultSet row = make.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        }
    }

    /** Drops a ledger with all its counts. */
    public static void drop(Connection connection, int ledger) throws SQLException {
        try (PreparedStatement drop = connection.prepareStatement("SELECT drop_ledger(?)")) {
            drop.setInt(1, ledger);
            drop.executeQuery().close();
        }
    }

    /** Ledgers that are neither live nor being filled, and were live last before a moment or never. */
    public static List<Integer> left(Connection connection, OffsetDateTime before) throws SQLException {
        List<Integer> left = new ArrayList<>();
        try (PreparedStatement read = connection.prepareStatement("""
                SELECT number FROM ledger
                WHERE number <> (SELECT live_ledger FROM counting)
                    AND coalesce(retired_at, '-infinity') < ?
                    AND number NOT IN (SELECT ledger FROM recount WHERE ledger IS NOT NULL AND state = 'COUNTING')
                ORDER BY number
                """)) {
            read.setObject(1, before);
            try (ResultSet row = read.executeQuery()) {
                while (row.next()) {
                    left.add(row.getInt(1));
                }
            }
        }
        return left;
    }

    /** Version of the rules that the live ledger was counted by. */
    public static int liveRules(Connection connection) throws SQLException {
        try (PreparedStatement read = connection.prepareStatement(
                        "SELECT rules FROM ledger JOIN counting ON counting.live_ledger = ledger.number");
                ResultSet row = read.executeQuery()) {
            row.next();
            return row.getInt(1);
        }
    }

    /** Says by which rules an empty live ledger will be counted. */
    public static void setLiveRules(Connection connection, int rules) throws SQLException {
        try (PreparedStatement set = connection.prepareStatement(
                "UPDATE ledger SET rules = ? WHERE number = (SELECT live_ledger FROM counting)")) {
            set.setInt(1, rules);
            set.executeUpdate();
        }
    }

    /**
     * Locks all lanes of the live ledger until the transaction ends, so that nobody counts meanwhile.
     *
     * @return its position
     */
    public static Position holdLive(Connection connection, int live) throws SQLException {
        long[] positions = new long[Lane.COUNT];
        int generation = 0;
        try (PreparedStatement hold = connection.prepareStatement(
                        "SELECT lane, position, generation FROM " + schema(live) + ".lane ORDER BY lane FOR UPDATE");
                ResultSet row = hold.executeQuery()) {
            while (row.next()) {
                positions[row.getInt(1)] = row.getLong(2);
                generation = row.getInt(3);
            }
        }
        return Position.of(generation, positions);
    }

    /**
     * Makes another ledger the live one, in the transaction that holds the lanes of the one before. Those who wait for its
     * lanes find them retired: their generation is negative, and no batch starts from there.
     */
    public static void swap(Connection connection, int live, int next, OffsetDateTime now) throws SQLException {
        String before = schema(live);
        String after = schema(next);
        try (Statement swap = connection.createStatement()) {
            // What had no number is known by where it lay in the topic; what had one keeps the id that operators know.
            swap.execute("INSERT INTO " + after + ".unreadable_fact SELECT * FROM " + before
                    + ".unreadable_fact WHERE lane IS NULL ON CONFLICT DO NOTHING");
            swap.execute("UPDATE " + after + ".unreadable_fact AS again SET id = known.id FROM " + before
                    + ".unreadable_fact AS known WHERE known.generation = again.generation AND known.lane = again.lane"
                    + " AND known.position = again.position");
            swap.execute("UPDATE " + before + ".lane SET generation = -generation");
        }
        try (PreparedStatement swap = connection.prepareStatement("""
                UPDATE counting SET live_ledger = ?, newer_generation = CASE
                    WHEN newer_generation > (SELECT max(generation) FROM %s.lane) THEN newer_generation END
                WHERE live_ledger = ?
                """.formatted(after))) {
            swap.setInt(1, next);
            swap.setInt(2, live);
            if (swap.executeUpdate() != 1) {
                throw new SQLException("another ledger than " + live + " is live");
            }
        }
        try (PreparedStatement retire =
                connection.prepareStatement("UPDATE ledger SET retired_at = ? WHERE number = ?")) {
            retire.setObject(1, now);
            retire.setInt(2, live);
            retire.executeUpdate();
        }
    }

    /** Schema of a ledger. */
    public static String schema(int ledger) {
        return "ledger_" + ledger;
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
