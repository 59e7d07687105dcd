package org.gongkai.benchmark.drain;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Grouped;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Materialized;
import org.apache.kafka.streams.processor.api.ContextualFixedKeyProcessor;
import org.apache.kafka.streams.processor.api.FixedKeyProcessor;
import org.apache.kafka.streams.processor.api.FixedKeyProcessorContext;
import org.apache.kafka.streams.processor.api.FixedKeyRecord;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;

/**
 * Kafka Streams: facts counted by cell, exactly once (v2), state in RocksDB with its changelog, two threads, everything
 * else as it comes: commits every 100 ms, cache of 10 MB.
 */
final class CountingStreams {

    static final int THREADS = 2;

    private static final String STORE = "cells";
    private static final Duration CLOSE = Duration.ofSeconds(30);
    private static final long LOOK_MILLIS = 20;
    private static final byte[] NOTHING = {};

    private CountingStreams() {}

    /** As one writes it first: group by the cell's key and count, which sends every fact through a topic between. */
    static StreamsBuilder grouped(Assignment assignment, Stopwatch watch) {
        StreamsBuilder builder = new StreamsBuilder();
        cells(builder, assignment)
                .map((organisation, key) -> KeyValue.pair(key, NOTHING))
                .groupByKey(Grouped.with(Serdes.String(), Serdes.ByteArray()))
                .aggregate(
                        () -> 0L,
                        (key, nothing, amount) -> {
                            watch.done(1);
                            return amount + 1;
                        },
                        Materialized.<String, Long, KeyValueStore<Bytes, byte[]>>as(STORE)
                                .withKeySerde(Serdes.String())
                                .withValueSerde(Serdes.Long()));
        return builder;
    }

    /** As one can, because all facts of a cell are in one partition already: a store of each partition's cells. */
    static StreamsBuilder inPlace(Assignment assignment, Stopwatch watch) {
        StreamsBuilder builder = new StreamsBuilder();
        builder.addStateStore(
                Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(STORE), Serdes.String(), Serdes.Long())
                        .withCachingEnabled());
        cells(builder, assignment).processValues(() -> counting(watch), STORE);
        return builder;
    }

    private static KStream<byte[], String> cells(StreamsBuilder builder, Assignment assignment) {
        return builder.stream(assignment.topic(), Consumed.with(Serdes.ByteArray(), Serdes.ByteArray()))
                .processValues(CountingStreams::reading);
    }

    private static FixedKeyProcessor<byte[], byte[], String> reading() {
        return new ContextualFixedKeyProcessor<>() {
            @Override
            public void process(FixedKeyRecord<byte[], byte[]> record) {
                String type = new String(record.headers().lastHeader("ce_type").value(), StandardCharsets.UTF_8);
                // without the headers, which would go through the topic between as well
                context()
                        .forward(
                                record.withValue(Cell.read(type, record.value()).key())
                                        .withHeaders(new RecordHeaders()));
            }
        };
    }

    private static FixedKeyProcessor<byte[], String, Void> counting(Stopwatch watch) {
        return new ContextualFixedKeyProcessor<>() {
            private KeyValueStore<String, Long> store;

            @Override
            public void init(FixedKeyProcessorContext<byte[], Void> context) {
                super.init(context);
                store = context.getStateStore(STORE);
            }

            @Override
            public void process(FixedKeyRecord<byte[], String> record) {
                Long amount = store.get(record.value());
                store.put(record.value(), amount == null ? 1 : amount + 1);
                watch.done(1);
            }
        };
    }

    static void run(Assignment assignment, Stopwatch watch, StreamsBuilder builder) throws Exception {
        String name = "streams-" + System.nanoTime();
        AtomicReference<Throwable> failure = new AtomicReference<>();
        try (KafkaStreams streams = new KafkaStreams(builder.build(), properties(assignment, name))) {
            streams.setUncaughtExceptionHandler(thrown -> {
                failure.set(thrown);
                return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
            });
            streams.start();
            while (!watch.isOver() && failure.get() == null) {
                TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
            }
            watch.stop();
            streams.close(CLOSE);
            streams.cleanUp();
        } finally {
            deleteTopics(assignment, name);
        }
        if (failure.get() != null) {
            throw new IllegalStateException(failure.get());
        }
    }

    private static Properties properties(Assignment assignment, String name) {
        Properties properties = new Properties();
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, name);
        properties.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, assignment.kafka());
        properties.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        properties.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, THREADS);
        properties.put(
                StreamsConfig.STATE_DIR_CONFIG,
                Path.of(assignment.directory()).resolve("streams").toString());
        properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        return properties;
    }

    private static void deleteTopics(Assignment assignment, String name) throws Exception {
        Properties properties = new Properties();
        properties.put("bootstrap.servers", assignment.kafka());
        try (Admin admin = Admin.create(properties)) {
            admin.deleteTopics(admin.listTopics().names().get().stream()
                            .filter(topic -> topic.startsWith(name))
                            .toList())
                    .all()
                    .get();
        }
    }
}
