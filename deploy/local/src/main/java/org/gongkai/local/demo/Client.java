package org.gongkai.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.gongkai.local.LocalSystem;
import org.gongkai.local.Tokens;

/** Calls of department systems, each with the token of its own body, and of the city office. */
public final class Client {

    private final LocalSystem system;
    private final Tokens tokens;
    private final ObjectMapper json = new ObjectMapper();
    private final Map<String, String> recorders = new ConcurrentHashMap<>();
    private final Positions positions = new Positions();
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    /** A client of a running system. */
    public Client(LocalSystem system) {
        this.system = system;
        this.tokens = system.tokens();
    }

    /** What all its writes together have reached. */
    public Positions positions() {
        return positions;
    }

    /** Registers a body as the administrator. */
    public void register(Body body) {
        write("PUT", system.intake() + "/organisations/" + body.code(), body.content(), tokens.token("admin", "*"));
    }

    /** Makes a call of a body's system, and what follows on the record that it made. */
    public void post(Posting posting) {
        String collection = system.intake() + posting.path();
        String id = write("POST", collection, posting.content(), recorder(posting.body()))
                .path("id")
                .asText();
        for (Posting call = posting.next(); call != null; call = call.next()) {
            write("POST", collection + "/" + id + call.path(), call.content(), recorder(call.body()));
        }
    }

    /** Puts a section's text as the office. */
    public void put(String organisation, int year, int section, String text) {
        write(
                "PUT",
                system.report() + "/reports/" + organisation + "/" + year + "/sections/" + section,
                Posting.json().put("text", text),
                tokens.token("office", organisation));
    }

    /** The city office's report, counted up to all that this client wrote. */
    public JsonNode report(String organisation, int year) {
        return read(new String(report(organisation, year, "application/json"), StandardCharsets.UTF_8));
    }

    /** The same in any media type that report-service writes, as it is sent. */
    public byte[] report(String organisation, int year, String mediaType) {
        return get(system.report() + "/reports/" + organisation + "/" + year, mediaType, organisation);
    }

    /** Waits until all that this client wrote is counted. */
    public void awaitCounted(String organisation) {
        get(system.statistics() + "/organisations/" + organisation, "application/json", organisation);
    }

    private byte[] get(String url, String mediaType, String organisation) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url + "?atLeast=" + positions.token()))
                .header("Authorization", "Bearer " + tokens.token("office", organisation))
                .header("Accept", mediaType)
                .timeout(Duration.ofSeconds(30))
                .build();
        for (int attempt = 1; ; attempt++) {
            HttpResponse<byte[]> answer = send(request, HttpResponse.BodyHandlers.ofByteArray());
            if (answer.statusCode() == 200) {
                return answer.body();
            }
            // not counted that far yet: it waited already, and says when to ask again
            if (answer.statusCode() != 503 || attempt == 6) {
                throw new IllegalStateException("GET " + url + " → " + answer.statusCode() + " "
                        + new String(answer.body(), StandardCharsets.UTF_8));
            }
        }
    }

    private String recorder(String body) {
        return recorders.computeIfAbsent(body, code -> tokens.token("recorder", code));
    }

    private JsonNode write(String method, String url, ObjectNode content, String token) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .timeout(Duration.ofSeconds(30))
                .method(method, HttpRequest.BodyPublishers.ofString(content.toString()))
                .build();
        HttpResponse<String> answer = send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200 && answer.statusCode() != 201) {
            throw new IllegalStateException(
                    method + " " + url + " " + content + " → " + answer.statusCode() + " " + answer.body());
        }
        answer.headers().firstValue("Gongkai-Position").ifPresent(positions::add);
        return read(answer.body());
    }

    private <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> handler) {
        try {
            return http.send(request, handler);
        } catch (IOException e) {
            throw new IllegalStateException(request.method() + " " + request.uri() + ": " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private JsonNode read(String body) {
        try {
            return json.readTree(body);
        } catch (IOException e) {
            throw new IllegalStateException("no JSON: " + body, e);
        }
    }
}
