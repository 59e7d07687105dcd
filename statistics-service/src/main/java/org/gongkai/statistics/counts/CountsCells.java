package org.gongkai.statistics.counts;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.gongkai.statistics.counting.CellKey;
import org.gongkai.statistics.counting.Measure;
import org.gongkai.statistics.organisation.TreeOfDay.Member;
import org.gongkai.statistics.problem.Problem;
import org.gongkai.statistics.problem.Refused;
import org.gongkai.statistics.request.Parameters;

/** Adds up cells along dimensions: one query. */
final class CountsCells {

    /** More rows than this are refused: a dashboard can't show them and a client should narrow its question. */
    static final int MOST_ROWS = 50_000;

    private CountsCells() {}

    static List<Map<String, Object>> read(Connection connection, CountsQuery query, List<Member> members)
            throws SQLException {
        List<Dimension> by = List.copyOf(query.by());
        try (PreparedStatement read = connection.prepareStatement(sql(query.ofSeveral(), by))) {
            read.setArray(
                    1,
                    connection.createArrayOf(
                            "text", members.stream().map(Member::organisation).toArray()));
            read.setArray(
                    2,
                    connection.createArrayOf(
                            "text",
                            members.stream()
                                    .map(member -> member.countsAs().code())
                                    .toArray()));
            read.setArray(
                    3,
                    connection.createArrayOf(
                            "text",
                            members.stream()
                                    .map(member -> member.countsAs()
                                            .attributes()
                                            .level()
                                            .name())
                                    .toArray()));
            read.setLong(4, CellKey.month(query.from().getYear(), query.from().getMonthValue()));
            read.setLong(5, CellKey.month(query.to().getYear(), query.to().getMonthValue()) + 1L);
            read.setArray(
                    6,
                    connection.createArrayOf(
                            "text", query.measures().stream().map(Measure::name).toArray()));
            read.setInt(7, MOST_ROWS + 1);
            return rows(read, query.ofSeveral(), by);
        }
    }

    private static String sql(boolean ofSeveral, List<Dimension> by) {
        List<String> columns = new ArrayList<>();
        if (ofSeveral) {
            columns.add("kind.measure");
        }
        by.forEach(dimension -> columns.add(dimension.column()));
        String dimensions = columns.stream().map(column -> column + ", ").collect(Collectors.joining());
        String order = IntStream.rangeClosed(1, columns.size())
                .mapToObj(Integer::toString)
                .collect(Collectors.joining(", "));
        return "SELECT " + dimensions + "coalesce(sum(cell.amount), 0)"
                + " FROM unnest(?::text[], ?::text[], ?::text[]) AS member (code, organisation, level)"
                + " JOIN organisation_number USING (code)"
                // As in StatementCells: looked up body by body, never by reading all cells for each.
                + " CROSS JOIN LATERAL (SELECT key, amount FROM cell"
                + " WHERE key >= (organisation_number.number::bigint << 32) | (? << 16)"
                + " AND key < (organisation_number.number::bigint << 32) | (? << 16) OFFSET 0) AS cell"
                + " JOIN kind ON kind.number = cell.key & 65535"
                + " WHERE kind.measure = ANY (?)"
                + (columns.isEmpty() ? "" : " GROUP BY " + order + " HAVING sum(cell.amount) <> 0 ORDER BY " + order)
                + " LIMIT ?";
    }

    private static List<Map<String, Object>> rows(PreparedStatement read, boolean ofSeveral, List<Dimension> by)
            throws SQLException {
        List<String> names = new ArrayList<>();
        if (ofSeveral) {
            names.add("measure");
        }
        by.forEach(dimension -> names.add(Parameters.word(dimension)));
        List<Map<String, Object>> rows = new ArrayList<>();
        try (ResultSet row = read.executeQuery()) {
            while (row.next()) {
                if (rows.size() == MOST_ROWS) {
                    throw Refused.with(Problem.TOO_MANY_ROWS, Integer.toString(MOST_ROWS));
                }
                Map<String, Object> values = new LinkedHashMap<>();
                for (int i = 0; i < names.size(); i++) {
                    values.put(names.get(i), row.getObject(i + 1));
                }
                values.put("n", row.getLong(names.size() + 1));
                rows.add(values);
            }
        }
        return rows;
    }
}
