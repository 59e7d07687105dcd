package org.gongkai.statistics.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

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
