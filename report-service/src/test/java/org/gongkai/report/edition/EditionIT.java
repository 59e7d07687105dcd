package org.gongkai.report.edition;

import static org.gongkai.report.edition.EditionCalls.editions;
import static org.gongkai.report.edition.EditionCalls.freeze;
import static org.gongkai.report.edition.EditionCalls.freezeUnder;
import static org.gongkai.report.edition.EditionCalls.get;
import static org.gongkai.report.edition.EditionCalls.sha256;
import static org.gongkai.report.edition.EditionCalls.suffixes;
import static org.gongkai.report.edition.EditionCalls.text;
import static org.gongkai.report.testing.Callers.as;
import static org.gongkai.report.testing.Callers.put;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gongkai.embedded.testing.WithInfrastructure;
import org.gongkai.report.testing.Counting;
import org.gongkai.report.testing.StatisticsAnswers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Frozen, and read again. */
@QuarkusTest
@WithInfrastructure(database = "report")
@WithTestResource(StatisticsAnswers.class)
class EditionIT {

    @Test
    void a_report_is_frozen_in_every_format_with_who_and_when_and_what_from() {
        Counting counting = Counting.of("ED-1", 2021);

        freeze("ED-1")
                .then()
                .statusCode(201)
                .header("Location", endsWith("/reports/ED-1/2021/editions/1"))
                .header("Gongkai-Position", counting.position())
                .body("number", equalTo(1))
                .body("organisation", equalTo("ED-1"))
                .body("year", equalTo(2021))
                .body("title", equalTo("庆阳市2021年政府信息公开工作年度报告"))
                .body("form", equalTo("2021"))
                .body("frozenBy", equalTo("test-office"))
                .body("frozenAt", matchesPattern("[0-9-]+T[0-9:.]+\\+08:00"))
                .body("position", equalTo(counting.position()))
                .body("asOf", equalTo("2022-01-20T08:00:00+08:00"))
                .body("previous", nullValue())
                .body("previousYear", equalTo("live"))
                .body("waived", hasSize(0))
                .body("publication", nullValue())
                .body("formats", hasKey("json"))
                .body("formats", hasKey("html"))
                .body("formats", hasKey("csv"))
                .body("formats.csv.type", equalTo("text/csv;charset=UTF-8"))
                .body("formats.csv.sha256", matchesPattern("[0-9a-f]{64}"));
        get("ED-1", "").then().statusCode(200).body("", hasSize(1)).body("[0].number", equalTo(1));
    }

    @Test
    void each_file_has_the_hash_of_its_bytes_and_a_name_to_keep_it_by() {
        Counting.of("ED-2", 2021);
        Map<String, Map<String, Object>> formats = freeze("ED-2").path("formats");

        for (Map.Entry<String, Map<String, Object>> format : formats.entrySet()) {
            Response file = get("ED-2", "/1." + format.getKey());
            byte[] bytes = file.asByteArray();
            String hash = sha256(bytes);
            assertEquals(format.getValue().get("sha256"), hash, format.getKey());
            assertEquals(format.getValue().get("bytes"), bytes.length, format.getKey());
            file.then()
                    .statusCode(200)
                    .header("ETag", "\"" + hash + "\"")
                    .header("Repr-Digest", "sha-256=:" + Base64.getEncoder().encodeToString(Hashes.of(bytes)) + ":")
                    .header("Content-Type", equalTo(format.getValue().get("type")))
                    .header("Vary", containsString("Accept"))
                    .header(
                            "Content-Disposition",
                            startsWith("inline; filename=\"ED-2-2021-edition-1." + format.getKey()))
                    .header("Content-Disposition", containsString("filename*=UTF-8''%E5%BA%86%E9%98%B3"));
            as("reader")
                    .header("If-None-Match", "\"" + hash + "\"")
                    .get(editions("ED-2") + "/1." + format.getKey())
                    .then()
                    .statusCode(304);
        }
        get("ED-2", "/1.json").then().body("status", equalTo("frozen")).body("source.previous", equalTo("live"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                ".csv | application/json | 200 | text/csv",
                "''   | text/csv         | 200 | text/csv",
                "''   | text/html        | 200 | text/html",
                "''   | */*              | 200 | application/json",
                ".xyz | */*              | 406 | application/problem+json",
                "''   | image/png        | 406 | application/problem+json"
            })
    void the_suffix_says_the_format_and_accept_where_there_is_none(
            String suffix, String accept, int status, String type) {
        Counting.of("ED-3", 2021);
        freeze("ED-3");

        as("office")
                .accept(accept)
                .get(editions("ED-3") + "/1" + suffix)
                .then()
                .statusCode(status)
                .contentType(startsWith(type));
    }

    @Test
    void an_edition_stays_as_it_was_printed_whatever_is_counted_and_written_later() {
        Counting counting = Counting.of("ED-4", 2021);
        freeze("ED-4").then().statusCode(201);
        Map<String, byte[]> frozen = new HashMap<>();
        suffixes("ED-4")
                .forEach(
                        suffix -> frozen.put(suffix, get("ED-4", "/1." + suffix).asByteArray()));
        counting.lateCase("GRANTED_FULL").tell();
        put("ED-4", 5, "解读不够及时。").then().statusCode(200);

        frozen.forEach((suffix, bytes) -> {
            String live = text(as("office").get("/reports/ED-4/2021." + suffix).asByteArray());
            assertNotEquals(text(bytes), live, suffix);
            assertArrayEquals(bytes, get("ED-4", "/1." + suffix).asByteArray(), suffix);
        });
        freeze("ED-4").then().statusCode(201).body("number", equalTo(2)).body("previous", equalTo(1));
        frozen.forEach((suffix, bytes) ->
                assertArrayEquals(bytes, get("ED-4", "/1." + suffix).asByteArray(), suffix));
    }

    @Test
    void what_would_be_printed_the_same_makes_no_other_edition() {
        Counting counting = Counting.of("ED-5", 2021);
        freeze("ED-5").then().statusCode(201);

        freeze("ED-5").then().statusCode(200).body("number", equalTo(1));
        counting.tell();
        freeze("ED-5")
                .then()
                .statusCode(200)
                .header("Location", endsWith("/editions/1"))
                .body("position", not(equalTo(counting.position())));
        put("ED-5", 6, "另有一事。");
        freeze("ED-5").then().statusCode(201).body("number", equalTo(2));
        get("ED-5", "").then().body("number", equalTo(List.of(1, 2)));
    }

    @Test
    void the_same_key_is_answered_with_the_edition_that_it_made_also_where_counts_moved_meanwhile() {
        Counting counting = Counting.of("KEY-1", 2021);
        String counted = counting.position();
        Response first = freezeUnder("\"on 31 January\"", "KEY-1", "?atLeast=" + counted);
        first.then().statusCode(201).body("number", equalTo(1));
        counting.lateCase("GRANTED_FULL").tell();

        freezeUnder("\"on 31 January\"", "KEY-1", "?atLeast=" + counted)
                .then()
                .statusCode(201)
                .header("Location", endsWith("/editions/1"))
                .header("Gongkai-Position", counted)
                .body("", equalTo(first.jsonPath().getMap("")));
        get("KEY-1", "").then().body("number", equalTo(List.of(1)));

        freezeUnder("another", "KEY-1", "").then().statusCode(201).body("number", equalTo(2));
        freezeUnder("a-third", "KEY-1", "").then().statusCode(200).body("number", equalTo(2));
        counting.lateCase("GRANTED_FULL").tell();
        freezeUnder("a-third", "KEY-1", "").then().statusCode(200).body("number", equalTo(2));
        freeze("KEY-1").then().statusCode(201).body("number", equalTo(3));
    }

    @Test
    void a_key_belongs_to_its_caller_its_body_and_its_year() {
        Counting.of("KEY-2", 2021);
        Counting.of("KEY-2", 2022);
        Counting.of("KEY-3", 2021);
        freezeUnder("k", "KEY-2", "").then().statusCode(201);

        freezeUnder("k", "KEY-3", "").then().statusCode(201).body("organisation", equalTo("KEY-3"));
        as("office")
                .header("Idempotency-Key", "k")
                .post("/reports/KEY-2/2022/editions")
                .then()
                .statusCode(201)
                .body("year", equalTo(2022));
        put("KEY-2", 5, "解读不够及时。").then().statusCode(200);
        as("admin")
                .header("Idempotency-Key", "k")
                .post(editions("KEY-2"))
                .then()
                .statusCode(201)
                .body("number", equalTo(2))
                .body("frozenBy", equalTo("test-admin"));
        freezeUnder("k", "STATUS-403", "").then().statusCode(403);
        as("reader")
                .header("Idempotency-Key", "k")
                .post(editions("KEY-2"))
                .then()
                .statusCode(403);
    }

    @Test
    void a_key_sent_for_another_call_or_that_is_none_is_refused_and_a_refusal_is_not_kept() {
        Counting counting = Counting.of("KEY-4", 2021);
        String counted = counting.position();
        counting.statement().put("complete", false);
        counting.tell();
        freezeUnder("k", "KEY-4", "").then().statusCode(422);
        counting.statement().put("complete", true);
        counting.tell();
        freezeUnder("k", "KEY-4", "").then().statusCode(201);

        freezeUnder("k", "KEY-4", "?atLeast=" + counted)
                .then()
                .statusCode(422)
                .body("type", equalTo("urn:gongkai:problem:idempotency-key-reused"));
        for (String none : List.of("a b", "\"a", "a".repeat(256))) {
            freezeUnder(none, "KEY-4", "")
                    .then()
                    .statusCode(400)
                    .body("type", equalTo("urn:gongkai:problem:invalid-idempotency-key"));
        }
        get("KEY-4", "").then().body("number", equalTo(List.of(1)));
    }

    @Test
    void a_late_case_is_exactly_what_the_next_edition_changes() {
        Counting counting = Counting.of("ED-6", 2021);
        freeze("ED-6");
        get("ED-6", "/1/changes")
                .then()
                .statusCode(200)
                .body("changes", hasSize(0))
                .body("erratum", nullValue());
        counting.lateCase("GRANTED_FULL").tell();
        freeze("ED-6").then().statusCode(201);

        Response changes = get("ED-6", "/2/changes");

        changes.then()
                .statusCode(200)
                .body("from", equalTo(1))
                .body("to", equalTo(2))
                .body(
                        "changes.findAll { it.cell.startsWith('applications.') && !it.cell.contains('group')"
                                + " && !it.cell.contains('handled') }.cell",
                        equalTo(List.of(
                                "applications.NEW_RECEIVED.NATURAL_PERSON",
                                "applications.NEW_RECEIVED.TOTAL",
                                "applications.GRANTED_FULL.NATURAL_PERSON",
                                "applications.GRANTED_FULL.TOTAL",
                                "applications.RESULT_TOTAL.NATURAL_PERSON",
                                "applications.RESULT_TOTAL.TOTAL")))
                .body("changes.findAll { it.cell.startsWith('months.') }.delta", equalTo(List.of(1)))
                .body("changes.findAll { it.cell.contains('.NATURAL_PERSON') }.delta", everyItem(equalTo(1)))
                .body("changes.cell", hasItem("yearOnYear.percent"))
                .body("changes.find { it.cell == 'yearOnYear.percent' }.before", equalTo("-20.86"))
                .body("changes.find { it.cell == 'yearOnYear.percent' }.after", equalTo("-20.32"))
                .body("changes.find { it.cell == 'yearOnYear.percent' }.delta", equalTo("0.54"))
                .body("texts.section", hasItem(1))
                .body("erratum", containsString("“三、收到和处理政府信息公开申请情况”表“（一）予以公开”行“自然人”列："));
    }

    @Test
    void a_broken_check_that_blocks_is_named_with_its_cells_and_nothing_is_frozen() {
        Counting counting = Counting.of("ED-7", 2021);
        Counting.add(counting.statement(), "NEW_RECEIVED", "RESEARCH_INSTITUTION", 1);
        counting.tell();

        freeze("ED-7")
                .then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:gongkai:problem:checks-broken"))
                .body("detail", containsString("R1"))
                .body("violations.field", hasItem("R1"))
                .body("violations.field", hasItem("R3"))
                .body(
                        "violations.find { it.field == 'R1' }.message",
                        containsString("applications.NEW_RECEIVED.RESEARCH_INSTITUTION"));
        get("ED-7", "").then().body("", hasSize(0));
    }

    @Test
    void a_statement_with_facts_that_could_not_be_read_is_not_frozen() {
        Counting counting = Counting.of("ED-8", 2021);
        counting.statement().put("complete", false);
        counting.tell();

        freeze("ED-8").then().statusCode(422).body("type", equalTo("urn:gongkai:problem:statement-incomplete"));
        get("ED-8", "").then().body("", hasSize(0));
    }

    @Test
    void statistics_says_why_nothing_can_be_frozen() {
        freeze("BEHIND").then().statusCode(503).header("Retry-After", "7");
        freeze("HOLES").then().statusCode(502);
        freeze("STATUS-403").then().statusCode(403);
        freeze("STATUS-404").then().statusCode(404);
    }

    @Test
    void an_edition_that_there_is_not_is_a_404_and_a_number_that_is_none_a_400() {
        Counting.of("ED-9", 2021);
        for (String path : List.of("/1", "/1.csv", "/1/manifest", "/1/changes", "/1/recomputation")) {
            get("ED-9", path)
                    .then()
                    .statusCode(404)
                    .body("type", equalTo("urn:gongkai:problem:edition-not-found"))
                    .body("detail", containsString("/reports/ED-9/2021/editions"));
        }
        for (String path : List.of("/0", "/x", "/99999", "/-1.csv")) {
            get("ED-9", path).then().statusCode(400);
        }
        as("office").post("/reports/ED-9/1999/editions").then().statusCode(400);
        as("office").post(editions("ED-9") + "?dry=1").then().statusCode(400);
    }

    @Test
    void readers_read_and_only_the_office_and_the_administrator_freeze_as_far_as_they_reach() {
        Counting.of("ED-10", 2021);
        for (String role : List.of("reader", "recorder", "system")) {
            as(role).post(editions("ED-10")).then().statusCode(403);
        }
        as("admin").post(editions("ED-10")).then().statusCode(201).body("frozenBy", equalTo("test-admin"));
        for (String path : List.of("", "/1", "/1/manifest", "/1/changes")) {
            as("reader").get(editions("ED-10") + path).then().statusCode(200);
            as("recorder").get(editions("ED-10") + path).then().statusCode(403);
            get("STATUS-403", path).then().statusCode(403).body("type", equalTo("urn:gongkai:problem:outside-subtree"));
        }
        as("reader").get(editions("ED-10") + "/1/recomputation").then().statusCode(403);
        as("office").get(editions("ED-10") + "/1/recomputation").then().statusCode(200);
        assertTrue(text(get("ED-10", "/1.html").asByteArray()).contains("<html lang=\"zh-CN\">"));
    }

    @Test
    void an_edition_is_computed_again_from_its_facts_and_a_difference_is_named() {
        Counting counting = Counting.of("ED-11", 2021);
        freeze("ED-11").then().statusCode(201);
        String frozen = counting.position();
        counting.lateCase("GRANTED_FULL").tell();

        get("ED-11", "/1/recomputation")
                .then()
                .statusCode(200)
                .body("equal", equalTo(true))
                .body("number", equalTo(1))
                .body("position", equalTo(frozen))
                .body("figures", greaterThan(1000))
                .body("differences", hasSize(0));

        counting.tellAgainAs(frozen);
        String received = "differences.find { it.cell == 'applications.NEW_RECEIVED.TOTAL' }.";
        get("ED-11", "/1/recomputation")
                .then()
                .statusCode(200)
                .body("equal", equalTo(false))
                .body(received + "frozen", equalTo("142"))
                .body(received + "now", equalTo("143"));
    }

    @Test
    void where_statistics_cannot_go_back_that_is_said() {
        Counting counting = Counting.of("ED-12", 2021);
        freeze("ED-12").then().statusCode(201);
        counting.forget();

        get("ED-12", "/1/recomputation")
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:gongkai:problem:not-recomputable"));
    }
}
