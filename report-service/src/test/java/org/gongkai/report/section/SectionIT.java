package org.gongkai.report.section;

import static org.gongkai.report.testing.Callers.as;
import static org.gongkai.report.testing.Callers.put;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.gongkai.embedded.testing.WithInfrastructure;
import org.gongkai.report.testing.StatisticsAnswers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithInfrastructure(database = "report")
@WithTestResource(StatisticsAnswers.class)
class SectionIT {

    private static final String TEXT = "办理{{applications.RESULT_TOTAL.TOTAL}}件。";

    @Test
    void a_section_that_nobody_wrote_is_generated_and_shows_its_placeholders() {
        as("reader")
                .get("/reports/SEC-1/2021/sections/1")
                .then()
                .statusCode(200)
                .header("ETag", "\"0\"")
                .body("number", equalTo(1))
                .body("title", equalTo("一、总体情况"))
                .body("generated", equalTo(true))
                .body("version", equalTo(0))
                .body("text", containsString("{{publications.items}}条"))
                .body("rendered", containsString("主动公开政府信息99031条"))
                .body("writtenBy", nullValue());
        as("reader")
                .get("/reports/SEC-1/2021/sections/5")
                .then()
                .statusCode(200)
                .body("generated", equalTo(false))
                .body("text", nullValue())
                .body("rendered", equalTo(""));
    }

    @Test
    void what_the_office_puts_stands_and_every_version_is_kept_with_who_and_when() {
        put("SEC-2", 5, TEXT).then().statusCode(200).header("ETag", "\"1\"").body("version", equalTo(1));
        put("SEC-2", 5, "  " + TEXT + "\r\n").then().statusCode(200).header("ETag", "\"1\"");
        put("SEC-2", 5, TEXT + "还须改进。")
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("writtenBy", equalTo("test-office"))
                .body("writtenAt", matchesPattern("[0-9-]+T[0-9:.]+(Z|[+-].*)"));

        as("admin")
                .get("/reports/SEC-2/2021/sections/5")
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("title", equalTo("五、存在的主要问题及改进情况"))
                .body("text", equalTo(TEXT + "还须改进。"))
                .body("rendered", equalTo("办理148件。还须改进。"))
                .body("generated", equalTo(false));
        as("reader")
                .get("/reports/SEC-2/2021/sections/5/versions")
                .then()
                .statusCode(200)
                .body("", hasSize(2))
                .body("[0].text", equalTo(TEXT))
                .body("[0].version", equalTo(1))
                .body("[1].writtenBy", equalTo("test-office"));
        as("reader")
                .get("/reports/SEC-2/2021")
                .then()
                .body("sections[5].text", equalTo("办理148件。还须改进。"))
                .body("sections.number", equalTo(List.of(0, 1, 2, 3, 4, 5, 6)));
    }

    @Test
    void a_condition_that_is_stale_is_refused_and_keeps_nothing() {
        put("SEC-3", 6, "甲").then().statusCode(200);
        put("SEC-3", 6, "乙").then().statusCode(200);

        conditional("\"1\"", "丙")
                .then()
                .statusCode(412)
                .body("type", equalTo("urn:gongkai:problem:stale-version"))
                .body("detail", containsString("\"2\""));
        conditional("\"2\"", "丙").then().statusCode(200).header("ETag", "\"3\"");
        as("office").get("/reports/SEC-3/2021/sections/6/versions").then().body("", hasSize(3));
    }

    private static io.restassured.response.Response conditional(String ifMatch, String text) {
        return as("office")
                .contentType(ContentType.JSON)
                .header("If-Match", ifMatch)
                .body("{\"text\": \"" + text + "\"}")
                .put("/reports/SEC-3/2021/sections/6");
    }

    @Test
    void an_unknown_placeholder_is_refused_by_name_with_those_near_it() {
        put("SEC-4", 5, "{{aplications.RESULT_TOTAL.TOTAL}}")
                .then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:gongkai:problem:unknown-placeholder"))
                .body("detail", containsString("“aplications.RESULT_TOTAL.TOTAL”"))
                .body("detail", containsString("applications.RESULT_TOTAL.TOTAL,"));
        put("SEC-4", 5, "{{generated}}").then().statusCode(422);
        as("office").get("/reports/SEC-4/2021/sections/5/versions").then().body("", hasSize(0));
    }

    @Test
    void texts_that_cannot_be_taken_say_why() {
        put("SEC-5", 5, " \n ").then().statusCode(422).body("violations[0].field", equalTo("text"));
        put("SEC-5", 5, "字".repeat(20_000)).then().statusCode(200);
        put("SEC-5", 5, "字".repeat(20_001))
                .then()
                .statusCode(422)
                .body("violations[0].message", containsString("20000"));
        put("SEC-5", 5, "共{{year}件").then().statusCode(422).body("violations[0].message", startsWith("第 2 个字符处的 {{"));
        put("SEC-5", 5, "\u0000").then().statusCode(422);
        send("{\"txet\": \"甲\"}").then().statusCode(400).body("detail", containsString("txet"));
        send("{\"text\": 5}").then().statusCode(400).body("violations.field", hasItem("text"));
        send("{\"text\": ").then().statusCode(400);
        send("").then().statusCode(400);
        as("office")
                .contentType(ContentType.TEXT)
                .body("甲")
                .put("/reports/SEC-5/2021/sections/5")
                .then()
                .statusCode(415);
    }

    private static io.restassured.response.Response send(String body) {
        return as("office").contentType(ContentType.JSON).body(body).put("/reports/SEC-5/2021/sections/5");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/reports/SEC-6/2021/sections/7",
                "/reports/SEC-6/2021/sections/x",
                "/reports/SEC-6/1999/sections/1"
            })
    void a_number_or_year_that_there_is_not_is_refused(String path) {
        as("office").get(path).then().statusCode(400).body("type", equalTo("urn:gongkai:problem:invalid-parameter"));
    }

    @Test
    void only_the_office_and_the_administrator_write_and_statistics_says_whom_they_reach() {
        for (String role : List.of("reader", "recorder", "system")) {
            as(role).contentType(ContentType.JSON)
                    .body("{\"text\": \"甲\"}")
                    .put("/reports/SEC-7/2021/sections/5")
                    .then()
                    .statusCode(403);
        }
        as("recorder").get("/reports/SEC-7/2021/sections/5").then().statusCode(403);
        put("STATUS-403", 5, "甲").then().statusCode(403).body("type", equalTo("urn:gongkai:problem:outside-subtree"));
        put("STATUS-404", 5, "甲").then().statusCode(404);
        put("STATUS-500", 5, "甲").then().statusCode(503).header("Retry-After", "2");
        as("reader").get("/reports/STATUS-403/2021/sections/5/versions").then().statusCode(403);
        as("admin").get("/reports/SEC-7/2021/sections/5/versions").then().body("", hasSize(0));
    }

    @Test
    void sixteen_writers_at_once_make_sixteen_versions() throws Exception {
        ExecutorService writers = Executors.newFixedThreadPool(16);
        List<Future<Integer>> answers = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            String text = "第" + i + "稿";
            answers.add(writers.submit(() -> put("SEC-8", 0, text).statusCode()));
        }
        for (Future<Integer> answer : answers) {
            assertEquals(200, answer.get());
        }
        writers.shutdown();

        List<Number> versions =
                as("office").get("/reports/SEC-8/2021/sections/0/versions").path("version");
        assertEquals(
                LongStream.rangeClosed(1, 16).boxed().toList(),
                versions.stream().map(Number::longValue).toList());
    }
}
