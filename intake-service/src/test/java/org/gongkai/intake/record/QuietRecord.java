package org.gongkai.intake.record;

import static org.gongkai.intake.Calls.as;
import static org.gongkai.intake.Calls.register;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** What every kind of quiet record does; each kind's test says how its own looks and adds what is its own. */
public abstract class QuietRecord {

    private final String path;
    private final String prefix;
    private final String fact;
    private final String keyField;
    private final String field;
    private final Object before;
    private final Object after;
    private final Object further;

    /**
     * @param path of its resource
     * @param prefix of the organisation codes of this test
     * @param fact that recording it journals
     * @param keyField a field of its natural key
     * @param field one that may be amended and that the fact carries
     * @param before its value in {@link #body}
     * @param after another
     * @param further yet another
     */
    protected QuietRecord(
            String path,
            String prefix,
            String fact,
            String keyField,
            String field,
            Object before,
            Object after,
            Object further) {
        this.path = path;
        this.prefix = prefix;
        this.fact = fact;
        this.keyField = keyField;
        this.field = field;
        this.before = before;
        this.after = after;
        this.further = further;
    }

    /** A good one, of the year 2021; {@code number} makes its natural key. */
    protected abstract String body(String organisation, int number);

    /** Records it as the body's own recorder. */
    protected Response post(String organisation, String body) {
        return as("recorder", organisation).body(body).post(path);
    }

    /** Amends it likewise. */
    protected Response patch(String organisation, String id, String body) {
        return as("recorder", organisation).body(body).patch(path + "/" + id);
    }

    /** Retracts it likewise. */
    protected Response delete(String organisation, String id) {
        return as("recorder", organisation).queryParam("reason", "重复登记").delete(path + "/" + id);
    }

    /** Reads it likewise. */
    protected Response read(String organisation, String id) {
        return as("recorder", organisation).get(path + "/" + id);
    }

    private String amendment(Object value) {
        return "{\"" + field + "\": " + json(value) + ", \"reason\": \"抄录有误\"}";
    }

    private static String json(Object value) {
        return value instanceof String text ? "\"" + text + "\"" : String.valueOf(value);
    }

    private String changed(String organisation, int number) {
        String body = body(organisation, number);
        String other = body.replace("\"" + field + "\": " + json(before), "\"" + field + "\": " + json(after));
        assertTrue(!other.equals(body), "the field stands in the body as expected: " + body);
        return other;
    }

    @Test
    void it_is_recorded_journaled_and_read_back() {
        String code = prefix + "-1";
        register(code, null);

        Response made = post(code, body(code, 1));

        String id = made.path("id");
        made.then()
                .statusCode(201)
                .header("Location", containsString(path + "/" + id))
                .header("ETag", "\"1\"")
                .header("Gongkai-Position", containsString("1."))
                .body("organisation", equalTo(code))
                .body(field, equalTo(before))
                .body("retracted", nullValue())
                .body("corrections", nullValue());
        read(code, id).then().statusCode(200).header("ETag", "\"1\"").body(field, equalTo(before));
        assertEquals(List.of(fact), JournaledFacts.names(code));
        assertEquals(id, JournaledFacts.newest(code).get("recordId").asText());
    }

    @Test
    void a_repeat_is_answered_with_what_exists_and_other_content_is_a_conflict() {
        String code = prefix + "-2";
        register(code, null);
        Response first = post(code, body(code, 1));

        post(code, body(code, 1))
                .then()
                .statusCode(200)
                .body("id", equalTo(first.path("id")))
                .header("Gongkai-Position", first.header("Gongkai-Position"));
        post(code, changed(code, 1))
                .then()
                .statusCode(409)
                .contentType("application/problem+json")
                .body("detail", containsString(field));
        post(code, body(code, 2)).then().statusCode(201).body("id", not(equalTo(first.path("id"))));
        assertEquals(List.of(fact, fact), JournaledFacts.names(code));
    }

    @Test
    void sixteen_callers_with_the_same_record_it_once() throws Exception {
        String code = prefix + "-3";
        register(code, null);
        List<Response> answers = atOnce(16, () -> post(code, body(code, 1)));

        assertEquals(
                1, answers.stream().filter(each -> each.statusCode() == 201).count());
        assertEquals(
                15, answers.stream().filter(each -> each.statusCode() == 200).count());
        assertEquals(
                1,
                answers.stream()
                        .map(each -> each.header("Gongkai-Position"))
                        .distinct()
                        .count());
        assertEquals(List.of(fact), JournaledFacts.names(code));
    }

    @Test
    void an_amendment_takes_back_and_puts_in_one_fact_and_keeps_its_reason() {
        String code = prefix + "-4";
        register(code, null);
        String id = post(code, body(code, 1)).path("id");

        patch(code, id, amendment(after))
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body(field, equalTo(after))
                .body("corrections", hasSize(1))
                .body("corrections[0].reason", equalTo("抄录有误"))
                .body("corrections[0].act", equalTo("AMENDED"))
                .body("corrections[0].was." + field, equalTo(before));
        patch(code, id, amendment(after)).then().statusCode(200).header("ETag", "\"2\"");

        assertEquals(List.of(fact, fact + "Amended"), JournaledFacts.names(code));
        assertEquals(
                String.valueOf(before),
                JournaledFacts.newest(code).get("was").get(field).asText());
        assertEquals(
                String.valueOf(after),
                JournaledFacts.newest(code).get("is").get(field).asText());
        patch(code, id, "{\"" + field + "\": " + json(further) + "}")
                .then()
                .statusCode(422)
                .body("violations.field", hasItem("reason"));
        patch(code, id, "{\"misspelt\": 1, \"reason\": \"x\"}")
                .then()
                .statusCode(400)
                .body("detail", containsString(field))
                .body("detail", containsString("reason"));
    }

    @Test
    void a_stale_condition_is_refused_and_amendments_at_once_lose_none() throws Exception {
        String code = prefix + "-5";
        register(code, null);
        String id = post(code, body(code, 1)).path("id");
        List<Object> values = List.of(after, further);
        List<Integer> next = new ArrayList<>(List.of(0, 1));

        List<Response> conditional = atOnce(2, () -> {
            int mine;
            synchronized (next) {
                mine = next.remove(0);
            }
            return as("recorder", code)
                    .header("If-Match", "\"1\"")
                    .body(amendment(values.get(mine)))
                    .patch(path + "/" + id);
        });

        assertEquals(
                List.of(200, 412),
                conditional.stream().map(Response::statusCode).sorted().toList());
        patch(code, id, amendment(before)).then().statusCode(200).header("ETag", "\"3\"");
        next.addAll(List.of(0, 1));
        List<Response> free = atOnce(2, () -> {
            int mine;
            synchronized (next) {
                mine = next.remove(0);
            }
            return patch(code, id, amendment(values.get(mine)));
        });

        assertEquals(List.of(200, 200), free.stream().map(Response::statusCode).toList());
        List<JournaledFacts.One> facts = JournaledFacts.of(code);
        assertEquals(5, facts.size());
        for (int i = 2; i < facts.size(); i++) {
            assertEquals(
                    facts.get(i - 1).data().get("is"), facts.get(i).data().get("was"), "each takes back what stood");
        }
    }

    @Test
    void organisation_and_natural_key_cannot_be_amended() {
        String code = prefix + "-6";
        register(code, null);
        Response made = post(code, body(code, 1));
        for (String fixed : List.of("organisation", keyField)) {
            Object other = made.path(fixed) instanceof Integer number ? number + 1 : "另一";
            as("recorder", code)
                    .header("Accept-Language", "en")
                    .body("{\"" + fixed + "\": " + json(other) + ", \"reason\": \"x\"}")
                    .patch(path + "/" + made.path("id"))
                    .then()
                    .statusCode(422)
                    .body("violations[0].field", equalTo(fixed))
                    .body("violations[0].message", containsString("retract"));
        }
        assertEquals(List.of(fact), JournaledFacts.names(code));
    }

    @Test
    void a_retracted_record_is_shown_with_when_and_why_and_counts_no_more() {
        String code = prefix + "-7";
        register(code, null);
        String id = post(code, body(code, 1)).path("id");
        as("recorder", code).delete(path + "/" + id).then().statusCode(422).body("violations.field", hasItem("reason"));

        Response retracted = delete(code, id);

        retracted.then().statusCode(200).header("ETag", "\"2\"").body("retracted.reason", equalTo("重复登记"));
        delete(code, id)
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"")
                .header("Gongkai-Position", retracted.header("Gongkai-Position"));
        read(code, id)
                .then()
                .body("retracted.at", containsString("+08:00"))
                .body("retracted.reason", equalTo("重复登记"))
                .body(field, equalTo(before));
        patch(code, id, amendment(after)).then().statusCode(409).body("type", containsString("record-retracted"));
        assertEquals(List.of(fact, fact + "Retracted"), JournaledFacts.names(code));
        assertEquals(
                String.valueOf(before),
                JournaledFacts.newest(code).get("was").get(field).asText());
        post(code, body(code, 1)).then().statusCode(201).body("id", not(equalTo(id)));
    }

    @Test
    void lists_are_paged_filtered_and_without_what_was_retracted() {
        String above = prefix + "-8";
        String code = prefix + "-9";
        register(above, null);
        register(code, above);
        for (int i = 1; i <= 4; i++) {
            String id = post(code, body(code, i)).path("id");
            if (i == 2) {
                delete(code, id);
            }
        }

        Response first = as("office", above).get(path + "?year=2021&limit=2");

        first.then().statusCode(200).body("items", hasSize(2)).body("items[0].corrections", nullValue());
        as("office", above)
                .get(path + "?year=2021&limit=2&after=" + first.path("next"))
                .then()
                .body("items", hasSize(1))
                .body("next", nullValue());
        as("office", above).get(path + "?year=2020").then().body("items", hasSize(0));
        as("admin", "*").get(path + "?organisation=" + code).then().body("items", hasSize(3));
        as("office", above).get(path + "?yaer=2020").then().statusCode(400);
    }

    @Test
    void nobody_reaches_beyond_the_own_subtree_or_role() {
        String above = prefix + "-10";
        String code = prefix + "-11";
        String beside = prefix + "-12";
        register(above, null);
        register(code, above);
        register(beside, null);
        String id = as("recorder", above).body(body(code, 1)).post(path).path("id");

        for (String hidden : List.of(id, "01932c07-209f-7abc-8d1e-0c2f6a5b4e3d", "nonsense")) {
            read(beside, hidden).then().statusCode(404);
            patch(beside, hidden, amendment(after)).then().statusCode(404);
            delete(beside, hidden).then().statusCode(404);
        }
        for (String outside : List.of(code, "NOT-REGISTERED")) {
            post(beside, body(outside, 2)).then().statusCode(403);
            as("recorder", beside).get(path + "?organisation=" + outside).then().statusCode(403);
        }
        for (String role : List.of("reader", "office", "system")) {
            as(role, code).body(body(code, 2)).post(path).then().statusCode(403);
            as(role, code).body(amendment(after)).patch(path + "/" + id).then().statusCode(403);
            as(role, code).delete(path + "/" + id + "?reason=x").then().statusCode(403);
        }
        as("reader", code).get(path).then().statusCode(403);
        as("office", above).get(path + "/" + id).then().statusCode(200);
        as("admin", "*").body(body("NOT-REGISTERED", 1)).post(path).then().statusCode(422);
        assertEquals(List.of(fact), JournaledFacts.names(code));
    }

    @Test
    void a_body_that_was_abolished_records_nothing_of_a_later_day() {
        String code = prefix + "-13";
        register(code, null);
        as("admin", "*").body("{\"since\": \"2021-01-01\"}").post("/organisations/" + code + "/abolition");

        post(code, body(code, 1)).then().statusCode(422).body("type", containsString("organisation-abolished"));
    }

    private static List<Response> atOnce(int callers, java.util.concurrent.Callable<Response> call) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(callers);
        try {
            List<Future<Response>> running = new ArrayList<>();
            for (int i = 0; i < callers; i++) {
                running.add(threads.submit(call));
            }
            List<Response> answers = new ArrayList<>();
            for (Future<Response> each : running) {
                answers.add(each.get());
            }
            return answers;
        } finally {
            threads.shutdown();
        }
    }
}
