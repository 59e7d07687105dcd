package org.gongkai.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gongkai.embedded.testing.Database;
import org.gongkai.embedded.testing.Infrastructure;
import org.gongkai.local.LocalSystem;
import org.gongkai.local.Ports;
import org.gongkai.local.Servers;

/**
 * The packaged system on free ports and a directory of its own; one for all tests of the module. Its PostgreSQL and Kafka
 * are parts of it, or containers by {@code -Dgongkai.infrastructure=containers}.
 */
final class RunningSystem {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private static LocalSystem system;

    private RunningSystem() {}

    /** Starts it when first asked for. */
    static synchronized LocalSystem get() {
        if (system == null) {
            Path root = root();
            Path data = root.resolve("deploy/acceptance/target/data");
            boolean containers = "containers".equals(System.getProperty("gongkai.infrastructure"));
            LocalSystem started = containers
                    ? LocalSystem.start(root, data, Ports.free(), containers(), true, System.out::println)
                    : LocalSystem.start(root, data, Ports.free(), true, System.out::println);
            Runtime.getRuntime().addShutdownHook(new Thread(started::close));
            system = started;
        }
        return system;
    }

    private static Servers containers() {
        Map<String, Servers.Database> databases = new HashMap<>();
        for (String service : List.of("intake", "statistics", "report")) {
            Database made = Infrastructure.database(service);
            databases.put(service, new Servers.Database(made.jdbcUrl(), made.user(), made.password()));
        }
        Servers servers = Servers.elsewhere(Infrastructure.kafkaBootstrapServers(), databases);
        System.out.println("PostgreSQL and Kafka from containers: " + servers);
        return servers;
    }

    /** The repository. */
    static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("intake-service"))) {
            folder = folder.getParent();
        }
        return folder;
    }

    /** An answer: status, body as JSON (missing where it is none), and all headers. */
    record Answer(int status, JsonNode body, HttpResponse<String> raw) {

        String header(String name) {
            return raw.headers().firstValue(name).orElse(null);
        }
    }

    static Answer call(String method, String url, String token, String body) {
        return call(method, url, token, "application/json", body);
    }

    static Answer call(String method, String url, String token, String type, String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url)).timeout(Duration.ofSeconds(30));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        if (body == null) {
            request.method(method, HttpRequest.BodyPublishers.noBody());
        } else {
            request.header("Content-Type", type).method(method, HttpRequest.BodyPublishers.ofString(body));
        }
        try {
            return answer(HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new IllegalStateException(method + " " + url + ": " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** What a call is answered with whose answer does not end by itself; hangs up then. */
    static int statusOfStream(String url, String token) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url)).timeout(Duration.ofSeconds(30));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        try {
            HttpResponse<InputStream> answer = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream stream = answer.body()) {
                return answer.statusCode();
            }
        } catch (IOException e) {
            throw new IllegalStateException(url + ": " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Asks again while the answer is 503, a minute at most: right after a kill counts come some seconds late. */
    static Answer callWhenCounted(String url, String token) {
        long deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        Answer answer = call("GET", url, token, null);
        while (answer.status() == 503 && System.nanoTime() < deadline) {
            answer = call("GET", url, token, null);
        }
        return answer;
    }

    static Answer answer(HttpResponse<String> raw) throws IOException {
        return new Answer(raw.statusCode(), parsed(raw), raw);
    }

    private static JsonNode parsed(HttpResponse<String> answer) throws IOException {
        String type = answer.headers().firstValue("Content-Type").orElse("");
        return type.contains("json") && !type.contains("ndjson") ? JSON.readTree(answer.body()) : JSON.missingNode();
    }

    static Connection database(String name) throws SQLException {
        return DriverManager.getConnection(get().jdbcUrl(name));
    }
}
