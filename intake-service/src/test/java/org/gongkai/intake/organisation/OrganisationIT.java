package org.gongkai.intake.organisation;

import static org.gongkai.intake.Calls.admin;
import static org.gongkai.intake.Calls.as;
import static org.gongkai.intake.Calls.organisation;
import static org.gongkai.intake.Calls.register;
import static org.gongkai.intake.organisation.JournalOfBody.facts;
import static org.gongkai.intake.organisation.OrganisationCalls.put;
import static org.gongkai.intake.organisation.OrganisationCalls.refused;
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
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.gongkai.embedded.testing.WithInfrastructure;
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
        assertEquals(List.of("Registered"), facts(database, "ORG-1-1"));
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
        assertEquals(List.of("Registered"), facts(database, "ORG-2-1"));
    }

    @Test
    void changed_attributes_are_a_fact_of_their_own_and_a_new_version() throws SQLException {
        Response first = register("ORG-3", null);

        Response changed = put("ORG-3", organisation("新的名称", null));

        changed.then().statusCode(200).header("ETag", "\"2\"").body("name", equalTo("新的名称"));
        assertNotEquals(first.header("Gongkai-Position"), changed.header("Gongkai-Position"));
        assertEquals(List.of("Registered", "Changed"), facts(database, "ORG-3"));
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
        assertEquals(List.of("Registered", "Moved"), facts(database, "ORG-4-X"));
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

        assertEquals(List.of("Registered", "Moved"), facts(database, "ORG-5-X"));
        as("office", "ORG-5-A").get("/organisations/ORG-5-X").then().statusCode(200);
        as("office", "ORG-5-B").get("/organisations/ORG-5-X").then().statusCode(403);
    }

    @Test
    void change_and_move_in_one_command_are_two_facts() throws SQLException {
        register("ORG-6-A", null);
        register("ORG-6-X", null);

        put("ORG-6-X", organisation("新的名称", "ORG-6-A")).then().statusCode(200).header("ETag", "\"2\"");

        assertEquals(List.of("Registered", "Changed", "Moved"), facts(database, "ORG-6-X"));
    }

    @Test
    void a_body_never_stands_below_itself() throws SQLException {
        register("ORG-7-A", null);
        register("ORG-7-B", "ORG-7-A");
        register("ORG-7-C", "ORG-7-B");

        refused(register("ORG-7-A", "ORG-7-C"), 422, "parent-cycle", "ORG-7-C");
        refused(register("ORG-7-A", "ORG-7-A"), 422, "parent-cycle", "ORG-7-A");
        refused(register("ORG-7-D", "ORG-7-D"), 422, "parent-cycle", "ORG-7-D");

        assertEquals(List.of("Registered"), facts(database, "ORG-7-A"));
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
        assertEquals(List.of("Registered"), facts(database, "ORG-8-B"));
    }

    @Test
    void an_unknown_parent_is_refused() {
        refused(register("ORG-9", "ORG-NOBODY"), 422, "unknown-parent", "ORG-NOBODY");
        admin().get("/organisations/ORG-9").then().statusCode(404);
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
        assertEquals(List.of("Registered", "Changed"), facts(database, "ORG-16"));

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
        assertEquals(List.of(), facts(database, "ORG-18"));
    }
}
