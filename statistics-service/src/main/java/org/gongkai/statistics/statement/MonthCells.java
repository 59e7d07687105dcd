package org.gongkai.statistics.statement;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.gongkai.statistics.counting.CellKey;
import org.gongkai.statistics.counting.Measure;

/** Adds up what bodies received and decided in each month of a year: one query. */
final class MonthCells {

    private static final String ADD_UP = """
            SELECT %s, cell.key >> 16 & 65535, kind.measure, sum(cell.amount)
            FROM unnest(?::text[]) AS member (code) JOIN organisation_number USING (code)
            CROSS JOIN LATERAL (SELECT key, amount FROM cell
                WHERE key >= (organisation_number.number::bigint << 32) | (? << 16)
                    AND key < (organisation_number.number::bigint << 32) | (? << 16) OFFSET 0) AS cell
            JOIN kind ON kind.number = cell.key & 65535
            WHERE kind.measure IN ('RECEIVED', 'DECIDED')
            GROUP BY 1, 2, 3
            """;

    private static final String ALL = "";
    private static final String OF_EACH = ADD_UP.formatted("member.code");
    private static final String OF_ALL = ADD_UP.formatted("''::text");

    private MonthCells() {}

    /** Of each body, by its code; one that has nothing in the year is absent. */
    static Map<String, MonthSums> ofEach(Connection connection, Collection<String> organisations, int year)
            throws SQLException {
        return read(connection, OF_EACH, organisations, year);
    }

    /** Of all bodies together. */
    static MonthSums ofAll(Connection connection, Collection<String> organisations, int year) throws SQLException {
        return read(connection, OF_ALL, organisations, year).getOrDefault(ALL, new MonthSums());
    }

    private static Map<String, MonthSums> read(
            Connection connection, String query, Collection<String> organisations, int year) throws SQLException {
        int first = CellKey.month(year, 1);
        Map<String, MonthSums> sums = new HashMap<>();
        try (PreparedStatement read = connection.prepareStatement(query)) {
            read.setArray(1, connection.createArrayOf("text", organisations.toArray()));
            read.setLong(2, first);
            read.setLong(3, (long) first + MonthSums.MONTHS);
            try (ResultSet row = read.executeQuery()) {
                while (row.next()) {
                    MonthSums months = sums.computeIfAbsent(row.getString(1), none -> new MonthSums());
                    int month = row.getInt(2) - first;
                    if (row.getString(3).equals(Measure.RECEIVED.name())) {
                        months.addReceived(month, row.getLong(4));
                    } else {
                        months.addDecided(month, row.getLong(4));
                    }
                }
            }
        }
        return sums;
    }
}
