package org.gongkai.statistics.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.gongkai.statistics.lane.LaneTable;
import org.gongkai.statistics.lane.Standing;

/** Transactions in a ledger. */
@ApplicationScoped
public class Ledgers {

    /** A table of a ledger that was dropped meanwhile. */
    private static final String UNDEFINED_TABLE = "42P01";

    private final DataSource database;
    /** Number of the ledger that was live when it was last looked at; 0 before. */
    private volatile int lastLive;

    Ledgers(DataSource database) {
        this.database = database;
    }

    /** What is read in a transaction. */
    public interface Reading<T, E extends Exception> {
        /** Reads. */
        T in(Connection connection, Standing standing) throws SQLException, E;
    }

    /** What is written in a transaction. */
    public interface Writing<T, E extends Exception> {
        /** Writes; empty: the transaction is rolled back. */
        Optional<T> in(Connection connection) throws SQLException, E;
    }

    /**
     * Reads the live ledger in a repeatable snapshot. The number of the ledger is read in the same snapshot as its figures:
     * where another has become live since it was last looked at, the snapshot is thrown away and taken again.
     */
    public <T, E extends Exception> T read(Reading<T, E> reading) throws SQLException, E {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                int ledger = lastLive;
                while (true) {
                    if (ledger == 0) {
                        ledger = LedgerTable.live(connection);
                        connection.rollback();
                    }
                    LedgerTable.readFrom(connection, ledger);
                    Optional<Standing> standing = standing(connection);
                    if (standing.isPresent() && standing.get().ledger() == ledger) {
                        lastLive = ledger;
                        return reading.in(connection, standing.get());
                    }
                    connection.rollback();
                    ledger = standing.map(Standing::ledger).orElse(0);
                }
            } finally {
                connection.rollback();
            }
        }
    }

    /** How far the live ledger has come. */
    public Standing standing() throws SQLException {
        return read((connection, standing) -> standing);
    }

    /** How far a ledger has come, live or not. */
    public Standing standing(int ledger) throws SQLException {
        return readFrom(ledger, (connection, standing) -> standing);
    }

    /** Reads a ledger, live or not, in a repeatable snapshot. */
    public <T, E extends Exception> T readFrom(int ledger, Reading<T, E> reading) throws SQLException, E {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                LedgerTable.readFrom(connection, ledger);
                return reading.in(connection, LaneTable.read(connection));
            } finally {
                connection.rollback();
            }
        }
    }

    /** Writes to a ledger in a transaction, which is committed where the work has a result. */
    public <T, E extends Exception> Optional<T> write(int ledger, Writing<T, E> writing) throws SQLException, E {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                LedgerTable.writeTo(connection, ledger);
                Optional<T> result = writing.in(connection);
                if (result.isPresent()) {
                    connection.commit();
                }
                return result;
            } finally {
                rollBack(connection);
            }
        }
    }

    /** After a commit this ends nothing; after a failure its own failure would hide the cause. */
    private static void rollBack(Connection connection) {
        try {
            connection.rollback();
        } catch (SQLException gone) {
            // the connection is thrown away by the pool, and the server ends its transaction
            return;
        }
    }

    private static Optional<Standing> standing(Connection connection) throws SQLException {
        try {
            return Optional.of(LaneTable.read(connection));
        } catch (SQLException failure) {
            if (UNDEFINED_TABLE.equals(failure.getSQLState())) {
                return Optional.empty();
            }
            throw failure;
        }
    }
}
