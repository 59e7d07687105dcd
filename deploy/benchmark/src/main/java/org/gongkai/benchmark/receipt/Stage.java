package org.gongkai.benchmark.receipt;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.zip.CRC32;
import org.gongkai.benchmark.MeasuredSystem;
import org.gongkai.embedded.FreePort;

/** The packaged system, and its peers on a second database with the same tables, indexes and constraints. */
final class Stage implements AutoCloseable {

    static final String OWN = "intake-service";

    private static final int BODIES = 40;
    private static final String CASE = "logged-once";

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final long PAUSE_MILLIS = 100;

    private final MeasuredSystem measured;
    private final Path directory;
    private final List<String> organisations;
    private Process bare;
    private int barePort;

    private Stage(MeasuredSystem measured, Path directory, List<String> organisations) {
        this.measured = measured;
        this.directory = directory;
        this.organisations = organisations;
    }

    static Stage set(Path root) throws IOException {
        Path directory = root.resolve("deploy/benchmark/target/receipts");
        Files.createDirectories(directory);
        List<String> organisations = IntStream.range(0, BODIES)
                .mapToObj(i -> String.format("BENCH-%02d", i))
                .toList();
        Stage stage = new Stage(
                MeasuredSystem.start(root, directory, organisations, System.out::println), directory, organisations);
        try {
            stage.writeFiles();
            stage.measured.makePeerDatabase();
            stage.measured.inPeerDatabase("CREATE SEQUENCE bare_position START 1000000000");
            stage.startBareEndpoint(root);
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
                new Wrk(OWN, measured.system().intake(), script, tokens),
                new Wrk("bare endpoint, two statements", "http://127.0.0.1:" + barePort, script, tokens),
                new PgBench(
                        directory,
                        Map.of(
                                "PGHOST", "127.0.0.1",
                                "PGPORT",
                                        Integer.toString(
                                                measured.system().ports().postgres()),
                                "PGUSER", "intake",
                                "PGPASSWORD", "intake",
                                "PGDATABASE", "peers")));
    }

    /** A figure is worth nothing where answers were given and rows are missing. */
    void requireAllKept() {
        long applications = count("SELECT count(*) FROM disclosure_application");
        long facts = count("SELECT count(*) FROM journal WHERE type LIKE 'org.gongkai.ApplicationReceived.%'");
        long numbered = count("SELECT sum(position) FROM lane") - BODIES;
        System.out.printf("%d applications, %d facts, %d numbers given%n", applications, facts, numbered);
        if (applications != facts || facts != numbered) {
            throw new IllegalStateException("applications, facts and numbers do not agree");
        }
    }

    private void writeFiles() throws IOException {
        StringBuilder tokens = new StringBuilder();
        for (String code : organisations) {
            tokens.append(code)
                    .append(' ')
                    .append(measured.system().tokens().token("recorder", code))
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
        measured.asSuperuser("ALTER SYSTEM SET log_statement = 'all'", "SELECT pg_reload_conf()");
        String token = measured.system().tokens().token("recorder", organisations.get(0));
        // once more where the setting came a moment late
        for (int attempt = 0; attempt < 20; attempt++) {
            MeasuredSystem.require(201, apply(measured.system().intake(), token, CASE + "-" + attempt));
            String log = Files.readString(measured.system().data().log("postgresql"));
            if (log.contains("INSERT INTO disclosure_application") && log.contains(CASE)) {
                measured.asSuperuser("ALTER SYSTEM RESET log_statement", "SELECT pg_reload_conf()");
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
                        "jdbc:postgresql://127.0.0.1:"
                                + measured.system().ports().postgres() + "/peers");
        bare = builder.start();
        awaitBareEndpoint();
    }

    private void awaitBareEndpoint() {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                MeasuredSystem.require(201, apply("http://127.0.0.1:" + barePort, "none", "bare-first"));
                return;
            } catch (IllegalStateException e) {
                if (System.nanoTime() > deadline || hasEnded()) {
                    throw e;
                }
            }
        }
    }

    /** Waits a moment for its end. */
    private boolean hasEnded() {
        try {
            return bare.waitFor(PAUSE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private long count(String query) {
        return Long.parseLong(measured.ask(query));
    }

    private HttpResponse<String> apply(String address, String token, String caseNumber) {
        return measured.send(HttpRequest.newBuilder(URI.create(address + "/applications"))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(application(caseNumber)))
                .build());
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
        measured.close();
    }
}
