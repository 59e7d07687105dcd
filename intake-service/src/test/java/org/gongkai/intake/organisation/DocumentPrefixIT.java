package org.gongkai.intake.organisation;

import static org.gongkai.intake.Calls.admin;
import static org.gongkai.intake.Calls.organisation;
import static org.gongkai.intake.Calls.register;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.List;
import org.gongkai.embedded.testing.WithInfrastructure;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithInfrastructure(database = "intake", kafka = true)
class DocumentPrefixIT {

    private static Response put(String code, String prefix) {
        return admin().body(organisation("演示市政府", null).replace("}", ", \"documentPrefix\": \"" + prefix + "\"}"))
                .put("/organisations/" + code);
    }

    @Test
    void a_body_has_the_prefix_of_its_documents_in_at_most_twenty_characters() {
        put("PRE-1", "演政").then().statusCode(201).body("documentPrefix", equalTo("演政"));
        put("PRE-1", "演".repeat(20)).then().statusCode(200).header("ETag", "\"2\"");
        put("PRE-1", "演".repeat(21)).then().statusCode(422).body("violations.field", hasItems("documentPrefix"));
        register("PRE-2", null).then().body("documentPrefix", equalTo(null));
    }

    @Test
    void the_interface_describes_every_body_that_is_sent() {
        JsonPath document = admin().get("/q/openapi?format=json").jsonPath();
        for (String path : List.of(
                "/publications",
                "/normative-documents",
                "/administrative-decisions",
                "/administrative-fees",
                "/processing-fees",
                "/disputes",
                "/indicators")) {
            String sent = document.getString(
                    "paths.'" + path + "'.post.requestBody.content.'application/json'.schema.'$ref'");
            assertTrue(sent != null && sent.endsWith("Body"), path + " takes " + sent);
        }
    }
}
