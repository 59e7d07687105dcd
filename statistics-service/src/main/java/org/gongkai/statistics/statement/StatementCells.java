package org.gongkai.statistics.statement;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import org.gongkai.statistics.counting.Measure;
import org.gongkai.statistics.fact.DueDay;

/** Adds up the cells of a composition, and counts who has confirmed: one query, whatever the number of bodies. */
final class StatementCells {

    private static final String CONFIRMED = "CONFIRMED";

    // Whether a year is confirmed is said as YearMark.isConfirmed says it. Of what is due, the days before today count.
    private static final String ADD_UP = """
            WITH member AS (
                SELECT * FROM unnest(?::text[], ?::integer[], ?::boolean[]) AS member (organisation, part, stands))
            SELECT member.part, least(greatest(cell.year, ? - 2), ?) - ? + 2, cell.measure,
                   CASE WHEN cell.measure IN ('RECEIVED', 'DUE') OR cell.measure = 'DECIDED' AND cell.year < ? - 1
                        THEN '-' ELSE cell.category END,
                   cell.applicant_type, sum(cell.amount)
            FROM member JOIN cell ON cell.organisation = member.organisation AND cell.year <= ?
            WHERE (cell.year >= ? - 1 OR cell.measure IN ('RECEIVED', 'DECIDED', 'DUE', 'DOCUMENTS_ISSUED',
                    'DOCUMENTS_ENDED', 'DISPUTES_FILED', 'DISPUTES_CONCLUDED', 'DISPUTES_REOPENED'))
                AND (cell.measure <> 'DUE' OR (cell.year, cell.month, cell.category) < (?, ?, ?))
            GROUP BY 1, 2, 3, 4, 5
            UNION ALL
            SELECT member.part, year_mark.year - ? + 2, 'CONFIRMED', '-', '-', count(*)
            FROM member JOIN year_mark ON year_mark.organisation = member.organisation AND year_mark.year IN (? - 1, ?)
            WHERE member.stands AND year_mark.confirmed_on IS NOT NULL
                AND year_mark.confirmed_at > year_mark.counted_at
            GROUP BY 1, 2
            """;
    private static final int FIRST_YEAR_ASKED = 4;
    private static final int TODAY = 10;
    private static final int LAST_YEAR_ASKED = 15;

    private StatementCells() {}

    static PartFlows read(Connection connection, Composition composition, int year, LocalDate today)
            throws SQLException {
        PartFlows flows = new PartFlows(composition);
        try (PreparedStatement read = connection.prepareStatement(ADD_UP)) {
            read.setArray(
                    1,
                    connection.createArrayOf("text", composition.organisations().toArray()));
            read.setArray(
                    2,
                    connection.createArrayOf("int4", composition.partNumbers().toArray()));
            read.setArray(
                    3, connection.createArrayOf("bool", composition.standing().toArray()));
            for (int parameter = FIRST_YEAR_ASKED; parameter <= LAST_YEAR_ASKED; parameter++) {
                read.setInt(parameter, year);
            }
            read.setInt(TODAY, today.getYear());
            read.setInt(TODAY + 1, today.getMonthValue());
            read.setString(TODAY + 2, DueDay.category(today));
            try (ResultSet row = read.executeQuery()) {
                while (row.next()) {
                    add(flows, row);
                }
            }
        }
        return flows;
    }

    private static void add(PartFlows flows, ResultSet row) throws SQLException {
        int part = row.getInt(1);
        PartFlows.When when = PartFlows.When.values()[row.getInt(2)];
        String measure = row.getString(3);
        if (measure.equals(CONFIRMED)) {
            flows.addConfirmed(part, when, row.getLong(6));
        } else {
            flows.add(part, when, Measure.valueOf(measure), row.getString(4), row.getString(5), row.getLong(6));
        }
    }
}
