package org.gongkai.statistics.statement;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.gongkai.statistics.counting.CellKey;
import org.gongkai.statistics.counting.Measure;
import org.gongkai.statistics.fact.DueDay;
import org.gongkai.statistics.statement.PartFlows.When;

/** Adds up the cells of a composition, and counts who has confirmed: one query, whatever the number of bodies. */
final class StatementCells {

    private static final String CONFIRMED = "CONFIRMED";

    // The cells of each body are looked up by their range: left to join by it, the planner may read the whole table for
    // each.
    // Summed by the numbers of the kinds first: what they mean is grouped for few rows. Whether a year is confirmed is
    // said as YearMark.isConfirmed says it. Of what is due, the days before today count.
    private static final String ADD_UP = """
            WITH asked AS (SELECT ?::integer AS year, ?::integer AS month, ?::text AS day),
            member AS (
                SELECT number, part, stands FROM unnest(?::text[], ?::integer[], ?::boolean[]) AS given (code, part, stands)
                JOIN organisation_number USING (code)),
            flow AS (
                SELECT member.part, least(greatest(1900 + ((cell.key >> 16) & 65535) / 12, asked.year - 2), asked.year)
                        - asked.year + 2 AS moment,
                    kind.number AS kind, sum(cell.amount) AS amount
                FROM asked CROSS JOIN member CROSS JOIN LATERAL (
                    SELECT key, amount FROM cell WHERE key >= member.number::bigint << 32
                        AND key < (member.number::bigint << 32) | (((asked.year - 1899) * 12)::bigint << 16)
                    OFFSET 0) AS cell
                JOIN kind ON kind.number = cell.key & 65535
                WHERE kind.measure <> 'DUE' OR (cell.key >> 16 & 65535, kind.category) < (asked.month, asked.day)
                GROUP BY 1, 2, 3)
            SELECT flow.part, flow.moment, kind.measure,
                CASE WHEN kind.measure IN ('RECEIVED', 'DUE') OR kind.measure = 'DECIDED' AND flow.moment = 0
                    THEN '-' ELSE kind.category END,
                kind.applicant_type, sum(flow.amount)
            FROM flow JOIN kind ON kind.number = flow.kind
            WHERE flow.moment > 0 OR kind.measure IN ('RECEIVED', 'DECIDED', 'DUE', 'DOCUMENTS_ISSUED', 'DOCUMENTS_ENDED',
                'DISPUTES_FILED', 'DISPUTES_CONCLUDED', 'DISPUTES_REOPENED')
            GROUP BY 1, 2, 3, 4, 5
            UNION ALL
            SELECT member.part, year_mark.year - asked.year + 2, 'CONFIRMED', '-', '-', count(*)
            FROM asked CROSS JOIN member JOIN year_mark ON year_mark.organisation = member.number
                AND year_mark.year IN (asked.year - 1, asked.year)
            WHERE member.stands AND year_mark.confirmed_on IS NOT NULL
                AND year_mark.confirmed_at > year_mark.counted_at
            GROUP BY 1, 2
            """;

    /**
     * A plan for a city serves every other body: planned anew for each, the query takes a millisecond to plan and a fifth of one
     * to answer. That for a province may join in another way.
     */
    private static final int FEW = 1_000;

    private StatementCells() {}

    /** Hears one sum. */
    interface Receiver {
        /**
         * A sum over the bodies of a part.
         *
         * @param category an outcome where the measure is decided and the count falls in one of the two years
         * @param applicantType a code where the measure is about applications
         */
        void sum(int part, When when, Measure measure, String category, String applicantType, long amount);

        /** How many of the standing bodies of a part have confirmed one of the two years. */
        void confirmed(int part, When when, long bodies);
    }

    /** Adds up a whole composition in the database. */
    static PartFlows read(Connection connection, Composition composition, int year, LocalDate today)
            throws SQLException {
        PartFlows flows = new PartFlows(composition);
        addUp(
                connection,
                year,
                today,
                composition.organisations(),
                composition.partNumbers(),
                composition.standing(),
                flows);
        return flows;
    }

    /**
     * Adds up the cells of bodies by part.
     *
     * @param organisations code of each
     * @param parts number of the part of each
     * @param standing whether each has the year of its part to confirm
     */
    static void addUp(
            Connection connection,
            int year,
            LocalDate today,
            List<String> organisations,
            List<Integer> parts,
            List<Boolean> standing,
            Receiver receiver)
            throws SQLException {
        if (organisations.size() <= FEW) {
            keepPlan(connection);
        }
        try (PreparedStatement read = connection.prepareStatement(ADD_UP)) {
            read.setInt(1, year);
            read.setInt(2, CellKey.month(today.getYear(), today.getMonthValue()));
            read.setString(3, DueDay.category(today));
            read.setArray(4, connection.createArrayOf("text", organisations.toArray()));
            read.setArray(5, connection.createArrayOf("int4", parts.toArray()));
            read.setArray(6, connection.createArrayOf("bool", standing.toArray()));
            try (ResultSet row = read.executeQuery()) {
                while (row.next()) {
                    hear(receiver, row);
                }
            }
        }
    }

    /** Until the transaction ends. */
    private static void keepPlan(Connection connection) throws SQLException {
        try (PreparedStatement set = connection.prepareStatement("SET LOCAL plan_cache_mode TO force_generic_plan")) {
            set.execute();
        }
    }

    private static void hear(Receiver receiver, ResultSet row) throws SQLException {
        int part = row.getInt(1);
        When when = When.values()[row.getInt(2)];
        String measure = row.getString(3);
        if (measure.equals(CONFIRMED)) {
            receiver.confirmed(part, when, row.getLong(6));
        } else {
            receiver.sum(part, when, Measure.valueOf(measure), row.getString(4), row.getString(5), row.getLong(6));
        }
    }
}
