package org.gongkai.intake.disclosureapplication;

import static org.gongkai.intake.Calls.admin;
import static org.gongkai.intake.Calls.decide;
import static org.gongkai.intake.Calls.receive;
import static org.gongkai.intake.Calls.register;
import static org.gongkai.intake.disclosureapplication.ApplicationFixtures.begun;
import static org.gongkai.intake.disclosureapplication.ApplicationFixtures.get;
import static org.gongkai.intake.disclosureapplication.ApplicationFixtures.taken;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
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
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.gongkai.embedded.testing.WithInfrastructure;
import org.gongkai.intake.journal.Lane;
import org.gongkai.intake.journal.Positions;
import org.gongkai.intake.record.JournaledFacts;
import org.gongkai.intake.workingday.CalendarBodies;
import org.gongkai.intake.workingday.DayList;
import org.junit.jupiter.api.Test;

/** What a change of the calendar does to open applications; in a database of its own. */
@QuarkusTest
@WithInfrastructure(database = "intake_redated", kafka = true)
class CalendarChangeIT {

    @Inject
    DataSource database;

    private static Response put(int year, String body) {
        Response answer = admin().body(body).put("/calendar/" + year);
        answer.then().statusCode(200);
        return answer;
    }

    private static List<Map<String, String>> movedOf(String organisation, Response answer) {
        return answer.jsonPath().getList("moved.findAll { it.organisation == '" + organisation + "' }");
    }

    private static List<JsonNode> moves(String organisation) {
        return JournaledFacts.of(organisation).stream()
                .filter(fact -> fact.name().equals("DeadlineMoved"))
                .map(JournaledFacts.One::data)
                .toList();
    }

    private void sql(String... statements) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            for (String each : statements) {
                statement.execute(each);
            }
            connection.commit();
        }
    }

    private String one(String query) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private String dueOn(String id) throws SQLException {
        return one("SELECT due_on FROM disclosure_application WHERE id = '" + id + "'");
    }

    /** As if the year's notice had not come out yet. */
    private void forget(int year) throws SQLException {
        sql(
                "DELETE FROM calendar_day WHERE year = " + year,
                "DELETE FROM calendar_notice WHERE year = " + year,
                "UPDATE calendar_version SET version = version + 1");
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> one("SELECT count(*) FROM disclosure_application, calendar_version"
                                + " WHERE state <> 'CLOSED' AND voided_at IS NULL AND dated_with < calendar_version.version")
                        .equals("0"));
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> admin().get("/calendar/" + year).statusCode() == 404);
    }

    /** The n-th working day after a day, by the given list, of which some days are off besides. */
    private static String after(String base, int n, List<String> off) {
        LocalDate day = LocalDate.parse(base);
        for (int counted = 0; counted < n; ) {
            day = day.plusDays(1);
            counted += DayList.works(day) && !off.contains(day.toString()) ? 1 : 0;
        }
        return day.toString();
    }

    @Test
    void a_registration_whose_year_has_no_calendar_gets_its_due_day_when_the_calendar_comes_and_the_answer_lists_it()
            throws SQLException {
        register("CHG-1", null).then().statusCode(201);
        forget(2023);
        String id;
        try {
            Response made = receive("CHG-1", "1", "2022-12-12");
            made.then()
                    .statusCode(201)
                    .body("$", hasKey("dueOn"))
                    .body("dueOn", nullValue())
                    .body("missingCalendar", equalTo(2023));
            id = made.path("id");
        } finally {
            Response loaded = put(2023, CalendarBodies.shipped(2023));
            assertEquals(1, movedOf("CHG-1", loaded).size(), loaded.asString());
            Map<String, String> moved = movedOf("CHG-1", loaded).get(0);
            assertEquals("1", moved.get("caseNumber"));
            assertEquals("2023-01-10", moved.get("to"));
            assertFalse(moved.containsKey("from"));
        }

        get("CHG-1", id)
                .then()
                .header("ETag", "\"2\"")
                .body("dueOn", equalTo("2023-01-10"))
                .body("missingCalendar", nullValue());
        assertEquals(1, moves("CHG-1").size());
        assertFalse(moves("CHG-1").get(0).has("from"));
        assertEquals("2023-01-10", moves("CHG-1").get(0).get("to").asText());
        get("CHG-1", id + "/history").then().body("act", hasItem("DEADLINE_MOVED"));
    }

    @Test
    void a_case_that_waits_for_2027_is_dated_when_2027_comes() throws SQLException {
        String id = begun("CHG-2");
        taken("CHG-2", id, "DELAY_SET", "2021-09-22", "\"until\": \"2027-03-01\"");
        // 16 working days of the delay are the third party's: 24 Sep to the 15th working day after the letter's arrival
        taken(
                        "CHG-2",
                        id,
                        "THIRD_PARTY_CONSULTED",
                        "2021-09-23",
                        "\"party\": \"演示公司\"",
                        "\"deliveredOn\": \"2021-09-24\"")
                .then()
                .body("dueOn", nullValue())
                .body("missingCalendar", equalTo(2027));

        Response loaded = put(2027, CalendarBodies.of2027());

        loaded.then().body("year", equalTo(2027)).body("workingDays", equalTo(247));
        assertEquals("2027-03-23", movedOf("CHG-2", loaded).get(0).get("to"));
        assertEquals("2027-03-23", dueOn(id));
        get("CHG-2", id).then().body("missingCalendar", nullValue());
        admin().get("/calendar/2027").then().statusCode(200).body("notice", equalTo("演示：2027年部分节假日安排"));
    }

    @Test
    void a_change_of_2026_moves_what_is_open_and_counts_over_it_and_nothing_else() throws SQLException {
        register("CHG-3", null).then().statusCode(201);
        List<String> off = List.of("2026-03-11", "2026-03-12");
        String open = receive("CHG-3", "open", "2026-03-02").path("id");
        String before = receive("CHG-3", "before", "2026-01-05").path("id");
        String extended = receive("CHG-3", "extended", "2026-02-10").path("id");
        taken("CHG-3", extended, "EXTENDED", "2026-03-02", "\"workingDays\": 10");
        String decided = receive("CHG-3", "decided", "2026-03-02").path("id");
        decide("CHG-3", decided, "GRANTED_FULL", "2026-03-20").then().statusCode(200);
        String stands = receive("CHG-3", "stands", "2026-03-02").path("id");
        taken("CHG-3", stands, "CORRECTION_REQUESTED", "2026-03-05", "\"respondBy\": \"2026-03-20\"");
        String voided = receive("CHG-3", "voided", "2026-03-02").path("id");
        admin().delete("/applications/" + voided + "?reason=重复登记").then().statusCode(200);
        int facts = JournaledFacts.names("CHG-3").size();
        String closedDue = dueOn(decided);

        Response changed = put(2026, CalendarBodies.shipped(2026, off));

        Map<String, Map<String, String>> expected = Map.of(
                open,
                Map.of("from", after("2026-03-02", 20, List.of()), "to", after("2026-03-02", 20, off)),
                extended,
                Map.of("from", after("2026-02-10", 30, List.of()), "to", after("2026-02-10", 30, off)));
        List<Map<String, String>> moved = movedOf("CHG-3", changed);
        assertEquals(
                expected.keySet(),
                Map.of(moved.get(0).get("id"), 1, moved.get(1).get("id"), 2).keySet());
        for (Map<String, String> each : moved) {
            assertEquals(expected.get(each.get("id")).get("from"), each.get("from"), each.get("caseNumber"));
            assertEquals(expected.get(each.get("id")).get("to"), each.get("to"), each.get("caseNumber"));
            assertEquals(each.get("to"), dueOn(each.get("id")));
        }
        assertEquals(2, moved.size());
        assertEquals(closedDue, dueOn(decided));
        assertEquals(after("2026-01-05", 20, List.of()), dueOn(before));
        assertEquals(null, dueOn(stands));
        assertEquals(
                List.of("DeadlineMoved", "DeadlineMoved"),
                JournaledFacts.names("CHG-3").subList(facts, facts + 2));
        assertEquals(facts + 2, JournaledFacts.names("CHG-3").size());
        int lane = Lane.of("CHG-3");
        assertEquals(
                one("SELECT position FROM lane WHERE lane = " + lane),
                Positions.of(changed.header("Gongkai-Position"))
                        .byLane()
                        .get(lane)
                        .toString());

        Response again = put(2026, CalendarBodies.shipped(2026, off));
        again.then().body("moved", equalTo(List.of())).header("ETag", changed.header("ETag"));
        assertEquals(facts + 2, JournaledFacts.names("CHG-3").size());

        Response back = put(2026, CalendarBodies.shipped(2026));
        assertEquals(2, movedOf("CHG-3", back).size());
        assertEquals(after("2026-03-02", 20, List.of()), dueOn(open));
    }

    @Test
    void what_a_crash_left_behind_is_made_good_by_the_next_pass() throws SQLException {
        String id = begun("CHG-4");
        int facts = JournaledFacts.names("CHG-4").size();

        sql("UPDATE disclosure_application SET dated_with = dated_with - 1, due_on = '2021-10-20' WHERE id = '" + id
                + "'");

        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> JournaledFacts.names("CHG-4").size() == facts + 1);
        assertEquals("2021-10-21", dueOn(id));
        assertEquals("2021-10-20", moves("CHG-4").get(0).get("from").asText());
        assertEquals(
                "urn:gongkai:intake",
                one("SELECT recorded_by FROM journal WHERE organisation = 'CHG-4' ORDER BY position DESC LIMIT 1"));
    }

    @Test
    void a_row_older_than_due_days_is_dated_too() throws SQLException {
        String id = begun("CHG-5");
        sql("UPDATE disclosure_application SET dated_with = 0, due_on = NULL WHERE id = '" + id + "'");

        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> "2021-10-21".equals(dueOn(id)));

        assertNotEquals("0", one("SELECT dated_with FROM disclosure_application WHERE id = '" + id + "'"));
    }

    @Test
    void a_case_that_somebody_is_changing_just_now_holds_up_nobody_and_is_dated_after_it() throws SQLException {
        register("CHG-6", null).then().statusCode(201);
        String held = receive("CHG-6", "held", "2025-03-03").path("id");
        String free = receive("CHG-6", "free", "2025-03-03").path("id");
        List<String> off = List.of("2025-03-11");
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("SELECT 1 FROM disclosure_application WHERE id = '" + held + "' FOR UPDATE");

            Response changed = put(2025, CalendarBodies.shipped(2025, off));

            assertEquals(
                    List.of(free),
                    movedOf("CHG-6", changed).stream()
                            .map(each -> each.get("id"))
                            .toList());
            connection.rollback();
        }

        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> after("2025-03-03", 20, off).equals(dueOn(held)));
        put(2025, CalendarBodies.shipped(2025));
        assertEquals(after("2025-03-03", 20, List.of()), dueOn(held));
    }

    @Test
    void a_case_that_cannot_be_keeps_its_due_day_and_holds_up_no_other() throws SQLException {
        String odd = begun("CHG-7");
        String sound = ApplicationFixtures.again("CHG-7", "2");
        sql(
                "INSERT INTO application_step (id, application, number, type, on_day, recorded_at, recorded_by)"
                        + " VALUES (gen_random_uuid(), '" + odd + "', 1, 'CORRECTED', '2021-09-20', now(), 'sql')",
                "UPDATE disclosure_application SET dated_with = 0, due_on = NULL WHERE organisation = 'CHG-7'");

        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> "2021-10-21".equals(dueOn(sound)));

        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> !one("SELECT dated_with FROM disclosure_application WHERE id = '" + odd + "'")
                        .equals("0"));
        assertEquals(null, dueOn(odd));
        sql("UPDATE application_step SET retracted_at = now() WHERE application = '" + odd + "'");
    }

    @Test
    void whoever_registers_and_takes_steps_meanwhile_ends_with_the_newest_calendar() throws Exception {
        List<String> off = List.of("2024-03-12", "2024-03-13", "2024-03-14");
        AtomicBoolean over = new AtomicBoolean();
        ExecutorService clerks = Executors.newFixedThreadPool(3);
        List<Future<Integer>> working = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            String organisation = "CHG-8-" + i;
            register(organisation, null).then().statusCode(201);
            working.add(clerks.submit(() -> work(organisation, over)));
        }
        for (int i = 0; i < 6; i++) {
            put(2024, CalendarBodies.shipped(2024, i % 2 == 0 ? off : List.of()));
        }
        put(2024, CalendarBodies.shipped(2024, off));
        over.set(true);
        int cases = 0;
        for (Future<Integer> each : working) {
            cases += each.get();
        }
        clerks.shutdown();

        String open = " FROM disclosure_application WHERE organisation LIKE 'CHG-8-%'";
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> one("SELECT count(*)" + open + " AND dated_with < (SELECT version FROM calendar_version)")
                        .equals("0"));
        assertTrue(cases > 3, cases + " cases");
        assertEquals(Integer.toString(cases), one("SELECT count(*)" + open));
        assertEquals(
                after("2024-03-01", 20, off) + " " + after("2024-03-01", 25, off),
                one("SELECT min(due_on) || ' ' || max(due_on)" + open));
        assertEquals(
                "0",
                one("SELECT count(*)" + open + " AND due_on <> CASE WHEN EXISTS (SELECT 1 FROM application_step s"
                        + " WHERE s.application = disclosure_application.id) THEN '" + after("2024-03-01", 25, off)
                        + "'::date ELSE '" + after("2024-03-01", 20, off) + "' END"));
        put(2024, CalendarBodies.shipped(2024));
    }

    /** Registers cases and extends every other one; answers how many. */
    private static int work(String organisation, AtomicBoolean over) {
        int cases = 0;
        while (!over.get() || cases < 2) {
            Response made = receive(organisation, Integer.toString(cases), "2024-03-01");
            made.then().statusCode(201);
            if (cases % 2 == 1) {
                taken(organisation, made.path("id"), "EXTENDED", "2024-03-05", "\"workingDays\": 5");
            }
            cases++;
        }
        return cases;
    }
}
