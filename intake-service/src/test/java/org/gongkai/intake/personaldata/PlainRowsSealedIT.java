package org.gongkai.intake.personaldata;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.gongkai.embedded.testing.Database;
import org.gongkai.embedded.testing.Infrastructure;
import org.junit.jupiter.api.Test;

/** A database of the version before, brought to this one. */
class PlainRowsSealedIT {

    private static final UUID OPEN = new UUID(7, 1);
    private static final UUID CLOSED = new UUID(7, 2);
    private static final String PLAIN_ROWS = """
            INSERT INTO organisation (code, name, level, kind, may_issue_rules, last_fact, version)
            VALUES ('OLD-1', '机关', 'CITY', 'DEPARTMENT', false, gen_random_uuid(), 1);
            INSERT INTO disclosure_application (id, organisation, case_number, received_on, channel, applicant_type,
                applicant_name, identity_document, contact, information_sought, delivery, handler, received_fact,
                outcome, decided_on, reason, elsewhere, decided_fact)
            VALUES ('%s', 'OLD-1', '1', '2021-03-04', 'ONLINE', 'NATURAL_PERSON', '演示人甲', '62280119900101123X',
                    '13800138000', '部门预算', NULL, NULL, '00000000-0000-0000-0000-000000000001', NULL, NULL, NULL, NULL, NULL),
                   ('%s', 'OLD-1', '2', '2021-03-04', 'ONLINE', 'NATURAL_PERSON', '演示人乙', NULL, '13900139000',
                    '部门决算', '邮寄', '经办人丙', '00000000-0000-0000-0000-000000000002', 'OTHER_MISC', '2021-03-05',
                    '申请人撤回', false, '00000000-0000-0000-0000-000000000003')
            """.formatted(OPEN, CLOSED);

    private final Seal seal =
            new Seal(Keysets.read("x", Optional.of("file:src/test/resources/keys/personal-data.json"), ""));
    private final BlindIndex index =
            new BlindIndex(Keysets.read("x", Optional.of("file:src/test/resources/keys/personal-data-index.json"), ""));

    private Flyway flyway(Database database, String target) {
        return Flyway.configure()
                .dataSource(database.jdbcUrl(), database.user(), database.password())
                .javaMigrations(new PlainRowsSealed(seal, index))
                .target(target)
                .load();
    }

    @Test
    void rows_of_the_version_before_are_sealed() throws SQLException {
        Database database = Infrastructure.database("sealed");
        flyway(database, "3").migrate();
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(PLAIN_ROWS);

            flyway(database, "4.2").migrate();

            ResultSet row = statement.executeQuery("SELECT * FROM disclosure_application ORDER BY id");
            assertTrue(row.next());
            assertEquals("演示人甲", opened(row, OPEN, "applicant_name"));
            assertEquals("62280119900101123X", opened(row, OPEN, "identity_document"));
            assertEquals("13800138000", opened(row, OPEN, "contact"));
            assertEquals("部门预算", opened(row, OPEN, "information_sought"));
            assertNull(row.getBytes("delivery"));
            assertNull(row.getBytes("reason"));
            assertArrayEquals(index.ofIdentityDocument("62280119900101123X"), row.getBytes("applicant_index"));
            assertArrayEquals(index.ofText("部门预算"), row.getBytes("sought_index"));
            assertEquals("REGISTERED", row.getString("state"));
            assertEquals(row.getString("received_fact"), row.getString("last_fact"));
            assertTrue(row.next());
            assertEquals("演示人乙", opened(row, CLOSED, "applicant_name"));
            assertEquals("邮寄", opened(row, CLOSED, "delivery"));
            assertEquals("经办人丙", opened(row, CLOSED, "handler"));
            assertEquals("申请人撤回", opened(row, CLOSED, "reason"));
            assertNull(row.getBytes("applicant_index"));
            assertEquals("CLOSED", row.getString("state"));
            assertEquals(row.getString("decided_fact"), row.getString("last_fact"));
            assertFalse(row.next());
        }
    }

    @Test
    void the_table_is_written_anew_so_that_no_page_keeps_a_dropped_text() throws SQLException {
        Database database = Infrastructure.database("sealed");
        flyway(database, "4.1").migrate();
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            String before = files(statement);

            flyway(database, "4.2").migrate();

            String after = files(statement);
            assertFalse(before.equals(after), after);
        }
    }

    /** Names of the files in which the server keeps the rows. */
    private static String files(Statement statement) throws SQLException {
        ResultSet row = statement.executeQuery("SELECT pg_relation_filepath('disclosure_application') || ' '"
                + " || pg_relation_filepath(reltoastrelid) FROM pg_class WHERE relname = 'disclosure_application'");
        row.next();
        return row.getString(1);
    }

    private String opened(ResultSet row, UUID id, String field) throws SQLException {
        return seal.open(row.getBytes(field), id, field);
    }
}
