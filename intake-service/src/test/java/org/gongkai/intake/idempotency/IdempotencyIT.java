package org.gongkai.intake.idempotency;

import static org.gongkai.intake.Calls.application;
import static org.gongkai.intake.Calls.as;
import static org.gongkai.intake.Calls.receive;
import static org.gongkai.intake.Calls.register;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.gongkai.embedded.testing.WithInfrastructure;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithInfrastructure(database = "intake", kafka = true)
class IdempotencyIT {

    private static final String HEADER = "Idempotency-Key";
    private static final List<String> SAME =
            List.of("Content-Type", "Content-Language", "Location", "ETag", "Gongkai-Position");

    @Inject
    DataSource database;

    @Inject
    KeptAnswers answers;

    private static Response receiveUnder(String key, String organisation, String caseNumber) {
        return as("recorder", organisation)
                .header(HEADER, key)
                .body(application(organisation, caseNumber, "2021-03-04"))
                .post("/applications");
    }

    @Test
    void the_same_again_is_answered_with_the_answer_of_the_first() {
        register("IDEM-1", null);

        Response first = receiveUnder("\"one\"", "IDEM-1", "1");
        Response again = receiveUnder("\"one\"", "IDEM-1", "1");

        first.then().statusCode(201);
        again.then().statusCode(201).body("", equalTo(first.jsonPath().getMap("")));
        for (String header : SAME) {
            assertEquals(first.header(header), again.header(header), header);
        }
    }

    @Test
    void it_covers_what_has_no_natural_key() {
        register("IDEM-2", null);
        String publication = """
                {"organisation": "IDEM-2", "publishedOn": "2021-03-04", "channels": ["WEBSITE"], "items": 3}""";

        Response first =
                as("recorder", "IDEM-2").header(HEADER, "p-1").body(publication).post("/publications");
        Response again =
                as("recorder", "IDEM-2").header(HEADER, "p-1").body(publication).post("/publications");

        first.then().statusCode(201);
        again.then().statusCode(201).body("id", equalTo(first.path("id")));
        as("recorder", "IDEM-2").get("/publications?organisation=IDEM-2").then().body("items.size()", equalTo(1));
    }

    @Test
    void other_content_under_the_same_key_is_refused_and_not_recorded() {
        register("IDEM-3", null);
        receiveUnder("k", "IDEM-3", "1").then().statusCode(201);

        receiveUnder("k", "IDEM-3", "2")
                .then()
                .statusCode(422)
                .body("type", equalTo("urn:gongkai:problem:idempotency-key-reused"));

        as("recorder", "IDEM-3").get("/applications?organisation=IDEM-3").then().body("items.size()", equalTo(1));
    }

    @Test
    void a_refusal_is_an_answer_too() {
        register("IDEM-4", null);
        String wrong = application("IDEM-4", "1", "2021-03-04").replace("ONLINE", "PIGEON");

        Response first =
                as("recorder", "IDEM-4").header(HEADER, "w").body(wrong).post("/applications");
        Response again =
                as("recorder", "IDEM-4").header(HEADER, "w").body(wrong).post("/applications");

        first.then().statusCode(400).contentType("application/problem+json");
        again.then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("", equalTo(first.jsonPath().getMap("")));
    }

    @Test
    void what_is_under_way_is_not_carried_out_twice() throws Exception {
        register("IDEM-5", null);
        ExecutorService callers = Executors.newFixedThreadPool(8);
        try {
            List<Future<Response>> calls = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                calls.add(callers.submit(() -> as("recorder", "IDEM-5")
                        .header(HEADER, "at-once")
                        .body("""
                                {"organisation": "IDEM-5", "publishedOn": "2021-03-04", "channels": ["WEBSITE"], "items": 1}""")
                        .post("/publications")));
            }
            Map<Integer, Long> statuses = new TreeMap<>();
            for (Future<Response> call : calls) {
                statuses.merge(call.get().statusCode(), 1L, Long::sum);
            }

            assertTrue(statuses.keySet().stream().allMatch(status -> status == 201 || status == 409), "" + statuses);
            assertTrue(statuses.containsKey(201), "" + statuses);
        } finally {
            callers.shutdownNow();
        }
        as("recorder", "IDEM-5").get("/publications?organisation=IDEM-5").then().body("items.size()", equalTo(1));
    }

    @Test
    void a_write_under_way_is_answered_with_409_and_one_that_broke_off_may_be_sent_again() throws SQLException {
        register("IDEM-6", null);
        receiveUnder("broken", "IDEM-6", "1").then().statusCode(201);
        UUID key = IdempotencyKey.of("broken", "test-recorder", "IDEM-6")
                .orElseThrow()
                .id();
        run("UPDATE idempotency SET status = NULL, headers = NULL, answer = NULL WHERE key = ?", key);

        receiveUnder("broken", "IDEM-6", "1")
                .then()
                .statusCode(409)
                .header("Retry-After", "1")
                .body("type", equalTo("urn:gongkai:problem:idempotency-key-in-flight"));

        run("UPDATE idempotency SET begun_at = begun_at - interval '2 minutes' WHERE key = ?", key);
        receiveUnder("broken", "IDEM-6", "1").then().statusCode(200).body("caseNumber", equalTo("1"));
    }

    @Test
    void after_72_hours_the_key_is_free_and_the_answer_is_gone() throws SQLException {
        register("IDEM-7", null);
        receiveUnder("old", "IDEM-7", "1").then().statusCode(201);
        UUID key = IdempotencyKey.of("old", "test-recorder", "IDEM-7")
                .orElseThrow()
                .id();
        run("UPDATE idempotency SET begun_at = begun_at - interval '71 hours 59 minutes' WHERE key = ?", key);
        receiveUnder("old", "IDEM-7", "1").then().statusCode(201);

        run("UPDATE idempotency SET begun_at = begun_at - interval '2 minutes' WHERE key = ?", key);
        receiveUnder("old", "IDEM-7", "2").then().statusCode(201).body("caseNumber", equalTo("2"));

        run("UPDATE idempotency SET begun_at = begun_at - interval '73 hours' WHERE key = ?", key);
        answers.tidy();
        assertEquals("", rows(key));
    }

    @Test
    void a_kept_answer_is_sealed() throws SQLException {
        register("IDEM-8", null);
        Response first = receiveUnder("secret", "IDEM-8", "1");
        first.then().body("applicant.name", equalTo("演示人甲"));
        UUID key = IdempotencyKey.of("secret", "test-recorder", "IDEM-8")
                .orElseThrow()
                .id();

        String kept = rows(key);

        assertTrue(kept.contains("/applications/"), kept);
        assertFalse(kept.contains("演示人甲") || kept.contains("13800138000"), kept);
    }

    @Test
    void a_header_that_is_no_key_says_what_to_send_and_without_one_nothing_is_kept() {
        register("IDEM-9", null);
        receiveUnder("a b", "IDEM-9", "1")
                .then()
                .statusCode(400)
                .body("type", equalTo("urn:gongkai:problem:invalid-idempotency-key"))
                .body("detail", containsString("1至255"));

        receive("IDEM-9", "1", "2021-03-04").then().statusCode(201);
        receive("IDEM-9", "1", "2021-03-04").then().statusCode(200);
    }

    @Test
    void another_caller_under_the_same_key_gets_an_answer_of_its_own() {
        register("IDEM-A", null);
        register("IDEM-B", null);
        Response first = receiveUnder("shared", "IDEM-A", "1");

        receiveUnder("shared", "IDEM-B", "1").then().statusCode(201).body("id", not(equalTo(first.path("id"))));
    }

    private void run(String sql, UUID key) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setObject(1, key);
            assertEquals(1, statement.executeUpdate());
        }
    }

    /** The rows of a key, all columns as text; bytes as the characters that they would be. */
    private String rows(UUID key) throws SQLException {
        List<String> found = new ArrayList<>();
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(
                        "SELECT i::text AS row, answer AS bytes FROM idempotency i WHERE key = ?")) {
            statement.setObject(1, key);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    found.add(row.getString("row") + " " + new String(row.getBytes("bytes"), StandardCharsets.UTF_8));
                }
            }
        }
        return found.stream().collect(Collectors.joining("\n"));
    }
}
