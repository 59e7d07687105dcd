package org.gongkai.statistics.testing;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** The tables of the ledger that is live, for tests that look or write past the service. */
public final class LiveLedger {

    private LiveLedger() {}

    /** Lets the names of tables mean the live ledger's in the transaction of the connection. */
    public static void use(Connection connection) throws SQLException {
        try (Statement use = connection.createStatement()) {
            use.execute("SELECT set_config('search_path', 'ledger_' || live_ledger || ', public', true) FROM counting");
        }
    }

    /** One number, in a transaction of its own. */
    public static long number(DataSource database, String sql) {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            use(connection);
            try (Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery(sql)) {
                row.next();
                return row.getLong(1);
            } finally {
                connection.rollback();
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Runs a statement in a transaction of its own. */
    public static void execute(DataSource database, String sql) {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            use(connection);
            try (Statement statement = connection.createStatement()) {
                statement.execute(sql);
            }
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Mends the value of an unreadable fact, as a newer version of the service would read it. */
    public static void mend(DataSource database, String id, String value) throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            use(connection);
            try (PreparedStatement mend =
                    connection.prepareStatement("UPDATE unreadable_fact SET value = ? WHERE id = ?::uuid")) {
                mend.setBytes(1, value.getBytes(StandardCharsets.UTF_8));
                mend.setString(2, id);
                mend.executeUpdate();
            }
            connection.commit();
        }
    }

    /** Adds one received of a natural person by the internet in March 2021, as another replica would. */
    public static void addReceived(Connection connection, String organisation) throws SQLException {
        use(connection);
        try (PreparedStatement number = connection.prepareStatement(
                "INSERT INTO organisation_number (code) VALUES (?) ON CONFLICT DO NOTHING")) {
            number.setString(1, organisation);
            number.executeUpdate();
        }
        try (PreparedStatement add = connection.prepareStatement("""
                INSERT INTO kind (measure, category, applicant_type) VALUES ('RECEIVED', 'ONLINE', 'NATURAL_PERSON')
                ON CONFLICT DO NOTHING
                """)) {
            add.executeUpdate();
        }
        try (PreparedStatement stamp = connection.prepareStatement("""
                INSERT INTO stamp AS held (organisation, stamp)
                SELECT number, floor(random() * 1e15)::bigint FROM organisation_number WHERE code = ?
                ON CONFLICT (organisation) DO UPDATE SET stamp = excluded.stamp
                """)) {
            stamp.setString(1, organisation);
            stamp.executeUpdate();
        }
        try (PreparedStatement add = connection.prepareStatement("""
                INSERT INTO cell AS held (key, amount)
                SELECT (organisation_number.number::bigint << 32) | ((121 * 12 + 2) << 16) | kind.number, 1
                FROM organisation_number, kind
                WHERE code = ? AND (measure, category, applicant_type) = ('RECEIVED', 'ONLINE', 'NATURAL_PERSON')
                ON CONFLICT (key) DO UPDATE SET amount = held.amount + 1
                """)) {
            add.setString(1, organisation);
            add.executeUpdate();
        }
    }
}
