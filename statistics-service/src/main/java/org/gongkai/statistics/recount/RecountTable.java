package org.gongkai.statistics.recount;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Recounts in the database. */
final class RecountTable {

    private static final String COLUMNS =
            "id, purpose, cause, state, requested_by, requested_at, started_at, ended_at, generation, ledger, position, facts,"
                    + " cells_compared, cells_differing, others_differing, failure";

    private RecountTable() {}

    static void add(Connection connection, Recount recount) throws SQLException {
        try (PreparedStatement add = connection.prepareStatement(
                "INSERT INTO recount (id, purpose, cause, state, requested_by, requested_at) VALUES (?, ?, ?, ?, ?, ?)")) {
            add.setObject(1, recount.id());
            add.setString(2, recount.purpose().name());
            add.setString(3, recount.cause().name());
            add.setString(4, recount.state().name());
            add.setString(5, recount.requestedBy());
            add.setObject(6, recount.requestedAt());
            add.executeUpdate();
        }
    }

    /** The oldest that has not ended. */
    static Optional<Recount> oldestUnended(Connection connection, @Nullable Purpose purpose) throws SQLException {
        return read(
                        connection,
                        "WHERE state IN ('WAITING', 'COUNTING') AND purpose = coalesce(?, purpose)"
                                + " ORDER BY requested_at, id LIMIT 1",
                        purpose == null ? null : purpose.name())
                .stream()
                .findFirst();
    }

    static Optional<Recount> byId(Connection connection, UUID id) throws SQLException {
        return read(connection, "WHERE id = ?", id).stream().findFirst();
    }

    /** Takes one for the rest of the transaction; false where it has ended meanwhile. */
    static boolean take(Connection connection, UUID id) throws SQLException {
        try (PreparedStatement take =
                connection.prepareStatement("SELECT 1 FROM recount WHERE id = ? AND state = 'COUNTING' FOR UPDATE")) {
            take.setObject(1, id);
            try (ResultSet row = take.executeQuery()) {
                return row.next();
            }
        }
    }

    /** Notes that it has begun, with the ledger that it fills. */
    static void begin(Connection connection, UUID id, int generation, int ledger, OffsetDateTime now)
            throws SQLException {
        try (PreparedStatement begin = connection.prepareStatement(
                "UPDATE recount SET state = 'COUNTING', generation = ?, ledger = ?, started_at = ? WHERE id = ?")) {
            begin.setInt(1, generation);
            begin.setInt(2, ledger);
            begin.setObject(3, now);
            begin.setObject(4, id);
            begin.executeUpdate();
        }
    }

    /** Notes what was found. */
    static void compared(Connection connection, UUID id, Recount.Comparison found, List<Difference> differences)
            throws SQLException {
        try (PreparedStatement note = connection.prepareStatement("""
                UPDATE recount SET position = ?, facts = ?, cells_compared = ?, cells_differing = ?, others_differing = ?
                WHERE id = ?
                """)) {
            note.setString(1, found.position());
            note.setLong(2, found.facts());
            note.setObject(3, found.cellsCompared());
            note.setObject(4, found.cellsDiffering());
            note.setObject(5, found.othersDiffering());
            note.setObject(6, id);
            note.executeUpdate();
        }
        try (PreparedStatement delete =
                connection.prepareStatement("DELETE FROM recount_difference WHERE recount = ?")) {
            delete.setObject(1, id);
            delete.executeUpdate();
        }
        try (PreparedStatement add = connection.prepareStatement(
                "INSERT INTO recount_difference (recount, number, organisation, year, month, measure, category,"
                        + " applicant_type, live, recounted) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            for (int i = 0; i < differences.size(); i++) {
                Difference difference = differences.get(i);
                add.setObject(1, id);
                add.setInt(2, i + 1);
                add.setString(3, difference.organisation());
                add.setObject(4, difference.year());
                add.setObject(5, difference.month());
                add.setString(6, difference.measure());
                add.setString(7, difference.category());
                add.setString(8, difference.applicantType());
                add.setString(9, difference.live());
                add.setString(10, difference.recounted());
                add.addBatch();
            }
            add.executeBatch();
        }
    }

    /** Notes that it has ended. */
    static void end(Connection connection, UUID id, State state, @Nullable String failure, OffsetDateTime now)
            throws SQLException {
        try (PreparedStatement end =
                connection.prepareStatement("UPDATE recount SET state = ?, failure = ?, ended_at = ? WHERE id = ?")) {
            end.setString(1, state.name());
            end.setString(2, failure);
            end.setObject(3, now);
            end.setObject(4, id);
            end.executeUpdate();
        }
    }

    /** The first differences that were found. */
    static List<Difference> differences(Connection connection, UUID id) throws SQLException {
        List<Difference> differences = new ArrayList<>();
        try (PreparedStatement read = connection.prepareStatement("""
                SELECT organisation, year, month, measure, category, applicant_type, live, recounted
                FROM recount_difference WHERE recount = ? ORDER BY number
                """)) {
            read.setObject(1, id);
            try (ResultSet row = read.executeQuery()) {
                while (row.next()) {
                    differences.add(new Difference(
                            row.getString(1),
                            row.getObject(2, Integer.class),
                            row.getObject(3, Integer.class),
                            row.getString(4),
                            row.getString(5),
                            row.getString(6),
                            row.getString(7),
                            row.getString(8)));
                }
            }
        }
        return differences;
    }

    private static List<Recount> read(Connection connection, String condition, @Nullable Object parameter)
            throws SQLException {
        List<Recount> recounts = new ArrayList<>();
        try (PreparedStatement read = connection.prepareStatement("SELECT " + COLUMNS + " FROM recount " + condition)) {
            read.setObject(1, parameter);
            try (ResultSet row = read.executeQuery()) {
                while (row.next()) {
                    recounts.add(new Recount(
                            row.getObject("id", UUID.class),
                            Purpose.valueOf(row.getString("purpose")),
                            Cause.valueOf(row.getString("cause")),
                            State.valueOf(row.getString("state")),
                            row.getString("requested_by"),
                            row.getObject("requested_at", OffsetDateTime.class),
                            row.getObject("started_at", OffsetDateTime.class),
                            row.getObject("ended_at", OffsetDateTime.class),
                            row.getObject("generation", Integer.class),
                            row.getObject("ledger", Integer.class),
                            row.getString("position"),
                            row.getObject("facts", Long.class),
                            row.getObject("cells_compared", Long.class),
                            row.getObject("cells_differing", Long.class),
                            row.getObject("others_differing", Long.class),
                            row.getString("failure")));
                }
            }
        }
        return recounts;
    }
}
