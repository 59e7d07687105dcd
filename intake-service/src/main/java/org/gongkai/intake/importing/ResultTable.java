package org.gongkai.intake.importing;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.gongkai.intake.importing.LineResult.Status;
import org.gongkai.intake.personaldata.Seal;

/** What became of the lines of an import; one sealed row for each piece. */
@ApplicationScoped
class ResultTable {

    private static final String FIELD = "results";
    private static final TypeReference<List<LineResult>> RESULTS = new TypeReference<>() {};

    @Inject
    DataSource database;

    @Inject
    Seal seal;

    @Inject
    ObjectMapper json;

    void insert(Connection connection, UUID run, int number, List<LineResult> results) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "INSERT INTO import_piece (import, number, last_line, refused, results) VALUES (?, ?, ?, ?, ?)")) {
            statement.setObject(1, run);
            statement.setInt(2, number);
            statement.setLong(3, results.get(results.size() - 1).line());
            statement.setLong(
                    4,
                    results.stream()
                            .filter(each -> each.status() == Status.REFUSED)
                            .count());
            statement.setBytes(
                    5,
                    seal.seal(
                            new String(json.writeValueAsBytes(results), StandardCharsets.UTF_8), run, FIELD + number));
            statement.executeUpdate();
        } catch (IOException e) {
            throw new IllegalStateException("results that are no JSON", e);
        }
    }

    /** Of a piece; empty where there is none yet. */
    List<LineResult> ofPiece(UUID run, int number) {
        return read("SELECT number, results FROM import_piece WHERE import = ? AND number = ?", run, number);
    }

    /**
     * In the order of lines.
     *
     * @param status null for any
     * @param after line already read
     * @param most how many
     */
    List<LineResult> page(UUID run, Status status, long after, int most) {
        List<LineResult> found = new ArrayList<>();
        long from = after;
        while (found.size() < most) {
            List<LineResult> piece = read(
                    "SELECT number, results FROM import_piece WHERE import = ? AND last_line > ?"
                            + (status == Status.REFUSED ? " AND refused > 0" : "")
                            + " ORDER BY number LIMIT 1",
                    run,
                    from);
            if (piece.isEmpty()) {
                return found;
            }
            piece.stream()
                    .filter(each -> each.line() > after && (status == null || each.status() == status))
                    .limit(most - found.size())
                    .forEach(found::add);
            from = piece.get(piece.size() - 1).line();
        }
        return found;
    }

    private List<LineResult> read(String query, UUID run, Object parameter) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setObject(1, run);
            statement.setObject(2, parameter);
            try (ResultSet row = statement.executeQuery()) {
                return row.next()
                        ? json.readValue(seal.open(row.getBytes(FIELD), run, FIELD + row.getInt("number")), RESULTS)
                        : List.of();
            }
        } catch (SQLException e) {
            throw new ImportTable.ImportsUnavailable(e);
        } catch (IOException e) {
            throw new IllegalStateException("results that cannot be read", e);
        }
    }
}
