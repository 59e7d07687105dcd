package org.gongkai.intake.journal;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * A fact about to be journaled, all but its number.
 *
 * @param id the fact's id, UUIDv7
 * @param fact what happened
 * @param recordedAt when
 * @param recordedBy the token's {@code sub}
 */
public record Entry(UUID id, Fact fact, Instant recordedAt, String recordedBy) {

    /** How many parameters {@link #set} fills. */
    public static final int PARAMETERS = 11;

    /**
     * The end of a statement that begins with {@code WITH changed AS (… RETURNING …)}: raises the lane's counter, last and
     * only if the state was changed, journals the fact, and answers one row {@code (position, generation)} or none.
     */
    public static final String NUMBER_AND_JOURNAL = """
            , numbered AS (
              UPDATE lane SET position = lane.position + 1 FROM changed WHERE lane.lane = ?
              RETURNING lane.position
            ), written AS (
              INSERT INTO journal (lane, position, generation, fact, type, organisation, day, day_before, also_days,
                  recorded_at, recorded_by, payload)
              SELECT ?::smallint, numbered.position, (SELECT max(generation) FROM journal_generation),
                     ?::uuid, ?, ?, ?::date, ?::date, ?::date[], ?::timestamptz, ?, ?
                FROM numbered
              RETURNING position, generation
            )
            SELECT position, generation FROM written
            """;

    /** Fills the parameters of {@link #NUMBER_AND_JOURNAL}, the first of which has the given index. */
    public void set(PreparedStatement statement, int first) throws SQLException {
        int lane = lane();
        statement.setInt(first, lane);
        statement.setInt(first + 1, lane);
        statement.setObject(first + 2, id);
        statement.setString(first + 3, fact.type());
        statement.setString(first + 4, fact.subject());
        statement.setObject(first + 5, fact.countsFor());
        statement.setObject(first + 6, fact.countedFor());
        statement.setString(first + 7, array(fact.alsoCountsFor()));
        statement.setObject(first + 8, OffsetDateTime.ofInstant(recordedAt, ZoneOffset.UTC));
        statement.setString(first + 9, recordedBy);
        statement.setString(first + 10, payload());
    }

    String payload() {
        return FactPayload.of(fact);
    }

    /** An array as PostgreSQL reads it; null where it is empty. */
    private static String array(List<LocalDate> days) {
        return days.isEmpty()
                ? null
                : days.stream().map(LocalDate::toString).collect(Collectors.joining(",", "{", "}"));
    }

    /** The lane of its organisation. */
    public int lane() {
        return Lane.of(fact.subject());
    }
}
