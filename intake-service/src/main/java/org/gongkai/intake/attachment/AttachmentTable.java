package org.gongkai.intake.attachment;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.gongkai.intake.personaldata.Seal;

/** The rows of attachments and of the pieces of their content; sealed with the attachment's own id. */
final class AttachmentTable {

    private static final String COLUMNS =
            "id, application, kind, type, bytes, chunks, name, sha256, recorded_at, recorded_by, at_version,"
                    + " withdrawn_at, withdrawn_by, withdrawal_reason, withdrawn_at_version, erased_on";
    private static final String SELECT = "SELECT " + COLUMNS + " FROM attachment WHERE ";
    private static final String INSERT =
            "INSERT INTO attachment (id, application, kind, type, bytes, chunks, name, sha256, data_key, same_index,"
                    + " recorded_at, recorded_by, at_version) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String INSERT_CHUNK =
            "INSERT INTO attachment_chunk (attachment, number, content) VALUES (?, ?, ?)";
    private static final String WITHDRAW =
            "UPDATE attachment SET withdrawn_at = ?, withdrawn_by = ?, withdrawal_reason = ?, withdrawn_at_version = ?,"
                    + " data_key = NULL, same_index = NULL WHERE id = ?";
    private static final String ERASE =
            "UPDATE attachment SET name = NULL, sha256 = NULL, data_key = NULL, same_index = NULL,"
                    + " withdrawal_reason = NULL, erased_on = ? WHERE application = ?";
    private static final String ERASE_CHUNKS =
            "DELETE FROM attachment_chunk WHERE attachment IN (SELECT id FROM attachment WHERE application = ?)";

    private final Seal seal;

    AttachmentTable(Seal seal) {
        this.seal = seal;
    }

    /** The row and all pieces of its content, one after another. */
    void insert(Connection connection, Attachment made, byte[] sameIndex, String key, SealedSpool spool)
            throws SQLException, IOException {
        UUID id = made.id();
        try (PreparedStatement row = connection.prepareStatement(INSERT)) {
            row.setObject(1, id);
            row.setObject(2, made.application());
            row.setString(3, made.kind().name());
            row.setString(4, made.type().name());
            row.setLong(5, made.bytes());
            row.setInt(6, made.chunks());
            row.setBytes(7, seal.seal(made.name(), id, "name"));
            row.setBytes(8, seal.seal(made.sha256(), id, "sha256"));
            row.setBytes(9, seal.seal(key, id, "data_key"));
            row.setBytes(10, sameIndex);
            row.setObject(11, made.recordedAt());
            row.setString(12, made.recordedBy());
            row.setLong(13, made.atVersion());
            row.executeUpdate();
        }
        try (PreparedStatement chunk = connection.prepareStatement(INSERT_CHUNK)) {
            chunk.setObject(1, id);
            for (int number = 0; number < made.chunks(); number++) {
                chunk.setInt(2, number);
                chunk.setBytes(3, spool.sealed(number));
                // no batch: it would hold the whole file
                chunk.executeUpdate();
            }
        }
    }

    /** The content goes with it. */
    void withdraw(Connection connection, UUID id, Attachment.Withdrawal why) throws SQLException {
        try (PreparedStatement row = connection.prepareStatement(WITHDRAW);
                PreparedStatement chunks =
                        connection.prepareStatement("DELETE FROM attachment_chunk WHERE attachment = ?")) {
            row.setObject(1, why.at());
            row.setString(2, why.by());
            row.setBytes(3, seal.seal(why.reason(), id, "withdrawal_reason"));
            row.setLong(4, why.atVersion());
            row.setObject(5, id);
            row.executeUpdate();
            chunks.setObject(1, id);
            chunks.executeUpdate();
        }
    }

    /** Names, reasons and contents of all that the case ever had. */
    void erase(Connection connection, UUID application, LocalDate today) throws SQLException {
        try (PreparedStatement chunks = connection.prepareStatement(ERASE_CHUNKS);
                PreparedStatement rows = connection.prepareStatement(ERASE)) {
            chunks.setObject(1, application);
            chunks.executeUpdate();
            rows.setObject(1, today);
            rows.setObject(2, application);
            rows.executeUpdate();
        }
    }

    Optional<Attachment> byId(Connection connection, UUID id) throws SQLException {
        return all(connection, "id = ?", id).stream().findFirst();
    }

    /** The one that stands and is the same. */
    Optional<Attachment> same(Connection connection, UUID application, byte[] sameIndex) throws SQLException {
        return all(connection, "application = ? AND same_index = ? AND withdrawn_at IS NULL", application, sameIndex)
                .stream()
                .findFirst();
    }

    /** All that the case ever had, in the order of entry. */
    List<Attachment> of(Connection connection, UUID application) throws SQLException {
        return all(connection, "application = ? ORDER BY id", application);
    }

    /** How many stand. */
    int standing(Connection connection, UUID application) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "SELECT count(*) FROM attachment WHERE application = ? AND withdrawn_at IS NULL")) {
            statement.setObject(1, application);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        }
    }

    /** The key of the content; empty where that is gone. */
    Optional<String> key(Connection connection, UUID id) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("SELECT data_key FROM attachment WHERE id = ?")) {
            statement.setObject(1, id);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? Optional.ofNullable(seal.open(row.getBytes(1), id, "data_key")) : Optional.empty();
            }
        }
    }

    /** A piece of the content as it is kept; empty where it is gone. */
    Optional<byte[]> chunk(Connection connection, UUID id, int number) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "SELECT content FROM attachment_chunk WHERE attachment = ? AND number = ?")) {
            statement.setObject(1, id);
            statement.setInt(2, number);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? Optional.of(row.getBytes(1)) : Optional.empty();
            }
        }
    }

    private List<Attachment> all(Connection connection, String condition, Object... parameters) throws SQLException {
        List<Attachment> found = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(SELECT + condition)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    found.add(read(row));
                }
            }
        }
        return found;
    }

    private Attachment read(ResultSet row) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        OffsetDateTime withdrawnAt = row.getObject("withdrawn_at", OffsetDateTime.class);
        return new Attachment(
                id,
                row.getObject("application", UUID.class),
                AttachmentKind.valueOf(row.getString("kind")),
                FileType.valueOf(row.getString("type")),
                row.getLong("bytes"),
                row.getInt("chunks"),
                seal.open(row.getBytes("name"), id, "name"),
                seal.open(row.getBytes("sha256"), id, "sha256"),
                row.getObject("recorded_at", OffsetDateTime.class),
                row.getString("recorded_by"),
                row.getLong("at_version"),
                withdrawnAt == null
                        ? null
                        : new Attachment.Withdrawal(
                                withdrawnAt,
                                row.getString("withdrawn_by"),
                                seal.open(row.getBytes("withdrawal_reason"), id, "withdrawal_reason"),
                                row.getLong("withdrawn_at_version")),
                row.getObject("erased_on", LocalDate.class));
    }
}
