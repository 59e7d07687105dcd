package org.gongkai.intake.confirmation;

import static org.gongkai.intake.Calls.admin;
import static org.gongkai.intake.Calls.as;
import static org.gongkai.intake.Calls.decide;
import static org.gongkai.intake.Calls.receive;
import static org.gongkai.intake.Calls.register;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import org.gongkai.embedded.testing.WithInfrastructure;
import org.gongkai.intake.record.JournaledFacts;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithInfrastructure(database = "intake", kafka = true)
class ConfirmationIT {

    private static final String BODY = "{\"confirmedOn\": \"2022-01-10\"}";

    private static String path(String code) {
        return "/organisations/" + code + "/years/2021/confirmation";
    }

    private static Response confirm(String code) {
        return as("recorder", code).body(BODY).put(path(code));
    }

    private static String state(String code) {
        return as("recorder", code).get(path(code)).path("state");
    }

    private static Response publish(String code, String on) {
        return as("recorder", code).body("""
                        {"organisation": "%s", "publishedOn": "%s", "channels": ["WEBSITE"], "items": 1}""".formatted(code, on)).post("/publications");
    }

    @Test
    void a_year_is_confirmed_repeated_and_taken_back() {
        register("CON-1", null);
        as("recorder", "CON-1").get(path("CON-1")).then().statusCode(404);

        Response first = confirm("CON-1");

        first.then()
                .statusCode(201)
                .header("Location", containsString(path("CON-1")))
                .body("organisation", equalTo("CON-1"))
                .body("year", equalTo(2021))
                .body("nil", equalTo(false))
                .body("state", equalTo("CONFIRMED"));
        confirm("CON-1").then().statusCode(200).header("Gongkai-Position", first.header("Gongkai-Position"));
        as("recorder", "CON-1")
                .body("{\"confirmedOn\": \"2022-01-11\"}")
                .put(path("CON-1"))
                .then()
                .statusCode(200)
                .body("confirmedOn", equalTo("2022-01-11"));
        as("recorder", "CON-1").delete(path("CON-1")).then().statusCode(422);
        Response retracted = as("recorder", "CON-1").delete(path("CON-1") + "?reason=x");
        retracted.then().statusCode(200).body("state", equalTo("RETRACTED")).body("retracted.reason", equalTo("x"));
        as("recorder", "CON-1")
                .delete(path("CON-1") + "?reason=x")
                .then()
                .statusCode(200)
                .header("Gongkai-Position", retracted.header("Gongkai-Position"));
        assertEquals("RETRACTED", state("CON-1"));
        confirm("CON-1").then().statusCode(201);

        assertEquals(
                List.of("YearConfirmed", "YearConfirmed", "YearConfirmedRetracted", "YearConfirmed"),
                JournaledFacts.names("CON-1"));
    }

    @Test
    void it_falls_away_by_a_later_fact_of_that_year_and_is_confirmed_anew() {
        register("CON-2", null);
        publish("CON-2", "2021-03-04");
        confirm("CON-2");
        assertEquals("CONFIRMED", state("CON-2"));

        publish("CON-2", "2022-01-05");
        assertEquals("CONFIRMED", state("CON-2"));
        publish("CON-2", "2021-12-31");

        assertEquals("FALLEN_AWAY", state("CON-2"));
        confirm("CON-2").then().statusCode(200).body("state", equalTo("CONFIRMED"));
        assertEquals("CONFIRMED", state("CON-2"));
    }

    @Test
    void it_falls_away_by_an_amendment_that_moves_a_count_into_or_out_of_the_year() {
        register("CON-3", null);
        String id = publish("CON-3", "2022-01-05").path("id");
        confirm("CON-3");
        move("CON-3", id, "2022-01-06");
        assertEquals("CONFIRMED", state("CON-3"));

        move("CON-3", id, "2021-12-30");
        assertEquals("FALLEN_AWAY", state("CON-3"));
        confirm("CON-3");
        move("CON-3", id, "2022-01-05");
        assertEquals("FALLEN_AWAY", state("CON-3"));

        confirm("CON-3");
        as("recorder", "CON-3").delete("/publications/" + id + "?reason=x");
        assertEquals("CONFIRMED", state("CON-3"));
    }

    private static void move(String code, String id, String on) {
        as("recorder", code)
                .body("{\"publishedOn\": \"" + on + "\", \"reason\": \"x\"}")
                .patch("/publications/" + id)
                .then()
                .statusCode(200);
    }

    @Test
    void it_falls_away_by_an_application_and_not_by_a_change_of_the_register() {
        register("CON-4", null);
        String id = receive("CON-4", "1", "2021-12-30").path("id");
        confirm("CON-4");
        decide("CON-4", id, "GRANTED_FULL", "2022-01-05");
        admin().body("{\"name\": \"改名\", \"level\": \"CITY\", \"kind\": \"AGENCY\"}")
                .put("/organisations/CON-4");
        assertEquals("CONFIRMED", state("CON-4"));

        receive("CON-4", "2", "2021-12-31");

        assertEquals("FALLEN_AWAY", state("CON-4"));
    }

    @Test
    void a_nil_report_is_refused_where_the_year_has_records_that_stand() {
        register("CON-5", null);
        String nil = "{\"confirmedOn\": \"2022-01-10\", \"nil\": true}";
        String id = publish("CON-5", "2021-03-04").path("id");
        as("recorder", "CON-5")
                .body(nil)
                .put(path("CON-5"))
                .then()
                .statusCode(422)
                .body("violations.field", hasItem("nil"));
        as("recorder", "CON-5").get(path("CON-5")).then().statusCode(404);
        as("recorder", "CON-5").delete("/publications/" + id + "?reason=x");

        as("recorder", "CON-5")
                .body(nil)
                .put(path("CON-5"))
                .then()
                .statusCode(201)
                .body("nil", equalTo(true));

        publish("CON-5", "2021-03-04");
        assertEquals("FALLEN_AWAY", state("CON-5"));
        as("recorder", "CON-5").body(nil).put(path("CON-5")).then().statusCode(422);
        assertEquals(
                1,
                JournaledFacts.names("CON-5").stream()
                        .filter("YearConfirmed"::equals)
                        .count());
    }

    @Test
    void a_year_is_confirmed_when_it_is_over_and_not_before_the_day_has_come() {
        register("CON-6", null);
        for (String day : List.of("2021-12-30", "2999-01-01")) {
            as("recorder", "CON-6")
                    .body("{\"confirmedOn\": \"" + day + "\"}")
                    .put(path("CON-6"))
                    .then()
                    .statusCode(422)
                    .body("violations.field", hasItem("confirmedOn"));
        }
        as("recorder", "CON-6").body("{}").put(path("CON-6")).then().statusCode(422);
        as("recorder", "CON-6").body("").put(path("CON-6")).then().statusCode(400);
        as("recorder", "CON-6")
                .body(BODY)
                .put(path("CON-6").replace("2021", "year"))
                .then()
                .statusCode(400);
        as("recorder", "CON-6")
                .body(BODY)
                .put(path("CON-6").replace("2021", "2007"))
                .then()
                .statusCode(422);
        as("recorder", "CON-6")
                .body("{\"confirmedOn\": \"2021-12-31\"}")
                .put(path("CON-6"))
                .then()
                .statusCode(201);
    }

    @Test
    void a_recorder_confirms_the_own_body_alone_and_the_office_its_subtree() {
        register("CON-7", null);
        register("CON-8", "CON-7");
        register("CON-9", null);
        as("recorder", "CON-7")
                .body(BODY)
                .put(path("CON-8"))
                .then()
                .statusCode(403)
                .body("type", containsString("not-own-body"));
        as("recorder", "CON-7").delete(path("CON-8") + "?reason=x").then().statusCode(403);
        for (String outside : List.of("CON-8", "NOT-REGISTERED")) {
            as("office", "CON-9").body(BODY).put(path(outside)).then().statusCode(403);
            as("office", "CON-9").get(path(outside)).then().statusCode(403);
        }
        as("reader", "CON-8").body(BODY).put(path("CON-8")).then().statusCode(403);
        as("office", "CON-7").body(BODY).put(path("CON-8")).then().statusCode(201);
        as("recorder", "CON-7").get(path("CON-8")).then().statusCode(200);
        admin().body(BODY).put(path("CON-9")).then().statusCode(201);
        admin().body(BODY).put(path("NOT-REGISTERED")).then().statusCode(404);
    }
}
