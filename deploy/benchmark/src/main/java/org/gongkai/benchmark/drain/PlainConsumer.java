package org.gongkai.benchmark.drain;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** One consumer of all partitions from their beginning, without a group, with the product's {@code max.poll.records}. */
final class PlainConsumer {

    static final int MOST_RECORDS = 5_000;

    private static final Duration POLL = Duration.ofMillis(200);

    private PlainConsumer() {}

    /**
     * @param use what is done with each; its answers are summed, so that nothing is left out as unused
     */
    static void run(Assignment assignment, Stopwatch watch, ToLongFunction<ConsumerRecord<byte[], byte[]>> use) {
        Map<String, Object> properties =
                Map.of("bootstrap.servers", assignment.kafka(), "max.poll.records", MOST_RECORDS);
        long sum = 0;
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(assignment.topic()).stream()
                    .map(each -> new TopicPartition(each.topic(), each.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            while (!watch.isOver()) {
                ConsumerRecords<byte[], byte[]> records = consumer.poll(POLL);
                if (!records.isEmpty()) {
                    watch.begin();
                    for (ConsumerRecord<byte[], byte[]> record : records) {
                        sum += use.applyAsLong(record);
                    }
                    watch.done(records.count());
                }
            }
        }
        System.out.println("sum " + sum);
    }

    /** Type by the header. */
    static String type(ConsumerRecord<byte[], byte[]> record) {
        Header header = record.headers().lastHeader("ce_type");
        return new String(header.value(), StandardCharsets.UTF_8);
    }
}
