package org.gongkai.statistics.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import org.gongkai.embedded.testing.Infrastructure;

/** A topic and a group of its own for each application start, and the address where {@link TestJournal} will answer. */
public class StatisticsTestResource implements QuarkusTestResourceLifecycleManager {

    /** Partitions of the topic, as in the contract. */
    public static final int PARTITIONS = 16;

    @Override
    public Map<String, String> start() {
        String unique = UUID.randomUUID().toString().substring(0, 8);
        String topic = "gongkai.facts." + unique;
        Topics.create(Infrastructure.kafkaBootstrapServers(), topic, PARTITIONS);
        return Map.of(
                "gongkai.consumption.topic", topic,
                "gongkai.consumption.group", "gongkai-statistics-" + unique,
                "quarkus.rest-client.intake.url", "http://127.0.0.1:" + freePort(),
                "gongkai.journal.token-file", tokenFile(unique).toString(),
                "gongkai.journal.poll-interval", "0.3S",
                "gongkai.journal.patience", "1S",
                "gongkai.at-least.patience", "3S",
                "gongkai.recount.look-every", "0.5S",
                "gongkai.consumption.longest-pause", "0.5S",
                "gongkai.consumption.kafka.\"metadata.max.age.ms\"", "1000");
    }

    @Override
    public void stop() {
        // The topic stays: a broker of tests is thrown away as a whole.
    }

    private static Path tokenFile(String unique) {
        try {
            Path file = Path.of("target", "journal-" + unique + ".token").toAbsolutePath();
            return Files.writeString(file, TestJournal.TOKEN + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
