package org.gongkai.statistics.lane;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.function.Function;

/** The stored positions: read by everybody, moved only from where a batch started. */
public final class LaneTable {

    private static final String READ = """
            SELECT (SELECT array_agg(position ORDER BY lane) FROM lane), (SELECT max(generation) FROM lane),
                   newer_generation, (SELECT version FROM tree), live_ledger
            FROM public.counting
            """;

    // Locked in lane order and before any cell, so that two writers never wait for each other in a circle; and a writer
    // whose lane was moved under its feet finds its condition false as soon as it has the lock, before it wrote a cell.
    private static final String MOVE = """
            WITH moved AS (
                SELECT * FROM unnest(?::smallint[], ?::bigint[], ?::bigint[], ?::integer[], ?::bigint[])
                    AS moved (lane, start, finish, kafka_partition, kafka_offset)),
            held AS (
                SELECT lane.lane FROM lane JOIN moved ON moved.lane = lane.lane
                WHERE lane.generation = ? AND lane.position = moved.start
                ORDER BY lane.lane FOR UPDATE OF lane)
            UPDATE lane SET position = moved.finish,
                kafka_partition = coalesce(moved.kafka_partition, lane.kafka_partition),
                kafka_offset = coalesce(moved.kafka_offset, lane.kafka_offset),
                updated_at = ?
            FROM moved JOIN held ON held.lane = moved.lane
            WHERE lane.lane = moved.lane
            """;

    private static final String BEGIN = """
            WITH held AS (SELECT lane FROM lane WHERE generation = 0 ORDER BY lane FOR UPDATE)
            UPDATE lane SET generation = ? FROM held WHERE lane.lane = held.lane
            """;

    private LaneTable() {}

    /** Reads how far counting has come, as the connection's transaction sees it. */
    public static Standing read(Connection connection) throws SQLException {
        try (PreparedStatement read = connection.prepareStatement(READ);
                ResultSet row = read.executeQuery()) {
            row.next();
            Array array = row.getArray(1);
            Long[] positions = (Long[]) array.getArray();
            long[] lanes = new long[positions.length];
            for (int lane = 0; lane < lanes.length; lane++) {
                lanes[lane] = positions[lane];
            }
            return new Standing(
                    Position.of(row.getInt(2), lanes), row.getObject(3, Integer.class), row.getLong(4), row.getInt(5));
        }
    }

    /**
     * Moves lanes in the connection's transaction.
     *
     * @param moves in order of lanes
     * @return false where a lane is no longer where its move starts: the transaction must be rolled back
     */
    public static boolean move(Connection connection, int generation, List<LaneMove> moves, OffsetDateTime now)
            throws SQLException {
        try (PreparedStatement move = connection.prepareStatement(MOVE)) {
            move.setArray(1, connection.createArrayOf("int2", column(moves, LaneMove::lane)));
            move.setArray(2, connection.createArrayOf("int8", column(moves, LaneMove::start)));
            move.setArray(3, connection.createArrayOf("int8", column(moves, LaneMove::end)));
            move.setArray(4, connection.createArrayOf("int4", column(moves, LaneMove::kafkaPartition)));
            move.setArray(5, connection.createArrayOf("int8", column(moves, LaneMove::kafkaOffset)));
            move.setInt(6, generation);
            move.setObject(7, now);
            return move.executeUpdate() == moves.size();
        }
    }

    /** Says which generation is counted, once: nothing happens where one is counted already. */
    public static void begin(Connection connection, int generation) throws SQLException {
        try (PreparedStatement begin = connection.prepareStatement(BEGIN)) {
            begin.setInt(1, generation);
            begin.executeUpdate();
        }
    }

    /** Notes a generation that was seen and can't be counted yet. */
    public static void noteNewerGeneration(Connection connection, int generation) throws SQLException {
        try (PreparedStatement note = connection.prepareStatement(
                "UPDATE public.counting SET newer_generation = ? WHERE coalesce(newer_generation, 0) < ?")) {
            note.setInt(1, generation);
            note.setInt(2, generation);
            note.executeUpdate();
        }
    }

    /**
     * Takes a lane's lock until the transaction ends: nothing of the lane is counted meanwhile.
     *
     * @return the generation that the lane counts; another one than a moment before where its ledger was retired
     */
    public static int lock(Connection connection, int lane) throws SQLException {
        try (PreparedStatement lock =
                connection.prepareStatement("SELECT generation FROM lane WHERE lane = ? FOR UPDATE")) {
            lock.setInt(1, lane);
            try (ResultSet row = lock.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        }
    }

    private static Object[] column(List<LaneMove> moves, Function<LaneMove, Object> value) {
        return moves.stream().map(value).toArray();
    }
}
