package org.gongkai.intake.journal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Journals many facts at once: every lane is raised once, in the order of lanes, and the rows are copied. */
final class BulkJournal {

    private static final String COPY =
            "COPY journal (lane, position, generation, fact, type, organisation, day, day_before, also_days, recorded_at,"
                    + " recorded_by, payload) FROM STDIN (FORMAT binary)";
    private static final int COLUMNS = 12;
    /** Locks are taken row by row as they are put in order. */
    private static final String LOCK =
            "SELECT lane, position, (SELECT max(generation) FROM journal_generation) AS generation FROM lane"
                    + " WHERE lane = ANY (?) ORDER BY lane FOR UPDATE";

    private static final String RAISE =
            "UPDATE lane SET position = raised.position FROM unnest(?::smallint[], ?::bigint[]) AS raised (lane, position)"
                    + " WHERE lane.lane = raised.lane";

    private BulkJournal() {}

    static List<Position> append(Connection connection, List<Entry> entries) throws SQLException {
        Map<Integer, List<Entry>> byLane = new TreeMap<>();
        entries.forEach(entry ->
                byLane.computeIfAbsent(entry.lane(), any -> new ArrayList<>()).add(entry));
        if (byLane.isEmpty()) {
            return List.of();
        }
        List<Position> before = locked(connection, byLane.keySet().toArray());
        List<Position> after = before.stream()
                .map(at -> new Position(
                        at.generation(),
                        at.lane(),
                        at.number() + byLane.get(at.lane()).size()))
                .toList();
        raise(connection, after);
        List<byte[]> rows = new ArrayList<>();
        for (Position at : before) {
            long number = at.number();
            for (Entry entry : byLane.get(at.lane())) {
                number++;
                rows.add(row(at, number, entry));
            }
        }
        BinaryCopy.send(connection, COPY, rows);
        return after;
    }

    private static byte[] row(Position at, long number, Entry entry) {
        Fact fact = entry.fact();
        BinaryCopy.Row row = new BinaryCopy.Row(COLUMNS);
        row.smallint(at.lane());
        row.bigint(number);
        row.integer(at.generation());
        row.uuid(entry.id());
        row.text(fact.type());
        row.text(fact.subject());
        row.day(fact.countsFor());
        row.day(fact.countedFor());
        row.days(fact.alsoCountsFor());
        row.instant(entry.recordedAt());
        row.text(entry.recordedBy());
        row.text(entry.payload());
        return row.laid();
    }

    private static List<Position> locked(Connection connection, Object[] lanes) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(LOCK)) {
            statement.setArray(1, connection.createArrayOf("integer", lanes));
            List<Position> found = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(new Position(rows.getInt("generation"), rows.getInt("lane"), rows.getLong("position")));
                }
            }
            return found;
        }
    }

    private static void raise(Connection connection, List<Position> positions) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(RAISE)) {
            statement.setArray(
                    1,
                    connection.createArrayOf(
                            "integer", positions.stream().map(Position::lane).toArray()));
            statement.setArray(
                    2,
                    connection.createArrayOf(
                            "bigint", positions.stream().map(Position::number).toArray()));
            statement.executeUpdate();
        }
    }
}
