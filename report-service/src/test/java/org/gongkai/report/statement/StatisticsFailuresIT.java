package org.gongkai.report.statement;

import static org.awaitility.Awaitility.await;
import static org.gongkai.report.testing.Callers.as;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.gongkai.embedded.testing.WithInfrastructure;
import org.gongkai.report.testing.BrokenLine;
import org.gongkai.report.testing.Counting;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Whatever becomes of statistics-service while a report is made: the report waits, no longer than it may, or says why it
 * cannot be made; it never comes out with holes.
 */
@QuarkusTest
@WithInfrastructure(database = "report")
@WithTestResource(BrokenLine.class)
class StatisticsFailuresIT {

    /** What a slow machine may add. */
    private static final Duration SLACK = Duration.ofSeconds(4);

    @Inject
    StatisticsSettings settings;

    /** The first call of a process takes long on a slow machine. */
    @BeforeEach
    void warm() {
        await().atMost(Duration.ofSeconds(60)).until(() -> report("WARM").statusCode() == 200);
    }

    @AfterEach
    void mend() {
        BrokenLine.be(BrokenLine.State.WHOLE);
    }

    @Test
    void a_service_that_never_answers_is_waited_for_as_long_as_told() {
        BrokenLine.be(BrokenLine.State.SILENT);

        refusedInTime(() -> report("FAIL-1"));
    }

    @Test
    void a_service_that_is_down_is_waited_for_as_long_as_told() {
        BrokenLine.be(BrokenLine.State.DOWN);

        refusedInTime(() -> report("FAIL-2"));
    }

    @Test
    void a_service_that_says_of_itself_that_it_is_away_is_waited_for_as_long_as_told() {
        refusedInTime(() -> report("STATUS-503"));
    }

    private void refusedInTime(Supplier<Response> call) {
        long began = System.nanoTime();
        Response answer = call.get();
        Duration taken = Duration.ofNanos(System.nanoTime() - began);

        answer.then()
                .statusCode(503)
                .contentType("application/problem+json")
                .header("Retry-After", "2")
                .body("type", equalTo("urn:gongkai:problem:statistics-unavailable"));
        assertTrue(taken.compareTo(settings.patience()) >= 0, taken::toString);
        assertTrue(taken.compareTo(settings.patience().plus(SLACK)) < 0, taken::toString);
    }

    @Test
    void a_restart_in_the_middle_of_an_answer_is_waited_out() {
        String good = report("FAIL-3").then().statusCode(200).extract().asString();
        int before = BrokenLine.cuts();
        BrokenLine.be(BrokenLine.State.CUT);

        CompletableFuture<Response> answer = CompletableFuture.supplyAsync(() -> report("FAIL-3"));
        await().until(() -> BrokenLine.cuts() > before);
        BrokenLine.be(BrokenLine.State.DOWN);
        BrokenLine.be(BrokenLine.State.WHOLE);

        assertEquals(good, answer.join().then().statusCode(200).extract().asString());
    }

    @Test
    void a_connection_that_always_breaks_makes_no_report() {
        BrokenLine.be(BrokenLine.State.CUT);

        refusedInTime(() -> report("FAIL-4"));
    }

    @Test
    void a_service_that_is_starting_is_asked_again() {
        report("STARTING").then().statusCode(200);
    }

    @Test
    void a_hole_is_refused_in_every_format_and_no_edition_is_made_of_it() {
        for (String organisation : new String[] {"HOLES", "OWN-HOLES", "NO-MONTHS", "NO-JSON"}) {
            for (String suffix : new String[] {".json", ".html", ".csv", ".pdf"}) {
                as("office")
                        .get("/reports/" + organisation + "/2021" + suffix)
                        .then()
                        .statusCode(502)
                        .body("type", equalTo("urn:gongkai:problem:statement-unusable"));
            }
            as("office")
                    .post("/reports/" + organisation + "/2021/editions")
                    .then()
                    .statusCode(502);
        }
    }

    @Test
    void late_cases_that_cannot_be_had_are_not_named_and_the_report_comes_in_time() {
        Counting.of("SILENT-FACTS", 2020);
        as("office").post("/reports/SILENT-FACTS/2020/editions").then().statusCode(201);
        Counting.of("SILENT-FACTS", 2021);
        String broken = "checks.findings.findAll { it.rule == 'PRINTED-CLOSING' && it.verdict == 'BROKEN' }";

        long began = System.nanoTime();
        report("SILENT-FACTS")
                .then()
                .statusCode(200)
                .body(broken, not(hasSize(0)))
                .body(broken + ".note", everyItem(not(containsString("定稿后变动的案件"))));

        Duration taken = Duration.ofNanos(System.nanoTime() - began);
        assertTrue(taken.compareTo(settings.patience().plus(SLACK)) < 0, taken::toString);
    }

    private static Response report(String organisation) {
        return as("office").get("/reports/" + organisation + "/2021.json");
    }
}
