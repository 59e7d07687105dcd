package org.gongkai.embedded;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.gongkai.embedded.testing.Database;
import org.gongkai.embedded.testing.Infrastructure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InfrastructureIT {

    @TempDir
    Path folder;

    @Test
    void each_database_asked_for_is_its_own_and_empty() throws SQLException {
        Database first = Infrastructure.database("sample");
        Database second = Infrastructure.database("sample");

        assertNotEquals(first.jdbcUrl(), second.jdbcUrl());
        try (Connection connection = first.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE mine (n int)");
        }
        try (Connection connection = second.connect();
                Statement statement = connection.createStatement()) {
            assertThrows(SQLException.class, () -> statement.executeQuery("SELECT * FROM mine"));
        }
    }

    @Test
    void the_broker_keeps_what_it_acknowledged() throws Exception {
        String bootstrap = Infrastructure.kafkaBootstrapServers();
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrap))) {
            admin.createTopics(List.of(new NewTopic("sample", 2, (short) 1)))
                    .all()
                    .get();
        }
        Properties settings = new Properties();
        settings.put("bootstrap.servers", bootstrap);
        settings.put("acks", "all");
        settings.put("auto.offset.reset", "earliest");
        try (KafkaProducer<String, String> producer =
                new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>("sample", 1, "key", "value")).get();
        }

        try (KafkaConsumer<String, String> consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            consumer.assign(List.of(new TopicPartition("sample", 1)));
            ConsumerRecords<String, String> records = consumer.poll(Duration.ofSeconds(30));
            assertEquals(1, records.count());
            assertEquals("value", records.iterator().next().value());
        }
    }

    @Test
    void a_durable_server_has_fsync_on_and_keeps_its_data_over_a_hard_kill() throws Exception {
        Path directory = folder.resolve("durable");
        PostgresServer server = PostgresServer.start(directory, 0, true, log(directory));
        server.createDatabase("kept");
        Database kept = new Database(server.jdbcUrl("kept"), "kept", "kept");
        try (Connection connection = kept.connect();
                Statement statement = connection.createStatement()) {
            assertEquals("on", single(statement, "SHOW fsync"));
            assertEquals("on", single(statement, "SHOW synchronous_commit"));
            statement.execute("CREATE TABLE mine AS SELECT 7 AS n");
        }
        assertTrue(Files.readString(log(directory)).contains("database system is ready to accept connections"));
        Processes.end("KILL", server.pid(), Duration.ofSeconds(10));
        assertFalse(server.isAlive());
        server.close();

        try (PostgresServer again = PostgresServer.start(directory, 0, true, log(directory));
                Connection connection = new Database(again.jdbcUrl("kept"), "kept", "kept").connect();
                Statement statement = connection.createStatement()) {
            assertEquals("7", single(statement, "SELECT n FROM mine"));
        }
    }

    @Test
    void a_server_left_over_on_the_directory_is_stopped_by_the_next_start() throws Exception {
        Path directory = folder.resolve("leftover");
        new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        LauncherThatIsKilled.class.getName(),
                        directory.toString())
                .redirectErrorStream(true)
                .redirectOutput(log(directory).toFile())
                .start()
                .waitFor();
        long left = Long.parseLong(
                Files.readAllLines(directory.resolve("postmaster.pid")).get(0).strip());
        assertTrue(ProcessHandle.of(left).isPresent());

        try (PostgresServer again = PostgresServer.start(directory, 0, false, log(directory))) {
            assertNotEquals(left, again.pid());
            assertTrue(ProcessHandle.of(left).isEmpty());
            assertTrue(again.isAlive());
        }
    }

    /** Starts a server and ends without stopping it. */
    static final class LauncherThatIsKilled {

        public static void main(String[] arguments) {
            Path directory = Path.of(arguments[0]);
            PostgresServer.start(directory, 0, false, log(directory));
            Runtime.getRuntime().halt(137);
        }
    }

    private static Path log(Path directory) {
        return directory.resolveSibling(directory.getFileName() + ".log");
    }

    private static String single(Statement statement, String query) throws SQLException {
        try (ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
