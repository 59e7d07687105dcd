package org.gongkai.intake.attachment;

import static org.gongkai.intake.Calls.as;
import static org.gongkai.intake.Calls.decide;
import static org.gongkai.intake.Calls.receive;
import static org.gongkai.intake.Calls.register;
import static org.gongkai.intake.Calls.token;
import static org.gongkai.intake.attachment.AttachmentCalls.application;
import static org.gongkai.intake.attachment.AttachmentCalls.attach;
import static org.gongkai.intake.attachment.AttachmentCalls.by;
import static org.gongkai.intake.attachment.AttachmentCalls.path;
import static org.gongkai.intake.attachment.AttachmentCalls.read;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.gongkai.embedded.testing.WithInfrastructure;
import org.gongkai.intake.Recount;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithInfrastructure(database = "intake", kafka = true)
class AttachmentIT {

    private static final byte[] TEXT = "答复如下：予以公开。".getBytes(StandardCharsets.UTF_8);

    @TestHTTPResource("/")
    URI server;

    @Inject
    DataSource database;

    private static String attached(String organisation, String application, String name) {
        Response made = attach(organisation, application, "REPLY", name, "text/plain", TEXT);
        assertEquals(201, made.statusCode(), made.asString());
        return made.path("id");
    }

    private int count(String query) throws SQLException {
        return Recount.number(database, query);
    }

    @Test
    void a_file_is_added_listed_and_read_again_and_the_application_stays_as_it_is() throws Exception {
        register("ATT-1", null);
        Response application = receive("ATT-1", "1", "2021-03-04");
        String id = application.path("id");

        Response made = attach("ATT-1", id, "REQUEST", "申请书 (扫描).pdf", "application/pdf", FileFixtures.pdf(5_000, 1));

        String attachment = made.path("id");
        made.then()
                .statusCode(201)
                .header("Location", org.hamcrest.Matchers.endsWith(path(id) + "/" + attachment))
                .header("ETag", equalTo("\"1\""))
                .header("Gongkai-Position", equalTo(application.header("Gongkai-Position")))
                .body("application", equalTo(id))
                .body("kind", equalTo("REQUEST"))
                .body("name", equalTo("申请书 (扫描).pdf"))
                .body("mediaType", equalTo("application/pdf"))
                .body("bytes", equalTo(5_000))
                .body(
                        "sha256",
                        equalTo(HexFormat.of()
                                .formatHex(MessageDigest.getInstance("SHA-256").digest(FileFixtures.pdf(5_000, 1)))))
                .body("recordedBy", equalTo("test-recorder"))
                .body("recordedAt", org.hamcrest.Matchers.endsWith("+08:00"))
                .body("withdrawn", nullValue());
        by("recorder", "ATT-1")
                .get(path(id))
                .then()
                .statusCode(200)
                .body("items", contains(made.jsonPath().getMap("$")))
                .body("next", nullValue());
        Response file = read("ATT-1", id, attachment);
        assertArrayEquals(FileFixtures.pdf(5_000, 1), file.asByteArray());
        file.then()
                .statusCode(200)
                .header("Content-Type", "application/pdf")
                .header("Content-Length", "5000")
                .header(
                        "Content-Disposition",
                        "attachment; filename*=UTF-8''%E7%94%B3%E8%AF%B7%E4%B9%A6%20%28%E6%89%AB%E6%8F%8F%29.pdf")
                .header("X-Content-Type-Options", "nosniff")
                .header("Cache-Control", "private, no-store")
                .header("ETag", "\"1\"");
        as("recorder", "ATT-1").get("/applications/" + id).then().header("ETag", application.header("ETag"));
        assertEquals(
                1, count("SELECT count(*) FROM journal WHERE organisation = 'ATT-1' AND type LIKE '%Application%'"));
    }

    @Test
    void its_head_is_told_without_it() {
        String id = application("ATT-2");
        String attachment = attached("ATT-2", id, "答复.txt");

        Response head = by("recorder", "ATT-2").head(path(id) + "/" + attachment);

        assertEquals(0, head.asByteArray().length);
        head.then()
                .statusCode(200)
                .header("Content-Type", "text/plain")
                .header("Content-Length", Integer.toString(TEXT.length));
    }

    /** Without RestAssured, which takes seconds for such a body. */
    @Test
    void as_much_as_may_be_comes_back_byte_for_byte() throws Exception {
        String id = application("ATT-3");
        byte[] file = FileFixtures.pdf(20 << 20, 3);
        HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

        HttpResponse<String> made = client.send(
                request(path(id) + "?kind=REQUEST&name=a.pdf")
                        .POST(HttpRequest.BodyPublishers.ofByteArray(file))
                        .build(),
                HttpResponse.BodyHandlers.ofString());

        assertEquals(201, made.statusCode(), made.body());
        String location =
                URI.create(made.headers().firstValue("Location").orElseThrow()).getPath();
        HttpResponse<byte[]> read = client.send(request(location).build(), HttpResponse.BodyHandlers.ofByteArray());
        assertArrayEquals(file, read.body());
        assertEquals(
                81,
                count("SELECT count(*) FROM attachment_chunk JOIN attachment a ON a.id = attachment"
                        + " WHERE application = '" + id + "' AND length(content) <= 262144"));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(server.resolve(path))
                .header("Authorization", "Bearer " + token("recorder", "ATT-3"))
                .header("Content-Type", "application/pdf");
    }

    @Test
    void the_same_again_is_answered_with_what_exists_and_another_kind_name_or_content_is_another() throws Exception {
        String id = application("ATT-4");
        Response first = attach("ATT-4", id, "REPLY", "a.txt", "text/plain", TEXT);

        Response again = attach("ATT-4", id, "REPLY", "a.txt", "text/plain", TEXT);

        again.then()
                .statusCode(200)
                .body("$", equalTo(first.jsonPath().getMap("$")))
                .header("Gongkai-Position", first.header("Gongkai-Position"));
        attach("ATT-4", id, "OTHER", "a.txt", "text/plain", TEXT).then().statusCode(201);
        attach("ATT-4", id, "REPLY", "A.txt", "text/plain", TEXT).then().statusCode(201);
        attach("ATT-4", id, "REPLY", "a.txt", "text/plain", new byte[] {'b'})
                .then()
                .statusCode(201);
        String other = receive("ATT-4", "2", "2021-03-04").path("id");
        attach("ATT-4", other, "REPLY", "a.txt", "text/plain", TEXT).then().statusCode(201);
        assertEquals(4, count("SELECT count(*) FROM attachment WHERE application = '" + id + "'"));
        assertEquals(
                5,
                count("SELECT count(DISTINCT same_index) FROM attachment WHERE application IN ('" + id + "', '" + other
                        + "')"));
    }

    @Test
    void the_same_many_times_at_once_is_kept_once() throws Exception {
        String id = application("ATT-5");
        ExecutorService callers = Executors.newFixedThreadPool(8);
        try {
            Callable<Integer> call = () ->
                    attach("ATT-5", id, "REPLY", "a.txt", "text/plain", TEXT).statusCode();
            int[] answers = callers.invokeAll(java.util.Collections.nCopies(8, call)).stream()
                    .mapToInt(answer -> {
                        try {
                            return answer.get();
                        } catch (Exception e) {
                            throw new IllegalStateException(e);
                        }
                    })
                    .sorted()
                    .toArray();
            assertArrayEquals(new int[] {200, 200, 200, 200, 200, 200, 200, 201}, answers);
        } finally {
            callers.shutdown();
        }
        by("recorder", "ATT-5").get(path(id)).then().body("items", hasSize(1));
    }

    @Test
    void an_idempotency_key_neither_keeps_a_copy_nor_stands_in_the_way() throws Exception {
        String id = application("ATT-6");
        int kept = count("SELECT count(*) FROM idempotency");
        for (String type : new String[] {"text/plain", "application/octet-stream", "*/*"}) {
            by("recorder", "ATT-6")
                    .header("Idempotency-Key", "\"attached-" + type.length() + "\"")
                    .header("Content-Type", type)
                    .body(("种类" + type).getBytes(StandardCharsets.UTF_8))
                    .post(path(id) + "?kind=OTHER&name=a.txt")
                    .then()
                    .statusCode(201);
        }
        assertEquals(kept, count("SELECT count(*) FROM idempotency"));
    }

    @Test
    void others_see_that_it_is_there_and_neither_its_name_nor_its_content() {
        register("ATT-7", null);
        register("ATT-8", "ATT-7");
        register("ATT-9", null);
        String id = receive("ATT-8", "1", "2021-03-04").path("id");
        String attachment = attached("ATT-8", id, "演示人甲的答复.txt");

        for (String[] caller : new String[][] {
            {"recorder", "ATT-7"}, {"recorder", "*"}, {"office", "ATT-7"}, {"office", "*"}, {"admin", "*"}
        }) {
            by(caller[0], caller[1])
                    .get(path(id))
                    .then()
                    .statusCode(200)
                    .body("items.name", contains("***"))
                    .body("items[0].sha256", nullValue())
                    .body("items[0].bytes", equalTo(TEXT.length));
            by(caller[0], caller[1])
                    .get(path(id) + "/" + attachment)
                    .then()
                    .statusCode(403)
                    .body(
                            "type",
                            equalTo("urn:gongkai:problem:"
                                    + (caller[0].equals("recorder") ? "not-holding-body" : "role-not-allowed")));
        }
        for (String role : new String[] {"recorder", "office"}) {
            by(role, "ATT-9").get(path(id)).then().statusCode(404);
        }
        by("recorder", "ATT-9").get(path(id) + "/" + attachment).then().statusCode(404);
        attach("ATT-9", id, "REPLY", "b.txt", "text/plain", TEXT).then().statusCode(404);
        by("recorder", "ATT-9")
                .delete(path(id) + "/" + attachment + "?reason=错")
                .then()
                .statusCode(404);
        // a recorder of the body above may write, and is answered as it may read
        by("recorder", "ATT-7")
                .contentType("text/plain")
                .body(TEXT)
                .post(path(id) + "?kind=OTHER&name=b.txt")
                .then()
                .statusCode(201)
                .body("name", equalTo("***"));
        by("office", "*")
                .body(TEXT)
                .post(path(id) + "?kind=OTHER&name=b.txt")
                .then()
                .statusCode(403);
    }

    @Test
    void every_reading_of_a_content_and_of_names_is_noted_and_that_of_what_one_sends_is_not() {
        String id = application("ATT-10");
        String attachment = attached("ATT-10", id, "a.txt");
        by("office", "ATT-10").get(path(id)).then().statusCode(200);
        by("office", "ATT-10").get("/applications/" + id + "/accesses").then().body("items", empty());

        by("recorder", "ATT-10").get(path(id)).then().statusCode(200);
        read("ATT-10", id, attachment).then().statusCode(200);

        by("office", "ATT-10")
                .get("/applications/" + id + "/accesses")
                .then()
                .body("items.call", contains("ATTACHMENTS", "ATTACHMENT"))
                .body("items.attachment", contains(null, attachment))
                .body("items[1].by", equalTo("test-recorder"));
    }

    @Test
    void an_attachment_is_found_under_its_own_application_alone() {
        String id = application("ATT-11");
        String other = receive("ATT-11", "2", "2021-03-04").path("id");
        String attachment = attached("ATT-11", id, "a.txt");

        read("ATT-11", other, attachment).then().statusCode(404);
        read("ATT-11", id, "01932c07-209f-7abc-8d1e-0c2f6a5b4e3d").then().statusCode(404);
        read("ATT-11", id, "none").then().statusCode(404);
        by("recorder", "ATT-11")
                .delete(path(other) + "/" + attachment + "?reason=错")
                .then()
                .statusCode(404);
        by("recorder", "ATT-11").delete(path(other) + "/none?reason=错").then().statusCode(404);
    }

    @Test
    void what_was_added_wrongly_is_withdrawn_and_its_content_goes_and_it_may_come_again() throws Exception {
        String id = application("ATT-12");
        String attachment = attached("ATT-12", id, "别人的.txt");
        String one = path(id) + "/" + attachment;
        by("recorder", "ATT-12").delete(one).then().statusCode(422).body("violations.field", contains("reason"));
        by("recorder", "ATT-12")
                .header("If-Match", "\"7\"")
                .delete(one + "?reason=错")
                .then()
                .statusCode(412);

        Response withdrawn =
                by("recorder", "ATT-12").header("If-Match", "\"1\"").delete(one + "?reason=演示传错");

        withdrawn
                .then()
                .statusCode(200)
                .header("Gongkai-Position", not(nullValue()))
                .body("name", equalTo("别人的.txt"))
                .body("withdrawn.reason", equalTo("演示传错"))
                .body("withdrawn.by", equalTo("test-recorder"));
        by("recorder", "ATT-12")
                .delete(one + "?reason=又")
                .then()
                .statusCode(200)
                .body("$", equalTo(withdrawn.jsonPath().getMap("$")));
        by("recorder", "ATT-12").get(path(id)).then().body("items", empty());
        read("ATT-12", id, attachment).then().statusCode(404);
        assertEquals(0, count("SELECT count(*) FROM attachment_chunk WHERE attachment = '" + attachment + "'"));
        assertEquals(1, count("SELECT count(*) FROM attachment WHERE data_key IS NULL AND id = '" + attachment + "'"));
        String again = attached("ATT-12", id, "别人的.txt");
        by("recorder", "ATT-12").get(path(id)).then().body("items.id", contains(again));
    }

    @Test
    void the_history_tells_of_it_between_what_was_done_before_and_after() {
        String id = application("ATT-13");
        String first = attached("ATT-13", id, "先.txt");
        String attachment = attached("ATT-13", id, "后.txt");
        by("recorder", "ATT-13")
                .delete(path(id) + "/" + first + "?reason=演示传错")
                .then()
                .statusCode(200);
        decide("ATT-13", id, "GRANTED_FULL", "2021-03-25").then().statusCode(200);
        by("recorder", "ATT-13")
                .delete(path(id) + "/" + attachment + "?reason=演示又错")
                .then()
                .statusCode(200);

        Response history = as("recorder", "ATT-13").get("/applications/" + id + "/history");

        history.then()
                .statusCode(200)
                .body(
                        "act",
                        contains(
                                "RECEIVED",
                                "ATTACHED",
                                "ATTACHED",
                                "ATTACHMENT_WITHDRAWN",
                                "DECIDED",
                                "ATTACHMENT_WITHDRAWN"))
                .body("version", contains(1, 1, 1, 1, 2, 2))
                .body("[1].attachment.name", equalTo("先.txt"))
                .body("[1].attachment.kind", equalTo("REPLY"))
                .body("[2].attachment.id", equalTo(attachment))
                .body("[3].attachment.id", equalTo(first))
                .body("[3].reason", equalTo("演示传错"));
        as("office", "*")
                .get("/applications/" + id + "/history")
                .then()
                .body("[3].attachment.name", equalTo("***"))
                .body("[3].reason", equalTo("***"));
    }

    @Test
    void a_voided_case_takes_no_more_and_what_it_has_is_still_read() {
        String id = application("ATT-14");
        String attachment = attached("ATT-14", id, "a.txt");
        as("recorder", "ATT-14")
                .delete("/applications/" + id + "?reason=错")
                .then()
                .statusCode(200);

        for (Response refused : new Response[] {
            attach("ATT-14", id, "REPLY", "b.txt", "text/plain", TEXT),
            by("recorder", "ATT-14").delete(path(id) + "/" + attachment + "?reason=错")
        }) {
            refused.then().statusCode(409).body("type", equalTo("urn:gongkai:problem:application-voided"));
        }
        by("recorder", "ATT-14").get(path(id)).then().body("items", hasSize(1));
        assertArrayEquals(TEXT, read("ATT-14", id, attachment).asByteArray());
    }

    @Test
    void a_case_has_fifty_at_most_and_the_list_is_paged() {
        String id = application("ATT-15");
        IntStream.range(0, Attachments.MOST).forEach(n -> attached("ATT-15", id, n + ".txt"));

        attach("ATT-15", id, "REPLY", "50.txt", "text/plain", TEXT)
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:gongkai:problem:too-many-attachments"));
        attach("ATT-15", id, "REPLY", "0.txt", "text/plain", TEXT).then().statusCode(200);
        Response page = by("recorder", "ATT-15").get(path(id) + "?limit=20");
        page.then().body("items", hasSize(20));
        Response last = by("recorder", "ATT-15").get(path(id) + "?limit=40&after=" + page.path("next"));
        last.then().body("items", hasSize(30)).body("next", nullValue()).body("items[29].name", equalTo("49.txt"));
        by("recorder", "ATT-15")
                .delete(path(id) + "/" + page.path("items[0].id") + "?reason=错")
                .then()
                .statusCode(200);
        attached("ATT-15", id, "50.txt");
    }
}
