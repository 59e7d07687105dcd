package org.gongkai.intake.disclosureapplication;

import static org.gongkai.intake.Calls.as;
import static org.gongkai.intake.Calls.decide;
import static org.gongkai.intake.Calls.receive;
import static org.gongkai.intake.Calls.register;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.gongkai.embedded.testing.WithInfrastructure;
import org.junit.jupiter.api.Test;

/** Who read whose personal data. */
@QuarkusTest
@WithInfrastructure(database = "intake", kafka = true)
class AccessesIT {

    @Inject
    DataSource database;

    private static ValidatableResponse accesses(String role, String claim, String id) {
        return as(role, claim).get("/applications/" + id + "/accesses").then();
    }

    @Test
    void every_answer_in_clear_is_noted_and_no_other() {
        register("ACC-1", null);
        register("ACC-2", "ACC-1");
        String id = receive("ACC-2", "1", "2021-03-04").path("id");
        receive("ACC-2", "1", "2021-03-04").then().statusCode(200);
        as("recorder", "ACC-1").get("/applications/" + id).then().body("applicant.name", equalTo("***"));
        as("office", "ACC-1").get("/applications/" + id).then().body("applicant.name", equalTo("***"));
        as("admin", "*").get("/applications/" + id).then().body("applicant.name", equalTo("***"));
        as("recorder", "ACC-2").get("/applications").then().body("items", hasSize(1));
        accesses("office", "ACC-1", id).statusCode(200).body("items", empty());

        as("recorder", "ACC-2").get("/applications/" + id).then().body("applicant.name", equalTo("演示人甲"));
        decide("ACC-2", id, "GRANTED_FULL", "2021-03-25").then().statusCode(200);

        accesses("admin", "*", id)
                .statusCode(200)
                .body("items.call", contains("READ", "CHANGED"))
                .body("items[0].by", equalTo("test-recorder"))
                .body("items[0].organisation", equalTo("ACC-2"));
    }

    @Test
    void they_are_paged_and_shown_to_those_who_look_after_the_body() {
        register("ACC-3", null);
        register("ACC-4", null);
        String id = receive("ACC-3", "1", "2021-03-04").path("id");
        for (int i = 0; i < 3; i++) {
            as("recorder", "ACC-3").get("/applications/" + id).then().statusCode(200);
        }

        Response first = as("office", "ACC-3").get("/applications/" + id + "/accesses?limit=2");

        first.then().body("items", hasSize(2));
        as("office", "ACC-3")
                .get("/applications/" + id + "/accesses?after=" + first.path("next"))
                .then()
                .body("items", hasSize(1))
                .body("next", equalTo(null));
        accesses("office", "ACC-4", id).statusCode(404);
        accesses("office", "ACC-3", "01932c07-209f-7abc-8d1e-0c2f6a5b4e3d").statusCode(404);
        accesses("recorder", "ACC-3", id).statusCode(403);
        accesses("reader", "ACC-3", id).statusCode(403);
    }

    @Test
    void what_is_noted_is_never_changed() throws SQLException {
        register("ACC-5", null);
        String id = receive("ACC-5", "1", "2021-03-04").path("id");
        as("recorder", "ACC-5").get("/applications/" + id).then().statusCode(200);
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            assertThrows(SQLException.class, () -> statement.execute("DELETE FROM personal_data_access"));
            assertThrows(
                    SQLException.class,
                    () -> statement.execute("UPDATE personal_data_access SET accessed_by = 'nobody'"));
            assertThrows(SQLException.class, () -> statement.execute("TRUNCATE personal_data_access"));
        }
        accesses("admin", "*", id).body("items", hasSize(1));
    }
}
