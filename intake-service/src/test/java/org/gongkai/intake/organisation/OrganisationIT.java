package org.gongkai.intake.organisation;

import static org.gongkai.intake.Calls.admin;
import static org.gongkai.intake.Calls.as;
import static org.gongkai.intake.Calls.organisation;
import static org.gongkai.intake.Calls.register;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.gongkai.embedded.testing.WithInfrastructure;
import org.gongkai.intake.journal.Lane;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithInfrastructure(database = "intake", kafka = true)
class OrganisationIT {

    private static final String FULL = """
            {"name": "庆阳市发展和改革委员会", "parent": "%s", "parentSince": "2021-01-01", "level": "CITY",
             "kind": "DEPARTMENT", "mayIssueRules": true, "contactUnit": "办公室", "contactPhone": "0934-0000000",
             "reportUrl": "https://example.org/report"}""";

    @Inject
    DataSource database;

    private static Response put(String code, String body) {
        return admin().body(body).put("/organisations/" + code);
    }

    private static Response abolish(String code, String since, String successor) {
        return admin().body("{\"since\": \"" + since + "\""
                        + (successor == null ? "" : ", \"successor\": \"" + successor + "\"") + "}")
                .post("/organisations/" + code + "/abolition");
    }

    private static void refused(Response answer, int status, String slug, String hint) {
        answer.then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:gongkai:problem:" + slug))
                .body("detail", containsString(hint));
    }

    /** The types of a body's facts in the order of their numbers. */
    private List<String> facts(String code) throws SQLException {
        List<String> types = new ArrayList<>();
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(
                        "SELECT replace(replace(type, 'org.gongkai.Organisation', ''), '.v1', ''), payload FROM journal"
                                + " WHERE organisation = ? ORDER BY position")) {
            query.setString(1, code);
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    types.add(rows.getString(1));
                }
            }
        }
        return types;
    }

    @Test
    void a_body_is_registered_with_all_its_properties_and_read_back() throws SQLException {
        register("ORG-1", null).then().statusCode(201);

        Response made = put("ORG-1-1", FULL.formatted("ORG-1"));

        made.then()
                .statusCode(201)
                .header("Location", endsWith("/organisations/ORG-1-1"))
                .header("ETag", "\"1\"")
                .header("Gongkai-Position", matchesPattern("[A-Za-z0-9-_.~]{1,1024}"));
        admin().get("/organisations/ORG-1-1")
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("code", equalTo("ORG-1-1"))
                .body("name", equalTo("庆阳市发展和改革委员会"))
                .body("parent", equalTo("ORG-1"))
                .body("parentSince", equalTo("2021-01-01"))
                .body("level", equalTo("CITY"))
                .body("kind", equalTo("DEPARTMENT"))
                .body("mayIssueRules", equalTo(true))
                .body("contactUnit", equalTo("办公室"))
                .body("contactPhone", equalTo("0934-0000000"))
                .body("reportUrl", equalTo("https://example.org/report"));
        admin().get("/organisations/ORG-1")
                .then()
                .body("parent", nullValue())
                .body("parentSince", nullValue())
                .body("mayIssueRules", equalTo(false));
        assertEquals(List.of("Registered"), facts("ORG-1-1"));
    }

    @Test
    void the_same_again_changes_nothing_and_is_answered_with_the_first_position() throws SQLException {
        register("ORG-2", null);
        Response first = put("ORG-2-1", FULL.formatted("ORG-2"));

        for (String again :
                new String[] {FULL.formatted("ORG-2"), FULL.formatted("ORG-2").replace("\"办公室\"", "\" 办公室 \"")}) {
            put("ORG-2-1", again)
                    .then()
                    .statusCode(200)
                    .header("ETag", "\"1\"")
                    .header("Gongkai-Position", first.header("Gongkai-Position"))
                    .body("name", equalTo("庆阳市发展和改革委员会"));
        }
        assertEquals(List.of("Registered"), facts("ORG-2-1"));
    }

    @Test
    void changed_attributes_are_a_fact_of_their_own_and_a_new_version() throws SQLException {
        Response first = register("ORG-3", null);

        Response changed = put("ORG-3", organisation("新的名称", null));

        changed.then().statusCode(200).header("ETag", "\"2\"").body("name", equalTo("新的名称"));
        assertNotEquals(first.header("Gongkai-Position"), changed.header("Gongkai-Position"));
        assertEquals(List.of("Registered", "Changed"), facts("ORG-3"));
    }

    @Test
    void a_body_moves_to_another_parent_from_a_day_on() throws SQLException {
        register("ORG-4", null);
        register("ORG-4-A", "ORG-4");
        register("ORG-4-B", "ORG-4");
        register("ORG-4-X", "ORG-4-A");
        String moved = organisation("机关ORG-4-X", "ORG-4-B").replace("}", ", \"parentSince\": \"2021-07-01\"}");

        put("ORG-4-X", moved)
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"")
                .header("Gongkai-Position", notNullValue())
                .body("parent", equalTo("ORG-4-B"))
                .body("parentSince", equalTo("2021-07-01"));

        put("ORG-4-X", moved).then().statusCode(200).header("ETag", "\"2\"");
        assertEquals(List.of("Registered", "Moved"), facts("ORG-4-X"));
        as("office", "ORG-4-A").get("/organisations/ORG-4-X").then().statusCode(403);
        as("office", "ORG-4-B").get("/organisations/ORG-4-X").then().statusCode(200);
    }

    @Test
    void a_move_to_come_leaves_today_as_it_is() throws SQLException {
        register("ORG-5-A", null);
        register("ORG-5-B", null);
        register("ORG-5-X", "ORG-5-A");

        put("ORG-5-X", organisation("机关ORG-5-X", "ORG-5-B").replace("}", ", \"parentSince\": \"2999-01-01\"}"))
                .then()
                .statusCode(200)
                .body("parent", equalTo("ORG-5-A"));

        assertEquals(List.of("Registered", "Moved"), facts("ORG-5-X"));
        as("office", "ORG-5-A").get("/organisations/ORG-5-X").then().statusCode(200);
        as("office", "ORG-5-B").get("/organisations/ORG-5-X").then().statusCode(403);
    }

    @Test
    void change_and_move_in_one_command_are_two_facts() throws SQLException {
        register("ORG-6-A", null);
        register("ORG-6-X", null);

        put("ORG-6-X", organisation("新的名称", "ORG-6-A")).then().statusCode(200).header("ETag", "\"2\"");

        assertEquals(List.of("Registered", "Changed", "Moved"), facts("ORG-6-X"));
    }

    @Test
    void a_body_never_stands_below_itself() throws SQLException {
        register("ORG-7-A", null);
        register("ORG-7-B", "ORG-7-A");
        register("ORG-7-C", "ORG-7-B");

        refused(register("ORG-7-A", "ORG-7-C"), 422, "parent-cycle", "ORG-7-C");
        refused(register("ORG-7-A", "ORG-7-A"), 422, "parent-cycle", "ORG-7-A");
        refused(register("ORG-7-D", "ORG-7-D"), 422, "parent-cycle", "ORG-7-D");

        assertEquals(List.of("Registered"), facts("ORG-7-A"));
        admin().get("/organisations/ORG-7-D").then().statusCode(404);
    }

    @Test
    void a_cycle_that_would_come_only_on_a_later_day_is_refused_and_named_with_the_day() throws SQLException {
        register("ORG-8-A", null);
        register("ORG-8-B", null);
        put("ORG-8-A", organisation("机关ORG-8-A", "ORG-8-B").replace("}", ", \"parentSince\": \"2999-01-01\"}"))
                .then()
                .statusCode(200);

        Response answer =
                put("ORG-8-B", organisation("机关ORG-8-B", "ORG-8-A").replace("}", ", \"parentSince\": \"2021-01-01\"}"));

        refused(answer, 422, "parent-cycle", "2999-01-01");
        assertEquals(List.of("Registered"), facts("ORG-8-B"));
    }

    @Test
    void an_unknown_parent_is_refused() {
        refused(register("ORG-9", "ORG-NOBODY"), 422, "unknown-parent", "ORG-NOBODY");
        admin().get("/organisations/ORG-9").then().statusCode(404);
    }

    @Test
    void a_body_is_abolished_with_its_successor_once() throws SQLException {
        register("ORG-10-A", null);
        register("ORG-10-B", null);

        Response first = abolish("ORG-10-A", "2021-07-01", "ORG-10-B");

        first.then()
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("abolishedSince", equalTo("2021-07-01"))
                .body("successor", equalTo("ORG-10-B"));
        abolish("ORG-10-A", "2021-07-01", "ORG-10-B")
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"")
                .header("Gongkai-Position", first.header("Gongkai-Position"));
        refused(abolish("ORG-10-A", "2021-07-02", "ORG-10-B"), 409, "already-abolished", "2021-07-01");
        refused(abolish("ORG-10-A", "2021-07-01", null), 409, "already-abolished", "2021-07-01");
        assertEquals(List.of("Registered", "Abolished"), facts("ORG-10-A"));
    }

    @Test
    void a_body_is_abolished_without_a_successor() {
        register("ORG-11", null);

        abolish("ORG-11", "2021-07-01", null)
                .then()
                .statusCode(200)
                .body("abolishedSince", equalTo("2021-07-01"))
                .body("successor", nullValue());
    }

    @Test
    void a_successor_is_another_registered_body_that_stands_on_that_day() throws SQLException {
        register("ORG-12-A", null);
        register("ORG-12-B", null);
        register("ORG-12-C", null);
        abolish("ORG-12-B", "2021-07-01", null).then().statusCode(200);

        refused(abolish("ORG-12-A", "2021-08-01", "ORG-12-A"), 422, "unfit-successor", "ORG-12-A");
        refused(abolish("ORG-12-A", "2021-08-01", "ORG-NOBODY"), 422, "unfit-successor", "ORG-NOBODY");
        refused(abolish("ORG-12-A", "2021-07-01", "ORG-12-B"), 422, "unfit-successor", "ORG-12-B");
        assertEquals(List.of("Registered"), facts("ORG-12-A"));

        abolish("ORG-12-A", "2021-06-30", "ORG-12-B").then().statusCode(200);
        // a body that went on with another's duties on a day cannot have ended before it
        abolish("ORG-12-C", "2021-06-01", "ORG-12-A").then().statusCode(200);
    }

    @Test
    void a_successor_does_not_end_before_it_succeeded() {
        register("ORG-13-A", null);
        register("ORG-13-B", null);
        abolish("ORG-13-A", "2021-07-01", "ORG-13-B").then().statusCode(200);

        refused(abolish("ORG-13-B", "2021-07-01", null), 422, "unfit-successor", "ORG-13-B");
        abolish("ORG-13-B", "2021-07-02", null).then().statusCode(200);
    }

    @Test
    void an_abolition_of_nobody_or_without_its_day_is_refused() {
        register("ORG-14", null);
        refused(abolish("ORG-NOBODY", "2021-07-01", null), 404, "not-found", "");
        admin().body("{}")
                .post("/organisations/ORG-14/abolition")
                .then()
                .statusCode(422)
                .body("violations.field", equalTo(List.of("since")));
        admin().body("{\"since\": \"2021-07-01\", \"successor\": \"x y\"}")
                .post("/organisations/ORG-14/abolition")
                .then()
                .statusCode(422)
                .body("violations.field", equalTo(List.of("successor")));
        admin().get("/organisations/ORG-14").then().body("abolishedSince", nullValue());
    }

    @Test
    void lists_are_paged_in_the_order_of_codes_and_bound_to_the_subtree() {
        register("ORG-15", null);
        List<String> codes = new ArrayList<>(List.of("ORG-15"));
        for (int i = 0; i < 6; i++) {
            codes.add("ORG-15-" + i);
            register("ORG-15-" + i, i < 3 ? "ORG-15" : "ORG-15-" + (i - 3));
        }
        register("ORG-15Z", null);

        List<String> read = new ArrayList<>();
        String next = "";
        int pages = 0;
        do {
            Response page = as("reader", "ORG-15").get("/organisations?limit=3" + next);
            page.then().statusCode(200);
            read.addAll(page.jsonPath().getList("items.code"));
            next = page.path("next") == null ? null : "&after=" + page.path("next");
            pages++;
        } while (next != null);

        assertEquals(codes, read);
        assertEquals(3, pages);
        as("recorder", "ORG-15-0")
                .get("/organisations")
                .then()
                .body("items.code", containsInAnyOrder("ORG-15-0", "ORG-15-3"))
                .body("next", nullValue());
        admin().get("/organisations?after=ORG-15-4&limit=2")
                .then()
                .body("items.code", equalTo(List.of("ORG-15-5", "ORG-15Z")));
        for (String limit : new String[] {"0", "501", "-1", "x", "1.5", "99999999999"}) {
            refused(admin().get("/organisations?limit=" + limit), 400, "invalid-parameter", "500");
        }
    }

    @Test
    void an_administrator_of_a_subtree_places_bodies_inside_it_alone() {
        register("ORG-30", null);
        register("ORG-31", null);
        register("ORG-30-1", "ORG-30");
        register("ORG-30-2", "ORG-30");
        RequestSpecification inside = as("admin", "ORG-30");

        // below another body of the subtree, a new one too; and itself as it stands, whatever is above it
        inside.body(organisation("移", "ORG-30-1"))
                .put("/organisations/ORG-30-2")
                .then()
                .statusCode(200);
        as("admin", "ORG-30")
                .body(organisation("新", "ORG-30"))
                .put("/organisations/ORG-30-3")
                .then()
                .statusCode(201);
        as("admin", "ORG-30-1")
                .body(organisation("改名", "ORG-30"))
                .put("/organisations/ORG-30-1")
                .then()
                .statusCode(200);

        String[][] outOfReach = {
            {"ORG-30-2", null}, {"ORG-30-2", "ORG-31"}, {"ORG-30-4", null}, {"ORG-30-4", "ORG-31"}, {"ORG-31", "ORG-30"}
        };
        for (String[] place : outOfReach) {
            refused(
                    as("admin", "ORG-30").body(organisation("逃", place[1])).put("/organisations/" + place[0]),
                    403,
                    "outside-subtree",
                    "organisation");
        }
        admin().get("/organisations/ORG-30-2").then().body("parent", equalTo("ORG-30-1"));
    }

    @Test
    void a_stale_version_is_refused_on_each_write_and_the_present_one_named() throws SQLException {
        register("ORG-16", null);
        put("ORG-16", organisation("第二版", null)).then().header("ETag", "\"2\"");

        refused(
                admin().header("If-Match", "\"1\"")
                        .body(organisation("第三版", null))
                        .put("/organisations/ORG-16"),
                412,
                "stale-version",
                "\"2\"");
        refused(
                admin().header("If-Match", "\"1\"")
                        .body("{\"since\": \"2021-07-01\"}")
                        .post("/organisations/ORG-16/abolition"),
                412,
                "stale-version",
                "\"2\"");
        refused(
                admin().header("If-Match", "\"1\"")
                        .body(organisation("未登记", null))
                        .put("/organisations/ORG-16-NEW"),
                412,
                "stale-version",
                "");
        assertEquals(List.of("Registered", "Changed"), facts("ORG-16"));

        admin().header("If-Match", "\"2\"")
                .body(organisation("第三版", null))
                .put("/organisations/ORG-16")
                .then()
                .statusCode(200)
                .header("ETag", "\"3\"");
    }

    @Test
    void every_field_that_is_wrong_is_named_with_its_message_in_the_callers_language() {
        String wrong = """
                {"name": "%s", "parent": "小写", "contactPhone": "%s", "reportUrl": "\\u0000"}""".formatted("一".repeat(201), "1".repeat(61));
        for (String[] language : new String[][] {
            {"zh-CN", "不得超过 200 个字符", "必须填写", "应为 1 至 40 位的 0-9、A-Z 或 -", "不得超过 60 个字符", "含有不可用的字符（控制字符或不完整的字符）"},
            {
                "en",
                "may have 200 characters at most",
                "is required",
                "must be 1 to 40 of 0-9, A-Z, -",
                "may have 60 characters at most",
                "has an unusable character (a control character or half of one)"
            }
        }) {
            admin().header("Accept-Language", language[0])
                    .body(wrong)
                    .put("/organisations/ORG-17")
                    .then()
                    .statusCode(422)
                    .header("Content-Language", language[0])
                    .body("type", equalTo("urn:gongkai:problem:invalid-fields"))
                    .body("violations", hasSize(6))
                    .body("violations.find { it.field == 'name' }.message", equalTo(language[1]))
                    .body("violations.find { it.field == 'level' }.message", equalTo(language[2]))
                    .body("violations.find { it.field == 'kind' }.message", equalTo(language[2]))
                    .body("violations.find { it.field == 'parent' }.message", equalTo(language[3]))
                    .body("violations.find { it.field == 'contactPhone' }.message", equalTo(language[4]))
                    .body("violations.find { it.field == 'reportUrl' }.message", equalTo(language[5]));
        }
        admin().get("/organisations/ORG-17").then().statusCode(404);
    }

    @Test
    void an_unknown_field_is_refused_with_those_that_exist() throws SQLException {
        refused(
                put("ORG-18", organisation("名", null).replace("\"kind\"", "\"mayIssuesRules\": true, \"kind\"")),
                400,
                "unknown-field",
                "mayIssueRules");
        assertEquals(List.of(), facts("ORG-18"));
    }

    @Test
    void sixteen_callers_with_the_same_body_register_it_once_and_numbers_stay_dense() throws Exception {
        ExecutorService callers = Executors.newFixedThreadPool(16);
        List<Future<Response>> answers = new ArrayList<>();
        for (int i = 0; i < 32; i++) {
            String code = "ORG-19-" + i / 16;
            answers.add(callers.submit(() -> register(code, null)));
        }

        int created = 0;
        for (Future<Response> answer : answers) {
            Response response = answer.get();
            created += response.statusCode() == 201 ? 1 : 0;
            assertEquals(response.statusCode() == 201 ? 201 : 200, response.statusCode(), response.asString());
        }
        callers.shutdown();

        assertEquals(2, created);
        for (String code : List.of("ORG-19-0", "ORG-19-1")) {
            assertEquals(List.of("Registered"), facts(code));
            dense(Lane.of(code));
        }
    }

    @Test
    void concurrent_changes_of_one_body_come_one_after_another() throws Exception {
        register("ORG-20", null);
        ExecutorService callers = Executors.newFixedThreadPool(8);
        List<Future<Response>> answers = new ArrayList<>();
        for (int i = 0; i < 24; i++) {
            String name = "名称" + i;
            answers.add(callers.submit(() -> put("ORG-20", organisation(name, null))));
        }

        List<String> tags = new ArrayList<>();
        for (Future<Response> answer : answers) {
            assertEquals(200, answer.get().statusCode(), answer.get().asString());
            tags.add(answer.get().header("ETag").replace("\"", ""));
        }
        callers.shutdown();

        assertEquals(
                IntStream.rangeClosed(2, 25).boxed().toList(),
                tags.stream().map(Integer::valueOf).sorted().toList());
        assertEquals(25, facts("ORG-20").size());
        dense(Lane.of("ORG-20"));
    }

    private void dense(int lane) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement("""
                        SELECT count(*), min(j.position), max(j.position),
                               (SELECT position FROM lane WHERE lane = ?::smallint) AS head
                          FROM journal j WHERE j.lane = ?::smallint""")) {
            query.setInt(1, lane);
            query.setInt(2, lane);
            try (ResultSet row = query.executeQuery()) {
                row.next();
                assertEquals(1, row.getLong(2), "first of lane " + lane);
                assertEquals(row.getLong(1), row.getLong(3), "as many as the last says, lane " + lane);
                assertEquals(row.getLong(4), row.getLong(3), "head of lane " + lane);
            }
        }
    }
}
