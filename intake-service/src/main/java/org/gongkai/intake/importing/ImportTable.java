package org.gongkai.intake.importing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.gongkai.intake.importing.ImportRun.State;
import org.gongkai.intake.importing.ImportRun.Tally;
import org.gongkai.intake.journal.Positions;
import org.gongkai.intake.problem.NotedRefusal;
import org.gongkai.intake.problem.Refusal;

/** Imports under way and done. */
@ApplicationScoped
class ImportTable {

    private static final String SELECT =
            "SELECT i.*, (SELECT coalesce(max(p.number), 0) FROM import_piece p WHERE p.import = i.id) AS pieces"
                    + " FROM import_run i ";

    @Inject
    DataSource database;

    @Inject
    Clock clock;

    @Inject
    ObjectMapper json;

    void insert(ImportRun run) {
        change(
                "INSERT INTO import_run (id, state, media_type, record, bytes, spool_key, claim, created_at, created_by)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                run.id(),
                run.state().name(),
                run.mediaType(),
                run.record(),
                run.bytes(),
                run.spoolKey(),
                run.claim(),
                run.createdAt(),
                run.createdBy());
    }

    Optional<ImportRun> byId(UUID id) {
        return read(SELECT + "WHERE i.id = ?", id).stream().findFirst();
    }

    /** Those that have not ended, oldest first. */
    List<ImportRun> underWay() {
        return read(SELECT + "WHERE i.ended_at IS NULL ORDER BY i.created_at");
    }

    void started(UUID id) {
        change("UPDATE import_run SET state = 'RUNNING' WHERE id = ? AND ended_at IS NULL", id);
    }

    /** With it goes the key of the spool. */
    void ended(UUID id, State state, Refusal problem) {
        change(
                "UPDATE import_run SET state = ?, problem = ?, ended_at = ?, spool_key = NULL"
                        + " WHERE id = ? AND ended_at IS NULL",
                state.name(),
                problem == null ? null : text(NotedRefusal.of(problem)),
                OffsetDateTime.now(clock),
                id);
    }

    /** Forgets those that ended before, with their results. */
    int deleteEndedBefore(OffsetDateTime day) {
        return change("DELETE FROM import_run WHERE ended_at < ?", day);
    }

    /** Keeps other workers from it until the end of the transaction; false where it has ended or is further already. */
    static boolean lock(Connection connection, UUID id, long lines) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "SELECT 1 FROM import_run WHERE id = ? AND lines = ? AND ended_at IS NULL FOR UPDATE")) {
            statement.setObject(1, id);
            statement.setLong(2, lines);
            try (ResultSet row = statement.executeQuery()) {
                return row.next();
            }
        }
    }

    static void advance(Connection connection, UUID id, Tally tally) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "UPDATE import_run SET lines = ?, created = ?, unchanged = ?, refused = ?, position = ? WHERE id = ?")) {
            statement.setLong(1, tally.lines());
            statement.setLong(2, tally.created());
            statement.setLong(3, tally.unchanged());
            statement.setLong(4, tally.refused());
            statement.setString(5, tally.position().token());
            statement.setObject(6, id);
            statement.executeUpdate();
        }
    }

    private List<ImportRun> read(String query, Object... parameters) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(query)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            List<ImportRun> found = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(run(rows));
                }
            }
            return found;
        } catch (SQLException e) {
            throw new ImportsUnavailable(e);
        }
    }

    private ImportRun run(ResultSet row) throws SQLException {
        String problem = row.getString("problem");
        return new ImportRun(
                row.getObject("id", UUID.class),
                State.valueOf(row.getString("state")),
                row.getString("media_type"),
                row.getString("record"),
                row.getLong("bytes"),
                row.getBytes("spool_key"),
                row.getString("claim"),
                row.getObject("created_at", OffsetDateTime.class),
                row.getString("created_by"),
                row.getObject("ended_at", OffsetDateTime.class),
                new Tally(
                        row.getInt("pieces"),
                        row.getLong("lines"),
                        row.getLong("created"),
                        row.getLong("unchanged"),
                        row.getLong("refused"),
                        Positions.of(row.getString("position"))),
                problem == null ? null : noted(problem));
    }

    private int change(String sql, Object... parameters) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new ImportsUnavailable(e);
        }
    }

    private String text(NotedRefusal problem) {
        try {
            return json.writeValueAsString(problem);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a problem that is no JSON", e);
        }
    }

    private NotedRefusal noted(String text) {
        try {
            return json.readValue(text, NotedRefusal.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a problem that cannot be read", e);
        }
    }

    /** The database did not answer. */
    static final class ImportsUnavailable extends RuntimeException {
        private static final long serialVersionUID = 1L;

        ImportsUnavailable(SQLException cause) {
            super(cause);
        }
    }
}
