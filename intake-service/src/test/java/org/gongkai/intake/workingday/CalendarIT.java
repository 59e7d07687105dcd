package org.gongkai.intake.workingday;

import static org.gongkai.intake.Calls.admin;
import static org.gongkai.intake.Calls.as;
import static org.gongkai.intake.workingday.CalendarBodies.body;
import static org.gongkai.intake.workingday.CalendarBodies.day;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.gongkai.embedded.testing.WithInfrastructure;
import org.junit.jupiter.api.Test;

/** The calendar as data; in a database of its own, since everybody's deadlines follow from it. */
@QuarkusTest
@WithInfrastructure(database = "intake_calendar", kafka = true)
class CalendarIT {

    @Inject
    DataSource database;

    @Inject
    Calendars calendars;

    private static Response put(int year, String body) {
        return admin().body(body).put("/calendar/" + year);
    }

    private static void wrong(Response answer, String field, String hint) {
        answer.then()
                .statusCode(422)
                .body("type", equalTo("urn:gongkai:problem:invalid-fields"))
                .body("violations.field", hasItem(field))
                .body("violations.find { it.field == '" + field + "' }.message", containsString(hint));
    }

    private long kept(int year) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT count(*) FROM calendar_notice WHERE year = " + year)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    @Test
    void the_years_that_come_with_the_service_are_there_and_every_role_reads_them() {
        for (String role : List.of("recorder", "reader", "office", "admin")) {
            as(role, "CAL-NOBODY")
                    .get("/calendar/2019")
                    .then()
                    .statusCode(200)
                    .header("ETag", "\"1\"")
                    .body("year", equalTo(2019))
                    .body("workingDays", equalTo(250))
                    .body("notice", containsString("content_5375877"))
                    .body("days[0]", equalTo(Map.of("date", "2018-12-29", "kind", "MAKEUP_WORKDAY", "name", "元旦")))
                    .body("moved", nullValue());
        }
        admin().get("/calendar/2026").then().body("workingDays", equalTo(248)).body("days.size()", equalTo(39));
    }

    @Test
    void a_year_that_is_not_loaded_is_said_so_with_what_to_do() {
        admin().header("Accept-Language", "en")
                .get("/calendar/2031")
                .then()
                .statusCode(404)
                .body("type", equalTo("urn:gongkai:problem:calendar-not-loaded"))
                .body("detail", containsString("PUT /calendar/2031"))
                .body("detail", containsString("2026"));
        admin().get("/calendar/x").then().statusCode(400);
    }

    @Test
    void who_is_no_administrator_of_everything_changes_nothing() throws SQLException {
        for (String role : List.of("recorder", "reader", "office", "system")) {
            as(role, "*")
                    .body(CalendarBodies.shipped(2019))
                    .put("/calendar/2019")
                    .then()
                    .statusCode(403);
        }
        as("admin", "CAL-NOBODY")
                .body(CalendarBodies.shipped(2019))
                .put("/calendar/2019")
                .then()
                .statusCode(403);
        as("system", "*").get("/calendar/2019").then().statusCode(403);
        assertEquals(1, kept(2019));
    }

    @Test
    void the_same_notice_again_changes_nothing_in_whichever_order_its_days_stand() throws SQLException {
        CalendarYear shipped = ShippedYears.read().get(1);
        List<String> days = new ArrayList<>(shipped.days().stream()
                .map(day -> day(day.date().toString(), day.kind().name(), " " + day.name() + " "))
                .toList());
        Collections.reverse(days);

        put(2020, body(shipped.notice(), days))
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"")
                .header("Gongkai-Position", matchesPattern("[A-Za-z0-9-_.~]{1,1024}"))
                .body("workingDays", equalTo(249))
                .body("moved", equalTo(List.of()))
                .body("movedCount", equalTo(0));

        assertEquals(1, kept(2020));
    }

    @Test
    void a_change_is_a_new_version_that_everybody_reckons_by_and_the_old_one_is_kept() throws SQLException {
        LocalDate day = LocalDate.of(2022, 6, 15);
        assertEquals(Optional.of(true), calendars.loaded().days().isWorking(day));

        Response changed = put(2022, CalendarBodies.shipped(2022, List.of("2022-06-15")));

        changed.then().statusCode(200).body("workingDays", equalTo(248));
        assertEquals(Optional.of(false), calendars.loaded().days().isWorking(day));
        String tag = changed.header("ETag");
        admin().get("/calendar/2022").then().header("ETag", tag).body("days.size()", equalTo(39));
        assertEquals(2, kept(2022));
        admin().header("If-Match", "\"1\"")
                .body(CalendarBodies.shipped(2022))
                .put("/calendar/2022")
                .then()
                .statusCode(412);
        admin().header("If-Match", tag)
                .body(CalendarBodies.shipped(2022))
                .put("/calendar/2022")
                .then()
                .statusCode(200)
                .body("workingDays", equalTo(249));
    }

    @Test
    void a_change_by_another_replica_is_seen_in_a_moment() throws SQLException {
        LocalDate day = LocalDate.of(2023, 6, 15);
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("UPDATE calendar_version SET version = version + 1");
            statement.execute("INSERT INTO calendar_notice SELECT year, (SELECT version FROM calendar_version), notice,"
                    + " now(), 'another' FROM calendar_notice WHERE year = 2023");
            statement.execute("INSERT INTO calendar_day SELECT year, (SELECT version FROM calendar_version), day, kind,"
                    + " name FROM calendar_day WHERE year = 2023 UNION ALL"
                    + " SELECT 2023, version, '2023-06-15', 'OFF', '调整' FROM calendar_version");
            connection.commit();
        }

        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> calendars.loaded().days().isWorking(day).equals(Optional.of(false)));
        put(2023, CalendarBodies.shipped(2023)).then().statusCode(200).body("workingDays", equalTo(249));
    }

    @Test
    void a_year_before_the_shipped_ones_can_be_loaded_too() {
        List<String> days = new ArrayList<>();
        for (LocalDate day = LocalDate.of(2018, 10, 1); day.getDayOfMonth() <= 7; day = day.plusDays(1)) {
            days.add(day(day.toString(), "OFF", "国庆节"));
        }
        put(2018, body("演示：2018年", days)).then().statusCode(200).body("workingDays", equalTo(256));
        assertTrue(calendars.loaded().days().knows(2018));
    }

    @Test
    void a_notice_that_cannot_be_is_refused_with_what_to_check() throws SQLException {
        String good = day("2024-10-01", "OFF", "国庆节");

        wrong(put(2024, "{}"), "days", "1");
        wrong(put(2024, "{}"), "notice", "必须填写");
        wrong(put(2024, body("n", List.of())), "days", "120");
        wrong(put(2024, body("n", List.of(good, good))), "days[1].date", "重复");
        wrong(put(2024, body("n", List.of(good, day("2023-12-19", "OFF", "元旦")))), "days[1].date", "2024");
        wrong(put(2024, body("n", List.of(good, day("2025-01-11", "OFF", "元旦")))), "days[1].date", "2024");
        wrong(put(2024, body("n", List.of("{\"name\": \"x\"}", "null"))), "days[0].date", "必须填写");
        wrong(put(2024, body("n", List.of("{\"name\": \"x\"}", "null"))), "days[1]", "必须填写");
        // one day off alone: somebody forgot the rest
        wrong(put(2024, body("n", List.of(good))), "days", "261");
        wrong(put(2007, body("n", List.of(day("2007-10-01", "OFF", "国庆节")))), "year", "2008");
        put(2024, "{\"notice\": \"n\", \"days\": [{\"date\": \"2024-10-01\", \"kind\": \"FREE\"}]}")
                .then()
                .statusCode(400);
        put(2024, "{\"notice\": \"n\", \"day\": []}").then().statusCode(400);
        assertEquals(1, kept(2024));
    }

    @Test
    void days_at_new_year_stand_in_the_notice_of_the_other_year_and_count_for_their_own() {
        put(2021, CalendarBodies.shipped(2021, List.of("2022-01-10", "2020-12-31")))
                .then()
                .statusCode(200)
                .body("workingDays", equalTo(250));

        admin().get("/calendar/2020").then().body("workingDays", equalTo(248));
        assertEquals(Optional.of(false), calendars.loaded().days().isWorking(LocalDate.of(2020, 12, 31)));
        put(2021, CalendarBodies.shipped(2021)).then().statusCode(200);
        admin().get("/calendar/2020").then().body("workingDays", equalTo(249));
    }
}
