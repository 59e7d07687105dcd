package org.gongkai.statistics.statement;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.gongkai.statistics.counting.Measure;
import org.gongkai.statistics.fact.ApplicantType;

/** Adds up the cells of a composition: one query, whatever the number of bodies. */
final class StatementCells {

    private static final String ADD_UP = """
            SELECT member.part, least(greatest(cell.year, ? - 2), ?) - ? + 2, cell.measure,
                   CASE WHEN cell.measure = 'DECIDED' AND cell.year >= ? - 1 THEN cell.category ELSE '-' END,
                   cell.applicant_type, sum(cell.amount)
            FROM unnest(?::text[], ?::integer[]) AS member (organisation, part)
            JOIN cell ON cell.organisation = member.organisation AND cell.year <= ?
            WHERE cell.measure IN ('RECEIVED', 'DECIDED')
            GROUP BY 1, 2, 3, 4, 5
            """;

    private StatementCells() {}

    static PartFlows read(Connection connection, Composition composition, int year) throws SQLException {
        PartFlows flows = new PartFlows(composition);
        try (PreparedStatement read = connection.prepareStatement(ADD_UP)) {
            read.setInt(1, year);
            read.setInt(2, year);
            read.setInt(3, year);
            read.setInt(4, year);
            read.setArray(
                    5,
                    connection.createArrayOf("text", composition.organisations().toArray()));
            read.setArray(
                    6,
                    connection.createArrayOf("int4", composition.partNumbers().toArray()));
            read.setInt(7, year);
            try (ResultSet row = read.executeQuery()) {
                while (row.next()) {
                    flows.add(
                            row.getInt(1),
                            PartFlows.When.values()[row.getInt(2)],
                            Measure.valueOf(row.getString(3)),
                            row.getString(4),
                            ApplicantType.valueOf(row.getString(5)),
                            row.getLong(6));
                }
            }
        }
        return flows;
    }
}
