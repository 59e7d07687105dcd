package org.gongkai.intake.attachment;

import static org.gongkai.intake.attachment.AttachmentCalls.application;
import static org.gongkai.intake.attachment.AttachmentCalls.attach;
import static org.gongkai.intake.attachment.AttachmentCalls.by;
import static org.gongkai.intake.attachment.AttachmentCalls.path;
import static org.gongkai.intake.attachment.AttachmentCalls.read;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import javax.sql.DataSource;
import org.gongkai.embedded.testing.WithInfrastructure;
import org.gongkai.intake.Recount;
import org.junit.jupiter.api.Test;

/** What attachments look like to one who reads the database, or writes in it. */
@QuarkusTest
@WithInfrastructure(database = "intake", kafka = true)
class AttachmentAtRestIT {

    @Inject
    DataSource database;

    private int count(String query) throws SQLException {
        return Recount.number(database, query);
    }

    @Test
    void no_table_holds_its_content_its_name_or_why_it_was_withdrawn_to_be_read() throws Exception {
        String id = application("ATT-16");
        String planted = "演示人种植 13900139000";
        for (String name : new String[] {planted + ".txt", planted + "二.txt"}) {
            attach(
                            "ATT-16",
                            id,
                            "REPLY",
                            name,
                            "text/plain",
                            planted.repeat(20_000).getBytes(StandardCharsets.UTF_8))
                    .then()
                    .statusCode(201);
        }
        String second = by("recorder", "ATT-16").get(path(id)).path("items[1].id");
        by("recorder", "ATT-16")
                .delete(path(id) + "/" + second + "?reason=" + planted)
                .then()
                .statusCode(200);

        for (String form : new String[] {planted, "13900139000", "演示人种植"}) {
            String bytes = HexFormat.of().formatHex(form.getBytes(StandardCharsets.UTF_8));
            for (String table : new String[] {"attachment", "attachment_chunk", "application_correction"}) {
                assertEquals(
                        0,
                        count("SELECT count(*) FROM " + table + " t WHERE strpos(t::text, '" + form
                                + "') > 0 OR strpos(t::text, '" + bytes + "') > 0"),
                        table);
            }
        }
        assertEquals(
                3,
                count("SELECT count(*) FROM attachment_chunk JOIN attachment a ON a.id = attachment"
                        + " WHERE application = '" + id + "'"));
    }

    @Test
    void a_content_that_was_changed_in_the_database_is_not_served() throws Exception {
        String id = application("ATT-17");
        String attachment = attach("ATT-17", id, "REPLY", "a.txt", "text/plain", new byte[] {'a'})
                .path("id");
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("UPDATE attachment_chunk SET content = set_byte(content, 14, 255 - get_byte(content, 14))"
                    + " WHERE attachment = '" + attachment + "'");
        }

        read("ATT-17", id, attachment)
                .then()
                .statusCode(500)
                .body("type", equalTo("urn:gongkai:problem:internal-error"));
    }
}
