package org.gongkai.intake;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.smallrye.jwt.build.Jwt;
import java.time.Duration;
import java.util.Set;

/** Calls as departments and administrators make them, with tokens of their own. */
public final class Calls {

    private Calls() {}

    /** A token of one role; no organisation claim where it is null. */
    public static String token(String role, String organisation) {
        var claims = Jwt.issuer("urn:gongkai:local")
                .audience("gongkai")
                .subject("test-" + role)
                .groups(Set.of(role))
                .expiresIn(Duration.ofHours(1));
        return (organisation == null ? claims : claims.claim("organisation", organisation)).sign();
    }

    /** A call in JSON with that token. */
    public static RequestSpecification as(String role, String organisation) {
        return given().auth().oauth2(token(role, organisation)).contentType(ContentType.JSON);
    }

    /** A call of the administrator of everything. */
    public static RequestSpecification admin() {
        return as("admin", "*");
    }

    /** Registers a body; parent may be null. */
    public static Response register(String code, String parent) {
        return admin().body(organisation("机关" + code, parent)).put("/organisations/" + code);
    }

    /** The body of a registration. */
    public static String organisation(String name, String parent) {
        return "{\"name\": \"" + name + "\", \"level\": \"CITY\", \"kind\": \"DEPARTMENT\""
                + (parent == null ? "" : ", \"parent\": \"" + parent + "\"") + "}";
    }

    /** The body of an application with invented personal data. */
    public static String application(String organisation, String caseNumber, String receivedOn) {
        return """
                {"organisation": "%s", "caseNumber": "%s", "receivedOn": "%s", "channel": "ONLINE",
                 "applicant": {"type": "NATURAL_PERSON", "name": "演示人甲", "identityDocument": "62280119900101123X",
                               "contact": "13800138000"},
                 "informationSought": "二〇二〇年度部门预算"}""".formatted(organisation, caseNumber, receivedOn);
    }

    /** Records an application as the body's own recorder. */
    public static Response receive(String organisation, String caseNumber, String receivedOn) {
        return as("recorder", organisation)
                .body(application(organisation, caseNumber, receivedOn))
                .post("/applications");
    }

    /** Records an outcome as the body's own recorder. */
    public static Response decide(String organisation, String id, String outcome, String decidedOn) {
        return as("recorder", organisation)
                .body("{\"outcome\": \"%s\", \"decidedOn\": \"%s\"}".formatted(outcome, decidedOn))
                .post("/applications/" + id + "/outcome");
    }
}
