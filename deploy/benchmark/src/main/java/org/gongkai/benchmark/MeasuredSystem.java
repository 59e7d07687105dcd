package org.gongkai.benchmark;

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
import org.gongkai.embedded.Processes;
import org.gongkai.local.LocalSystem;
import org.gongkai.local.Ports;

/**
 * The packaged system on ports and in a directory of its own; where intake-service is measured, with the two others held
 * still and a second database {@code peers} in the same server for those that it is measured beside.
 */
public final class MeasuredSystem implements AutoCloseable {

    private static final List<String> HELD = List.of("statistics", "report");
    /** So many answers in a row from a pool of connections that were all cut off. */
    private static final int ENOUGH = 100;

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final LocalSystem system;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private MeasuredSystem(LocalSystem system) {
        this.system = system;
    }

    /**
     * Starts it.
     *
     * @param directory for its data and logs
     * @param bodies codes to register
     * @param say hears what happens
     */
    public static MeasuredSystem start(Path root, Path directory, List<String> bodies, Consumer<String> say) {
        MeasuredSystem measured =
                new MeasuredSystem(LocalSystem.start(root, directory.resolve("data"), Ports.free(), true, say));
        try {
            bodies.forEach(measured::register);
            return measured;
        } catch (RuntimeException e) {
            measured.close();
            throw e;
        }
    }

    /** The system itself. */
    public LocalSystem system() {
        return system;
    }

    private void register(String code) {
        HttpResponse<String> response = send(request("/organisations/" + code)
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString(
                        "{\"name\": \"机关" + code + "\", \"level\": \"CITY\", \"kind\": \"DEPARTMENT\"}"))
                .build());
        require(201, response);
    }

    /** A call of intake-service by the administrator of everything. */
    public HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(system.intake() + path))
                .header("Authorization", "Bearer " + system.tokens().token("admin", "*"));
    }

    /** A call of statistics-service by the administrator of everything. */
    public HttpRequest.Builder statistics(String path) {
        return HttpRequest.newBuilder(URI.create(system.statistics() + path))
                .header("Authorization", "Bearer " + system.tokens().token("admin", "*"));
    }

    /** A call of report-service by the administrator of everything. */
    public HttpRequest.Builder report(String path) {
        return HttpRequest.newBuilder(URI.create(system.report() + path))
                .header("Authorization", "Bearer " + system.tokens().token("admin", "*"));
    }

    /** Sends it. */
    public HttpResponse<String> send(HttpRequest request) {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException(request.uri() + ": " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Fails with the answer where it has another status. */
    public static void require(int expected, HttpResponse<String> response) {
        if (response.statusCode() != expected) {
            throw new IllegalStateException(
                    "answered " + response.statusCode() + " instead of " + expected + ": " + response.body());
        }
    }

    /** The same tables, indexes and constraints, with what stands in them now; then holds what is not measured. */
    public void makePeerDatabase() {
        asSuperuser(
                "ALTER DATABASE intake ALLOW_CONNECTIONS false",
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = 'intake'",
                "SELECT pg_sleep(1)",
                "CREATE DATABASE peers TEMPLATE intake OWNER intake",
                "ALTER DATABASE intake ALLOW_CONNECTIONS true");
        awaitConnections();
        signal("STOP");
    }

    /** The copy ended the service's connections; it is measured when it has others. */
    private void awaitConnections() {
        HttpRequest asking = request("/organisations?limit=1").GET().build();
        int good = 0;
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (good < ENOUGH) {
            good = send(asking).statusCode() == 200 ? good + 1 : 0;
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("intake-service has not found its database again");
            }
        }
    }

    /** A connection of the user that is named like its password. */
    public Connection connection(String database, String user) {
        try {
            return DriverManager.getConnection(
                    "jdbc:postgresql://127.0.0.1:" + system.ports().postgres() + "/" + database, user, user);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Runs statements as the server's superuser. */
    public void asSuperuser(String... statements) {
        execute("postgres", "postgres", statements);
    }

    /** Runs statements in the peers' database. */
    public void inPeerDatabase(String... statements) {
        execute("peers", "intake", statements);
    }

    private void execute(String database, String user, String... statements) {
        try (Connection connection = connection(database, user);
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** One text or number of intake's database. */
    public String ask(String query) {
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
            long pid = system.data().pid(part);
            if (pid > 0) {
                Processes.signal(signal, pid);
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
