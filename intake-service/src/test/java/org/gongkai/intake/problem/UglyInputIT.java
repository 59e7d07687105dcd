package org.gongkai.intake.problem;

import static io.restassured.RestAssured.given;
import static org.gongkai.intake.Calls.application;
import static org.gongkai.intake.Calls.organisation;
import static org.gongkai.intake.Calls.register;
import static org.gongkai.intake.Calls.token;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.gongkai.embedded.testing.WithInfrastructure;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Rubbish, byte by byte: a client's mistake is a problem document that says what to send, never a 500. */
@QuarkusTest
@WithInfrastructure(database = "intake", kafka = true)
class UglyInputIT {

    private static final String GOOD = application("UGLY-1", "1", "2021-03-04");

    @TestHTTPResource("/")
    URI server;

    /** What came back, without any client's help. */
    private record Answer(int status, String head, String body) {

        boolean isProblem(ProblemType type) {
            return status == type.status()
                    && head.contains("content-type: application/problem+json")
                    && body.contains("\"" + type.uri() + "\"")
                    && body.contains("\"detail\"");
        }
    }

    @BeforeEach
    void two_bodies() {
        register("UGLY-1", null);
        register("UGLY-2", null);
    }

    private Answer send(String method, String target, Map<String, String> headers, byte[] body) throws IOException {
        try (Socket socket = new Socket(server.getHost(), server.getPort())) {
            socket.setSoTimeout(30_000);
            StringBuilder head = new StringBuilder(method + " " + target + " HTTP/1.1\r\nHost: localhost\r\n"
                    + "Connection: close\r\n"
                    + (headers.containsKey("Transfer-Encoding") ? "" : "Content-Length: " + body.length + "\r\n"));
            headers.forEach((name, value) ->
                    head.append(name).append(": ").append(value).append("\r\n"));
            OutputStream out = socket.getOutputStream();
            out.write(head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
            try {
                out.write(body);
                out.flush();
            } catch (IOException e) {
                // the server may answer and close before it has read all
            }
            ByteArrayOutputStream answer = new ByteArrayOutputStream();
            try (InputStream in = socket.getInputStream()) {
                in.transferTo(answer);
            } catch (IOException e) {
                // as above: what came before counts
            }
            String text = answer.toString(StandardCharsets.UTF_8);
            int end = text.indexOf("\r\n\r\n");
            assertTrue(end > 0, "no answer: " + text);
            return new Answer(
                    Integer.parseInt(text.substring(9, 12)),
                    text.substring(0, end).toLowerCase(Locale.ROOT),
                    text.substring(end));
        }
    }

    private Answer post(String type, byte[] body) throws IOException {
        return send(
                "POST",
                "/applications",
                Map.of("Authorization", "Bearer " + token("recorder", "UGLY-1"), "Content-Type", type),
                body);
    }

    /** Without a word of its length. */
    private Answer chunked(byte[] body) throws IOException {
        byte[] framed = (Integer.toHexString(body.length) + "\r\n" + new String(body, StandardCharsets.UTF_8)
                        + "\r\n0\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8);
        return send(
                "POST",
                "/applications",
                Map.of(
                        "Authorization",
                        "Bearer " + token("recorder", "UGLY-1"),
                        "Content-Type",
                        "application/json",
                        "Transfer-Encoding",
                        "chunked"),
                framed);
    }

    private void refused(ProblemType type, Answer answer) {
        assertTrue(answer.isProblem(type), type + " expected, got " + answer);
    }

    private void unreadable(byte[] body) throws IOException {
        refused(ProblemType.UNREADABLE_BODY, post("application/json", body));
    }

    @Test
    void broken_json_is_refused() throws IOException {
        for (String body : List.of(
                "{", "}", "{\"organisation\"", "[1,", "nul", "{\"organisation\": }", "\"", "\\", "<xml/>", "a=b&c=d")) {
            unreadable(body.getBytes(StandardCharsets.UTF_8));
        }
    }

    @Test
    void an_empty_body_or_null_is_refused() throws IOException {
        unreadable(new byte[0]);
        unreadable(" \n ".getBytes(StandardCharsets.UTF_8));
        unreadable("null".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void another_kind_of_json_than_an_object_is_refused() throws IOException {
        for (String body : List.of("[]", "[" + GOOD + "]", "1", "\"text\"", "true", "[[[]]]")) {
            unreadable(body.getBytes(StandardCharsets.UTF_8));
        }
        unreadable(GOOD.replace("\"applicant\": {", "\"applicant\": [{")
                .replace("},", "}],")
                .getBytes(StandardCharsets.UTF_8));
        unreadable(GOOD.replace("\"UGLY-1\"", "{\"code\": \"UGLY-1\"}").getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void bytes_of_another_charset_are_refused() throws IOException {
        unreadable(GOOD.getBytes(Charset.forName("GB18030")));
        unreadable(GOOD.replace("演示人甲", "\u00e9").getBytes(StandardCharsets.ISO_8859_1));
        byte[] cut = GOOD.getBytes(StandardCharsets.UTF_8);
        int inside = new String(cut, StandardCharsets.ISO_8859_1).indexOf('\u00e6');
        cut[inside + 1] = '"';
        unreadable(cut);
        unreadable(new byte[] {0, 0, 0, 0});
        unreadable(new byte[] {0, 0, 0, '{', 0, 0x11, 0, 0});
        unreadable(new byte[] {'{', 0, 0, 0, 0, 0, 0x11, 0});
        unreadable(new byte[] {(byte) 0xff, (byte) 0xfe, (byte) 0xff, (byte) 0xff});
        unreadable(new byte[] {'{', '"', (byte) 0xc0, (byte) 0x80, '"', '}'});
        unreadable(new byte[] {(byte) 0xed, (byte) 0xa0, (byte) 0x80});
    }

    @Test
    void json_that_is_too_deep_or_whose_words_are_too_long_is_refused() throws IOException {
        String deep = "{\"applicant\":".repeat(20_000);
        assertEquals(
                400,
                post("application/json", deep.getBytes(StandardCharsets.UTF_8)).status());
        unreadable("[".repeat(100_000).getBytes(StandardCharsets.UTF_8));
        unreadable(("{\"receivedOn\": " + "9".repeat(5_000) + "}").getBytes(StandardCharsets.UTF_8));
        assertEquals(
                400,
                post("application/json", ("{\"" + "a".repeat(60_000) + "\": 1}").getBytes(StandardCharsets.UTF_8))
                        .status());
    }

    @Test
    void a_body_of_two_megabytes_is_too_large() throws IOException {
        byte[] large = ("{\"informationSought\": \"" + "a".repeat(2 << 20) + "\"}").getBytes(StandardCharsets.UTF_8);
        refused(ProblemType.BODY_TOO_LARGE, post("application/json", large));
        // found only while it is read, and the server's answer to that has no document
        assertEquals(ProblemType.BODY_TOO_LARGE.status(), chunked(large).status());
    }

    @Test
    void a_body_below_a_megabyte_is_read_and_its_text_found_too_long() throws IOException {
        byte[] large = GOOD.replace("二〇二〇年度部门预算", "一".repeat(300_000)).getBytes(StandardCharsets.UTF_8);
        refused(ProblemType.INVALID_FIELDS, post("application/json", large));
    }

    @Test
    void another_media_type_is_refused() throws IOException {
        for (String type : List.of(
                "text/plain",
                "text/html",
                "application/xml",
                "application/x-www-form-urlencoded",
                "multipart/form-data")) {
            refused(ProblemType.UNSUPPORTED_MEDIA_TYPE, post(type, GOOD.getBytes(StandardCharsets.UTF_8)));
        }
    }

    @Test
    void a_header_that_is_no_media_type_or_language_is_no_fault_of_ours() throws IOException {
        for (String type : List.of("json", "/", "application/json;charset", "application/json; charset=klingon", ",")) {
            Answer answer = post(type, "{".getBytes(StandardCharsets.UTF_8));
            assertTrue(answer.status() == 400 || answer.status() == 415, type + ": " + answer);
        }
        for (String language : List.of("", ";", "en;q=x", "x-", "zh-CN;q=2", "*", "en--US", "q=1", ",,,")) {
            Answer answer = send(
                    "POST",
                    "/applications",
                    Map.of(
                            "Authorization",
                            "Bearer " + token("recorder", "UGLY-1"),
                            "Content-Type",
                            "application/json",
                            "Accept-Language",
                            language),
                    "{".getBytes(StandardCharsets.UTF_8));
            assertEquals(400, answer.status(), language + ": " + answer);
        }
        for (String accept : List.of("json", "/", ";", "application/json;q=x", "")) {
            Answer answer = get("/organisations/UGLY-1", accept);
            assertTrue(List.of(200, 400, 406).contains(answer.status()), accept + ": " + answer);
        }
    }

    @Test
    void a_format_that_we_do_not_have_is_refused_as_a_problem_document() throws IOException {
        refused(ProblemType.NOT_ACCEPTABLE, get("/organisations/UGLY-1", "text/html"));
        assertEquals(200, get("/organisations/UGLY-1", "text/html, */*;q=0.1").status());
        assertEquals(200, get("/organisations/UGLY-1", "application/json").status());
    }

    private Answer get(String target, String accept) throws IOException {
        return send(
                "GET", target, Map.of("Authorization", "Bearer " + token("admin", "*"), "Accept", accept), new byte[0]);
    }

    @Test
    void nul_characters_are_refused_in_every_text_of_a_body() throws IOException {
        for (String field :
                List.of("UGLY-1", "演示人甲", "13800138000", "62280119900101123X", "二〇二〇年度部门预算", "\"caseNumber\": \"1")) {
            Answer answer = post(
                    "application/json", GOOD.replace(field, field + "\\u0000").getBytes(StandardCharsets.UTF_8));
            assertTrue(answer.status() == 422 || answer.status() == 403, field + ": " + answer);
            assertTrue(answer.head().contains("application/problem+json"), answer.head());
        }
    }

    @Test
    void a_day_that_is_not_quite_one_is_refused() throws IOException {
        for (String day : List.of(
                "\"2021-03-04\\u0000\"",
                "\"2021-03-04T00:00:00\"",
                "\" 2021-03-04\"",
                "\"2021-3-4\"",
                "\"0000-03-04\"",
                "\"2021-02-29\"",
                "\"\"",
                "[2021, 3, 4]",
                "20210304",
                "1614816000")) {
            unreadable(GOOD.replace("\"2021-03-04\"", day).getBytes(StandardCharsets.UTF_8));
        }
    }

    @Test
    void nul_characters_and_broken_escapes_are_refused_in_paths_and_parameters() {
        for (String role : List.of("admin", "recorder", "office")) {
            String bearer = "Bearer " + token(role, role.equals("admin") ? "*" : "UGLY-1");
            for (String target : List.of(
                    "/organisations/%00",
                    "/organisations/UGLY-1%00",
                    "/organisations/%ff%fe",
                    "/organisations/%ED%A0%80",
                    "/organisations/%zz",
                    "/organisations/%",
                    "/organisations/" + "a".repeat(3_000),
                    "/organisations?after=%00",
                    "/organisations?after=%ff",
                    "/organisations?after=%zz",
                    "/organisations?limit=%00",
                    "/organisations?%00=1",
                    "/organisations?=",
                    "/applications/%00",
                    "/applications/..%2f..%2fetc",
                    "/applications?organisation=%00",
                    "/applications?organisation=UGLY-1%00",
                    "/applications?state=%00",
                    "/applications?after=%00",
                    "/applications?year=%00",
                    "/applications?year=-1",
                    "/applications?year=999999999")) {
                int status = 0;
                try {
                    status = send("GET", target, Map.of("Authorization", bearer), new byte[0])
                            .status();
                } catch (IOException e) {
                    throw new IllegalStateException(e);
                }
                assertTrue(status >= 200 && status < 500, role + " " + target + ": " + status);
            }
        }
    }

    @Test
    void nul_characters_are_refused_where_a_write_names_a_body() throws IOException {
        for (String claim : List.of("*", "UGLY-1")) {
            Map<String, String> headers =
                    Map.of("Authorization", "Bearer " + token("admin", claim), "Content-Type", "application/json");
            for (String[] call : new String[][] {
                {"PUT", "/organisations/UGLY-1%00", organisation("名", null)},
                {"PUT", "/organisations/UGLY-1", organisation("名", "UGLY-2\\u0000")},
                {"POST", "/organisations/UGLY-1%00/abolition", "{\"since\": \"2021-01-01\"}"},
                {"POST", "/organisations/UGLY-1/abolition", "{\"since\": \"2021-01-01\", \"successor\": \"\\u0000\"}"},
                {"POST", "/applications", GOOD.replace("UGLY-1", "\\u0000")}
            }) {
                Answer answer = send(call[0], call[1], headers, call[2].getBytes(StandardCharsets.UTF_8));
                assertTrue(
                        List.of(400, 403, 404, 422).contains(answer.status()),
                        claim + " " + String.join(" ", call) + ": " + answer);
            }
        }
    }

    @Test
    void days_at_the_ends_of_the_calendar_are_no_fault_of_ours() throws IOException {
        Map<String, String> headers =
                Map.of("Authorization", "Bearer " + token("admin", "*"), "Content-Type", "application/json");
        for (String day : List.of(
                "0000-01-01", "0000-12-31", "0001-01-01", "0001-01-02", "1582-10-14", "1582-10-15", "9999-12-31")) {
            String code = "UGLY-D-" + day;
            byte[] body = organisation("名", "UGLY-2")
                    .replace("}", ", \"parentSince\": \"" + day + "\"}")
                    .getBytes(StandardCharsets.UTF_8);
            Answer answer = send("PUT", "/organisations/" + code, headers, body);
            assertTrue(List.of(200, 201, 400, 422).contains(answer.status()), day + ": " + answer);
            if (answer.status() == 201) {
                assertEquals(
                        200,
                        send("PUT", "/organisations/" + code, headers, body).status(),
                        day);
            }
        }
    }

    @Test
    void a_mistake_is_answered_without_a_word_of_what_was_sent() throws IOException {
        Answer answer = post(
                "application/json",
                GOOD.replace("\"NATURAL_PERSON\"", "\"演示人丙\"").getBytes(StandardCharsets.UTF_8));

        refused(ProblemType.UNREADABLE_BODY, answer);
        assertFalse(answer.body().contains("演示人"), answer.body());
    }

    @Test
    void a_path_or_method_that_does_not_exist_is_a_problem_document() {
        given().auth()
                .oauth2(token("admin", "*"))
                .get("/nowhere")
                .then()
                .statusCode(404)
                .contentType("application/problem+json");
        given().auth()
                .oauth2(token("admin", "*"))
                .delete("/organisations")
                .then()
                .statusCode(405)
                .contentType("application/problem+json");
    }
}
