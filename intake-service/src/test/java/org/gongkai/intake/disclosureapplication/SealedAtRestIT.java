package org.gongkai.intake.disclosureapplication;

import static org.gongkai.intake.Calls.as;
import static org.gongkai.intake.Calls.receive;
import static org.gongkai.intake.Calls.register;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.HexFormat;
import javax.sql.DataSource;
import org.gongkai.embedded.testing.WithInfrastructure;
import org.gongkai.intake.Recount;
import org.junit.jupiter.api.Test;

/** What an application's row looks like to one who reads the database. */
@QuarkusTest
@WithInfrastructure(database = "intake", kafka = true)
class SealedAtRestIT {

    @Inject
    DataSource database;

    @Test
    void no_personal_data_can_be_read_in_the_tables() throws SQLException {
        register("REST-1", null);
        String id = receive("REST-1", "1", "2021-03-04").path("id");
        as("recorder", "REST-1")
                .body("{\"outcome\": \"OTHER_MISC\", \"decidedOn\": \"2021-03-08\", \"reason\": \"演示理由\"}")
                .post("/applications/" + id + "/outcome")
                .then()
                .statusCode(200);

        String row = one("SELECT a::text FROM disclosure_application a WHERE id = '" + id + "'");

        assertTrue(row.contains("REST-1"), row);
        for (String plain : new String[] {"演示人甲", "62280119900101123X", "13800138000", "二〇二〇年度部门预算", "演示理由"}) {
            assertFalse(row.contains(plain), row);
            assertFalse(row.contains(HexFormat.of().formatHex(plain.getBytes(StandardCharsets.UTF_8))), row);
        }
    }

    @Test
    void flyway_of_the_service_knows_the_step_that_seals_the_rows_of_versions_before() throws SQLException {
        assertEquals("JDBC", one("SELECT type FROM flyway_schema_history WHERE version = '4.1' AND success"));
    }

    private String one(String query) throws SQLException {
        return Recount.text(database, query);
    }
}
