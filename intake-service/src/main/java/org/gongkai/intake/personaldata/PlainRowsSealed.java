package org.gongkai.intake.personaldata;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;

/**
 * V004.1: seals the personal data of rows that versions before wrote in plain text. Part of Flyway's transaction: a start
 * that is broken off leaves the rows as they were.
 */
final class PlainRowsSealed implements JavaMigration {

    private static final int PIECE = 1_000;
    private static final List<String> FIELDS = List.of(
            "applicant_name", "identity_document", "contact", "information_sought", "delivery", "handler", "reason");
    private static final String PLAIN = "SELECT id, " + String.join(", ", FIELDS) + " FROM disclosure_application";
    private static final String SEALED = "UPDATE disclosure_application SET "
            + FIELDS.stream().map(field -> "sealed_" + field + " = ?").collect(Collectors.joining(", "))
            + ", applicant_index = ?, sought_index = ? WHERE id = ?";

    private final Seal seal;
    private final BlindIndex index;

    PlainRowsSealed(Seal seal, BlindIndex index) {
        this.seal = seal;
        this.index = index;
    }

    @Override
    public MigrationVersion getVersion() {
        return MigrationVersion.fromVersion("4.1");
    }

    @Override
    public String getDescription() {
        return "plain rows sealed";
    }

    @Override
    public Integer getChecksum() {
        return 1;
    }

    @Override
    public boolean canExecuteInTransaction() {
        return true;
    }

    @Override
    public void migrate(Context context) throws SQLException {
        Connection connection = context.getConnection();
        try (Statement plain = connection.createStatement();
                PreparedStatement sealed = connection.prepareStatement(SEALED)) {
            plain.setFetchSize(PIECE);
            int waiting = 0;
            try (ResultSet row = plain.executeQuery(PLAIN)) {
                while (row.next()) {
                    UUID id = row.getObject("id", UUID.class);
                    int parameter = 1;
                    for (String field : FIELDS) {
                        sealed.setBytes(parameter++, seal.seal(row.getString(field), id, field));
                    }
                    sealed.setBytes(parameter++, index.ofIdentityDocument(row.getString("identity_document")));
                    sealed.setBytes(parameter++, index.ofText(row.getString("information_sought")));
                    sealed.setObject(parameter, id);
                    sealed.addBatch();
                    if (++waiting % PIECE == 0) {
                        sealed.executeBatch();
                    }
                }
            }
            sealed.executeBatch();
        }
    }
}
