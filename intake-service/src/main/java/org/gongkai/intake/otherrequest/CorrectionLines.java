package org.gongkai.intake.otherrequest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.gongkai.intake.disclosureapplication.ApplicationView;
import org.gongkai.intake.personaldata.Seal;
import org.gongkai.intake.record.Correction;

/** What was entered wrongly and mended, of requests of every kind; sealed with the request's id. */
final class CorrectionLines {

    private static final String INSERT =
            "INSERT INTO other_request_correction (request, version, part, act, reason, was, corrected_at, corrected_by)"
                    + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String SELECT =
            "SELECT version, part, act, reason, was, corrected_at, corrected_by FROM other_request_correction"
                    + " WHERE request = ? ORDER BY version";
    private static final String ERASE =
            "UPDATE other_request_correction SET reason = NULL, was = ? WHERE request = ? AND version = ?";

    /** Fields of a request that only the body that holds it is told. */
    private static final Set<String> PERSONAL = Set.of(
            "name",
            "identityDocument",
            "contact",
            "informationHeld",
            "rectificationSought",
            "evidence",
            "matter",
            "handler",
            "transferredTo",
            "note");

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Seal seal;

    CorrectionLines(Seal seal) {
        this.seal = seal;
    }

    void insert(Connection connection, UUID request, Correction correction) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(INSERT)) {
            statement.setObject(1, request);
            statement.setLong(2, correction.version());
            statement.setString(3, correction.part().name());
            statement.setString(4, correction.act().name());
            statement.setBytes(5, seal.seal(correction.reason(), request, "reason"));
            statement.setBytes(6, seal.seal(correction.was(), request, "was"));
            statement.setObject(7, correction.at());
            statement.setString(8, correction.by());
            statement.executeUpdate();
        }
    }

    /** Oldest first. */
    List<Correction> of(Connection connection, UUID request) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(SELECT)) {
            statement.setObject(1, request);
            List<Correction> found = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    found.add(new Correction(
                            row.getLong("version"),
                            Correction.Part.valueOf(row.getString("part")),
                            Correction.Act.valueOf(row.getString("act")),
                            seal.open(row.getBytes("reason"), request, "reason"),
                            seal.open(row.getBytes("was"), request, "was"),
                            row.getObject("corrected_at", OffsetDateTime.class),
                            row.getString("corrected_by")));
                }
            }
            return found;
        }
    }

    /** Reasons go; of what was there before, codes and days stay. */
    void erase(Connection connection, UUID request) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(ERASE)) {
            for (Correction each : of(connection, request)) {
                statement.setBytes(1, seal.seal(masked(each).was(), request, "was"));
                statement.setObject(2, request);
                statement.setLong(3, each.version());
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    /** As all but the body that holds the request are told. */
    static Correction masked(Correction correction) {
        try {
            return new Correction(
                    correction.version(),
                    correction.part(),
                    correction.act(),
                    correction.reason() == null ? null : ApplicationView.MASK,
                    masked(JSON.readTree(correction.was())).toString(),
                    correction.at(),
                    correction.by());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a correction that is no JSON", e);
        }
    }

    private static JsonNode masked(JsonNode fields) {
        if (fields instanceof ObjectNode object) {
            object.fields()
                    .forEachRemaining(field -> field.setValue(
                            PERSONAL.contains(field.getKey())
                                    ? TextNode.valueOf(ApplicationView.MASK)
                                    : masked(field.getValue())));
        }
        return fields;
    }
}
