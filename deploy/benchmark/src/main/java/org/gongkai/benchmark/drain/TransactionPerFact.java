package org.gongkai.benchmark.drain;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** As sample applications do it: for each fact one upsert of its cell, with a key of plain texts, and one commit. */
final class TransactionPerFact {

    private static final String TABLE = """
            CREATE TABLE cell (organisation text NOT NULL, year smallint NOT NULL, month smallint NOT NULL,
                measure text NOT NULL, category text NOT NULL, applicant_type text NOT NULL, amount bigint NOT NULL,
                PRIMARY KEY (organisation, year, month, measure, category, applicant_type))""";
    private static final String UPSERT = """
            INSERT INTO cell VALUES (?, ?, ?, ?, ?, ?, 1)
            ON CONFLICT (organisation, year, month, measure, category, applicant_type)
            DO UPDATE SET amount = cell.amount + 1""";
    private static final Duration POLL = Duration.ofMillis(200);

    private TransactionPerFact() {}

    static void run(Assignment assignment, Stopwatch watch) throws SQLException {
        Map<String, Object> properties = Map.of(
                "bootstrap.servers",
                assignment.kafka(),
                "group.id",
                "transaction-per-fact-" + System.nanoTime(),
                "auto.offset.reset",
                "earliest",
                "enable.auto.commit",
                false);
        try (Connection connection = DriverManager.getConnection(assignment.jdbcUrl());
                KafkaConsumer<byte[], byte[]> consumer =
                        new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            connection.createStatement().execute("DROP TABLE IF EXISTS cell");
            connection.createStatement().execute(TABLE);
            consumer.subscribe(List.of(assignment.topic()));
            try (PreparedStatement upsert = connection.prepareStatement(UPSERT)) {
                while (!watch.isOver()) {
                    for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                        watch.begin();
                        count(upsert, Cell.read(PlainConsumer.type(record), record.value()));
                        watch.done(1);
                    }
                    consumer.commitSync();
                }
            }
        }
    }

    private static void count(PreparedStatement upsert, Cell cell) throws SQLException {
        upsert.setString(1, cell.organisation());
        upsert.setInt(2, cell.year());
        upsert.setInt(3, cell.month());
        upsert.setString(4, cell.measure());
        upsert.setString(5, cell.category());
        upsert.setString(6, cell.applicantType());
        upsert.executeUpdate();
    }
}
