package org.gongkai.intake.attachment;

import static org.awaitility.Awaitility.await;
import static org.gongkai.intake.Calls.token;
import static org.gongkai.intake.attachment.AttachmentCalls.application;
import static org.gongkai.intake.attachment.AttachmentCalls.attach;
import static org.gongkai.intake.attachment.AttachmentCalls.by;
import static org.gongkai.intake.attachment.AttachmentCalls.path;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.gongkai.embedded.testing.WithInfrastructure;
import org.gongkai.intake.Recount;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithInfrastructure(database = "intake", kafka = true)
class AttachmentRefusalsIT {

    private static final byte[] TEXT = "答复".getBytes(StandardCharsets.UTF_8);
    private static final int MOST = 20 << 20;

    @TestHTTPResource("/")
    URI server;

    @Inject
    DataSource database;

    private static void problem(int status, String type, Response answer) {
        answer.then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:gongkai:problem:" + type));
    }

    private int chunks() throws SQLException {
        return Recount.number(database, "SELECT count(*) FROM attachment_chunk");
    }

    @Test
    void what_is_too_large_is_refused_with_the_limit_whether_it_says_its_length_or_not() throws Exception {
        String id = application("ATF-1");
        byte[] file = FileFixtures.pdf(MOST + 1, 1);
        HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        for (HttpRequest.BodyPublisher body : new HttpRequest.BodyPublisher[] {
            HttpRequest.BodyPublishers.ofByteArray(file),
            HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(file))
        }) {
            HttpResponse<String> answer = client.send(
                    HttpRequest.newBuilder(server.resolve(path(id) + "?kind=REQUEST&name=a.pdf"))
                            .header("Authorization", "Bearer " + token("recorder", "ATF-1"))
                            .header("Content-Type", "application/pdf")
                            .header("Accept-Language", "en")
                            .POST(body)
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            assertEquals(413, answer.statusCode(), answer.body());
            assertEquals(true, answer.body().contains("attachment-too-large"), answer.body());
            assertEquals(true, answer.body().contains(Integer.toString(MOST)), answer.body());
        }
        by("recorder", "ATF-1").get(path(id)).then().body("items", empty());
    }

    @Test
    void a_length_beyond_all_measure_is_refused_before_anything_is_sent_and_a_type_that_is_none_as_well()
            throws Exception {
        String id = application("ATF-10");
        String huge = answered(id, "Content-Type: text/plain\r\nContent-Length: 5000000000\r\n\r\n");
        assertEquals(true, huge.startsWith("HTTP/1.1 413 ") && huge.contains("attachment-too-large"), huge);
        String none = answered(id, "Content-Type: pdf;;\r\nContent-Length: 1\r\nConnection: close\r\n\r\na");
        assertEquals(true, none.startsWith("HTTP/1.1 4") && none.contains("urn:gongkai:problem:"), none);
    }

    private String answered(String id, String head) throws IOException {
        try (Socket socket = new Socket(server.getHost(), server.getPort())) {
            socket.setSoTimeout(30_000);
            socket.getOutputStream().write((post("ATF-10", id) + head).getBytes(StandardCharsets.US_ASCII));
            StringBuilder answer = new StringBuilder();
            // the connection may stay; the document has an end
            while (answer.indexOf("}") < 0) {
                byte[] part = new byte[4_096];
                int read = socket.getInputStream().read(part);
                assertNotEquals(-1, read, answer::toString);
                answer.append(new String(part, 0, read, StandardCharsets.ISO_8859_1));
            }
            return answer.toString();
        }
    }

    /** The beginning of a call that adds a text. */
    private static String post(String organisation, String id) {
        return "POST " + path(id) + "?kind=OTHER&name=a.txt HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
                + token("recorder", organisation) + "\r\n";
    }

    @Test
    void other_paths_keep_their_limit() {
        String id = application("ATF-2");
        problem(
                413,
                "body-too-large",
                by("recorder", "ATF-2")
                        .contentType("application/json")
                        .body(new byte[1_048_577])
                        .post("/applications/" + id + "/steps"));
    }

    @Test
    void a_file_to_a_case_that_is_not_reached_is_refused_however_large_it_is() {
        application("ATF-3");
        problem(
                404,
                "not-found",
                attach(
                        "ATF-3",
                        "01932c07-209f-7abc-8d1e-0c2f6a5b4e3d",
                        "REQUEST",
                        "a.pdf",
                        "application/pdf",
                        FileFixtures.pdf(4 << 20, 3)));
    }

    @Test
    void content_of_another_type_than_declared_is_refused_and_what_to_send_is_said() {
        String id = application("ATF-4");
        problem(415, "attachment-type-differs", attach("ATF-4", id, "REPLY", "a.pdf", "application/pdf", TEXT));
        attach("ATF-4", id, "REPLY", "a.pdf", "image/png", FileFixtures.jpeg())
                .then()
                .statusCode(415)
                .body("detail", containsString("Content-Type: image/jpeg"));
        problem(415, "unfit-attachment", attach("ATF-4", id, "REPLY", "a.txt", "application/json", TEXT));
        problem(415, "unfit-attachment", attach("ATF-4", id, "REPLY", "a.zip", "application/zip", TEXT));
        by("recorder", "ATF-4")
                .multiPart("file", "a.txt", TEXT)
                .post(path(id) + "?kind=OTHER&name=a.txt")
                .then()
                .statusCode(415)
                .body("detail", containsString("multipart"));
        by("recorder", "ATF-4").get(path(id)).then().body("items", empty());
    }

    @Test
    void content_that_is_no_type_that_is_taken_is_refused_whatever_its_name_and_declared_type() {
        String id = application("ATF-5");
        byte[] program = {'M', 'Z', (byte) 0x90, 0, 3, 0, 0, 0, 4, 0, 0, 0};
        byte[] page = "<!DOCTYPE html><html></html>".getBytes(StandardCharsets.UTF_8);
        for (byte[] content : new byte[][] {program, page, FileFixtures.zip("a.exe"), new byte[100]}) {
            for (String type : new String[] {"application/pdf", "application/octet-stream", null}) {
                problem(415, "unfit-attachment", attach("ATF-5", id, "REPLY", "答复.pdf", type, content));
            }
        }
        by("recorder", "ATF-5").get(path(id)).then().body("items", empty());
    }

    @Test
    void each_type_is_taken_and_one_that_is_not_declared_is_known_by_its_content() {
        String id = application("ATF-6");
        for (FileType type : FileType.values()) {
            byte[] content = switch (type) {
                case PDF -> FileFixtures.pdf(100, 6);
                case OFD -> FileFixtures.ofd();
                case JPEG -> FileFixtures.jpeg();
                case PNG -> FileFixtures.png();
                case TIFF -> FileFixtures.tiff();
                case DOCX -> FileFixtures.docx();
                case DOC -> FileFixtures.ole("Root Entry", "WordDocument");
                case XLSX -> FileFixtures.xlsx();
                case XLS -> FileFixtures.ole("Root Entry", "Workbook");
                case TXT -> TEXT;
            };
            attach("ATF-6", id, "OTHER", type.name(), type.mediaType(), content)
                    .then()
                    .statusCode(201)
                    .body("mediaType", equalTo(type.mediaType()));
            attach("ATF-6", id, "REPLY", type.name(), "application/octet-stream", content)
                    .then()
                    .statusCode(201)
                    .body("mediaType", equalTo(type.mediaType()));
        }
        // as an office suite of this country calls it
        attach("ATF-6", id, "OTHER", "a.wps", "application/kswps", FileFixtures.ole("WordDocument"))
                .then()
                .statusCode(201);
    }

    @Test
    void a_zip_that_unpacks_to_gigabytes_is_looked_at_by_its_names_alone() {
        String id = application("ATF-7");
        byte[] bomb = FileFixtures.zip(512 << 20, "OFD.xml");
        attach("ATF-7", id, "OTHER", "a.ofd", "application/ofd", bomb).then().statusCode(201);
        problem(
                415,
                "unfit-attachment",
                attach("ATF-7", id, "OTHER", "b.ofd", "application/ofd", FileFixtures.zip(64 << 20, "a")));
    }

    @Test
    void a_name_or_kind_that_is_missing_or_unfit_is_refused() {
        String id = application("ATF-8");
        by("recorder", "ATF-8")
                .contentType("text/plain")
                .body(TEXT)
                .post(path(id))
                .then()
                .statusCode(422)
                .body("violations.field", contains("kind", "name"));
        for (String name : new String[] {"../a.txt", "a\\b.txt", "a\nb.txt", ".."}) {
            attach("ATF-8", id, "OTHER", name, "text/plain", TEXT)
                    .then()
                    .statusCode(422)
                    .body("violations.field", contains("name"))
                    .body("violations[0].message", containsString("文件名"))
                    .body("violations[0].message", not(containsString("b.txt")));
        }
        problem(400, "invalid-parameter", attach("ATF-8", id, "LETTER", "a.txt", "text/plain", TEXT));
        problem(400, "empty-attachment", attach("ATF-8", id, "OTHER", "a.txt", "text/plain", new byte[0]));
        problem(
                400,
                "empty-attachment",
                by("recorder", "ATF-8").contentType("text/plain").post(path(id) + "?kind=OTHER&name=a.txt"));
        problem(
                400,
                "invalid-parameter",
                by("recorder", "ATF-8").body(TEXT).post(path(id) + "?kind=OTHER&name=a.txt&filename=b"));
    }

    @Test
    void an_upload_that_breaks_off_leaves_nothing() throws Exception {
        String id = application("ATF-9");
        int before = chunks();
        for (boolean chunked : new boolean[] {false, true}) {
            try (Socket socket = new Socket(server.getHost(), server.getPort())) {
                OutputStream out = socket.getOutputStream();
                out.write((post("ATF-9", id) + "Content-Type: text/plain\r\n"
                                + (chunked
                                        ? "Transfer-Encoding: chunked\r\n\r\n" + "7d0\r\n"
                                        : "Content-Length: 5000000\r\n\r\n"))
                        .getBytes(StandardCharsets.US_ASCII));
                out.write("a".repeat(2_000).getBytes(StandardCharsets.US_ASCII));
                out.write(
                        chunked
                                ? new byte[] {'\r', '\n'}
                                : "a".repeat(1_000_000).getBytes(StandardCharsets.US_ASCII));
                out.flush();
            } catch (IOException e) {
                // the server may have closed it already
            }
        }
        await().during(Duration.ofSeconds(1))
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertEquals(before, chunks()));
        attach("ATF-9", id, "OTHER", "a.txt", "text/plain", TEXT).then().statusCode(201);
        by("recorder", "ATF-9").get(path(id)).then().body("items", hasSize(1));
    }
}
