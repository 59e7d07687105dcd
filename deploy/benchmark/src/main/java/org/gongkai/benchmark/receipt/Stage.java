package org.gongkai.benchmark.receipt;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import org.gongkai.embedded.FreePort;
import org.gongkai.local.LocalSystem;
import org.gongkai.local.Ports;

/**
 * The packaged system on ports and in a directory of its own, with statistics and report held still, so that intake-service
 * has the machine as its peers have it; and for the peers a second database with the same tables, indexes and constraints.
 */
final class Stage implements AutoCloseable {

    static final String OWN = "intake-service";

    private static final int BODIES = 40;
    private static final String CASE = "logged-once";
    private static final List<String> HELD = List.of("statistics", "report");

    private final LocalSystem system;
    private final Path directory;
    private final List<String> organisations = new ArrayList<>();
    private final HttpClient http = HttpClient.newHttpClient();
    private Process bare;
    private int barePort;

    private Stage(LocalSystem system, Path directory) {
        this.system = system;
        this.directory = directory;
    }

    static Stage set(Path root) throws IOException {
        Path directory = root.resolve("deploy/benchmark/target/receipts");
        Files.createDirectories(directory);
        Stage stage = new Stage(
                LocalSystem.start(root, directory.resolve("data"), Ports.free(), true, System.out::println), directory);
        try {
            stage.register();
            stage.writeFiles();
            stage.makePeerDatabase();
            stage.startBareEndpoint(root);
            stage.signal("STOP");
            return stage;
        } catch (RuntimeException | IOException e) {
            stage.close();
            throw e;
        }
    }

    List<Contender> contenders() {
        Path script = directory.resolve("applications.lua");
        Path tokens = directory.resolve("tokens");
        return List.of(
                new Wrk(OWN, system.intake(), script, tokens),
                new Wrk("bare endpoint, two statements", "http://127.0.0.1:" + barePort, script, tokens),
                new PgBench(
                        directory,
                        Map.of(
                                "PGHOST", "127.0.0.1",
                                "PGPORT", Integer.toString(system.ports().postgres()),
                                "PGUSER", "intake",
                                "PGPASSWORD", "intake",
                                "PGDATABASE", "peers")));
    }

    /** A figure is worth nothing where answers were given and rows are missing. */
    void requireAllKept() {
        long applications = count("intake", "SELECT count(*) FROM disclosure_application");
        long facts =
                count("intake", "SELECT count(*) FROM journal WHERE type LIKE 'org.gongkai.ApplicationReceived.%'");
        long numbered = count("intake", "SELECT sum(position) FROM lane") - BODIES;
        System.out.printf("%d applications, %d facts, %d numbers given%n", applications, facts, numbered);
        if (applications != facts || facts != numbered) {
            throw new IllegalStateException("applications, facts and numbers do not agree");
        }
    }

    private void register() {
        String token = system.tokens().token("admin", "*");
        for (int i = 0; i < BODIES; i++) {
            String code = String.format("BENCH-%02d", i);
            organisations.add(code);
            require(
                    201,
                    call(
                            "PUT",
                            system.intake() + "/organisations/" + code,
                            token,
                            "{\"name\": \"机关" + i + "\", \"level\": \"CITY\", \"kind\": \"DEPARTMENT\"}"));
        }
    }

    private void writeFiles() throws IOException {
        StringBuilder tokens = new StringBuilder();
        for (String code : organisations) {
            tokens.append(code)
                    .append(' ')
                    .append(system.tokens().token("recorder", code))
                    .append('\n');
        }
        Files.writeString(directory.resolve("tokens"), tokens);
        try (InputStream script = Stage.class.getResourceAsStream("applications.lua")) {
            Files.write(directory.resolve("applications.lua"), script.readAllBytes());
        }
        Files.writeString(
                directory.resolve("receipt.sql"),
                logged().script(
                                CASE,
                                Integer.toString(lane(organisations.get(0))),
                                organisations,
                                organisations.get(0)));
    }

    /** The statement that one call leaves in PostgreSQL's log. */
    private LoggedStatement logged() throws IOException {
        asSuperuser("ALTER SYSTEM SET log_statement = 'all'", "SELECT pg_reload_conf()");
        String token = system.tokens().token("recorder", organisations.get(0));
        // once more where the setting came a moment late
        for (int attempt = 0; attempt < 20; attempt++) {
            require(201, call("POST", system.intake() + "/applications", token, application(CASE + "-" + attempt)));
            String log = Files.readString(system.data().log("postgresql"));
            if (log.contains("INSERT INTO disclosure_application") && log.contains(CASE)) {
                asSuperuser("ALTER SYSTEM RESET log_statement", "SELECT pg_reload_conf()");
                return LoggedStatement.last(log, "INSERT INTO disclosure_application");
            }
        }
        throw new IllegalStateException("PostgreSQL did not log the statement");
    }

    private String application(String caseNumber) {
        return """
                {"organisation": "%s", "caseNumber": "%s", "receivedOn": "2026-03-04", "channel": "ONLINE",
                 "applicant": {"type": "NATURAL_PERSON", "name": "演示人0", "identityDocument": "62280119900101100X",
                               "contact": "庆阳市西峰区安化西路1号"},
                 "informationSought": "二〇二五年度部门预算和决算公开表及其说明（第1次）", "delivery": "电子邮件"}""".formatted(organisations.get(0), caseNumber);
    }

    private void makePeerDatabase() {
        asSuperuser(
                "ALTER DATABASE intake ALLOW_CONNECTIONS false",
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = 'intake'",
                "SELECT pg_sleep(1)",
                "CREATE DATABASE peers TEMPLATE intake OWNER intake",
                "ALTER DATABASE intake ALLOW_CONNECTIONS true");
        try (Connection connection = connection("peers");
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE SEQUENCE bare_position START 1000000000");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void startBareEndpoint(Path root) throws IOException {
        barePort = FreePort.find();
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-jar",
                        root.resolve("deploy/benchmark/bare-endpoint/target/quarkus-app/quarkus-run.jar")
                                .toString())
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("bare-endpoint.log").toFile());
        builder.environment().put("QUARKUS_HTTP_PORT", Integer.toString(barePort));
        builder.environment()
                .put(
                        "QUARKUS_DATASOURCE_JDBC_URL",
                        "jdbc:postgresql://127.0.0.1:" + system.ports().postgres() + "/peers");
        bare = builder.start();
        long deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (true) {
            try {
                int status = call(
                        "POST", "http://127.0.0.1:" + barePort + "/applications", "none", application("bare-first"));
                require(201, status);
                return;
            } catch (IllegalStateException e) {
                if (System.nanoTime() > deadline || !bare.isAlive()) {
                    throw e;
                }
                pause();
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Holds the services still that are not measured, or lets them go on. */
    private void signal(String signal) {
        for (String part : HELD) {
            Program.run(
                    directory,
                    Map.of(),
                    List.of("kill", "-" + signal, Long.toString(system.data().pid(part))));
        }
    }

    private long count(String database, String query) {
        try (Connection connection = connection(database);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private Connection connection(String database) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + system.ports().postgres() + "/" + database, "intake", "intake");
    }

    private void asSuperuser(String... statements) {
        try (Connection connection = DriverManager.getConnection(
                        "jdbc:postgresql://127.0.0.1:" + system.ports().postgres() + "/postgres",
                        "postgres",
                        "postgres");
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private int call(String method, String address, String token, String body) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString()).statusCode();
        } catch (IOException e) {
            throw new IllegalStateException(method + " " + address + ": " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static void require(int expected, int status) {
        if (status != expected) {
            throw new IllegalStateException("answered " + status + " instead of " + expected);
        }
    }

    private static int lane(String organisation) {
        CRC32 crc = new CRC32();
        crc.update(organisation.getBytes(StandardCharsets.UTF_8));
        return (int) (crc.getValue() % 64);
    }

    @Override
    public void close() {
        if (bare != null) {
            bare.destroyForcibly();
        }
        try {
            signal("CONT");
        } finally {
            system.close();
        }
    }
}
