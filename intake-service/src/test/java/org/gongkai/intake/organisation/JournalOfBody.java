package org.gongkai.intake.organisation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** What the journal says of a body. */
final class JournalOfBody {

    private JournalOfBody() {}

    /** The types of a body's facts in the order of their numbers. */
    static List<String> facts(DataSource database, String code) throws SQLException {
        List<String> types = new ArrayList<>();
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(
                        "SELECT replace(replace(type, 'org.gongkai.Organisation', ''), '.v1', ''), payload FROM journal"
                                + " WHERE organisation = ? ORDER BY position")) {
            query.setString(1, code);
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    types.add(rows.getString(1));
                }
            }
        }
        return types;
    }

    /** Fails where the numbers of a lane do not run from 1 to its head. */
    static void dense(DataSource database, int lane) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement("""
                        SELECT count(*), min(j.position), max(j.position),
                               (SELECT position FROM lane WHERE lane = ?::smallint) AS head
                          FROM journal j WHERE j.lane = ?::smallint""")) {
            query.setInt(1, lane);
            query.setInt(2, lane);
            try (ResultSet row = query.executeQuery()) {
                row.next();
                assertEquals(1, row.getLong(2), "first of lane " + lane);
                assertEquals(row.getLong(1), row.getLong(3), "as many as the last says, lane " + lane);
                assertEquals(row.getLong(4), row.getLong(3), "head of lane " + lane);
            }
        }
    }
}
