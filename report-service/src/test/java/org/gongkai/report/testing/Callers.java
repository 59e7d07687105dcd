package org.gongkai.report.testing;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import io.smallrye.jwt.build.Jwt;
import java.util.Map;
import java.util.Set;

/** Calls as the office and others make them, with tokens of their own. */
public final class Callers {

    private Callers() {}

    /** A call of that role, which reaches everything as far as this service knows. */
    public static RequestSpecification as(String role) {
        String token = Jwt.issuer("urn:gongkai:local")
                .audience("gongkai")
                .subject("test-" + role)
                .groups(Set.of(role))
                .claim("organisation", "*")
                .sign();
        return given().auth().oauth2(token);
    }

    /** The office puts the text of a section. */
    public static io.restassured.response.Response put(String organisation, int section, String text) {
        return as("office")
                .contentType(ContentType.JSON)
                .body(Map.of("text", text))
                .put("/reports/" + organisation + "/2021/sections/" + section);
    }
}
