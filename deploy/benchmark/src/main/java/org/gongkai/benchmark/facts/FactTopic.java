package org.gongkai.benchmark.facts;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * A topic as the relay of intake-service makes and fills it: 16 partitions, partition = lane mod 16, key = organisation,
 * CloudEvents in binary mode, idempotent producer, {@code acks=all}, lz4, batches of 128 KB.
 */
public final class FactTopic implements AutoCloseable {

    private static final int PARTITIONS = 16;
    private static final int BATCH_BYTES = 128 * 1024;

    private final String name;
    private final KafkaProducer<String, byte[]> producer;
    private final AtomicReference<Exception> failure = new AtomicReference<>();
    private long facts;
    private long bytes;

    private FactTopic(String name, KafkaProducer<String, byte[]> producer) {
        this.name = name;
        this.producer = producer;
    }

    /** Makes it where it is missing. */
    public static FactTopic open(String bootstrapServers, String name) {
        createIfMissing(bootstrapServers, name);
        Map<String, Object> properties = new HashMap<>();
        properties.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        properties.put(ProducerConfig.ACKS_CONFIG, "all");
        properties.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        properties.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        properties.put(ProducerConfig.BATCH_SIZE_CONFIG, BATCH_BYTES);
        // a topic that was just made refuses some first batches, and those sent behind them would be out of order for
        // good
        properties.put(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, 1);
        return new FactTopic(name, new KafkaProducer<>(properties, new StringSerializer(), new ByteArraySerializer()));
    }

    private static void createIfMissing(String bootstrapServers, String name) {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            if (!admin.listTopics().names().get().contains(name)) {
                admin.createTopics(List.of(new NewTopic(name, PARTITIONS, (short) 1)
                                .configs(Map.of("retention.ms", "-1", "cleanup.policy", "delete"))))
                        .all()
                        .get();
            }
            // answered when every partition has its leader
            admin.listOffsets(IntStream.range(0, PARTITIONS)
                            .boxed()
                            .collect(Collectors.toMap(
                                    partition -> new TopicPartition(name, partition),
                                    partition -> OffsetSpec.latest())))
                    .all()
                    .get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Writes so many facts and returns when all are acknowledged. */
    public void write(FactSource source, long count) {
        for (long i = 0; i < count; i++) {
            send(source.next());
        }
        producer.flush();
        if (failure.get() != null) {
            throw new IllegalStateException("Kafka did not take all facts", failure.get());
        }
    }

    private void send(Fact fact) {
        byte[] value = fact.json().getBytes(StandardCharsets.UTF_8);
        RecordHeaders headers = new RecordHeaders();
        bytes += value.length + fact.organisation().length();
        bytes += header(headers, "ce_specversion", "1.0");
        bytes += header(headers, "ce_id", fact.id().toString());
        bytes += header(headers, "ce_source", "urn:gongkai:intake");
        bytes += header(headers, "ce_time", fact.recordedAt().toString());
        bytes += header(headers, "content-type", "application/json");
        bytes += header(headers, "ce_type", "org.gongkai." + fact.type() + ".v1");
        bytes += header(headers, "ce_subject", fact.organisation());
        bytes += header(headers, "ce_lane", Integer.toString(fact.lane()));
        bytes += header(headers, "ce_position", Long.toString(fact.position()));
        bytes += header(headers, "ce_generation", "1");
        facts++;
        producer.send(
                new ProducerRecord<>(name, fact.lane() % PARTITIONS, null, fact.organisation(), value, headers),
                (sent, refusal) -> {
                    if (refusal != null) {
                        failure.compareAndSet(null, refusal);
                    }
                });
    }

    private static int header(RecordHeaders headers, String name, String value) {
        byte[] text = value.getBytes(StandardCharsets.UTF_8);
        headers.add(name, text);
        return name.length() + text.length;
    }

    /** How many were written. */
    public long facts() {
        return facts;
    }

    /** Bytes of key, headers and value of a fact, on average, before compression. */
    public long bytesOfAFact() {
        return facts == 0 ? 0 : bytes / facts;
    }

    @Override
    public void close() {
        producer.close();
    }
}
