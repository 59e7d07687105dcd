package org.gongkai.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.gongkai.local.LocalSystem;
import org.gongkai.local.Tokens;

/** Calls of department systems, each with the token of its own body. */
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
        ObjectNode content = json.createObjectNode()
                .put("name", body.name())
                .put("level", body.level())
                .put("kind", body.kind())
                .put("mayIssueRules", body.parent() == null);
        if (body.parent() != null) {
            content.put("parent", body.parent());
        }
        write("PUT", "/organisations/" + body.code(), content, tokens.token("admin", "*"));
    }

    /** Records an application and answers its id. */
    public String receive(Case received) {
        ObjectNode content = json.createObjectNode()
                .put("organisation", received.body())
                .put("caseNumber", received.number())
                .put("receivedOn", received.receivedOn().toString())
                .put("channel", received.channel())
                .put("informationSought", "演示：申请公开有关政府信息");
        content.putObject("applicant")
                .put("type", received.applicantType())
                .put("name", "演示申请人")
                .put("contact", "demo@example.org");
        return write("POST", "/applications", content, recorder(received.body()))
                .get("id")
                .asText();
    }

    /** Records its outcome. */
    public void decide(Case decided, String id) {
        ObjectNode content = json.createObjectNode()
                .put("outcome", decided.outcome())
                .put("decidedOn", decided.decidedOn().toString())
                .put("documentNumber", decided.number() + "-答复");
        if (decided.outcome().equals("OTHER_MISC")) {
            content.put("reason", "演示");
        }
        write("POST", "/applications/" + id + "/outcome", content, recorder(decided.body()));
    }

    /** The city office's report, counted up to all that this client wrote. */
    public JsonNode report(String organisation, int year) {
        String path = "/reports/" + organisation + "/" + year + "?atLeast=" + positions.token();
        HttpRequest request = HttpRequest.newBuilder(URI.create(system.report() + path))
                .header("Authorization", "Bearer " + tokens.token("office", organisation))
                .header("Accept", "application/json")
                .timeout(Duration.ofSeconds(30))
                .build();
        for (int attempt = 1; ; attempt++) {
            HttpResponse<String> answer = send(request);
            if (answer.statusCode() == 200) {
                return read(answer.body());
            }
            // not counted that far yet: it waited already, and says when to ask again
            if (answer.statusCode() != 503 || attempt == 6) {
                throw new IllegalStateException("GET " + path + " → " + answer.statusCode() + " " + answer.body());
            }
        }
    }

    private String recorder(String body) {
        return recorders.computeIfAbsent(body, code -> tokens.token("recorder", code));
    }

    private JsonNode write(String method, String path, ObjectNode content, String token) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(system.intake() + path))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .timeout(Duration.ofSeconds(30))
                .method(method, HttpRequest.BodyPublishers.ofString(content.toString()))
                .build();
        HttpResponse<String> answer = send(request);
        if (answer.statusCode() != 200 && answer.statusCode() != 201) {
            throw new IllegalStateException(
                    method + " " + path + " " + content + " → " + answer.statusCode() + " " + answer.body());
        }
        answer.headers().firstValue("Gongkai-Position").ifPresent(positions::add);
        return read(answer.body());
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
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
