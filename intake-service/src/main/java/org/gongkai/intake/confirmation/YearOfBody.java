package org.gongkai.intake.confirmation;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.UUID;

/** What a body recorded of a year. */
final class YearOfBody {

    private static final String TOUCHED = """
            SELECT EXISTS (
              SELECT 1 FROM journal j
               WHERE j.organisation = ?1 AND j.position > (SELECT c.position FROM journal c WHERE c.fact = ?2)
                 AND j.type NOT LIKE 'org.gongkai.Organisation%' AND j.type NOT LIKE 'org.gongkai.YearConfirmed%'
                 AND j.type NOT LIKE 'org.gongkai.DeadlineMoved%'
                 AND (j.day BETWEEN ?3 AND ?4 OR j.day_before BETWEEN ?3 AND ?4
                      OR EXISTS (SELECT 1 FROM unnest(j.also_days) also (day) WHERE also.day BETWEEN ?3 AND ?4)))
            """;
    private static final String RECORDS = """
            SELECT EXISTS (SELECT 1 FROM disclosure_application WHERE organisation = ?1 AND voided_at IS NULL
                            AND (received_on BETWEEN ?3 AND ?4 OR decided_on BETWEEN ?3 AND ?4))
                OR EXISTS (SELECT 1 FROM publication WHERE organisation = ?1 AND retracted_at IS NULL
                            AND published_on BETWEEN ?3 AND ?4)
                OR EXISTS (SELECT 1 FROM normative_document WHERE organisation = ?1 AND retracted_at IS NULL
                            AND (issued_on BETWEEN ?3 AND ?4 OR ended_on BETWEEN ?3 AND ?4))
                OR EXISTS (SELECT 1 FROM administrative_decisions WHERE organisation = ?1 AND retracted_at IS NULL
                            AND left(period, 4) = ?2)
                OR EXISTS (SELECT 1 FROM administrative_fees WHERE organisation = ?1 AND retracted_at IS NULL
                            AND left(period, 4) = ?2)
                OR EXISTS (SELECT 1 FROM processing_fees WHERE organisation = ?1 AND retracted_at IS NULL
                            AND left(period, 4) = ?2)
                OR EXISTS (SELECT 1 FROM dispute d JOIN dispute_instance i ON i.dispute = d.id
                            WHERE d.organisation = ?1 AND d.retracted_at IS NULL
                              AND (i.filed_on BETWEEN ?3 AND ?4 OR i.concluded_on BETWEEN ?3 AND ?4))
                OR EXISTS (SELECT 1 FROM indicator WHERE organisation = ?1 AND retracted_at IS NULL
                            AND year::text = ?2)
            """;

    private YearOfBody() {}

    /** Whether a fact later than this one moved a count of the year: then a confirmation of it has fallen away. */
    static boolean touchedSince(Connection connection, String organisation, int year, UUID fact) throws SQLException {
        return ask(connection, TOUCHED, organisation, fact, year);
    }

    /** Whether anything that stands counts for the year. */
    static boolean hasRecords(Connection connection, String organisation, int year) throws SQLException {
        return ask(connection, RECORDS, organisation, Integer.toString(year), year);
    }

    private static boolean ask(Connection connection, String query, String organisation, Object second, int year)
            throws SQLException {
        Object[] values = {organisation, second, LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31)};
        try (PreparedStatement statement = connection.prepareStatement(query.replaceAll("\\?[1-4]", "?"))) {
            int index = 1;
            for (int i = 0; i < query.length() - 1; i++) {
                if (query.charAt(i) == '?') {
                    statement.setObject(index++, values[query.charAt(i + 1) - '1']);
                }
            }
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                return rows.getBoolean(1);
            }
        }
    }
}
