package org.gongkai.intake.dispute;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

/** The instances of a case. */
final class InstanceTable {

    /** All of a case {@code r} as one JSON array, in order. */
    static final String SELECTED = """
            (SELECT json_agg(json_build_object('number', i.number, 'filedOn', i.filed_on, 'concludedOn', i.concluded_on,
                                               'result', i.result, 'resultDetail', i.result_detail) ORDER BY i.number)
               FROM dispute_instance i WHERE i.dispute = r.id) AS instances""";

    private static final ObjectMapper JSON =
            JsonMapper.builder().addModule(new JavaTimeModule()).build();
    private static final String INSERT =
            "INSERT INTO dispute_instance (dispute, number, filed_on, concluded_on, result, result_detail)"
                    + " VALUES (?, ?, ?, ?, ?, ?)";

    private InstanceTable() {}

    static List<Dispute.Instance> read(String json) {
        try {
            return List.of(JSON.readValue(json, Dispute.Instance[].class));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("instances that cannot be read", e);
        }
    }

    static void replace(Connection connection, UUID dispute, List<Dispute.Instance> instances) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement("DELETE FROM dispute_instance WHERE dispute = ?")) {
            delete.setObject(1, dispute);
            delete.executeUpdate();
        }
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            for (Dispute.Instance instance : instances) {
                insert.setObject(1, dispute);
                insert.setInt(2, instance.number());
                insert.setObject(3, instance.filedOn());
                insert.setObject(4, instance.concludedOn());
                insert.setString(
                        5, instance.result() == null ? null : instance.result().name());
                insert.setString(6, instance.resultDetail());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }
}
