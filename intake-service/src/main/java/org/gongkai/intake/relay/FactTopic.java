package org.gongkai.intake.relay;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.gongkai.intake.journal.JournalRow;

/**
 * The topic of facts, as a producer sees it: idempotent, {@code acks=all}, partition = lane mod partitions, key =
 * organisation, CloudEvents 1.0 in binary mode. After a failure it is closed and made anew.
 */
final class FactTopic implements AutoCloseable {

    private static final Duration REQUEST = Duration.ofSeconds(5);
    private static final Duration DELIVERY = Duration.ofSeconds(15);

    /** What a round of an import has for one partition, in one batch: each costs its own compression and its own check. */
    private static final int BATCH_BYTES = 128 * 1024;

    private final RelaySettings settings;
    private final KafkaProducer<String, byte[]> producer;

    /** Makes the topic where it is missing, and a producer for it. */
    FactTopic(String bootstrapServers, RelaySettings settings) throws ExecutionException, InterruptedException {
        this.settings = settings;
        createIfMissing(bootstrapServers);
        Map<String, Object> properties = new HashMap<>();
        properties.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        properties.put(ProducerConfig.ACKS_CONFIG, "all");
        properties.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        properties.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        properties.put(ProducerConfig.BATCH_SIZE_CONFIG, BATCH_BYTES);
        properties.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) REQUEST.toMillis());
        properties.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, (int) DELIVERY.toMillis());
        properties.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, REQUEST.toMillis());
        // a topic made anew, with another number of partitions, is seen within this time
        properties.put(ProducerConfig.METADATA_MAX_AGE_CONFIG, REQUEST.toMillis());
        this.producer = new KafkaProducer<>(properties, new StringSerializer(), new ByteArraySerializer());
    }

    private void createIfMissing(String bootstrapServers) throws ExecutionException, InterruptedException {
        Map<String, Object> properties = Map.of(
                "bootstrap.servers", bootstrapServers,
                "request.timeout.ms", (int) REQUEST.toMillis(),
                "default.api.timeout.ms", (int) REQUEST.toMillis());
        try (Admin admin = Admin.create(properties)) {
            if (admin.listTopics().names().get().contains(settings.topic())) {
                return;
            }
            NewTopic topic = new NewTopic(settings.topic(), settings.partitions(), settings.replicationFactor())
                    .configs(Map.of("retention.ms", "-1", "cleanup.policy", "delete"));
            admin.createTopics(List.of(topic)).all().get();
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw e;
            }
        }
    }

    /**
     * Sends rows, which are ordered by lane and position, and waits for all acknowledgements.
     *
     * @return by lane, the last position up to which every row was acknowledged
     */
    Sent send(List<JournalRow> rows) throws InterruptedException {
        int partitions = producer.partitionsFor(settings.topic()).size();
        List<Future<RecordMetadata>> answers = new ArrayList<>(rows.size());
        for (JournalRow row : rows) {
            answers.add(producer.send(new ProducerRecord<>(
                    settings.topic(),
                    row.lane() % partitions,
                    null,
                    row.organisation(),
                    row.payload().getBytes(StandardCharsets.UTF_8),
                    headers(row))));
        }
        producer.flush();
        Map<Integer, Long> acknowledged = new TreeMap<>();
        Map<Integer, Boolean> broken = new HashMap<>();
        Exception failure = null;
        for (int i = 0; i < rows.size(); i++) {
            JournalRow row = rows.get(i);
            try {
                answers.get(i).get();
                if (!broken.containsKey(row.lane())) {
                    acknowledged.put(row.lane(), row.position());
                }
            } catch (ExecutionException e) {
                broken.put(row.lane(), true);
                failure = e;
            }
        }
        return new Sent(acknowledged, failure);
    }

    private static RecordHeaders headers(JournalRow row) {
        RecordHeaders headers = new RecordHeaders();
        header(headers, "ce_specversion", "1.0");
        header(headers, "ce_id", row.fact().toString());
        header(headers, "ce_source", JournalRow.SOURCE);
        header(headers, "ce_time", row.recordedAt().toString());
        header(headers, "content-type", "application/json");
        header(headers, "ce_type", row.type());
        header(headers, "ce_subject", row.organisation());
        header(headers, "ce_lane", Integer.toString(row.lane()));
        header(headers, "ce_position", Long.toString(row.position()));
        header(headers, "ce_generation", Integer.toString(row.generation()));
        return headers;
    }

    private static void header(RecordHeaders headers, String name, String value) {
        headers.add(name, value.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        producer.close(Duration.ZERO);
    }

    /**
     * What came of a send.
     *
     * @param acknowledged by lane, the last position up to which every row was acknowledged
     * @param failure why some were not, or null
     */
    record Sent(Map<Integer, Long> acknowledged, Exception failure) {}
}
