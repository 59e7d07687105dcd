package org.gongkai.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.awaitility.Awaitility;
import org.gongkai.embedded.FreePort;
import org.gongkai.embedded.testing.Database;
import org.gongkai.embedded.testing.Infrastructure;
import org.gongkai.local.LocalSystem;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/** The database of report-service restored elsewhere, under another report-service. */
final class ElsewhereRestored {

    /** Each after those that it refers to. */
    private static final List<String> TABLES = List.of(
            "section_text",
            "check_waiver",
            "edition",
            "edition_model",
            "edition_file",
            "edition_signature",
            "edition_publication",
            "edition_key");

    private static final String ALL_TABLES = "SELECT table_name FROM information_schema.tables"
            + " WHERE table_schema = 'public' AND table_name <> 'flyway_schema_history'";
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private ElsewhereRestored() {}

    /**
     * Starts a report-service on an empty database, copies every table into it, and looks at it.
     *
     * @param program directory of the packaged report-service
     * @param look takes its address
     */
    static void run(LocalSystem system, Path program, Consumer<String> look) throws Exception {
        Database elsewhere = Infrastructure.database("elsewhere");
        int port = FreePort.find();
        Process service = start(system, program, elsewhere, port);
        try {
            String url = "http://127.0.0.1:" + port;
            Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> ready(service, url));
            copy(system.jdbcUrl("report"), elsewhere);
            look.accept(url);
        } finally {
            service.destroy();
            if (!service.waitFor(15, TimeUnit.SECONDS)) {
                service.destroyForcibly();
            }
        }
    }

    private static Process start(LocalSystem system, Path program, Database database, int port) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-jar",
                        program.resolve("quarkus-run.jar").toString())
                .redirectErrorStream(true)
                .redirectOutput(RunningSystem.root()
                        .resolve("deploy/acceptance/target/elsewhere.log")
                        .toFile());
        builder.environment().put("QUARKUS_HTTP_PORT", Integer.toString(port));
        builder.environment().put("QUARKUS_HTTP_HOST", "127.0.0.1");
        builder.environment().put("QUARKUS_DATASOURCE_JDBC_URL", database.jdbcUrl());
        builder.environment().put("QUARKUS_DATASOURCE_USERNAME", database.user());
        builder.environment().put("QUARKUS_DATASOURCE_PASSWORD", database.password());
        builder.environment().put("QUARKUS_REST_CLIENT_STATISTICS_URL", system.statistics());
        builder.environment()
                .put(
                        "MP_JWT_VERIFY_PUBLICKEY_LOCATION",
                        system.data().keys().publicKey().toUri().toString());
        return builder.start();
    }

    private static boolean ready(Process service, String url) throws InterruptedException {
        assertTrue(service.isAlive(), "see deploy/acceptance/target/elsewhere.log");
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create(url + "/q/health/ready"))
                    .timeout(Duration.ofSeconds(5))
                    .build();
            return HTTP.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    private static void copy(String from, Database to) throws SQLException, IOException {
        try (Connection source = DriverManager.getConnection(from);
                Connection target = DriverManager.getConnection(to.jdbcUrl(), to.user(), to.password())) {
            assertEquals(Set.copyOf(TABLES), tables(source), "every table is restored");
            CopyManager out = source.unwrap(PGConnection.class).getCopyAPI();
            CopyManager in = target.unwrap(PGConnection.class).getCopyAPI();
            for (String table : TABLES) {
                ByteArrayOutputStream rows = new ByteArrayOutputStream();
                out.copyOut("COPY " + table + " TO STDOUT (FORMAT binary)", rows);
                in.copyIn(
                        "COPY " + table + " FROM STDIN (FORMAT binary)", new ByteArrayInputStream(rows.toByteArray()));
            }
        }
    }

    private static Set<String> tables(Connection database) throws SQLException {
        Set<String> tables = new TreeSet<>();
        try (Statement statement = database.createStatement();
                ResultSet row = statement.executeQuery(ALL_TABLES)) {
            while (row.next()) {
                tables.add(row.getString(1));
            }
        }
        return tables;
    }

    /** SHA-256 of what a call is answered with, which its ETag says as well. */
    static String sha256OfFile(String url, String token) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url))
                .header("Authorization", "Bearer " + token)
                .timeout(Duration.ofSeconds(30))
                .build();
        try {
            HttpResponse<byte[]> file = HTTP.send(request, HttpResponse.BodyHandlers.ofByteArray());
            assertEquals(200, file.statusCode(), url);
            String hash = HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(file.body()));
            assertEquals("\"" + hash + "\"", file.headers().firstValue("ETag").orElse(null), url);
            return hash;
        } catch (IOException | NoSuchAlgorithmException e) {
            throw new IllegalStateException(url, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
