package org.gongkai.acceptance.faults;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.TimeUnit;
import org.gongkai.local.LocalSystem;

/** Waits until a kill of a part would interrupt something, kills it then, and says what it was. */
final class UnderWay {

    /** Transactions of a service that have written something. */
    private static final String WRITING =
            " FROM pg_stat_activity WHERE application_name = 'gongkai-%s' AND backend_xid IS NOT NULL";

    private static final String NOT_PUBLISHED =
            "SELECT coalesce(sum(l.position - n.position), 0) FROM lane l JOIN relay_note n USING (lane)";
    private static final long PATIENCE_SECONDS = 30;

    private final LocalSystem system;
    private final StubbornClient client;

    UnderWay(LocalSystem system, StubbornClient client) {
        this.system = system;
        this.client = client;
    }

    /**
     * What a kill met.
     *
     * @param words for the reader
     * @param interrupted whether something was under way
     */
    record Met(String words, boolean interrupted) {}

    /** Kills at the next moment at which something is under way. */
    Met kill(String part) throws SQLException, InterruptedException {
        return switch (part) {
            case "statistics" -> killWithBatchOpen();
            case "kafka" -> killWithCalls(part, NOT_PUBLISHED, "facts not yet acknowledged by Kafka");
            default ->
                killWithCalls(
                        part, "SELECT count(*)" + WRITING.formatted("intake"), "writing transactions of intake open");
        };
    }

    private Met killWithCalls(String part, String query, String what) throws SQLException, InterruptedException {
        try (Connection connection = DriverManager.getConnection(system.jdbcUrl("intake"));
                Statement statement = connection.createStatement()) {
            long deadline = deadline();
            long more;
            long calls;
            do {
                more = Long.parseLong(single(statement, query));
                calls = client.inFlight();
                if (System.nanoTime() > deadline) {
                    throw new IllegalStateException("nothing to interrupt: " + calls + " calls, " + more + " " + what);
                }
            } while (more == 0 || calls == 0);
            system.kill(part);
            return new Met(calls + " calls in flight, " + more + " " + what, true);
        }
    }

    /** A batch seen open may be committed before the signal arrives; the database knows afterwards. */
    private Met killWithBatchOpen() throws SQLException, InterruptedException {
        try (Connection connection = DriverManager.getConnection(system.jdbcUrl("statistics"));
                Statement statement = connection.createStatement()) {
            long deadline = deadline();
            String batch;
            do {
                batch = single(statement, "SELECT max(backend_xid::text)" + WRITING.formatted("statistics"));
                if (System.nanoTime() > deadline) {
                    throw new IllegalStateException("statistics had no batch open for " + PATIENCE_SECONDS + " s");
                }
            } while (batch == null);
            system.kill("statistics");
            // a transaction's short number is its full one in a server that has not yet counted to 2^32
            String status;
            do {
                TimeUnit.MILLISECONDS.sleep(5);
                status = single(statement, "SELECT pg_xact_status('" + batch + "'::xid8)");
            } while (status.equals("in progress") && System.nanoTime() < deadline);
            boolean rolledBack = status.equals("aborted");
            return new Met(
                    "a batch open, " + (rolledBack ? "rolled back by the kill" : status + " just before the kill"),
                    rolledBack);
        }
    }

    private static long deadline() {
        return System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    }

    private static String single(Statement statement, String query) throws SQLException {
        try (ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
