package org.gongkai.intake.personaldata;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.crypto.tink.prf.PredefinedPrfParameters;
import com.google.crypto.tink.prf.PrfConfig;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.gongkai.embedded.testing.Database;
import org.gongkai.embedded.testing.Infrastructure;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/** A change of keys, with two keys: readable before, during and after. */
class ResealerIT {

    private static final int CASES = 1_200;
    /** Sealed columns of what goes with its time, and what no key of this keyset made: digests, pieces of attachments. */
    private static final List<String> NOT_SEALED_ANEW = List.of(
            "attachment.same_index",
            "attachment_chunk.content",
            "disclosure_application.applicant_index",
            "disclosure_application.sought_index",
            "idempotency.answer",
            "idempotency.fingerprint",
            "import_piece.results",
            "import_run.spool_key");

    private static KeysetHandle oldKeys;
    private static KeysetHandle bothKeys;
    private static KeysetHandle newKeys;

    @BeforeAll
    static void keys() throws Exception {
        AeadConfig.register();
        PrfConfig.register();
        oldKeys = KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM);
        bothKeys = KeysetHandle.newBuilder(oldKeys)
                .addEntry(KeysetHandle.generateEntryFromParameters(PredefinedAeadParameters.AES256_GCM)
                        .withRandomId()
                        .makePrimary())
                .build();
        newKeys = KeysetHandle.newBuilder(bothKeys).deleteAt(0).build();
    }

    private static PGSimpleDataSource database() throws Exception {
        Database made = Infrastructure.database("rotation");
        BlindIndex index = new BlindIndex(KeysetHandle.generateNew(PredefinedPrfParameters.HMAC_SHA256_PRF));
        Flyway.configure()
                .dataSource(made.jdbcUrl(), made.user(), made.password())
                .javaMigrations(new PlainRowsSealed(new Seal(oldKeys), index))
                .load()
                .migrate();
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(made.jdbcUrl());
        source.setUser(made.user());
        source.setPassword(made.password());
        return source;
    }

    private static void fill(DataSource database, Seal seal) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("INSERT INTO organisation (code, name, level, kind, may_issue_rules, last_fact, version)"
                    + " VALUES ('ROT-1', '机关', 'CITY', 'DEPARTMENT', false, gen_random_uuid(), 1)");
            try (PreparedStatement row = connection.prepareStatement(
                            "INSERT INTO disclosure_application (id, organisation,"
                                    + " case_number, received_on, channel, applicant_type, applicant_name, contact, parties,"
                                    + " information_sought, state, received_fact, last_fact)"
                                    + " VALUES (?, 'ROT-1', ?, '2021-03-04', 'ONLINE', 'NATURAL_PERSON', ?, ?, ?, ?, 'REGISTERED', ?, ?)");
                    PreparedStatement step =
                            connection.prepareStatement("INSERT INTO application_step (id, application,"
                                    + " number, type, on_day, note, handler, reviewed_by, recorded_at, recorded_by)"
                                    + " VALUES (?, ?, 1, 'SECRECY_REVIEWED', '2021-03-05', ?, ?, ?, now(), 'test')");
                    PreparedStatement file = connection.prepareStatement("INSERT INTO attachment (id, application,"
                            + " kind, type, bytes, chunks, name, sha256, data_key, same_index, recorded_at, recorded_by,"
                            + " at_version) VALUES (?, ?, 'REPLY', 'TXT', 6, 1, ?, ?, ?, ?, now(), 'test', 1)");
                    PreparedStatement line =
                            connection.prepareStatement("INSERT INTO application_correction (application,"
                                    + " version, act, reason, was, corrected_at, corrected_by)"
                                    + " VALUES (?, ?, 'AMENDED', ?, ?, now(), 'test')")) {
                for (int n = 1; n <= CASES; n++) {
                    UUID id = new UUID(7, n);
                    UUID stepId = new UUID(8, n);
                    row.setObject(1, id);
                    row.setString(2, "n" + n);
                    row.setBytes(3, seal.seal("演示人" + n, id, "applicant_name"));
                    row.setBytes(4, seal.seal("演示", id, "contact"));
                    row.setBytes(5, seal.seal("{\"agents\":[]}", id, "parties"));
                    row.setBytes(6, seal.seal("预算" + n, id, "information_sought"));
                    row.setObject(7, id);
                    row.setObject(8, id);
                    row.addBatch();
                    step.setObject(1, stepId);
                    step.setObject(2, id);
                    step.setBytes(3, seal.seal("记" + n, stepId, "note"));
                    step.setBytes(4, seal.seal("承办" + n, stepId, "handler"));
                    step.setBytes(5, seal.seal("审查" + n, stepId, "reviewed_by"));
                    step.addBatch();
                    UUID fileId = new UUID(9, n);
                    file.setObject(1, fileId);
                    file.setObject(2, id);
                    file.setBytes(3, seal.seal("答复" + n, fileId, "name"));
                    file.setBytes(4, seal.seal("00", fileId, "sha256"));
                    file.setBytes(5, seal.seal("key of " + n, fileId, "data_key"));
                    file.setBytes(6, new byte[] {1});
                    file.addBatch();
                    for (int version = 2; version <= 3; version++) {
                        line.setObject(1, id);
                        line.setLong(2, version);
                        line.setBytes(3, seal.seal("错" + version, id, "reason"));
                        line.setBytes(4, seal.seal("{}", id, "was"));
                        line.addBatch();
                    }
                }
                row.executeBatch();
                step.executeBatch();
                file.executeBatch();
                line.executeBatch();
            }
        }
    }

    /** Opens everything; answers how many values there were. */
    private static int readAll(DataSource database, Seal seal) throws SQLException {
        int values = 0;
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            for (SealedTable table : SealedTable.ALL) {
                ResultSet row = statement.executeQuery("SELECT * FROM " + table.name());
                while (row.next()) {
                    for (String field : table.fields()) {
                        UUID id = row.getObject(table.record(), UUID.class);
                        values += seal.open(row.getBytes(field), id, field) == null ? 0 : 1;
                    }
                }
            }
        }
        return values;
    }

    @Test
    void every_row_can_be_read_before_during_and_after_and_then_the_old_key_can_go() throws Exception {
        DataSource database = database();
        fill(database, new Seal(oldKeys));
        Seal both = new Seal(bothKeys);
        int values = CASES * (4 + 3 + 4 + 3);
        assertEquals(values, readAll(database, both));
        Resealer resealer = new Resealer(database, both);
        assertEquals(CASES * 5L, resealer.waiting());
        AtomicLong pieces = new AtomicLong();

        IllegalStateException brokenOff = assertThrows(
                IllegalStateException.class,
                () -> resealer.run(rows -> {
                    if (pieces.incrementAndGet() == 2) {
                        throw new IllegalStateException("a power cut");
                    }
                }));

        assertEquals("a power cut", brokenOff.getMessage());
        assertEquals(CASES * 5L - 1_000, resealer.waiting());
        assertEquals(values, readAll(database, both));
        assertThrows(IllegalStateException.class, () -> readAll(database, new Seal(newKeys)));

        resealer.run(rows -> {});

        assertEquals(0, resealer.waiting());
        assertEquals(values, readAll(database, both));
        assertEquals(values, readAll(database, new Seal(newKeys)));
        assertThrows(IllegalStateException.class, () -> readAll(database, new Seal(oldKeys)));
    }

    @Test
    void the_content_of_an_attachment_stays_as_it_is_and_its_key_alone_is_sealed_anew() throws Exception {
        DataSource database = database();
        fill(database, new Seal(oldKeys));
        UUID file = new UUID(9, 1);
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("INSERT INTO attachment_chunk VALUES ('" + file + "', 0, 'sealed by that key')");
            String written = "SELECT xmin::text || encode(content, 'escape') FROM attachment_chunk";
            String before = one(statement, written);

            new Resealer(database, new Seal(bothKeys)).run(rows -> {});

            assertEquals(before, one(statement, written));
            ResultSet row = statement.executeQuery("SELECT data_key FROM attachment WHERE id = '" + file + "'");
            assertTrue(row.next());
            assertEquals("key of 1", new Seal(newKeys).open(row.getBytes(1), file, "data_key"));
        }
    }

    private static String one(Statement statement, String query) throws SQLException {
        try (ResultSet row = statement.executeQuery(query)) {
            assertTrue(row.next(), query);
            return row.getString(1);
        }
    }

    @Test
    void a_seal_knows_which_values_it_can_open_and_whether_keys_are_changing() throws Exception {
        byte[] before = new Seal(oldKeys).seal("甲", new UUID(7, 1), "contact");
        assertTrue(new Seal(bothKeys).knows(before));
        assertFalse(new Seal(newKeys).knows(before));
        assertTrue(new Seal(bothKeys).isRotating());
        assertFalse(new Seal(newKeys).isRotating());
    }

    @Test
    void no_sealed_column_is_forgotten() throws Exception {
        try (Connection connection = database().getConnection();
                Statement statement = connection.createStatement()) {
            TreeSet<String> columns = new TreeSet<>();
            ResultSet row =
                    statement.executeQuery("SELECT table_name || '.' || column_name FROM information_schema.columns"
                            + " WHERE table_schema = 'public' AND data_type = 'bytea'");
            while (row.next()) {
                columns.add(row.getString(1));
            }
            assertTrue(columns.removeAll(NOT_SEALED_ANEW));
            assertEquals(SealedTable.columns(), List.copyOf(columns));
        }
    }
}
