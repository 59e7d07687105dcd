package org.gongkai.statistics.trail;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gongkai.statistics.lane.Lane;
import org.gongkai.statistics.lane.Position;
import org.jspecify.annotations.Nullable;

/** How far the trail has come, and when what it holds was recorded. */
public final class TrailTable {

    private static final String STATE = """
            SELECT (SELECT array_agg(position ORDER BY lane) FROM trail.lane), (SELECT max(generation) FROM trail.lane),
                newer_generation, restarts, rules
            FROM trail.state
            """;
    private static final String STRETCH = """
            INSERT INTO stretch (lane, last, latest, times)
            VALUES (?, ?, greatest(?, (SELECT latest FROM stretch WHERE lane = ? ORDER BY last DESC LIMIT 1)), ?)
            """;
    // Of each lane the stretches that hold nothing later than the moment, and the one after them, of which a part may.
    private static final String UP_TO = """
            SELECT lane.lane, coalesce(whole.last, 0), next.times
            FROM trail.lane
            LEFT JOIN LATERAL (SELECT last FROM trail.stretch WHERE stretch.lane = lane.lane AND latest <= ?
                ORDER BY latest DESC, last DESC LIMIT 1) AS whole ON true
            LEFT JOIN LATERAL (SELECT times FROM trail.stretch WHERE stretch.lane = lane.lane
                AND stretch.last > coalesce(whole.last, 0) ORDER BY stretch.last LIMIT 1) AS next ON true
            """;
    private static final String RECORDED = """
            SELECT max(CASE WHEN at.position = stretch.last OR stretch.times IS NULL THEN stretch.latest
                ELSE stretch.times[cardinality(stretch.times) - (stretch.last - at.position)] END)
            FROM unnest(?::bigint[]) WITH ORDINALITY AS at (position, ordinal)
            CROSS JOIN LATERAL (SELECT * FROM trail.stretch
                WHERE stretch.lane = at.ordinal - 1 AND stretch.last >= at.position ORDER BY last LIMIT 1) AS stretch
            WHERE at.position > 0
            """;
    private static final List<String> TABLES = List.of(
            "entry", "stretch", "description", "place", "abolition", "confirmation", "touch", "unreadable_fact");

    private TrailTable() {}

    /**
     * How far the trail has come.
     *
     * @param newerGeneration a generation that was seen and is not kept yet
     * @param restarts how often everything was thrown away and read again
     * @param rules version of the rules that the entries were made by; 0 where there never was one
     */
    public record State(Position position, @Nullable Integer newerGeneration, int restarts, int rules) {

        /** Whether nothing is added until the trail is begun anew. */
        public boolean isStopped() {
            return newerGeneration != null && newerGeneration > position.generation();
        }
    }

    /** Reads how far it has come, as the connection's transaction sees it. */
    public static State read(Connection connection) throws SQLException {
        try (PreparedStatement read = connection.prepareStatement(STATE);
                ResultSet row = read.executeQuery()) {
            row.next();
            Array array = row.getArray(1);
            long[] lanes = Arrays.stream((Long[]) array.getArray())
                    .mapToLong(Long::longValue)
                    .toArray();
            return new State(
                    Position.of(row.getInt(2), lanes), row.getObject(3, Integer.class), row.getInt(4), row.getInt(5));
        }
    }

    /** How many facts it could not read. */
    public static long unreadable(Connection connection) throws SQLException {
        try (PreparedStatement count = connection.prepareStatement("SELECT count(*) FROM trail.unreadable_fact");
                ResultSet row = count.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    /** Notes a generation that was seen and is not kept yet. */
    public static void noteNewerGeneration(Connection connection, int generation) throws SQLException {
        try (PreparedStatement note = connection.prepareStatement(
                "UPDATE trail.state SET newer_generation = greatest(newer_generation, ?)")) {
            note.setInt(1, generation);
            note.executeUpdate();
        }
    }

    /** Says by which rules entries are made where there are none yet. */
    public static void setRules(Connection connection, int rules) throws SQLException {
        try (PreparedStatement set = connection.prepareStatement("UPDATE trail.state SET rules = ?")) {
            set.setInt(1, rules);
            set.executeUpdate();
        }
    }

    /**
     * Throws everything away, to be read again from the first fact; readers whose transaction began before still see it.
     *
     * @return false where somebody else has done so meanwhile
     */
    public static boolean beginAnew(Connection connection, State seen, int generation, int rules) throws SQLException {
        try (PreparedStatement hold =
                        connection.prepareStatement("SELECT lane FROM trail.lane ORDER BY lane FOR UPDATE");
                Statement empty = connection.createStatement()) {
            hold.execute();
            if (read(connection).restarts() != seen.restarts()) {
                return false;
            }
            for (String table : TABLES) {
                empty.execute("TRUNCATE trail." + table);
            }
        }
        try (PreparedStatement lanes = connection.prepareStatement("""
                UPDATE trail.lane SET position = 0, generation = ?, kafka_partition = NULL, kafka_offset = NULL
                """);
                PreparedStatement state = connection.prepareStatement("""
                        UPDATE trail.state SET restarts = restarts + 1, rules = ?, newer_generation = NULL
                        """)) {
            lanes.setInt(1, generation);
            lanes.executeUpdate();
            state.setInt(1, rules);
            state.executeUpdate();
        }
        return true;
    }

    /**
     * Notes when the facts of stretches of lanes were recorded.
     *
     * @param times by lane: of each fact in order the latest moment up to it within the stretch
     * @param ends position of the last fact of each
     */
    public static void noteTimes(Connection connection, Map<Integer, long[]> times, Position ends) throws SQLException {
        try (PreparedStatement note = connection.prepareStatement(STRETCH)) {
            for (Map.Entry<Integer, long[]> lane : times.entrySet()) {
                long[] moments = lane.getValue();
                note.setInt(1, lane.getKey());
                note.setLong(2, ends.of(lane.getKey()));
                note.setLong(3, moments[moments.length - 1]);
                note.setInt(4, lane.getKey());
                if (moments.length == 1) {
                    note.setNull(5, Types.ARRAY);
                } else {
                    note.setObject(5, moments);
                }
                note.addBatch();
            }
            note.executeBatch();
        }
    }

    /** Of each lane the longest beginning of which nothing was recorded after a moment. */
    static Position upTo(Connection connection, Instant moment, int generation) throws SQLException {
        long wanted = moment.toEpochMilli();
        long[] positions = new long[Lane.COUNT];
        try (PreparedStatement read = connection.prepareStatement(UP_TO)) {
            read.setLong(1, wanted);
            try (ResultSet row = read.executeQuery()) {
                while (row.next()) {
                    Array times = row.getArray(3);
                    long within = times == null
                            ? 0
                            : Arrays.stream((Long[]) times.getArray())
                                    .takeWhile(time -> time <= wanted)
                                    .count();
                    positions[row.getInt(1)] = row.getLong(2) + within;
                }
            }
        }
        return Position.of(generation, positions);
    }

    /** When the newest fact of a position was recorded; empty where it holds none. */
    static Optional<Instant> recorded(Connection connection, Position position) throws SQLException {
        try (PreparedStatement read = connection.prepareStatement(RECORDED)) {
            read.setObject(1, lanes(position));
            try (ResultSet row = read.executeQuery()) {
                row.next();
                long millis = row.getLong(1);
                return row.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(millis));
            }
        }
    }

    /** Lets the tables of the trail be seen as they stood at a position, until the transaction ends. */
    static void lookFrom(Connection connection, Position position) throws SQLException {
        List<String> positions = new ArrayList<>();
        for (long lane : lanes(position)) {
            positions.add(Long.toString(lane));
        }
        try (PreparedStatement look = connection.prepareStatement("SELECT set_config('gongkai.as_of', ?, true)")) {
            look.setString(1, "{" + String.join(",", positions) + "}");
            look.executeQuery().close();
        }
    }

    private static long[] lanes(Position position) {
        long[] lanes = new long[Lane.COUNT];
        for (int lane = 0; lane < Lane.COUNT; lane++) {
            lanes[lane] = position.of(lane);
        }
        return lanes;
    }
}
