package org.gongkai.statistics.statement;

import static org.gongkai.statistics.testing.Callers.admin;
import static org.gongkai.statistics.testing.Callers.caller;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.aMapWithSize;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.gongkai.embedded.testing.WithInfrastructure;
import org.gongkai.statistics.fact.ApplicantType;
import org.gongkai.statistics.fact.Channel;
import org.gongkai.statistics.fact.Outcome;
import org.gongkai.statistics.lane.Lane;
import org.gongkai.statistics.lane.Position;
import org.gongkai.statistics.testing.Event;
import org.gongkai.statistics.testing.Facts;
import org.gongkai.statistics.testing.LiveLedger;
import org.gongkai.statistics.testing.StatisticsTestResource;
import org.gongkai.statistics.testing.TestJournal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithInfrastructure(database = "statistics", kafka = true)
@WithTestResource(StatisticsTestResource.class)
class StatementIT {

    private final TestJournal journal = TestJournal.running();

    @Inject
    DataSource database;

    @Test
    void a_statement_has_every_cell_and_derives_what_is_carried() {
        journal.record(
                Facts.registered("ST1", "CITY", "GOVERNMENT", null),
                Facts.registered("ST1-01", "CITY", "DEPARTMENT", "ST1"),
                Facts.received("ST1-01", "2020-12-31", ApplicantType.OTHER_ORG, Channel.FAX),
                Facts.received("ST1-01", "2021-01-01"),
                Facts.received("ST1", "2021-12-31"),
                Facts.decided("ST1-01", "2020-12-31", "2021-02-01", ApplicantType.OTHER_ORG, Outcome.GRANTED_PARTIAL));

        statement("ST1", 2021)
                .header("Gongkai-Position", matchesPattern("1(\\.[0-9a-z]+-[0-9a-z]+)+"))
                .body("organisation", equalTo("ST1"))
                .body("name", equalTo("机关ST1"))
                .body("level", equalTo("CITY"))
                .body("kind", equalTo("GOVERNMENT"))
                .body("year", equalTo(2021))
                .body("scope", equalTo("SUBTREE"))
                .body("asOf", endsWith("+08:00"))
                .body("complete", equalTo(true))
                .body("applications", aMapWithSize(25))
                .body("applications.values().findAll { it.size() == 7 }", hasSize(25))
                .body("applications.NEW_RECEIVED.TOTAL", equalTo(2))
                .body("applications.CARRIED_IN.OTHER_ORG", equalTo(1))
                .body("applications.GRANTED_PARTIAL.OTHER_ORG", equalTo(1))
                .body("applications.RESULT_TOTAL.TOTAL", equalTo(1))
                .body("applications.CARRIED_OUT.TOTAL", equalTo(2))
                .body("applications.CARRIED_OUT.OTHER_ORG", equalTo(0))
                .body("$", not(hasKey("previous")))
                .body("$", not(hasKey("figures")));
        statement("ST1", 2020)
                .body("applications.NEW_RECEIVED.OTHER_ORG", equalTo(1))
                .body("applications.CARRIED_OUT.OTHER_ORG", equalTo(1));
        statement("ST1", 2022)
                .body("applications.CARRIED_IN.TOTAL", equalTo(2))
                .body("applications.CARRIED_OUT.TOTAL", equalTo(2));
    }

    @Test
    void scopes_are_the_body_its_tier_and_its_subtree() {
        journal.record(
                Facts.registered("ST2", "CITY", "GOVERNMENT", null),
                Facts.registered("ST2-01", "CITY", "DEPARTMENT", "ST2"),
                Facts.registered("ST2-A", "COUNTY", "GOVERNMENT", "ST2"),
                Facts.registered("ST2-A-01", "COUNTY", "DEPARTMENT", "ST2-A"),
                Facts.received("ST2", "2021-03-04"),
                Facts.received("ST2-01", "2021-03-04"),
                Facts.received("ST2-A", "2021-03-04"),
                Facts.received("ST2-A-01", "2021-03-04"));

        scope("ST2", "OWN").body("applications.NEW_RECEIVED.TOTAL", equalTo(1));
        scope("ST2", "TIER").body("applications.NEW_RECEIVED.TOTAL", equalTo(2));
        scope("ST2", "SUBTREE").body("applications.NEW_RECEIVED.TOTAL", equalTo(4));
        at().queryParam("scope", "TIER")
                .queryParam("include", "subordinates,levels")
                .get("/statements/ST2/2021")
                .then()
                .body("applications.NEW_RECEIVED.TOTAL", equalTo(2))
                .body("levels", aMapWithSize(1))
                .body("levels.CITY.applications.NEW_RECEIVED.TOTAL", equalTo(2))
                .body("subordinates.organisation", contains("ST2-01", "ST2-A"))
                .body("subordinates[1].applications.NEW_RECEIVED.TOTAL", equalTo(2));
    }

    @Test
    void subordinates_and_levels_come_with_every_cell_from_the_same_snapshot() {
        journal.record(
                Facts.registered("ST3", "CITY", "GOVERNMENT", null),
                Facts.registered("ST3-A", "COUNTY", "GOVERNMENT", "ST3"),
                Facts.registered("ST3-A-T", "TOWNSHIP", "GOVERNMENT", "ST3-A"),
                Facts.received("ST3", "2021-03-04"),
                Facts.received("ST3-A-T", "2021-03-04"),
                Facts.received("ST3-A-T", "2021-03-05"));

        at().queryParam("include", "levels,subordinates")
                .get("/statements/ST3/2021")
                .then()
                .statusCode(200)
                .body("levels.keySet()", contains("CITY", "COUNTY", "TOWNSHIP"))
                .body("levels.COUNTY.applications.NEW_RECEIVED.TOTAL", equalTo(0))
                .body("levels.TOWNSHIP.applications.NEW_RECEIVED.TOTAL", equalTo(2))
                .body("subordinates", hasSize(1))
                .body("subordinates[0].name", equalTo("机关ST3-A"))
                .body("subordinates[0].level", equalTo("COUNTY"))
                .body("subordinates[0].kind", equalTo("GOVERNMENT"))
                .body("subordinates[0].applications", aMapWithSize(25))
                .body("subordinates[0].applications.NEW_RECEIVED.NATURAL_PERSON", equalTo(2));
    }

    @Test
    void the_body_alone_and_the_months_come_from_the_same_snapshot() {
        journal.record(
                Facts.registered("ST11", "CITY", "GOVERNMENT", null),
                Facts.registered("ST11-GONE", "CITY", "GOVERNMENT", null),
                Facts.registered("ST11-A", "COUNTY", "GOVERNMENT", "ST11"),
                Facts.abolished("ST11-GONE", "2021-07-01", "ST11"),
                Facts.received("ST11", "2020-12-31", ApplicantType.OTHER_ORG, Channel.FAX),
                Facts.received("ST11", "2021-01-01"),
                Facts.received("ST11-GONE", "2021-01-31"),
                Facts.received("ST11-A", "2021-12-31"),
                Facts.received("ST11-A", "2022-01-01"),
                Facts.decided("ST11", "2020-12-31", "2021-02-01", ApplicantType.OTHER_ORG, Outcome.GRANTED_PARTIAL));

        at().queryParam("include", "own,months")
                .get("/statements/ST11/2021")
                .then()
                .statusCode(200)
                .body("applications.NEW_RECEIVED.TOTAL", equalTo(3))
                .body("own.applications", aMapWithSize(25))
                .body("own.applications.NEW_RECEIVED.TOTAL", equalTo(2))
                .body("own.applications.CARRIED_IN.OTHER_ORG", equalTo(1))
                .body("own.confirmed.no", equalTo(1))
                .body("months", hasSize(12))
                .body("months[0].month", equalTo("2021-01"))
                .body("months.received", contains(2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1))
                .body("months.decided", contains(0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0));
        at().queryParam("include", "own,months")
                .queryParam("scope", "OWN")
                .get("/statements/ST11/2021")
                .then()
                .body("months.received", contains(2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0));
        statement("ST11", 2021).body("$", not(hasKey("own"))).body("$", not(hasKey("months")));
    }

    @Test
    void the_year_before_goes_by_its_own_tree_and_who_came_or_went_is_listed_with_what_it_carried() {
        journal.record(
                Facts.registered("ST4", "CITY", "GOVERNMENT", null),
                Facts.registered("ST4-STAYS", "COUNTY", "GOVERNMENT", "ST4"),
                Facts.registered("ST4-COMES", "COUNTY", "GOVERNMENT", "ST4", "2021-05-01"),
                Facts.registered("ST4-GOES", "COUNTY", "GOVERNMENT", "ST4"),
                Facts.moved("ST4-GOES", null, "2021-06-01"),
                Facts.received("ST4-STAYS", "2020-03-04"),
                Facts.received("ST4-COMES", "2020-03-04"),
                Facts.received("ST4-COMES", "2020-03-05"),
                Facts.received("ST4-GOES", "2020-03-04", ApplicantType.OTHER_ORG, Channel.ORAL));

        at().queryParam("include", "previous")
                .get("/statements/ST4/2021")
                .then()
                .statusCode(200)
                .body("previous.year", equalTo(2020))
                .body("previous.applications", aMapWithSize(25))
                .body("previous.applications.NEW_RECEIVED.TOTAL", equalTo(2))
                .body("previous.applications.CARRIED_OUT.OTHER_ORG", equalTo(1))
                .body("applications.CARRIED_IN.NATURAL_PERSON", equalTo(3))
                .body("applications.CARRIED_IN.OTHER_ORG", equalTo(0))
                .body("memberChanges.organisation", contains("ST4-COMES", "ST4-GOES"))
                .body("memberChanges.change", contains("CAME", "WENT"))
                .body("memberChanges[0].name", equalTo("机关ST4-COMES"))
                .body("memberChanges[0].carriedOut", aMapWithSize(7))
                .body("memberChanges[0].carriedOut.NATURAL_PERSON", equalTo(2))
                .body("memberChanges[1].carriedOut.OTHER_ORG", equalTo(1));
    }

    @Test
    void a_merged_body_counts_in_its_successor_from_the_year_of_the_merger_on() {
        journal.record(
                Facts.registered("ST5-A", "COUNTY", "GOVERNMENT", null),
                Facts.registered("ST5-B", "COUNTY", "GOVERNMENT", null),
                Facts.abolished("ST5-A", "2021-07-01", "ST5-B"),
                Facts.received("ST5-A", "2020-03-04"),
                Facts.received("ST5-A", "2021-03-04"));

        statement("ST5-A", 2020).body("applications.NEW_RECEIVED.TOTAL", equalTo(1));
        statement("ST5-B", 2020).body("applications.NEW_RECEIVED.TOTAL", equalTo(0));
        statement("ST5-A", 2021)
                .body("applications.NEW_RECEIVED.TOTAL", equalTo(0))
                .body("applications.CARRIED_IN.TOTAL", equalTo(0));
        statement("ST5-B", 2021)
                .body("applications.NEW_RECEIVED.TOTAL", equalTo(1))
                .body("applications.CARRIED_IN.TOTAL", equalTo(1));
    }

    @Test
    void the_contact_is_shown_where_there_is_one() {
        journal.record(new Facts.Fact("OrganisationRegistered", "ST6", """
                {"code":"ST6","name":"庆阳市","level":"CITY","kind":"GOVERNMENT","mayIssueRules":true,
                 "contactUnit":"公开科","contactPhone":"0934-8633503"}"""));

        statement("ST6", 2021)
                .body("contact.unit", equalTo("公开科"))
                .body("contact.phone", equalTo("0934-8633503"))
                .body("contact", not(hasKey("reportUrl")));
    }

    @Test
    void at_least_waits_for_the_counts_and_is_answered_as_soon_as_they_are_there() throws Exception {
        journal.record(Facts.registered("ST7", "COUNTY", "GOVERNMENT", null));
        statement("ST7", 2021);
        Event event = journal.append(
                "ApplicationReceived",
                "ST7",
                Facts.received("ST7", "2021-03-04").data());
        String position = journal.position();

        CompletableFuture<Integer> waiting = CompletableFuture.supplyAsync(() -> admin().queryParam("atLeast", position)
                .get("/statements/ST7/2021")
                .then()
                .statusCode(200)
                .extract()
                .path("applications.NEW_RECEIVED.TOTAL"));
        journal.publish(event);

        assertEquals(1, waiting.get());
    }

    @Test
    void a_position_that_another_replica_has_counted_is_found_in_the_database() throws Exception {
        journal.record(Facts.registered("ST8", "COUNTY", "GOVERNMENT", null));
        statement("ST8", 2021);
        Event event = journal.append(
                "ApplicationReceived",
                "ST8",
                Facts.received("ST8", "2021-03-04").data());

        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            LiveLedger.addReceived(connection, "ST8");
            try (Statement write = connection.createStatement()) {
                write.executeUpdate("UPDATE lane SET position = " + event.position() + " WHERE lane = " + event.lane());
            }
            connection.commit();
        }

        statement("ST8", 2021).body("applications.NEW_RECEIVED.TOTAL", equalTo(1));
        journal.publish(event);
    }

    @Test
    void a_position_that_is_never_reached_is_503_with_retry_after() {
        journal.record(Facts.registered("ST9", "COUNTY", "GOVERNMENT", null));
        statement("ST9", 2021);
        long[] far = new long[Lane.COUNT];
        far[Lane.of("ST9")] = 1_000_000;
        long begin = System.nanoTime();

        problem(
                        admin().queryParam("atLeast", Position.of(1, far).toString())
                                .get("/statements/ST9/2021")
                                .then(),
                        503,
                        "position-not-reached")
                .header("Retry-After", notNullValue());

        assertThat(System.nanoTime() - begin, greaterThanOrEqualTo(3_000_000_000L));
        // A wrong role is told at once, without a wait.
        problem(
                caller("system", "*")
                        .queryParam("atLeast", Position.of(1, far).toString())
                        .get("/statements/ST9/2021")
                        .then(),
                403,
                "role-not-allowed");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/statements/ST1/21|year",
                "/statements/ST1/year|year",
                "/statements/ST1/1899|year",
                "/statements/st1/2021|organisation",
                "/statements/ST1/2021?scope=ALL|scope",
                "/statements/ST1/2021?include=previous,everything|include",
                "/statements/ST1/2021?atLeast=yesterday|atLeast",
                "/statements/ST1/2021?atleast=1|atleast",
                "/statements/ST1/2021?year=2021|year",
            })
    void what_can_not_be_read_is_400_and_says_what_to_send(String path, String field) {
        problem(admin().header("Accept-Language", "en").get(path).then(), 400, "invalid-parameter")
                .body("violations", hasSize(1))
                .body("violations[0].field", equalTo(field))
                .body("detail", matchesPattern(field + ": (send|must be|there is no such parameter|is no position).*"))
                .header("Content-Language", "en");
        problem(admin().get(path).then(), 400, "invalid-parameter").body("title", equalTo("参数无法读取"));
    }

    @Test
    void an_unknown_organisation_is_404_and_an_unknown_path_too() {
        problem(admin().get("/statements/NOBODY/2021").then(), 404, "unknown-organisation")
                .body("detail", allOf(notNullValue(), matchesPattern(".*NOBODY.*")));
        problem(admin().get("/nothing/here").then(), 404, "unknown-path");
        problem(admin().post("/statements/ST1/2021").then(), 405, "method-not-allowed");
        problem(admin().accept("text/html").get("/statements/ST1/2021").then(), 406, "not-acceptable");
    }

    @Test
    void a_generation_that_is_not_counted_is_409() {
        journal.record(Facts.registered("ST10", "COUNTY", "GOVERNMENT", null));
        statement("ST10", 2021);

        problem(
                admin().queryParam("atLeast", "7.1-1")
                        .get("/statements/ST10/2021")
                        .then(),
                409,
                "other-generation");
    }

    private ValidatableResponse statement(String organisation, int year) {
        return at().get("/statements/" + organisation + "/" + year).then().statusCode(200);
    }

    private ValidatableResponse scope(String organisation, String scope) {
        return at().queryParam("scope", scope)
                .get("/statements/" + organisation + "/2021")
                .then()
                .statusCode(200);
    }

    private RequestSpecification at() {
        return admin().queryParams(Map.of("atLeast", journal.position()));
    }

    private static ValidatableResponse problem(ValidatableResponse response, int status, String slug) {
        return response.statusCode(status)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:gongkai:problem:" + slug));
    }
}
