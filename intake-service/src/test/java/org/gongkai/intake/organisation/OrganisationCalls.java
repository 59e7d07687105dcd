package org.gongkai.intake.organisation;

import static org.gongkai.intake.Calls.admin;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.response.Response;

/** What an administrator asks of {@code /organisations}, and how it is refused. */
final class OrganisationCalls {

    private OrganisationCalls() {}

    static Response put(String code, String body) {
        return admin().body(body).put("/organisations/" + code);
    }

    static Response abolish(String code, String since, String successor) {
        return admin().body("{\"since\": \"" + since + "\""
                        + (successor == null ? "" : ", \"successor\": \"" + successor + "\"") + "}")
                .post("/organisations/" + code + "/abolition");
    }

    static void refused(Response answer, int status, String slug, String hint) {
        answer.then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:gongkai:problem:" + slug))
                .body("detail", containsString(hint));
    }
}
