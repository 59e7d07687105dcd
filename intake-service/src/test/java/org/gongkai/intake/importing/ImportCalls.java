package org.gongkai.intake.importing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.RestAssured;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.gongkai.intake.Calls;

/** Imports as departments make them. */
final class ImportCalls {

    static final String NDJSON = "application/x-ndjson";
    static final String CSV = "text/csv";
    static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private ImportCalls() {}

    /** The lines of a streamed answer. */
    record Answer(List<JsonNode> lines) {

        JsonNode last() {
            return lines.get(lines.size() - 1);
        }

        /** created, unchanged, refused. */
        List<Integer> summary() {
            JsonNode summary = last().get("summary");
            return List.of(
                    summary.get("created").asInt(),
                    summary.get("unchanged").asInt(),
                    summary.get("refused").asInt());
        }

        /** Those that were refused. */
        List<JsonNode> refusals() {
            return lines.stream().filter(each -> each.has("problem")).toList();
        }

        /** The result of the line with this number. */
        JsonNode line(int number) {
            return lines.stream()
                    .filter(each -> each.path("line").asInt() == number)
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("no result for line " + number + " in " + lines));
        }

        /** Slug and wrong fields of a refused line. */
        String refusal(int number) {
            JsonNode problem = line(number).path("problem");
            List<String> fields = new ArrayList<>();
            problem.path("violations")
                    .forEach(each -> fields.add(each.get("field").asText()));
            return problem.path("type").asText().replace("urn:gongkai:problem:", "") + fields;
        }
    }

    static Answer ndjson(String organisation, String... lines) {
        return streamed(organisation, NDJSON, "", String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
    }

    static Answer streamed(String organisation, String type, String query, byte[] body) {
        HttpResponse<String> response = send(organisation, type, NDJSON, query, body);
        assertEquals(200, response.statusCode(), response.body());
        List<JsonNode> lines = new ArrayList<>();
        response.body().lines().forEach(line -> lines.add(tree(line)));
        return new Answer(lines);
    }

    static HttpResponse<String> send(String organisation, String type, String accept, String query, byte[] body) {
        return send("recorder", organisation, type, accept, query, HttpRequest.BodyPublishers.ofByteArray(body));
    }

    static HttpResponse<String> send(
            String role,
            String organisation,
            String type,
            String accept,
            String query,
            HttpRequest.BodyPublisher body) {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(RestAssured.baseURI + ":" + RestAssured.port + "/imports" + query))
                .header("Authorization", "Bearer " + Calls.token(role, organisation))
                .header("Content-Type", type)
                .header("Accept", accept)
                .POST(body)
                .build();
        try {
            return HTTP.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    static JsonNode tree(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new IllegalStateException(text, e);
        }
    }

    /** An application as a line; further fields stand in {@code more}, which begins with a comma. */
    static String application(String organisation, String caseNumber, String receivedOn, String more) {
        String body = Calls.application(organisation, caseNumber, receivedOn).replaceAll("\\s*\\n\\s*", " ");
        return "{\"record\": \"application\", " + body.substring(1, body.length() - 1) + more + "}";
    }
}
