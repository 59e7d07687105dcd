package org.gongkai.intake.journal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/** Reads the journal, and writes facts of quiet records; hot paths put {@link Entry} into their own statement. */
@ApplicationScoped
public class Journal {

    private static final String APPEND = "WITH changed AS (SELECT 1)" + Entry.NUMBER_AND_JOURNAL;

    @Inject
    DataSource database;

    @Inject
    Clock clock;

    @Inject
    Event<Journaled> journaled;

    /** An entry of now for the fact. */
    public Entry entry(Fact fact, String recordedBy) {
        return new Entry(newId(), fact, clock.instant(), recordedBy);
    }

    /** An id of now. */
    public UUID newId() {
        return UuidV7.at(clock.millis());
    }

    /** Today in Asia/Shanghai. */
    public LocalDate today() {
        return LocalDate.now(clock);
    }

    /** Wakes the relay; to be called after the commit. */
    public void committed() {
        journaled.fire(new Journaled());
    }

    /**
     * Journals as the last step of the running transaction: its caller has flushed all state before, since from here to the
     * commit every other writer of the lane waits.
     */
    public Position append(Connection connection, Entry entry) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(APPEND)) {
            entry.set(statement, 1);
            return position(statement, entry.lane())
                    .orElseThrow(() -> new IllegalStateException("there is no lane " + entry.lane()));
        }
    }

    /** Likewise for many facts of any number of organisations; answers where the last of each lane stands. */
    public List<Position> append(Connection connection, List<Entry> entries) throws SQLException {
        return BulkJournal.append(connection, entries);
    }

    /** Runs a statement that ends with {@link Entry#NUMBER_AND_JOURNAL}; empty where nothing was changed. */
    public Optional<Position> position(PreparedStatement statement, int lane) throws SQLException {
        try (ResultSet rows = statement.executeQuery()) {
            return rows.next()
                    ? Optional.of(new Position(rows.getInt("generation"), lane, rows.getLong("position")))
                    : Optional.empty();
        }
    }

    /** Where a fact stands that is known to be journaled. */
    public Position positionOf(UUID fact) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement =
                        connection.prepareStatement("SELECT lane, position, generation FROM journal WHERE fact = ?")) {
            statement.setObject(1, fact);
            try (ResultSet rows = statement.executeQuery()) {
                if (!rows.next()) {
                    throw new IllegalStateException("not in the journal: fact " + fact);
                }
                return new Position(rows.getInt("generation"), rows.getInt("lane"), rows.getLong("position"));
            }
        } catch (SQLException e) {
            throw new JournalUnavailable(e);
        }
    }

    /** When, by whom and for which day a fact that is known to be journaled was recorded. */
    public Recorded recorded(UUID fact) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(
                        "SELECT recorded_at, recorded_by, day, type FROM journal WHERE fact = ?")) {
            statement.setObject(1, fact);
            try (ResultSet rows = statement.executeQuery()) {
                if (!rows.next()) {
                    throw new IllegalStateException("not in the journal: fact " + fact);
                }
                return new Recorded(
                        rows.getObject("recorded_at", OffsetDateTime.class),
                        rows.getString("recorded_by"),
                        rows.getObject("day", LocalDate.class),
                        rows.getString("type"));
            }
        } catch (SQLException e) {
            throw new JournalUnavailable(e);
        }
    }

    /**
     * What the journal says of a fact beside its payload.
     *
     * @param at when it was recorded
     * @param by the token's {@code sub}
     * @param day that it counts for
     * @param type {@code org.gongkai.ApplicationReceived.v1}
     */
    public record Recorded(OffsetDateTime at, String by, LocalDate day, String type) {}

    /** The facts of a lane after a position, in order. */
    public List<JournalRow> read(int lane, long after, int limit) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement("SELECT " + JournalRow.COLUMNS
                        + " FROM journal WHERE lane = ? AND position > ? ORDER BY position LIMIT ?")) {
            statement.setInt(1, lane);
            statement.setLong(2, after);
            statement.setInt(3, limit);
            return rows(statement);
        } catch (SQLException e) {
            throw new JournalUnavailable(e);
        }
    }

    /** Reads rows of {@link JournalRow#COLUMNS}. */
    public static List<JournalRow> rows(PreparedStatement statement) throws SQLException {
        List<JournalRow> found = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                found.add(JournalRow.read(rows));
            }
        }
        return found;
    }

    /** Head of each of the 64 lanes, and how far it is known to be published. */
    public List<LaneHead> heads() {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(
                        "SELECT l.lane, l.position, n.position AS published FROM lane l JOIN relay_note n USING (lane)"
                                + " ORDER BY l.lane");
                ResultSet rows = statement.executeQuery()) {
            List<LaneHead> heads = new ArrayList<>();
            while (rows.next()) {
                heads.add(new LaneHead(rows.getInt("lane"), rows.getLong("position"), rows.getLong("published")));
            }
            return heads;
        } catch (SQLException e) {
            throw new JournalUnavailable(e);
        }
    }

    /** The journal's generation. */
    public int generation() {
        try (Connection connection = database.getConnection();
                PreparedStatement statement =
                        connection.prepareStatement("SELECT max(generation) FROM journal_generation");
                ResultSet rows = statement.executeQuery()) {
            rows.next();
            return rows.getInt(1);
        } catch (SQLException e) {
            throw new JournalUnavailable(e);
        }
    }

    /** Something was committed that the relay should publish. */
    public record Journaled() {}

    /**
     * A lane's state.
     *
     * @param lane 0 to 63
     * @param position of its newest fact, 0 for none
     * @param published up to where Kafka has acknowledged
     */
    public record LaneHead(int lane, long position, long published) {}

    /** The database did not answer. */
    public static final class JournalUnavailable extends RuntimeException {
        private static final long serialVersionUID = 1L;

        JournalUnavailable(SQLException cause) {
            super(cause);
        }
    }
}
