package org.gongkai.statistics.testing;

import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;

/** Callers with tokens. */
public final class Callers {

    private Callers() {}

    /** Who may see everything. */
    public static RequestSpecification admin() {
        return caller("admin", "*");
    }

    /** A caller with a role and a claim; null: no claim. */
    public static RequestSpecification caller(String role, String organisation) {
        return RestAssured.given().auth().preemptive().oauth2(token(role, organisation));
    }

    /** A token as the local system makes them. */
    public static String token(String role, String organisation) {
        return token(role, organisation, 3600);
    }

    /** One that ends after some seconds. */
    public static String token(String role, String organisation, long seconds) {
        JwtClaimsBuilder claims = Jwt.issuer("urn:gongkai:local")
                .audience("gongkai")
                .subject("test-" + role)
                .groups(role)
                .expiresIn(seconds);
        if (organisation != null) {
            claims.claim("organisation", organisation);
        }
        return claims.sign();
    }
}
