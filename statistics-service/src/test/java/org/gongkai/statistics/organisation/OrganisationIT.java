package org.gongkai.statistics.organisation;

import static org.gongkai.statistics.testing.Callers.admin;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.gongkai.embedded.testing.WithInfrastructure;
import org.gongkai.statistics.testing.Facts;
import org.gongkai.statistics.testing.StatisticsTestResource;
import org.gongkai.statistics.testing.TestJournal;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithInfrastructure(database = "statistics", kafka = true)
@WithTestResource(StatisticsTestResource.class)
class OrganisationIT {

    private final TestJournal journal = TestJournal.running();

    @Test
    void an_organisation_comes_with_its_places_its_end_and_its_children_of_today() {
        journal.record(
                Facts.registered("OR1", "CITY", "GOVERNMENT", null),
                Facts.registered("OR1-A", "COUNTY", "GOVERNMENT", "OR1"),
                Facts.registered("OR1-B", "COUNTY", "GOVERNMENT", "OR1", "2019-05-01"),
                Facts.registered("OR1-T", "TOWNSHIP", "GOVERNMENT", "OR1-A"),
                Facts.moved("OR1-T", "OR1-B", "2020-02-03"),
                Facts.moved("OR1-T", null, "2999-01-01"),
                Facts.abolished("OR1-A", "2021-07-01", "OR1-B"));

        one("OR1")
                .body("children.code", contains("OR1-B"))
                .body("children[0].name", equalTo("机关OR1-B"))
                .body("$", not(hasKey("parent")))
                .body("$", not(hasKey("countsAs")));
        one("OR1-T")
                .body("parent", equalTo("OR1-B"))
                .body("parents.parent", contains("OR1-A", "OR1-B", null))
                .body("parents.since", contains(null, "2020-02-03", "2999-01-01"));
        one("OR1-A")
                .body("countsAs", equalTo("OR1-B"))
                .body("abolishedSince", equalTo("2021-07-01"))
                .body("successor", equalTo("OR1-B"))
                .body("parent", nullValue());
        one("OR1-B").body("parents[0].since", equalTo("2019-05-01"));
    }

    @Test
    void the_list_is_paged_by_code_and_leaves_nobody_out() {
        List<String> codes = new ArrayList<>();
        for (int i = 100; i < 107; i++) {
            journal.record(Facts.registered("OR2-" + i, "COUNTY", "GOVERNMENT", null));
            codes.add("OR2-" + i);
        }
        List<String> seen = new ArrayList<>();
        String after = "OR2";
        while (after != null && after.startsWith("OR2")) {
            JsonPath page = admin().queryParam("limit", 3)
                    .queryParam("after", after)
                    .queryParam("atLeast", journal.position())
                    .get("/organisations")
                    .then()
                    .statusCode(200)
                    .header("Gongkai-Position", notNullValue())
                    .extract()
                    .jsonPath();
            assertTrue(page.getList("items").size() <= 3);
            page.getList("items.code", String.class).stream()
                    .filter(code -> code.startsWith("OR2-"))
                    .forEach(seen::add);
            after = page.getString("next");
        }

        assertEquals(codes, seen);
        assertEquals(new TreeSet<>(seen).size(), seen.size());
    }

    @Test
    void a_change_of_attributes_shows_and_leaves_the_place_alone() {
        journal.record(
                Facts.registered("OR3", "CITY", "GOVERNMENT", null),
                Facts.registered("OR3-A", "COUNTY", "GOVERNMENT", "OR3"),
                new Facts.Fact("OrganisationChanged", "OR3-A", """
                        {"code":"OR3-A","name":"新名","level":"COUNTY","kind":"AGENCY","mayIssueRules":true}"""));

        one("OR3-A")
                .body("name", equalTo("新名"))
                .body("kind", equalTo("AGENCY"))
                .body("mayIssueRules", equalTo(true))
                .body("parent", equalTo("OR3"));
    }

    @Test
    void limits_are_kept_and_unknown_codes_are_404() {
        for (String limit : new String[] {"0", "501", "-1", "many", "1.0"}) {
            admin().get("/organisations?limit=" + limit).then().statusCode(400);
        }
        admin().get("/organisations?limit=500").then().statusCode(200);
        admin().get("/organisations/NOBODY").then().statusCode(404);
        admin().get("/organisations/nobody").then().statusCode(400);
    }

    private ValidatableResponse one(String code) {
        return admin().queryParam("atLeast", journal.position())
                .get("/organisations/" + code)
                .then()
                .statusCode(200)
                .body("code", equalTo(code));
    }
}
