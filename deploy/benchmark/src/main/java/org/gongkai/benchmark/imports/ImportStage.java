package org.gongkai.benchmark.imports;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.gongkai.local.LocalSystem;
import org.gongkai.local.Ports;

/** The packaged system on ports and in a directory of its own, with statistics and report held still. */
final class ImportStage implements AutoCloseable {

    private static final List<String> HELD = List.of("statistics", "report");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int ENOUGH = 100;

    private final LocalSystem system;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private ImportStage(LocalSystem system) {
        this.system = system;
    }

    static ImportStage set(Path root, Path directory, List<String> bodies, Consumer<String> say) {
        ImportStage stage =
                new ImportStage(LocalSystem.start(root, directory.resolve("data"), Ports.free(), true, say));
        try {
            bodies.forEach(stage::register);
            stage.makePeerDatabase();
            stage.awaitConnections();
            stage.signal("STOP");
            return stage;
        } catch (RuntimeException e) {
            stage.close();
            throw e;
        }
    }

    private void register(String code) {
        HttpRequest request = request("/organisations/" + code)
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString(
                        "{\"name\": \"" + code + "\", \"level\": \"CITY\", \"kind\": \"DEPARTMENT\"}"))
                .build();
        HttpResponse<String> response = sent(request);
        if (response.statusCode() != 201) {
            throw new IllegalStateException(response.body());
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(system.intake() + path))
                .header("Authorization", "Bearer " + system.tokens().token("admin", "*"));
    }

    private HttpResponse<String> sent(HttpRequest request) {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException(request.uri() + ": " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Sends a file to be worked off in the background; answers the path to ask. */
    String send(Path file, String type) {
        try {
            HttpResponse<String> response = sent(request("/imports")
                    .header("Content-Type", type)
                    .header("Accept", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofFile(file))
                    .build());
            if (response.statusCode() != 202) {
                throw new IllegalStateException(response.statusCode() + ": " + response.body());
            }
            return "/imports/" + JSON.readTree(response.body()).get("id").asText();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    JsonNode get(String path) {
        HttpResponse<String> response = sent(request(path).GET().build());
        try {
            return JSON.readTree(response.body());
        } catch (IOException e) {
            throw new IllegalStateException(response.body(), e);
        }
    }

    /** Bytes of heap in use in intake-service. */
    long heap() {
        String metrics = sent(HttpRequest.newBuilder(URI.create(system.intake() + "/q/metrics"))
                        .GET()
                        .build())
                .body();
        double bytes = 0;
        for (String line : metrics.lines().toList()) {
            if (line.startsWith("jvm_memory_used_bytes{") && line.contains("area=\"heap\"")) {
                bytes += Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1));
            }
        }
        return (long) bytes;
    }

    /** The same tables, indexes and constraints, by the same migrations, before a record stands in them. */
    private void makePeerDatabase() {
        try (Connection connection = connection("postgres", "postgres");
                Statement statement = connection.createStatement()) {
            for (String sql : List.of(
                    "ALTER DATABASE intake ALLOW_CONNECTIONS false",
                    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = 'intake'",
                    "SELECT pg_sleep(1)",
                    "CREATE DATABASE peers TEMPLATE intake OWNER intake",
                    "ALTER DATABASE intake ALLOW_CONNECTIONS true")) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The copy ended the service's connections; it is measured when it has others. */
    private void awaitConnections() {
        int good = 0;
        long deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (good < ENOUGH) {
            good = sent(request("/organisations?limit=1").GET().build()).statusCode() == 200 ? good + 1 : 0;
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("intake-service has not found its database again");
            }
        }
    }

    Connection connection(String database, String user) {
        try {
            return DriverManager.getConnection(
                    "jdbc:postgresql://127.0.0.1:" + system.ports().postgres() + "/" + database, user, user);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** One text or number. */
    String ask(String query) {
        try (Connection connection = connection("intake", "intake");
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getString(1);
        } catch (SQLException e) {
            throw new IllegalStateException(query, e);
        }
    }

    private void signal(String signal) {
        for (String part : HELD) {
            try {
                new ProcessBuilder(
                                "kill",
                                "-" + signal,
                                Long.toString(system.data().pid(part)))
                        .start()
                        .waitFor();
            } catch (IOException e) {
                throw new IllegalStateException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }

    @Override
    public void close() {
        try {
            signal("CONT");
        } finally {
            system.close();
        }
    }
}
