package org.gongkai.embedded.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.gongkai.embedded.PostgresServer;
import org.gongkai.embedded.RsaKeyFiles;

/**
 * One PostgreSQL server, one Kafka broker and one key pair for the tests of a JVM, each started when first asked for.
 *
 * <p>What is known of them stands in system properties and not in fields: Quarkus loads test classes more than once, by
 * class loaders that do not see each other.
 */
public final class Infrastructure {

    private static final String PREFIX = "gongkai.testing.";
    private static final String PREFIX_OF_DIRECTORIES = "infrastructure-";

    private Infrastructure() {}

    /** A fresh database whose name begins with the given one, owned by a role of the same name. */
    public static Database database(String name) {
        String address = once("postgres", () -> provider().postgres(directory()));
        String unique = name + "_" + next();
        try (Connection superuser = DriverManager.getConnection(address)) {
            PostgresServer.Databases.create(superuser, unique);
        } catch (SQLException e) {
            throw new IllegalStateException("cannot make database " + unique, e);
        }
        return new Database(address.replaceFirst("/[^/?]+\\?.*", "/" + unique), unique, unique);
    }

    /** {@code host:port} of the broker. */
    public static String kafkaBootstrapServers() {
        return once("kafka", () -> provider().kafka(directory()));
    }

    /** The key pair with which tests sign tokens and the application under test verifies them. */
    public static RsaKeyFiles keys() {
        return RsaKeyFiles.in(directory().resolve("keys"));
    }

    private static Provider provider() {
        String chosen = System.getProperty("gongkai.infrastructure", "embedded");
        switch (chosen) {
            case "embedded":
                return new EmbeddedProvider();
            case "containers":
                return new ContainerProvider();
            default:
                throw new IllegalArgumentException("gongkai.infrastructure is embedded or containers, not " + chosen);
        }
    }

    private static Path directory() {
        return Path.of(once("directory", () -> {
            try {
                Path target = Path.of("target").toAbsolutePath();
                Files.createDirectories(target);
                deleteEarlier(target);
                return Files.createTempDirectory(target, PREFIX_OF_DIRECTORIES).toString();
            } catch (IOException e) {
                throw new UncheckedIOException("no directory for the test's servers", e);
            }
        }));
    }

    /** Each run leaves some 50 MB to look at when it failed; the next one has no use for them. */
    private static void deleteEarlier(Path target) throws IOException {
        try (DirectoryStream<Path> earlier = Files.newDirectoryStream(target, PREFIX_OF_DIRECTORIES + "*")) {
            for (Path directory : earlier) {
                try (Stream<Path> all = Files.walk(directory)) {
                    for (Path file : all.sorted(Comparator.reverseOrder()).toList()) {
                        Files.deleteIfExists(file);
                    }
                } catch (IOException | UncheckedIOException e) {
                    // a server that a killed run left writes there still; without its files it ends by itself
                    continue;
                }
            }
        }
    }

    private static String once(String key, Supplier<String> start) {
        // System itself is the one lock that all class loaders share.
        synchronized (System.class) {
            String known = System.getProperty(PREFIX + key);
            if (known == null) {
                known = start.get();
                System.setProperty(PREFIX + key, known);
            }
            return known;
        }
    }

    private static int next() {
        synchronized (System.class) {
            int number = Integer.getInteger(PREFIX + "databases", 0) + 1;
            System.setProperty(PREFIX + "databases", Integer.toString(number));
            return number;
        }
    }
}
