package org.gongkai.intake.disclosureapplication;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.gongkai.intake.personaldata.Seal;

/** What was done to a case after its registration, a row each; sealed with the application's id. */
final class HistoryTable {

    private static final String INSERT =
            "INSERT INTO application_correction (application, version, act, reason, was, corrected_at, corrected_by)"
                    + " VALUES (?, ?, ?, ?, ?, ?, ?)";
    private static final String SELECT =
            "SELECT version, act, reason, was, corrected_at, corrected_by FROM application_correction"
                    + " WHERE application = ? ORDER BY version";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Seal seal;

    HistoryTable(Seal seal) {
        this.seal = seal;
    }

    /**
     * A line of it.
     *
     * @param version that it led to
     * @param act what was done
     * @param reason of a correction, or null
     * @param note what it was about: the step, the outcome, what was amended
     * @param at when
     * @param by the token's {@code sub}
     */
    record Line(long version, CaseAct act, String reason, ObjectNode note, OffsetDateTime at, String by) {}

    /** A line and whose it is. */
    record Of(UUID application, Line line) {}

    void insert(Connection connection, List<Of> lines) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(INSERT)) {
            for (Of each : lines) {
                UUID application = each.application();
                Line line = each.line();
                statement.setObject(1, application);
                statement.setLong(2, line.version());
                statement.setString(3, line.act().name());
                statement.setBytes(4, seal.seal(line.reason(), application, "reason"));
                statement.setBytes(5, seal.seal(line.note().toString(), application, "was"));
                statement.setObject(6, line.at());
                statement.setString(7, line.by());
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    List<Line> of(Connection connection, UUID application) throws SQLException {
        List<Line> lines = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(SELECT)) {
            statement.setObject(1, application);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    lines.add(new Line(
                            row.getLong("version"),
                            CaseAct.valueOf(row.getString("act")),
                            seal.open(row.getBytes("reason"), application, "reason"),
                            note(seal.open(row.getBytes("was"), application, "was")),
                            row.getObject("corrected_at", OffsetDateTime.class),
                            row.getString("corrected_by")));
                }
            }
        }
        return lines;
    }

    private static ObjectNode note(String text) {
        try {
            return text == null ? JSON.createObjectNode() : (ObjectNode) JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a history that is no JSON", e);
        }
    }
}
