package org.gongkai.statistics.statement;

import static org.gongkai.statistics.testing.Callers.admin;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gongkai.embedded.testing.WithInfrastructure;
import org.gongkai.statistics.fact.ApplicantType;
import org.gongkai.statistics.fact.Channel;
import org.gongkai.statistics.fact.Outcome;
import org.gongkai.statistics.organisation.Scope;
import org.gongkai.statistics.snapshot.Snapshots;
import org.gongkai.statistics.testing.Facts;
import org.gongkai.statistics.testing.Facts.Classified;
import org.gongkai.statistics.testing.Facts.Timed;
import org.gongkai.statistics.testing.StatisticsTestResource;
import org.gongkai.statistics.testing.TestJournal;
import org.junit.jupiter.api.Test;

/** Timeliness and standing, through Kafka and PostgreSQL. */
@QuarkusTest
@WithInfrastructure(database = "statistics", kafka = true)
@WithTestResource(StatisticsTestResource.class)
class TimelinessIT {

    private static final List<String> FIGURES = List.of(
            "received",
            "decided",
            "carriedIn",
            "open",
            "overdue",
            "inTime",
            "late",
            "medianWorkingDays",
            "p90WorkingDays",
            "shareInTimePercent",
            "confirmed.yes",
            "confirmed.no");

    private final TestJournal journal = TestJournal.running();

    @Inject
    Snapshots snapshots;

    @Test
    void a_statement_tells_what_came_in_time_and_the_percentiles_of_all_that_its_subtree_decided_in_the_year() {
        journal.record(
                Facts.registered("TM1", "CITY", "GOVERNMENT", null),
                Facts.registered("TM1-A", "COUNTY", "GOVERNMENT", "TM1"),
                Facts.registered("TM1-B", "COUNTY", "GOVERNMENT", "TM1"),
                Facts.abolished("TM1-B", "2021-11-01", "TM1-A"));
        answered("TM1", "2021-03-04", 2, true);
        answered("TM1", "2021-03-04", 5, true);
        answered("TM1-A", "2021-06-04", 9, true);
        answered("TM1-A", "2021-06-04", 10, true);
        answered("TM1-B", "2021-09-06", 31, false);
        answered("TM1-B", "2020-09-06", 40, false);
        // handled elsewhere: nothing is known of its time
        journal.record(
                Facts.received("TM1", "2021-04-01"),
                Facts.decided("TM1", "2021-04-01", "2021-04-02", ApplicantType.NATURAL_PERSON, Outcome.GRANTED_FULL));

        statement("TM1", 2021, "previous,subordinates,levels")
                .body("applications.RESULT_TOTAL.TOTAL", equalTo(6))
                .body("timeliness", equalTo(timeliness(4, 1, 0, 0, 9, 31, "80.00")))
                .body("previous.timeliness", equalTo(timeliness(0, 1, 0, 0, 40, 40, "0.00")))
                .body("subordinates.organisation", contains("TM1-A"))
                .body("subordinates[0].timeliness", equalTo(timeliness(2, 1, 0, 0, 10, 31, "66.67")))
                .body("levels.CITY.timeliness", equalTo(timeliness(2, 0, 0, 0, 2, 5, "100.00")))
                .body("levels.COUNTY.timeliness", equalTo(timeliness(2, 1, 0, 0, 10, 31, "66.67")));
        statement("TM1", 2022, "")
                .body("timeliness", equalTo(Map.of("inTime", 0, "late", 0, "open", 0, "overdue", 0)))
                .body("timeliness", not(hasKey("medianWorkingDays")));
    }

    @Test
    void overdue_is_what_is_open_now_past_its_due_day_and_due_by_the_end_of_the_year() {
        Classified was = new Classified(
                null,
                "2021-11-30",
                ApplicantType.NATURAL_PERSON,
                Channel.ONLINE,
                "2021-12-28",
                Outcome.GRANTED_FULL,
                new Timed("2021-12-28", 20, true));
        journal.record(
                Facts.registered("TM2", "CITY", "GOVERNMENT", null),
                Facts.receivedDue("TM2", "2020-12-01", "2020-12-29"),
                Facts.receivedDue("TM2", "2021-12-01", "2021-12-29"),
                Facts.receivedDue("TM2", "2021-12-03", "2021-12-31"),
                Facts.receivedDue("TM2", "2021-12-10", "2022-01-10"),
                // its clock stands
                Facts.receivedDue("TM2", "2021-12-01", "2021-12-29"),
                Facts.deadlineMoved("TM2", "2021-12-01", "2021-12-29", null));

        statement("TM2", 2020, "").body("timeliness.open", equalTo(1)).body("timeliness.overdue", equalTo(1));
        statement("TM2", 2021, "previous")
                .body("timeliness.open", equalTo(5))
                .body("timeliness.overdue", equalTo(3))
                .body("previous.timeliness.overdue", equalTo(1));
        statement("TM2", 2022, "").body("timeliness.open", equalTo(5)).body("timeliness.overdue", equalTo(4));

        // what is decided late is no more overdue in the year either, though it was carried out of it
        journal.record(
                Facts.decidedIn("TM2", "2021-12-01", "2021-12-29", "2022-03-01", 50, false),
                Facts.receivedDue("TM2", "2021-11-30", "2021-12-28"),
                Facts.decidedIn("TM2", "2021-11-30", "2021-12-28", "2021-12-28", 20, true));
        statement("TM2", 2021, "")
                .body("timeliness.open", equalTo(5))
                .body("timeliness.overdue", equalTo(2))
                .body("timeliness.inTime", equalTo(1))
                .body("timeliness.medianWorkingDays", equalTo(20));

        // and a retracted outcome leaves it open and due again
        journal.record(Facts.outcomeRetracted("TM2", was, "2021-12-28"));
        statement("TM2", 2021, "")
                .body("timeliness.open", equalTo(6))
                .body("timeliness.overdue", equalTo(3))
                .body("timeliness.inTime", equalTo(0))
                .body("timeliness.shareInTimePercent", nullValue());
    }

    @Test
    void what_is_due_today_or_later_is_not_overdue() throws SQLException {
        journal.record(
                Facts.registered("TM3", "CITY", "GOVERNMENT", null),
                Facts.receivedDue("TM3", "2021-09-01", "2021-09-30"),
                Facts.receivedDue("TM3", "2021-09-02", "2021-10-11"),
                Facts.receivedDue("TM3", "2021-12-02", "2022-01-04"),
                Facts.receivedDue("TM3", "2021-12-02", "2999-12-31"));
        statement("TM3", 2999, "").body("timeliness.open", equalTo(4)).body("timeliness.overdue", equalTo(3));

        assertEquals(0, overdue("TM3", 2021, "2021-09-29"));
        assertEquals(0, overdue("TM3", 2021, "2021-09-30"));
        assertEquals(1, overdue("TM3", 2021, "2021-10-01"));
        assertEquals(1, overdue("TM3", 2021, "2021-10-11"));
        assertEquals(2, overdue("TM3", 2021, "2021-10-12"));
        assertEquals(2, overdue("TM3", 2022, "2022-01-04"));
        assertEquals(3, overdue("TM3", 2022, "2022-01-05"));
        assertEquals(2, overdue("TM3", 2021, "2022-01-05"));
    }

    /** As of a day that is handed in. */
    private long overdue(String organisation, int year, String today) throws SQLException {
        LocalDate day = LocalDate.parse(today);
        StatementQuery query = new StatementQuery(organisation, year, Scope.OWN, Set.of());
        return snapshots.read(snapshot -> {
            Composition composition = Composition.of(snapshot.tree(), query, day);
            PartFlows flows = StatementCells.read(snapshot.connection(), composition, year, day);
            return Timeliness.of(flows.ofYear(part -> true)).overdue();
        });
    }

    @Test
    void subordinates_stand_side_by_side_each_with_everything_below_it_beside_the_body_alone() {
        journal.record(
                Facts.registered("TM4", "CITY", "GOVERNMENT", null),
                Facts.registered("TM4-A", "COUNTY", "GOVERNMENT", "TM4"),
                Facts.registered("TM4-A-1", "TOWNSHIP", "GOVERNMENT", "TM4-A"),
                Facts.registered("TM4-B", "COUNTY", "GOVERNMENT", "TM4"),
                Facts.registered("TM4-C", "COUNTY", "GOVERNMENT", "TM4"),
                Facts.registered("TM4-0", "CITY", "DEPARTMENT", "TM4"),
                Facts.abolished("TM4-B", "2021-11-01", "TM4-A"),
                Facts.abolished("TM4-0", "2021-11-01", "TM4"));
        answered("TM4", "2021-03-04", 3, true);
        answered("TM4-0", "2021-03-04", 4, true);
        answered("TM4-A", "2021-03-04", 12, true);
        answered("TM4-A-1", "2021-03-04", 25, false);
        answered("TM4-B", "2021-03-04", 20, true);
        journal.record(
                Facts.receivedDue("TM4-B", "2020-12-30", "2021-01-28"),
                Facts.receivedDue("TM4-A-1", "2021-12-30", "2022-01-28"),
                Facts.confirmed("TM4-A", 2021));

        JsonPath standing = standing("TM4", "year=2021")
                .header("Gongkai-Position", matchesPattern("1(\\.[0-9a-z]+-[0-9a-z]+)+"))
                .body("organisation", equalTo("TM4"))
                .body("year", equalTo(2021))
                .body("complete", equalTo(true))
                .body("asOf", not(nullValue()))
                .body("position", matchesPattern("1(\\.[0-9a-z]+-[0-9a-z]+)+"))
                .body("items.organisation", contains("TM4", "TM4-A", "TM4-C"))
                .body("items.name", contains("机关TM4", "机关TM4-A", "机关TM4-C"))
                .body("items.level", contains("CITY", "COUNTY", "COUNTY"))
                .body("items[0].kind", equalTo("GOVERNMENT"))
                .extract()
                .jsonPath();

        assertEquals(figures(2, 2, 0, 0, 0, 2, 0, 3, 4, "100.00", 0, 1), figures(standing, "items[0]"));
        assertEquals(figures(4, 3, 1, 2, 1, 2, 1, 20, 25, "66.67", 1, 1), figures(standing, "items[1]"));
        assertEquals(figures(0, 0, 0, 0, 0, 0, 0, null, null, null, 0, 1), figures(standing, "items[2]"));
        assertEquals(figures(6, 5, 1, 2, 1, 4, 1, 12, 25, "80.00", 1, 3), figures(standing, "total"));
        assertEquals("TM4", standing.getString("total.organisation"));
        // of the year before the merger both are there
        standing("TM4", "year=2020")
                .body("items.organisation", contains("TM4", "TM4-0", "TM4-A", "TM4-B", "TM4-C"))
                .body("items[3].received", equalTo(1))
                .body("items[3].open", equalTo(1))
                .body("items[3].overdue", equalTo(0))
                .body("items[2].received", equalTo(0));
        // the subordinate's own line is its statement's
        JsonPath statement = statement("TM4-A", 2021, "").extract().jsonPath();
        assertEquals(statement.getInt("timeliness.medianWorkingDays"), standing.getInt("items[1].medianWorkingDays"));
        assertEquals(statement.getInt("applications.CARRIED_IN.TOTAL"), standing.getInt("items[1].carriedIn"));
    }

    @Test
    void a_standing_without_a_year_or_of_nobody_is_refused() {
        admin().get("/organisations/TM5/standing").then().statusCode(400).body("violations.field", contains("year"));
        admin().get("/organisations/TM5/standing?year=21").then().statusCode(400);
        admin().get("/organisations/TM5/standing?year=2021&sort=name").then().statusCode(400);
        admin().get("/organisations/tm5/standing?year=2021").then().statusCode(400);
        admin().get("/organisations/TM5/standing?year=2021")
                .then()
                .statusCode(404)
                .body("type", equalTo("urn:gongkai:problem:unknown-organisation"));
    }

    @Test
    void one_call_gives_several_measures_by_month_for_a_chart() {
        journal.record(Facts.registered("TM6", "CITY", "GOVERNMENT", null));
        answered("TM6", "2021-03-04", 9, true);
        answered("TM6", "2021-03-04", 10, false);
        journal.record(Facts.receivedDue("TM6", "2021-03-05", "2021-04-02"));

        counts("TM6", "measure=RECEIVED&measure=DECIDED&measure=DUE&by=month")
                .body("measures", contains("DECIDED", "DUE", "RECEIVED"))
                .body("$", not(hasKey("measure")))
                .body(
                        "rows",
                        contains(
                                Map.of("measure", "DECIDED", "month", "2021-03", "n", 2),
                                Map.of("measure", "DUE", "month", "2021-04", "n", 1),
                                Map.of("measure", "RECEIVED", "month", "2021-03", "n", 3)));
        counts("TM6", "measure=DECIDED_IN&by=workingDays,month")
                .body("measure", equalTo("DECIDED_IN"))
                .body(
                        "rows",
                        contains(
                                Map.of("month", "2021-03", "workingDays", 9, "n", 1),
                                Map.of("month", "2021-03", "workingDays", 10, "n", 1)));
        counts("TM6", "measure=DECIDED_ON_TIME&by=month,category").body("rows.category", contains("IN_TIME", "LATE"));
        counts("TM6", "measure=DUE&by=dueDay").body("rows", contains(Map.of("dueDay", "2021-04-02", "n", 1)));
        counts("TM6", "measure=RECEIVED&measure=RECEIVED")
                .body("measure", equalTo("RECEIVED"))
                .body("rows", hasSize(1));
        for (String wrong : List.of(
                "measure=DUE&by=category",
                "measure=DUE&measure=DECIDED_IN&by=workingDays",
                "measure=",
                "measure=RECEIVED&measure=decided")) {
            admin().get("/counts?organisation=TM6&from=2021&to=2021&" + wrong)
                    .then()
                    .statusCode(400)
                    .body("type", equalTo("urn:gongkai:problem:invalid-parameter"));
        }
    }

    /** One received and decided on that day. */
    private void answered(String organisation, String day, int workingDays, boolean inTime) {
        journal.record(
                Facts.receivedDue(organisation, day, day),
                Facts.decidedIn(organisation, day, day, day, workingDays, inTime));
    }

    private ValidatableResponse statement(String organisation, int year, String include) {
        return admin().queryParam("atLeast", journal.position())
                .queryParam("include", include)
                .get("/statements/" + organisation + "/" + year)
                .then()
                .statusCode(200);
    }

    private ValidatableResponse standing(String organisation, String query) {
        return admin().get("/organisations/" + organisation + "/standing?atLeast=" + journal.position() + "&" + query)
                .then()
                .statusCode(200);
    }

    private ValidatableResponse counts(String organisation, String query) {
        return admin().get("/counts?organisation=" + organisation + "&from=2021&to=2021&atLeast=" + journal.position()
                        + "&" + query)
                .then()
                .statusCode(200);
    }

    private static Map<String, Object> timeliness(
            int inTime, int late, int open, int overdue, int median, int ninetieth, String share) {
        return Map.of(
                "inTime", inTime,
                "late", late,
                "open", open,
                "overdue", overdue,
                "medianWorkingDays", median,
                "p90WorkingDays", ninetieth,
                "shareInTimePercent", share);
    }

    private static List<Object> figures(Object... inOrder) {
        return Arrays.asList(inOrder);
    }

    private static List<Object> figures(JsonPath standing, String item) {
        return FIGURES.stream().map(figure -> standing.get(item + "." + figure)).toList();
    }
}
