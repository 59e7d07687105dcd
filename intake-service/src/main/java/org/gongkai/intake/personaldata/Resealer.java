package org.gongkai.intake.personaldata;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.UUID;
import java.util.function.LongConsumer;
import javax.sql.DataSource;

/**
 * Seals anew what another key than the primary sealed, a piece at a time, each its own transaction. What is done needs no
 * note: it is seen in the values themselves, so a run that breaks off is simply begun again. Replicas may run at once; a row
 * that somebody holds is left for the next run.
 */
final class Resealer {

    private static final int PIECE = 500;

    private final DataSource database;
    private final Seal seal;

    Resealer(DataSource database, Seal seal) {
        this.database = database;
        this.seal = seal;
    }

    /** How many rows another key sealed. */
    long waiting() throws SQLException {
        long rows = 0;
        try (Connection connection = database.getConnection()) {
            for (SealedTable table : SealedTable.ALL) {
                try (PreparedStatement statement = connection.prepareStatement(table.count())) {
                    prefixes(statement, 1, table);
                    try (ResultSet row = statement.executeQuery()) {
                        row.next();
                        rows += row.getLong(1);
                    }
                }
            }
        }
        return rows;
    }

    /** Goes through all tables once; the progress is told how many rows each piece had. */
    void run(LongConsumer progress) throws SQLException {
        for (SealedTable table : SealedTable.ALL) {
            Place place = new Place(new UUID(0, 0), 0, 0);
            do {
                place = piece(table, place);
                progress.accept(place.rows());
            } while (place.rows() == PIECE && !Thread.currentThread().isInterrupted());
        }
    }

    /** How far a run has come in a table. */
    private record Place(UUID record, long further, int rows) {}

    private Place piece(SealedTable table, Place after) throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                Place place = piece(connection, table, after);
                connection.commit();
                return place;
            } catch (SQLException | RuntimeException e) {
                connection.rollback();
                throw e;
            } finally {
                connection.setAutoCommit(true);
            }
        }
    }

    private Place piece(Connection connection, SealedTable table, Place after) throws SQLException {
        Place last = new Place(after.record(), after.further(), 0);
        try (PreparedStatement next = connection.prepareStatement(table.next());
                PreparedStatement update = connection.prepareStatement(table.update())) {
            next.setObject(1, after.record());
            next.setLong(2, after.further());
            int index = prefixes(next, 3, table);
            next.setInt(index, PIECE);
            try (ResultSet row = next.executeQuery()) {
                while (row.next()) {
                    last = new Place(row.getObject("record", UUID.class), row.getLong("further"), last.rows() + 1);
                    int field = 1;
                    for (String name : table.fields()) {
                        update.setBytes(field++, anew(row.getBytes(name), last.record(), name));
                    }
                    update.setObject(field++, last.record());
                    update.setLong(field, last.further());
                    update.addBatch();
                }
            }
            update.executeBatch();
        }
        return last;
    }

    private byte[] anew(byte[] sealed, UUID record, String field) {
        boolean current = sealed == null || Arrays.equals(seal.prefix(), Arrays.copyOf(sealed, Seal.PREFIX));
        return current ? sealed : seal.seal(seal.open(sealed, record, field), record, field);
    }

    private int prefixes(PreparedStatement statement, int first, SealedTable table) throws SQLException {
        int index = first;
        for (int i = 0; i < table.fields().size(); i++) {
            statement.setBytes(index++, seal.prefix());
        }
        return index;
    }
}
