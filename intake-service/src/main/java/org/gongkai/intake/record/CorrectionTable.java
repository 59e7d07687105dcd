package org.gongkai.intake.record;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The history of corrections, of all kinds of records. */
final class CorrectionTable {

    private static final String INSERT =
            "INSERT INTO record_correction (record, version, part, act, reason, was, corrected_at, corrected_by)"
                    + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String OF_RECORD =
            "SELECT version, part, act, reason, was, corrected_at, corrected_by FROM record_correction"
                    + " WHERE record = ? ORDER BY version";

    private CorrectionTable() {}

    static void insert(Connection connection, UUID record, Correction correction) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(INSERT)) {
            statement.setObject(1, record);
            statement.setLong(2, correction.version());
            statement.setString(3, correction.part().name());
            statement.setString(4, correction.act().name());
            statement.setString(5, correction.reason());
            statement.setString(6, correction.was());
            statement.setObject(7, correction.at());
            statement.setString(8, correction.by());
            statement.executeUpdate();
        }
    }

    static List<Correction> of(Connection connection, UUID record) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(OF_RECORD)) {
            statement.setObject(1, record);
            List<Correction> found = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    found.add(new Correction(
                            row.getLong("version"),
                            Correction.Part.valueOf(row.getString("part")),
                            Correction.Act.valueOf(row.getString("act")),
                            row.getString("reason"),
                            row.getString("was"),
                            row.getObject("corrected_at", OffsetDateTime.class),
                            row.getString("corrected_by")));
                }
            }
            return found;
        }
    }
}
