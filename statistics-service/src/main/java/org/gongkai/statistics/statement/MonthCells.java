package org.gongkai.statistics.statement;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.IntStream;
import org.gongkai.statistics.counting.CellKey;
import org.gongkai.statistics.counting.Measure;
import org.gongkai.statistics.statement.Statement.Month;

/** Adds up what a group of bodies received and decided in each month of a year: one query. */
final class MonthCells {

    private static final int MONTHS = 12;

    private static final String ADD_UP = """
            SELECT cell.key >> 16 & 65535, kind.measure, sum(cell.amount)
            FROM unnest(?::text[]) AS member (code) JOIN organisation_number USING (code)
            CROSS JOIN LATERAL (SELECT key, amount FROM cell
                WHERE key >= (organisation_number.number::bigint << 32) | (? << 16)
                    AND key < (organisation_number.number::bigint << 32) | (? << 16) OFFSET 0) AS cell
            JOIN kind ON kind.number = cell.key & 65535
            WHERE kind.measure IN ('RECEIVED', 'DECIDED')
            GROUP BY 1, 2
            """;

    private MonthCells() {}

    /** The twelve months, those in which nothing happened too. */
    static List<Month> read(Connection connection, List<String> organisations, int year) throws SQLException {
        int first = CellKey.month(year, 1);
        long[] received = new long[MONTHS];
        long[] decided = new long[MONTHS];
        try (PreparedStatement read = connection.prepareStatement(ADD_UP)) {
            read.setArray(1, connection.createArrayOf("text", organisations.toArray()));
            read.setLong(2, first);
            read.setLong(3, (long) first + MONTHS);
            try (ResultSet row = read.executeQuery()) {
                while (row.next()) {
                    boolean in = row.getString(2).equals(Measure.RECEIVED.name());
                    (in ? received : decided)[row.getInt(1) - first] = row.getLong(3);
                }
            }
        }
        return IntStream.range(0, MONTHS)
                .mapToObj(month -> new Month(YearMonth.of(year, month + 1).toString(), received[month], decided[month]))
                .toList();
    }
}
