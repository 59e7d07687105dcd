package org.gongkai.intake.otherrequest;

import static org.gongkai.intake.Calls.as;
import static org.gongkai.intake.Calls.register;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.gongkai.intake.Recount;
import org.gongkai.intake.record.JournaledFacts;
import org.junit.jupiter.api.Test;

/** What both kinds of request do; each kind's test says how its own looks and adds what is its own. */
abstract class OtherRequestRules {

    /** A generation without a lane: nothing that counts would wait for. */
    private static final String NOTHING_COUNTED = "[0-9a-z]+";

    private final String path;
    private final String table;
    private final String prefix;
    private final String result;
    private final String otherResult;
    private final List<String> personal;

    @Inject
    DataSource database;

    /**
     * @param path of its resource
     * @param table it is kept in
     * @param prefix of the organisation codes of this test
     * @param result how it may end
     * @param otherResult how it may end otherwise
     * @param personal data that stand in {@link #body}
     */
    protected OtherRequestRules(
            String path, String table, String prefix, String result, String otherResult, List<String> personal) {
        this.path = path;
        this.table = table;
        this.prefix = prefix;
        this.result = result;
        this.otherResult = otherResult;
        this.personal = personal;
    }

    /** A good one, received on 2021-03-04, handled by 经办人丁; {@code number} is its case number. */
    protected abstract String body(String organisation, int number);

    protected Response post(String organisation, String body) {
        return as("recorder", organisation).body(body).post(path);
    }

    protected Response read(String role, String claim, String id) {
        return as(role, claim).get(path + "/" + id);
    }

    protected Response patch(String organisation, String id, String body) {
        return as("recorder", organisation).body(body).patch(path + "/" + id);
    }

    protected Response conclude(String organisation, String id, String body) {
        return as("recorder", organisation).body(body).post(path + "/" + id + "/conclusion");
    }

    private Response retract(String organisation, String id, String part) {
        return as("recorder", organisation).queryParam("reason", "重复登记").delete(path + "/" + id + part);
    }

    private static String conclusion(String result, String on) {
        return "{\"result\": \"%s\", \"concludedOn\": \"%s\", \"note\": \"办理情况说明\"}".formatted(result, on);
    }

    private static String handler(String name) {
        return "{\"handler\": \"" + name + "\", \"reason\": \"抄录有误\"}";
    }

    private String one(String query) throws SQLException {
        return Recount.text(database, query);
    }

    @Test
    void it_is_recorded_and_read_back_and_counted_nowhere() throws SQLException {
        String code = prefix + "-1";
        register(code, null);
        String journaled = "SELECT count(*) FROM journal WHERE organisation = '" + code + "'";
        String before = one(journaled);

        Response made = post(code, body(code, 1));

        String id = made.path("id");
        made.then()
                .statusCode(201)
                .header("Location", containsString(path + "/" + id))
                .header("ETag", "\"1\"")
                .header("Gongkai-Position", matchesPattern(NOTHING_COUNTED))
                .body("organisation", equalTo(code))
                .body("state", equalTo("OPEN"))
                .body("handler", equalTo("经办人丁"))
                .body("conclusion", nullValue())
                .body("retracted", nullValue())
                .body("corrections", nullValue());
        assertEquals(made.asString(), read("recorder", code, id).asString());
        conclude(code, id, conclusion(result, "2021-03-25")).then().statusCode(200);
        patch(code, id, handler("经办人戊")).then().statusCode(200);
        retract(code, id, "/conclusion").then().statusCode(200);
        retract(code, id, "").then().statusCode(200);
        assertEquals(before, one(journaled));
        assertEquals(List.of(), JournaledFacts.of(code));
    }

    @Test
    void a_confirmed_year_stays_confirmed() {
        String code = prefix + "-2";
        register(code, null);
        String confirmation = "/organisations/" + code + "/years/2021/confirmation";
        as("recorder", code)
                .body("{\"confirmedOn\": \"2022-01-10\", \"nil\": true}")
                .put(confirmation)
                .then()
                .statusCode(201);

        post(code, body(code, 1)).then().statusCode(201);

        as("recorder", code).get(confirmation).then().statusCode(200);
    }

    @Test
    void the_same_again_is_answered_with_what_exists_and_other_content_is_a_conflict() {
        String code = prefix + "-3";
        register(code, null);
        Response made = post(code, body(code, 1));

        post(code, body(code, 1)).then().statusCode(200).body("id", equalTo(made.path("id")));
        post(code, body(code, 1).replace("经办人丁", "经办人己"))
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:gongkai:problem:record-differs"))
                .body("detail", containsString("handler"))
                .body("detail", containsString(path + "/" + made.path("id")))
                .body("detail", not(containsString("经办人")));
        as("recorder", code)
                .header("Idempotency-Key", code)
                .body(body(code, 2))
                .post(path)
                .then()
                .statusCode(201);
        as("recorder", code)
                .header("Idempotency-Key", code)
                .body(body(code, 2))
                .post(path)
                .then()
                .statusCode(201)
                .header("Gongkai-Position", matchesPattern(NOTHING_COUNTED));
    }

    @Test
    void of_many_at_once_one_is_recorded() throws Exception {
        String code = prefix + "-4";
        register(code, null);
        ExecutorService callers = Executors.newFixedThreadPool(8);
        List<Integer> answers = new ArrayList<>();
        try {
            List<Future<Integer>> calls = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                calls.add(callers.submit(() -> post(code, body(code, 1)).statusCode()));
            }
            for (Future<Integer> call : calls) {
                answers.add(call.get());
            }
        } finally {
            callers.shutdown();
        }
        answers.sort(null);
        assertEquals(List.of(200, 200, 200, 200, 200, 200, 200, 201), answers);
    }

    @Test
    void only_the_body_that_holds_it_reads_personal_data_and_each_reading_is_noted() {
        String above = prefix + "-5";
        String code = prefix + "-6";
        register(above, null);
        register(code, above);
        String id = post(code, body(code, 1)).path("id");
        patch(code, id, handler("经办人戊")).then().body("handler", equalTo("经办人戊"));
        conclude(code, id, conclusion(result, "2021-03-25")).then().body("conclusion.note", equalTo("办理情况说明"));
        List<String> secrets = new ArrayList<>(personal);
        secrets.addAll(List.of("经办人", "办理情况", "抄录有误"));

        String own = read("recorder", code, id).asString();
        List<String> masked = List.of(
                read("recorder", above, id).asString(),
                read("office", above, id).asString(),
                read("admin", "*", id).asString(),
                as("recorder", code).get(path).asString(),
                as("admin", "*").body(handler("经办人庚")).patch(path + "/" + id).asString());

        secrets.forEach(secret -> assertTrue(own.contains(secret), secret + " in " + own));
        for (String answer : masked) {
            assertTrue(answer.contains("***") && answer.contains("2021-03-25"), answer);
            secrets.forEach(secret -> assertFalse(answer.contains(secret), secret + " in " + answer));
        }
        as("office", above)
                .get(path + "/" + id + "/accesses")
                .then()
                .statusCode(200)
                .body("items.call", contains("CHANGED", "CHANGED", "READ"))
                .body("items.organisation", contains(code, code, code));
        as("recorder", code).get(path + "/" + id + "/accesses").then().statusCode(403);
    }

    @Test
    void nothing_personal_can_be_read_in_the_tables() throws SQLException {
        String code = prefix + "-7";
        register(code, null);
        String id = post(code, body(code, 1)).path("id");
        patch(code, id, handler("经办人戊"));
        conclude(
                        code,
                        id,
                        "{\"result\": \"TRANSFERRED\", \"concludedOn\": \"2021-03-25\", \"transferredTo\": \"转送机关甲\","
                                + " \"note\": \"办理情况说明\"}")
                .then()
                .statusCode(200)
                .body("conclusion.transferredTo", equalTo("转送机关甲"));
        retract(code, id, "");

        String rows = one("SELECT t::text FROM " + table + " t WHERE id = '" + id + "'")
                + one("SELECT string_agg(c::text, '') FROM other_request_correction c WHERE request = '" + id + "'");

        assertTrue(rows.contains(code), rows);
        List<String> secrets = new ArrayList<>(personal);
        secrets.addAll(List.of("经办人", "转送机关甲", "办理情况说明", "抄录有误", "重复登记"));
        for (String secret : secrets) {
            assertFalse(rows.contains(secret), rows);
            assertFalse(rows.contains(HexFormat.of().formatHex(secret.getBytes(StandardCharsets.UTF_8))), rows);
        }
    }

    @Test
    void an_amendment_keeps_what_was_and_why_and_a_stale_condition_is_refused() {
        String code = prefix + "-8";
        register(code, null);
        String id = post(code, body(code, 1)).path("id");

        patch(code, id, handler("经办人戊"))
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("handler", equalTo("经办人戊"))
                .body("corrections", hasSize(1))
                .body("corrections[0].part", equalTo("RECORD"))
                .body("corrections[0].act", equalTo("AMENDED"))
                .body("corrections[0].reason", equalTo("抄录有误"))
                .body("corrections[0].by", equalTo("test-recorder"))
                .body("corrections[0].was.handler", equalTo("经办人丁"));
        patch(code, id, handler("经办人戊")).then().statusCode(200).header("ETag", "\"2\"");
        as("recorder", code)
                .header("If-Match", "\"1\"")
                .body(handler("经办人己"))
                .patch(path + "/" + id)
                .then()
                .statusCode(412);
        patch(code, id, "{\"handler\": \"经办人己\"}").then().statusCode(422).body("violations.field", hasItem("reason"));
        patch(code, id, "{\"caseNumber\": \"另一\", \"reason\": \"x\"}")
                .then()
                .statusCode(422)
                .body("violations[0].field", equalTo("caseNumber"));
        patch(code, id, "{\"misspelt\": \"x\", \"reason\": \"x\"}").then().statusCode(400);
        patch(code, id, "{\"handler\": null, \"reason\": \"x\"}").then().body("handler", nullValue());
    }

    @Test
    void it_ends_once_and_what_was_entered_wrongly_is_retracted() {
        String code = prefix + "-9";
        register(code, null);
        String id = post(code, body(code, 1)).path("id");
        retract(code, id, "/conclusion").then().statusCode(404);

        conclude(code, id, conclusion(result, "2021-03-25"))
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"")
                .header("Gongkai-Position", matchesPattern(NOTHING_COUNTED))
                .body("state", equalTo("CONCLUDED"))
                .body("conclusion.result", equalTo(result))
                .body("conclusion.concludedOn", equalTo("2021-03-25"))
                .body("corrections", nullValue());
        conclude(code, id, conclusion(result, "2021-03-25"))
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"");
        conclude(code, id, conclusion(otherResult, "2021-03-25"))
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:gongkai:problem:request-concluded"))
                .body("detail", containsString("result"))
                .body("detail", containsString("DELETE " + path + "/" + id + "/conclusion"));
        retract(code, id, "/conclusion")
                .then()
                .statusCode(200)
                .header("ETag", "\"3\"")
                .body("state", equalTo("OPEN"))
                .body("corrections.part", contains("CONCLUSION"))
                .body("corrections[0].was.conclusion.result", equalTo(result));
        retract(code, id, "/conclusion").then().statusCode(200).header("ETag", "\"3\"");
        conclude(code, id, conclusion(otherResult, "2021-03-26")).then().statusCode(200);
    }

    @Test
    void days_and_fields_that_do_not_fit_are_refused() {
        String code = prefix + "-10";
        register(code, null);
        post(code, body(code, 1).replace("2021-03-04", "2999-01-01"))
                .then()
                .statusCode(422)
                .body("violations.field", contains("receivedOn"));
        post(code, body(code, 1).replace("\"caseNumber\": \"1\"", "\"caseNumber\": \"13800138000\""))
                .then()
                .statusCode(422)
                .body("violations.field", contains("caseNumber"));
        post(code, body(code, 1).replace("\"handler\"", "\"handlers\"")).then().statusCode(400);
        String id = post(code, body(code, 1)).path("id");
        conclude(code, id, conclusion(result, "2021-03-03"))
                .then()
                .statusCode(422)
                .body("violations.field", contains("concludedOn"))
                .body("violations[0].message", containsString("2021-03-04"));
        conclude(code, id, conclusion(result, "2999-01-01"))
                .then()
                .statusCode(422)
                .body("violations.field", contains("concludedOn"));
        conclude(code, id, conclusion("PENDING", "2021-03-25")).then().statusCode(400);
        conclude(code, id, "{}").then().statusCode(422).body("violations.field", contains("concludedOn", "result"));
        conclude(code, id, conclusion("TRANSFERRED", "2021-03-25"))
                .then()
                .statusCode(422)
                .body("violations.field", contains("transferredTo"));
        conclude(code, id, conclusion(result, "2021-03-25").replace("\"note\"", "\"transferredTo\""))
                .then()
                .statusCode(422)
                .body("violations.field", contains("transferredTo"));
        conclude(code, id, conclusion(result, "2021-03-04")).then().statusCode(200);
        patch(code, id, "{\"receivedOn\": \"2021-03-05\", \"reason\": \"x\"}")
                .then()
                .statusCode(422)
                .body("violations.field", contains("receivedOn"))
                .body("violations[0].message", containsString("DELETE conclusion"));
    }

    @Test
    void a_retracted_one_is_shown_with_when_and_why_and_its_number_is_free() {
        String code = prefix + "-11";
        register(code, null);
        String id = post(code, body(code, 1)).path("id");
        as("recorder", code).delete(path + "/" + id).then().statusCode(422).body("violations.field", hasItem("reason"));

        retract(code, id, "")
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("retracted.at", containsString("+08:00"))
                .body("retracted.reason", equalTo("重复登记"))
                .body("corrections.act", contains("RETRACTED"));
        retract(code, id, "").then().statusCode(200).header("ETag", "\"2\"");

        patch(code, id, handler("经办人戊")).then().statusCode(409).body("type", containsString("record-retracted"));
        conclude(code, id, conclusion(result, "2021-03-25")).then().statusCode(409);
        as("recorder", code).get(path).then().body("items", empty());
        read("recorder", code, id).then().statusCode(200);
        post(code, body(code, 1)).then().statusCode(201).body("id", not(equalTo(id)));
    }

    @Test
    void lists_are_paged_and_filtered_and_reach_as_far_as_the_claim() {
        String above = prefix + "-12";
        String code = prefix + "-13";
        String outside = prefix + "-14";
        register(above, null);
        register(code, above);
        register(outside, null);
        for (int i = 1; i <= 3; i++) {
            post(code, body(code, i)).then().statusCode(201);
        }
        String concluded =
                post(code, body(code, 4).replace("2021-03-04", "2022-03-04")).path("id");
        conclude(code, concluded, conclusion(result, "2022-03-25")).then().statusCode(200);

        Response first = as("office", above).get(path + "?organisation=" + code + "&limit=2");

        first.then().statusCode(200).body("items.caseNumber", contains("1", "2"));
        as("office", above)
                .get(path + "?limit=2&after=" + first.path("next"))
                .then()
                .body("items.caseNumber", contains("3", "4"))
                .body("next", nullValue());
        as("office", above).get(path + "?year=2022").then().body("items.caseNumber", contains("4"));
        as("office", above).get(path + "?open=false").then().body("items.state", contains("CONCLUDED"));
        as("office", above).get(path + "?open=true").then().body("items.caseNumber", contains("1", "2", "3"));
        as("office", above).get(path + "?open=yes").then().statusCode(400);
        as("office", outside).get(path).then().body("items", empty());
        as("office", outside).get(path + "?organisation=" + code).then().statusCode(403);
        read("recorder", outside, concluded).then().statusCode(404);
        patch(outside, concluded, handler("经办人戊")).then().statusCode(404);
        post(outside, body(code, 5)).then().statusCode(403);
        as("reader", code).get(path).then().statusCode(403);
        post(prefix + "-15", body(prefix + "-15", 1))
                .then()
                .statusCode(422)
                .body("type", containsString("unknown-organisation"));
    }
}
