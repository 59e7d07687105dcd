package org.gongkai.intake.organisation;

import static org.gongkai.intake.Calls.admin;
import static org.gongkai.intake.Calls.as;
import static org.gongkai.intake.Calls.organisation;
import static org.gongkai.intake.Calls.register;
import static org.gongkai.intake.organisation.OrganisationCalls.refused;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.List;
import org.gongkai.embedded.testing.WithInfrastructure;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithInfrastructure(database = "intake", kafka = true)
class OrganisationReachIT {

    @Test
    void lists_are_paged_in_the_order_of_codes_and_bound_to_the_subtree() {
        register("ORG-15", null);
        List<String> codes = new ArrayList<>(List.of("ORG-15"));
        for (int i = 0; i < 6; i++) {
            codes.add("ORG-15-" + i);
            register("ORG-15-" + i, i < 3 ? "ORG-15" : "ORG-15-" + (i - 3));
        }
        register("ORG-15Z", null);

        List<String> read = new ArrayList<>();
        String next = "";
        int pages = 0;
        do {
            Response page = as("reader", "ORG-15").get("/organisations?limit=3" + next);
            page.then().statusCode(200);
            read.addAll(page.jsonPath().getList("items.code"));
            next = page.path("next") == null ? null : "&after=" + page.path("next");
            pages++;
        } while (next != null);

        assertEquals(codes, read);
        assertEquals(3, pages);
        as("recorder", "ORG-15-0")
                .get("/organisations")
                .then()
                .body("items.code", containsInAnyOrder("ORG-15-0", "ORG-15-3"))
                .body("next", nullValue());
        admin().get("/organisations?after=ORG-15-4&limit=2")
                .then()
                .body("items.code", equalTo(List.of("ORG-15-5", "ORG-15Z")));
        for (String limit : new String[] {"0", "501", "-1", "x", "1.5", "99999999999"}) {
            refused(admin().get("/organisations?limit=" + limit), 400, "invalid-parameter", "500");
        }
    }

    @Test
    void an_administrator_of_a_subtree_places_bodies_inside_it_alone() {
        register("ORG-30", null);
        register("ORG-31", null);
        register("ORG-30-1", "ORG-30");
        register("ORG-30-2", "ORG-30");
        RequestSpecification inside = as("admin", "ORG-30");

        // below another body of the subtree, a new one too; and itself as it stands, whatever is above it
        inside.body(organisation("移", "ORG-30-1"))
                .put("/organisations/ORG-30-2")
                .then()
                .statusCode(200);
        as("admin", "ORG-30")
                .body(organisation("新", "ORG-30"))
                .put("/organisations/ORG-30-3")
                .then()
                .statusCode(201);
        as("admin", "ORG-30-1")
                .body(organisation("改名", "ORG-30"))
                .put("/organisations/ORG-30-1")
                .then()
                .statusCode(200);

        String[][] outOfReach = {
            {"ORG-30-2", null}, {"ORG-30-2", "ORG-31"}, {"ORG-30-4", null}, {"ORG-30-4", "ORG-31"}, {"ORG-31", "ORG-30"}
        };
        for (String[] place : outOfReach) {
            refused(
                    as("admin", "ORG-30").body(organisation("逃", place[1])).put("/organisations/" + place[0]),
                    403,
                    "outside-subtree",
                    "organisation");
        }
        admin().get("/organisations/ORG-30-2").then().body("parent", equalTo("ORG-30-1"));
    }
}
