package org.gongkai.intake.publication;

import static org.gongkai.intake.Calls.as;
import static org.gongkai.intake.Calls.register;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import org.gongkai.embedded.testing.WithInfrastructure;
import org.gongkai.intake.record.JournaledFacts;
import org.gongkai.intake.record.QuietRecord;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithInfrastructure(database = "intake", kafka = true)
class PublicationIT extends QuietRecord {

    PublicationIT() {
        super("/publications", "PUB", "ItemsPublished", "reference", "items", 12, 13, 14);
    }

    @Override
    protected String body(String organisation, int number) {
        return """
                {"organisation": "%s", "publishedOn": "2021-03-04", "channels": ["WEBSITE", "GAZETTE"], "items": 12,
                 "reference": "公开%d"}""".formatted(organisation, number);
    }

    @Test
    void without_a_reference_the_same_again_is_another_record() {
        register("PUB-20", null);
        String body = body("PUB-20", 1).replace("\"reference\": \"公开1\"", "\"reference\": null");

        Response first = post("PUB-20", body);
        Response second = post("PUB-20", body);

        assertEquals(List.of(201, 201), List.of(first.statusCode(), second.statusCode()));
        assertEquals(List.of("ItemsPublished", "ItemsPublished"), JournaledFacts.names("PUB-20"));
    }

    @Test
    void the_order_of_channels_is_no_difference() {
        register("PUB-21", null);
        post("PUB-21", body("PUB-21", 1)).then().body("channels", equalTo(List.of("GAZETTE", "WEBSITE")));

        post("PUB-21", body("PUB-21", 1).replace("\"WEBSITE\", \"GAZETTE\"", "\"GAZETTE\", \"WEBSITE\""))
                .then()
                .statusCode(200);
    }

    @Test
    void what_is_against_a_rule_is_refused_field_by_field() {
        register("PUB-22", null);
        post("PUB-22", """
                {"organisation": "PUB-22", "publishedOn": "2999-01-01", "channels": ["WEBSITE", "WEBSITE"], "items": 0,
                 "reference": "13812345678"}""")
                .then()
                .statusCode(422)
                .body("violations.field", hasItems("publishedOn", "channels", "items", "reference"));
        post("PUB-22", "{}")
                .then()
                .statusCode(422)
                .body("violations.field", hasItems("organisation", "publishedOn", "channels", "items"));
        for (String channels : List.of("[]", "[null]")) {
            post("PUB-22", body("PUB-22", 1).replace("[\"WEBSITE\", \"GAZETTE\"]", channels))
                    .then()
                    .statusCode(422)
                    .body("violations.field", equalTo(List.of("channels")));
        }
        post("PUB-22", body("PUB-22", 1).replace("2021-03-04", "2008-04-30"))
                .then()
                .statusCode(422);
    }

    @Test
    void what_cannot_be_read_is_refused_with_what_to_send() {
        register("PUB-23", null);
        String good = body("PUB-23", 1);
        for (String items : List.of("1.5", "\"12\"", "99999999999999999999", "true", "[]")) {
            post("PUB-23", good.replace("\"items\": 12", "\"items\": " + items))
                    .then()
                    .statusCode(400)
                    .body("type", equalTo("urn:gongkai:problem:unreadable-body"))
                    .body("violations[0].field", equalTo("items"));
        }
        post("PUB-23", good.replace("GAZETTE", "PIGEON"))
                .then()
                .statusCode(400)
                .body("violations[0].message", containsString("OTHER_NEW_MEDIA"));
        String id = post("PUB-23", good).path("id");
        patch("PUB-23", id, "{\"items\": \"12\", \"reason\": \"x\"}")
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("items"));
        patch("PUB-23", id, "{\"items\": 12.5, \"reason\": \"x\"}").then().statusCode(400);
        patch("PUB-23", id, "{\"items\": 12, \"reason\": 5}").then().statusCode(400);
        patch("PUB-23", id, "[]").then().statusCode(400);
        patch("PUB-23", id, "").then().statusCode(400);
        patch("PUB-23", id, "{\"items\": 0, \"reason\": \"x\"}").then().statusCode(422);
        patch("PUB-23", id, "{\"items\": null, \"reason\": \"x\"}").then().statusCode(422);
        assertEquals(List.of("ItemsPublished"), JournaledFacts.names("PUB-23"));
    }

    @Test
    void the_office_sees_no_more_than_its_subtree_in_a_list() {
        register("PUB-24", null);
        register("PUB-25", null);
        post("PUB-24", body("PUB-24", 1));
        post("PUB-25", body("PUB-25", 1));

        as("office", "PUB-24").get("/publications").then().body("items.organisation", equalTo(List.of("PUB-24")));
    }
}
