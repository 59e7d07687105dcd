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
import java.sql.SQLException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.gongkai.embedded.FreePort;
import org.gongkai.embedded.testing.Database;
import org.gongkai.embedded.testing.Infrastructure;
import org.gongkai.local.LocalSystem;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/** The editions in another database on another server, under another report-service: the same bytes, the same hashes. */
final class ElsewhereRestored {

    private static final List<String> TABLES =
            List.of("edition", "edition_model", "edition_file", "edition_publication");
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private ElsewhereRestored() {}

    /**
     * Starts a report-service on an empty database, copies the tables, and reads each file from it.
     *
     * @param files suffix to SHA-256
     * @param edition path of the edition
     */
    static void check(LocalSystem system, Map<String, String> files, String edition, String token) throws Exception {
        Database elsewhere = Infrastructure.database("elsewhere");
        int port = FreePort.find();
        Process service = start(system, elsewhere, port);
        try {
            String url = "http://127.0.0.1:" + port;
            Awaitility.await().atMost(Duration.ofSeconds(120)).until(() -> ready(service, url));
            copy(system.jdbcUrl("report"), elsewhere);
            assertTrue(!files.isEmpty());
            files.forEach(
                    (suffix, hash) -> assertEquals(hash, sha256OfFile(url + edition + "." + suffix, token), suffix));
        } finally {
            service.destroy();
            service.waitFor();
        }
    }

    private static Process start(LocalSystem system, Database database, int port) throws IOException {
        Path root = RunningSystem.root();
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-jar",
                        root.resolve("report-service/target/quarkus-app/quarkus-run.jar")
                                .toString())
                .redirectErrorStream(true)
                .redirectOutput(
                        root.resolve("deploy/acceptance/target/elsewhere.log").toFile());
        builder.environment().put("QUARKUS_HTTP_PORT", Integer.toString(port));
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
            HttpRequest request =
                    HttpRequest.newBuilder(URI.create(url + "/q/health/ready")).build();
            return HTTP.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    private static void copy(String from, Database to) throws SQLException, IOException {
        try (Connection source = DriverManager.getConnection(from);
                Connection target = DriverManager.getConnection(to.jdbcUrl(), to.user(), to.password())) {
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
