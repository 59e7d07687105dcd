package org.gongkai.report.edition;

import static org.gongkai.report.testing.Callers.as;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;

/** Calls of the office on editions of 2021. */
final class EditionCalls {

    private EditionCalls() {}

    static String editions(String organisation) {
        return "/reports/" + organisation + "/2021/editions";
    }

    static Response freeze(String organisation) {
        return as("office").post(editions(organisation));
    }

    static Response freezeUnder(String key, String organisation, String query) {
        return as("office").header("Idempotency-Key", key).post(editions(organisation) + query);
    }

    static Response get(String organisation, String path) {
        return as("office").get(editions(organisation) + path);
    }

    static Response publish(String organisation, int number, String body) {
        return as("office")
                .contentType(ContentType.JSON)
                .body(body)
                .post(editions(organisation) + "/" + number + "/publication");
    }

    static List<String> suffixes(String organisation) {
        return List.copyOf(get(organisation, "/1/manifest").jsonPath().getMap("formats").keySet().stream()
                .map(String::valueOf)
                .toList());
    }

    static String sha256(byte[] bytes) {
        return HexFormat.of().formatHex(Hashes.of(bytes));
    }

    static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
