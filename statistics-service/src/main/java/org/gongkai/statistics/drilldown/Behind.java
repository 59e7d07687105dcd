package org.gongkai.statistics.drilldown;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.gongkai.statistics.counting.CellKey;
import org.gongkai.statistics.counting.Kind;
import org.gongkai.statistics.counting.Measure;
import org.jspecify.annotations.Nullable;

/** Finds what is behind a figure in the trail, as the connection's transaction sees it. */
final class Behind {

    // Entries that go into the figure, each with the amount that it adds: the keys of a body from a month on are one
    // range
    // of the index.
    private static final String HITS = """
            WITH member AS (
                SELECT number, code FROM unnest(?::text[]) AS given (code) JOIN organisation_number USING (code)),
            weight AS (
                SELECT * FROM unnest(?::integer[], ?::integer[], ?::integer[]) AS weight (kind, before, within)),
            hit AS (
                SELECT member.code, entry.*, entry.amount * CASE WHEN (entry.key >> 16 & 65535) < ?
                    THEN weight.before ELSE weight.within END AS signed
                FROM member
                JOIN entry ON entry.key >= member.number::bigint << 32 | ? AND entry.key < member.number::bigint << 32 | ?
                JOIN weight ON weight.kind = entry.key & 65535)
            """;
    private static final String SUM = HITS + "SELECT coalesce(sum(signed), 0) FROM hit";
    private static final String FACTS = HITS + """
            SELECT hit.code, day, lane, position, ordinal, fact_type.name, record, hit.number, signed
            FROM hit JOIN fact_type ON fact_type.number = hit.fact_type
            WHERE signed <> 0 AND (?::date IS NULL OR (day, lane, position, ordinal) > (?, ?, ?, ?))
            ORDER BY day, lane, position, ordinal LIMIT ?
            """;
    // Of each record the newest fact that opened it.
    private static final String RECORDS = HITS + """
            , open AS (
                SELECT code, record, sum(signed) AS signed,
                    (array_agg(position ORDER BY signed > 0 DESC, position DESC, ordinal DESC))[1] AS position,
                    (array_agg(ordinal ORDER BY signed > 0 DESC, position DESC, ordinal DESC))[1] AS ordinal,
                    (array_agg(lane))[1] AS lane,
                    (array_agg(day ORDER BY signed > 0 DESC, position DESC, ordinal DESC))[1] AS day,
                    (array_agg(fact_type ORDER BY signed > 0 DESC, position DESC, ordinal DESC))[1] AS fact_type,
                    (array_agg(number ORDER BY position DESC, ordinal DESC))[1] AS number
                FROM hit WHERE signed <> 0
                GROUP BY code, record HAVING sum(signed) <> 0)
            SELECT open.code, day, lane, position, ordinal, fact_type.name, record, open.number, signed
            FROM open JOIN fact_type ON fact_type.number = open.fact_type
            WHERE ?::uuid IS NULL OR (record, code) > (?, ?)
            ORDER BY record, code LIMIT ?
            """;
    private static final int AFTER_HITS = 8;

    private final Connection connection;
    private final Figure figure;
    private final int year;
    private final List<String> members;
    private final List<Integer> kinds = new ArrayList<>();
    private final List<Integer> before = new ArrayList<>();
    private final List<Integer> within = new ArrayList<>();

    /**
     * What was found.
     *
     * @param amount what it adds to the figure, signed
     */
    record Hit(
            String organisation,
            LocalDate day,
            int lane,
            long position,
            int ordinal,
            String type,
            UUID record,
            @Nullable String number,
            long amount) {}

    /**
     * The search.
     *
     * @param members codes of the bodies whose cells go into the figure
     */
    Behind(Connection connection, Figure figure, int year, List<String> members) throws SQLException {
        this.connection = connection;
        this.figure = figure;
        this.year = year;
        this.members = members;
        try (PreparedStatement read =
                        connection.prepareStatement("SELECT number, measure, category, applicant_type FROM kind");
                ResultSet row = read.executeQuery()) {
            while (row.next()) {
                Kind kind = new Kind(Measure.valueOf(row.getString(2)), row.getString(3), row.getString(4));
                if (figure.before(kind) != 0 || figure.within(kind) != 0) {
                    kinds.add(row.getInt(1));
                    before.add(figure.before(kind));
                    within.add(figure.within(kind));
                }
            }
        }
    }

    /** The figure. */
    long sum() throws SQLException {
        try (PreparedStatement read = prepare(SUM);
                ResultSet row = read.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    /** What follows a place, at most so many. */
    List<Hit> list(@Nullable After after, int limit) throws SQLException {
        try (PreparedStatement read = prepare(figure.derived() ? RECORDS : FACTS)) {
            if (figure.derived()) {
                After.Record record = (After.Record) after;
                read.setObject(AFTER_HITS, record == null ? null : record.record());
                read.setObject(AFTER_HITS + 1, record == null ? null : record.record());
                read.setString(AFTER_HITS + 2, record == null ? null : record.organisation());
                read.setInt(AFTER_HITS + 3, limit);
            } else {
                After.Fact fact = (After.Fact) after;
                read.setObject(AFTER_HITS, fact == null ? null : fact.day());
                read.setObject(AFTER_HITS + 1, fact == null ? null : fact.day());
                read.setInt(AFTER_HITS + 2, fact == null ? 0 : fact.lane());
                read.setLong(AFTER_HITS + 3, fact == null ? 0 : fact.position());
                read.setInt(AFTER_HITS + 4, fact == null ? 0 : fact.ordinal());
                read.setInt(AFTER_HITS + 5, limit);
            }
            return read(read);
        }
    }

    private static List<Hit> read(PreparedStatement statement) throws SQLException {
        List<Hit> hits = new ArrayList<>();
        try (ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                hits.add(new Hit(
                        row.getString(1),
                        row.getObject(2, LocalDate.class),
                        row.getInt(3),
                        row.getLong(4),
                        row.getInt(5),
                        row.getString(6),
                        row.getObject(7, UUID.class),
                        row.getString(8),
                        row.getLong(9)));
            }
        }
        return hits;
    }

    private PreparedStatement prepare(String sql) throws SQLException {
        int firstMonth = CellKey.month(year, 1);
        int end = within.stream().allMatch(weight -> weight == 0) ? firstMonth : CellKey.month(year + 1, 1);
        int begin = before.stream().allMatch(weight -> weight == 0) ? firstMonth : 0;
        PreparedStatement statement = connection.prepareStatement(sql);
        statement.setArray(1, connection.createArrayOf("text", members.toArray()));
        statement.setArray(2, connection.createArrayOf("int4", kinds.toArray()));
        statement.setArray(3, connection.createArrayOf("int4", before.toArray()));
        statement.setArray(4, connection.createArrayOf("int4", within.toArray()));
        statement.setInt(5, firstMonth);
        statement.setLong(6, CellKey.of(0, begin, 0));
        statement.setLong(7, CellKey.of(0, end, 0));
        return statement;
    }
}
