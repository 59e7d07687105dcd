package org.gongkai.report.waiver;

import static org.gongkai.report.testing.Callers.as;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import org.gongkai.embedded.testing.WithInfrastructure;
import org.gongkai.report.testing.StatisticsAnswers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithInfrastructure(database = "report")
@WithTestResource(StatisticsAnswers.class)
class WaiverIT {

    private static final String REASON = "评议结果于下年一季度公布";

    @Inject
    EntityManager entities;

    @Test
    void a_waiver_stands_beside_what_is_broken_and_is_counted_and_printed() {
        waive("WAIVE-1", "ARTICLE-50-4", REASON)
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("rule", equalTo("ARTICLE-50-4"))
                .body("standing", equalTo(true))
                .body("by", equalTo("test-office"))
                .body("at", matchesPattern("[0-9-]+T[0-9:.]+(Z|[+-].*)"));

        String findings = "checks.findings.findAll { it.verdict == 'BROKEN' && it.rule == 'ARTICLE-50-4' }";
        String others = "checks.findings.findAll { it.rule != 'ARTICLE-50-4' }";
        as("reader")
                .get("/reports/WAIVE-1/2021")
                .then()
                .statusCode(200)
                .body("checks.waived", equalTo(2))
                .body(findings + ".waived.reason", equalTo(List.of(REASON, REASON)))
                .body(findings + ".waived.by", everyItem(equalTo("test-office")))
                .body(findings + ".waived.at", everyItem(not(nullValue())))
                .body(others + ".waived", everyItem(nullValue()));
        as("reader")
                .accept("text/html")
                .get("/reports/WAIVE-1/2021")
                .then()
                .body(containsString("<h3>豁免</h3>"))
                .body(containsString(REASON))
                .body(containsString("不成立（已豁免）"));
        as("reader")
                .get("/reports/WAIVE-1/2020/checks/ARTICLE-50-4/waiver")
                .then()
                .statusCode(404);
        as("reader").get("/reports/WAIVE-NOT/2021").then().body("checks.waived", equalTo(0));
        as("reader").accept("text/html").get("/reports/WAIVE-NOT/2021").then().body(not(containsString("<h3>豁免</h3>")));
    }

    @Test
    void what_was_waived_and_taken_back_is_kept_with_who_and_when() {
        waive("WAIVE-2", "R-T2", "清理文件").then().statusCode(200).header("ETag", "\"1\"");
        waive("WAIVE-2", "R-T2", " 清理文件 ").then().statusCode(200).header("ETag", "\"1\"");
        waive("WAIVE-2", "R-T2", "清理文件，见庆政发1号").then().statusCode(200).header("ETag", "\"2\"");
        as("admin").delete("/reports/WAIVE-2/2021/checks/R-T2/waiver").then().statusCode(204);
        as("admin").delete("/reports/WAIVE-2/2021/checks/R-T2/waiver").then().statusCode(204);

        as("reader").get("/reports/WAIVE-2/2021/checks/R-T2/waiver").then().statusCode(404);
        as("reader")
                .get("/reports/WAIVE-2/2021/checks/R-T2/waiver/versions")
                .then()
                .statusCode(200)
                .body("version", equalTo(List.of(1, 2, 3)))
                .body("standing", equalTo(List.of(true, true, false)))
                .body("by", equalTo(List.of("test-office", "test-office", "test-admin")))
                .body("[2].reason", nullValue());
        waive("WAIVE-2", "R-T2", "清理文件").then().statusCode(200).header("ETag", "\"4\"");
        as("reader")
                .get("/reports/WAIVE-2/2021/checks/R-T2/waiver")
                .then()
                .statusCode(200)
                .header("ETag", "\"4\"")
                .body("reason", equalTo("清理文件"));
    }

    @Test
    void a_stale_condition_changes_nothing() {
        waive("WAIVE-3", "R4", "甲").then().statusCode(200);
        waive("WAIVE-3", "R4", "乙").then().statusCode(200);

        as("office")
                .contentType(ContentType.JSON)
                .header("If-Match", "\"1\"")
                .body(Map.of("reason", "丙"))
                .put("/reports/WAIVE-3/2021/checks/R4/waiver")
                .then()
                .statusCode(412);
        as("office")
                .header("If-Match", "\"1\"")
                .delete("/reports/WAIVE-3/2021/checks/R4/waiver")
                .then()
                .statusCode(412);
        as("office")
                .get("/reports/WAIVE-3/2021/checks/R4/waiver/versions")
                .then()
                .body("", hasSize(2));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"reason\": \" \"}", "{\"reason\": null}", "{\"reason\": \"甲\\n乙\"}"})
    void a_reason_is_needed(String body) {
        send("WAIVE-4", "R4", body).then().statusCode(422).body("violations[0].field", equalTo("reason"));
    }

    @Test
    void what_is_no_waiver_is_refused_and_kept_nowhere() {
        waive("WAIVE-5", "R4", "字".repeat(2_000)).then().statusCode(200);
        waive("WAIVE-6", "R4", "字".repeat(2_001))
                .then()
                .statusCode(422)
                .body("violations[0].message", containsString("2000"));
        send("WAIVE-6", "R4", "{\"reson\": \"甲\"}").then().statusCode(400);
        send("WAIVE-6", "R4", "").then().statusCode(400);
        waive("WAIVE-6", "R99", "甲")
                .then()
                .statusCode(400)
                .body("type", equalTo("urn:gongkai:problem:invalid-parameter"))
                .body("detail", containsString("R-T2"));
        as("office")
                .get("/reports/WAIVE-6/2021/checks/R4/waiver/versions")
                .then()
                .body("", empty());
    }

    @Test
    void only_the_office_and_the_administrator_waive_and_statistics_says_whom_they_reach() {
        for (String role : List.of("reader", "recorder", "system")) {
            as(role).contentType(ContentType.JSON)
                    .body(Map.of("reason", "甲"))
                    .put("/reports/WAIVE-7/2021/checks/R4/waiver")
                    .then()
                    .statusCode(403);
            as(role).delete("/reports/WAIVE-7/2021/checks/R4/waiver").then().statusCode(403);
        }
        waive("STATUS-403", "R4", "甲").then().statusCode(403);
        waive("STATUS-404", "R4", "甲").then().statusCode(404);
        as("office").delete("/reports/STATUS-403/2021/checks/R4/waiver").then().statusCode(403);
        as("reader").get("/reports/STATUS-403/2021/checks/R4/waiver").then().statusCode(403);
        as("reader")
                .get("/reports/STATUS-403/2021/checks/R4/waiver/versions")
                .then()
                .statusCode(403);
    }

    @Test
    void the_database_keeps_every_version() {
        waive("WAIVE-8", "R4", "甲").then().statusCode(200);

        for (String change : List.of("UPDATE check_waiver SET reason = '乙'", "DELETE FROM check_waiver")) {
            assertThrows(
                    RuntimeException.class,
                    () -> QuarkusTransaction.requiringNew()
                            .run(() -> entities.createNativeQuery(change).executeUpdate()));
        }
    }

    private static Response waive(String organisation, String rule, String reason) {
        return as("office")
                .contentType(ContentType.JSON)
                .body(Map.of("reason", reason))
                .put("/reports/" + organisation + "/2021/checks/" + rule + "/waiver");
    }

    private static Response send(String organisation, String rule, String body) {
        return as("office")
                .contentType(ContentType.JSON)
                .body(body)
                .put("/reports/" + organisation + "/2021/checks/" + rule + "/waiver");
    }
}
