package org.gongkai.statistics.access;

import static io.restassured.RestAssured.given;
import static org.gongkai.statistics.testing.Callers.admin;
import static org.gongkai.statistics.testing.Callers.caller;
import static org.gongkai.statistics.testing.Callers.token;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gongkai.embedded.testing.WithInfrastructure;
import org.gongkai.statistics.testing.EventStream;
import org.gongkai.statistics.testing.Facts;
import org.gongkai.statistics.testing.StatisticsTestResource;
import org.gongkai.statistics.testing.TestJournal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Walks every endpoint × role × claim × organisation against the table of api.md, written down here once more by hand. */
@QuarkusTest
@WithInfrastructure(database = "statistics", kafka = true)
@WithTestResource(StatisticsTestResource.class)
class AccessIT {

    private static final String NO_CLAIM = null;
    private static final String NO_TOKEN = null;
    private static final List<String> ROLES = List.of("recorder", "reader", "office", "admin", "system", "stranger");

    /** Who calls from where: inside AC1 are AC1 and AC1-01; AC2 is outside; NOBODY does not exist. */
    private static final Map<String, Set<String>> INSIDE = Map.of(
            "AC1", Set.of("AC1", "AC1-01"),
            "AC1-01", Set.of("AC1-01"),
            "AC2", Set.of("AC2"),
            "*", Set.of("AC1", "AC1-01", "AC2", "NOBODY"));

    private static final List<String> ORGANISATIONS = List.of("AC1", "AC1-01", "AC2", "NOBODY");

    private final TestJournal journal = TestJournal.running();

    /** What a call touches: the organisations that it names or lists, or everybody's. */
    private enum Touches {
        NAMED,
        LISTED,
        EVERYBODY
    }

    private record Endpoint(String method, String path, Touches touches, Set<String> roles) {}

    private static final String STREAM = "/counts/stream";
    private static final Set<String> PEOPLE = Set.of("recorder", "reader", "office", "admin");

    private static final List<Endpoint> ENDPOINTS = List.of(
            new Endpoint("GET", "/statements/{}/2021", Touches.NAMED, PEOPLE),
            new Endpoint("GET", "/statements/{}/2021/facts?row=NEW_RECEIVED&column=TOTAL", Touches.NAMED, PEOPLE),
            new Endpoint("GET", "/counts?organisation={}&from=2021&to=2021&measure=RECEIVED", Touches.NAMED, PEOPLE),
            new Endpoint("GET", STREAM + "?organisation={}&year=2021", Touches.NAMED, PEOPLE),
            new Endpoint("GET", "/organisations/{}", Touches.NAMED, PEOPLE),
            new Endpoint("GET", "/organisations/{}/standing?year=2021", Touches.NAMED, PEOPLE),
            new Endpoint("GET", "/organisations", Touches.LISTED, PEOPLE),
            new Endpoint("GET", "/progress", Touches.EVERYBODY, Set.of("admin")),
            new Endpoint("POST", "/verifications", Touches.EVERYBODY, Set.of("admin")),
            new Endpoint(
                    "GET", "/verifications/01932c07-209f-7abc-8d1e-0c2f6a5b4e3d", Touches.EVERYBODY, Set.of("admin")),
            new Endpoint("POST", "/rebuilds", Touches.EVERYBODY, Set.of("admin")),
            new Endpoint("GET", "/rebuilds/01932c07-209f-7abc-8d1e-0c2f6a5b4e3d", Touches.EVERYBODY, Set.of("admin")),
            new Endpoint("GET", "/unreadable-facts", Touches.EVERYBODY, Set.of("admin")),
            new Endpoint(
                    "POST",
                    "/unreadable-facts/01932c07-209f-7abc-8d1e-0c2f6a5b4e3d/replay",
                    Touches.EVERYBODY,
                    Set.of("admin")));

    @BeforeEach
    void organisations() {
        journal.record(
                Facts.registered("AC1", "CITY", "GOVERNMENT", null),
                Facts.registered("AC1-01", "CITY", "DEPARTMENT", "AC1"),
                Facts.registered("AC2", "CITY", "GOVERNMENT", null));
        admin().queryParam("atLeast", journal.position())
                .get("/organisations")
                .then()
                .statusCode(200);
    }

    @Test
    void the_walk_covers_every_path_of_the_service() {
        Map<String, Map<String, Object>> paths = given().accept("application/json")
                .get("/q/openapi?format=json")
                .jsonPath()
                .getMap("paths");
        List<String> documented = new ArrayList<>();
        paths.forEach((path, operations) -> operations
                .keySet()
                .forEach(method -> documented.add(method.toUpperCase() + " " + path.replaceAll("\\{[^}]*}", "X"))));
        List<String> walked = ENDPOINTS.stream()
                .map(endpoint -> endpoint.method() + " "
                        + endpoint.path()
                                .replaceAll("\\?.*", "")
                                .replace("{}", "X")
                                .replace("2021", "X")
                                .replaceAll("[0-9a-f-]{36}", "X"))
                .sorted()
                .toList();

        assertEquals(documented.stream().sorted().toList(), walked);
    }

    @Test
    void every_endpoint_role_claim_and_organisation_is_answered_as_the_table_says() {
        List<String> wrong = new ArrayList<>();
        int calls = 0;
        List<String> claims = new ArrayList<>(List.of("AC1", "AC1-01", "AC2", "*"));
        claims.add(NO_CLAIM);
        for (Endpoint endpoint : ENDPOINTS) {
            for (String role : ROLES) {
                for (String claim : claims) {
                    for (String organisation : endpoint.touches() == Touches.NAMED ? ORGANISATIONS : List.of("AC1")) {
                        int expected = expected(endpoint, role, claim, organisation);
                        int answered = call("Bearer " + token(role, claim), endpoint, organisation);
                        calls++;
                        if (expected != answered) {
                            wrong.add(endpoint + " " + role + " " + claim + " " + organisation + ": " + answered
                                    + " instead of " + expected);
                        }
                    }
                }
            }
        }

        assertEquals(List.of(), wrong);
        assertEquals((6 * 4 + 8) * 6 * 5, calls);
    }

    @Test
    void no_token_and_bad_tokens_are_401_everywhere() {
        for (Endpoint endpoint : ENDPOINTS) {
            assertEquals(401, call(NO_TOKEN, endpoint, "AC1"), endpoint.path());
            assertEquals(401, call("Bearer rubbish", endpoint, "AC1"));
            assertEquals(401, call("Basic YTpi", endpoint, "AC1"));
            assertEquals(401, call(with(Jwt.issuer("urn:somebody:else").audience("gongkai")), endpoint, "AC1"));
            assertEquals(401, call(with(Jwt.issuer("urn:gongkai:local").audience("others")), endpoint, "AC1"));
            assertEquals(
                    401,
                    call(
                            with(Jwt.issuer("urn:gongkai:local")
                                    .audience("gongkai")
                                    .expiresAt(1_600_000_000)),
                            endpoint,
                            "AC1"));
        }
        problem(given().get("/statements/AC1/2021").then(), 401, "unauthenticated")
                .header("WWW-Authenticate", "Bearer");
        problem(
                given().auth()
                        .preemptive()
                        .oauth2("rubbish")
                        .get("/statements/AC1/2021")
                        .then(),
                401,
                "unauthenticated");
    }

    @Test
    void a_merged_body_and_a_moved_one_are_reached_from_where_they_stand_today() {
        journal.record(
                Facts.registered("AC3", "CITY", "GOVERNMENT", null),
                Facts.registered("AC4", "CITY", "GOVERNMENT", null),
                Facts.registered("AC4-01", "CITY", "DEPARTMENT", "AC4"),
                Facts.registered("AC3-01", "CITY", "DEPARTMENT", "AC3"),
                Facts.moved("AC3-01", "AC4", "2021-07-01"),
                Facts.registered("AC3-02", "CITY", "DEPARTMENT", "AC3"),
                Facts.abolished("AC3-02", "2021-07-01", "AC4-01"));

        String position = journal.position();
        for (String moved : new String[] {"AC3-01", "AC3-02"}) {
            caller("reader", "AC4")
                    .queryParam("atLeast", position)
                    .get("/statements/" + moved + "/2020")
                    .then()
                    .statusCode(200);
            problem(
                    caller("reader", "AC3")
                            .get("/statements/" + moved + "/2020")
                            .then(),
                    403,
                    "outside-subtree");
        }
    }

    @Test
    void a_list_holds_only_what_the_caller_reaches() {
        assertEquals(
                List.of("AC1", "AC1-01"),
                caller("reader", "AC1").get("/organisations").jsonPath().getList("items.code"));
        assertEquals(
                List.of("AC2"),
                caller("admin", "AC2").get("/organisations").jsonPath().getList("items.code"));
    }

    @Test
    void a_method_that_names_no_row_is_denied_to_everybody() {
        problem(admin().get("/no-row").then(), 403, "role-not-allowed");
    }

    @Test
    void open_paths_need_no_token() {
        for (String path :
                new String[] {"/q/health", "/q/health/live", "/q/health/ready", "/q/metrics", "/q/openapi"}) {
            given().get(path).then().statusCode(200);
        }
    }

    private static int expected(Endpoint endpoint, String role, String claim, String organisation) {
        boolean reached = switch (endpoint.touches()) {
            case NAMED -> claim != null && INSIDE.get(claim).contains(organisation);
            case LISTED -> claim != null;
            case EVERYBODY -> "*".equals(claim);
        };
        if (!endpoint.roles().contains(role) || !reached) {
            return 403;
        }
        if (endpoint.path().matches("/(verifications|rebuilds)")) {
            return 202;
        }
        // There is none of the id that is named.
        return endpoint.path().matches(".*[0-9a-f]{8}-.*") || organisation.equals("NOBODY") ? 404 : 200;
    }

    private static int call(String authorization, Endpoint endpoint, String organisation) {
        Map<String, String> headers = authorization == null ? Map.of() : Map.of("Authorization", authorization);
        String path = endpoint.path().replace("{}", organisation);
        if (path.startsWith(STREAM)) {
            // It does not end by itself.
            try (EventStream stream = EventStream.open(null, path.substring(STREAM.length() + 1), headers)) {
                return stream.status();
            }
        }
        return given().headers(headers).request(endpoint.method(), path).statusCode();
    }

    private static String with(JwtClaimsBuilder claims) {
        return "Bearer "
                + claims.subject("x").groups("admin").claim("organisation", "*").sign();
    }

    private static ValidatableResponse problem(ValidatableResponse response, int status, String slug) {
        return response.statusCode(status)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:gongkai:problem:" + slug))
                .body("status", equalTo(status));
    }
}
