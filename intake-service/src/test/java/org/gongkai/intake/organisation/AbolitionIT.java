package org.gongkai.intake.organisation;

import static org.gongkai.intake.Calls.admin;
import static org.gongkai.intake.Calls.register;
import static org.gongkai.intake.organisation.JournalOfBody.facts;
import static org.gongkai.intake.organisation.OrganisationCalls.abolish;
import static org.gongkai.intake.organisation.OrganisationCalls.refused;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.gongkai.embedded.testing.WithInfrastructure;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithInfrastructure(database = "intake", kafka = true)
class AbolitionIT {

    @Inject
    DataSource database;

    @Test
    void a_body_is_abolished_with_its_successor_once() throws SQLException {
        register("ORG-10-A", null);
        register("ORG-10-B", null);

        Response first = abolish("ORG-10-A", "2021-07-01", "ORG-10-B");

        first.then()
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("abolishedSince", equalTo("2021-07-01"))
                .body("successor", equalTo("ORG-10-B"));
        abolish("ORG-10-A", "2021-07-01", "ORG-10-B")
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"")
                .header("Gongkai-Position", first.header("Gongkai-Position"));
        refused(abolish("ORG-10-A", "2021-07-02", "ORG-10-B"), 409, "already-abolished", "2021-07-01");
        refused(abolish("ORG-10-A", "2021-07-01", null), 409, "already-abolished", "2021-07-01");
        assertEquals(List.of("Registered", "Abolished"), facts(database, "ORG-10-A"));
    }

    @Test
    void a_body_is_abolished_without_a_successor() {
        register("ORG-11", null);

        abolish("ORG-11", "2021-07-01", null)
                .then()
                .statusCode(200)
                .body("abolishedSince", equalTo("2021-07-01"))
                .body("successor", nullValue());
    }

    @Test
    void a_successor_is_another_registered_body_that_stands_on_that_day() throws SQLException {
        register("ORG-12-A", null);
        register("ORG-12-B", null);
        register("ORG-12-C", null);
        abolish("ORG-12-B", "2021-07-01", null).then().statusCode(200);

        refused(abolish("ORG-12-A", "2021-08-01", "ORG-12-A"), 422, "unfit-successor", "ORG-12-A");
        refused(abolish("ORG-12-A", "2021-08-01", "ORG-NOBODY"), 422, "unfit-successor", "ORG-NOBODY");
        refused(abolish("ORG-12-A", "2021-07-01", "ORG-12-B"), 422, "unfit-successor", "ORG-12-B");
        assertEquals(List.of("Registered"), facts(database, "ORG-12-A"));

        abolish("ORG-12-A", "2021-06-30", "ORG-12-B").then().statusCode(200);
        // a body that went on with another's duties on a day cannot have ended before it
        abolish("ORG-12-C", "2021-06-01", "ORG-12-A").then().statusCode(200);
    }

    @Test
    void a_successor_does_not_end_before_it_succeeded() {
        register("ORG-13-A", null);
        register("ORG-13-B", null);
        abolish("ORG-13-A", "2021-07-01", "ORG-13-B").then().statusCode(200);

        refused(abolish("ORG-13-B", "2021-07-01", null), 422, "unfit-successor", "ORG-13-B");
        abolish("ORG-13-B", "2021-07-02", null).then().statusCode(200);
    }

    @Test
    void an_abolition_of_nobody_or_without_its_day_is_refused() {
        register("ORG-14", null);
        refused(abolish("ORG-NOBODY", "2021-07-01", null), 404, "not-found", "");
        admin().body("{}")
                .post("/organisations/ORG-14/abolition")
                .then()
                .statusCode(422)
                .body("violations.field", equalTo(List.of("since")));
        admin().body("{\"since\": \"2021-07-01\", \"successor\": \"x y\"}")
                .post("/organisations/ORG-14/abolition")
                .then()
                .statusCode(422)
                .body("violations.field", equalTo(List.of("successor")));
        admin().get("/organisations/ORG-14").then().body("abolishedSince", nullValue());
    }
}
