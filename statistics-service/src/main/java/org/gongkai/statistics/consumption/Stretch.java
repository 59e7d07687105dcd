package org.gongkai.statistics.consumption;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** A batch with the stretch of each partition that it was read from, so that it can be read again. */
final class Stretch<F extends Fold> {

    private final int ledger;
    private final Batch<F> batch;
    private final Map<TopicPartition, Read> read = new HashMap<>();
    private final long since;
    private long facts;
    /** Of the partition that the last record came from; records come in runs of one. */
    private @Nullable TopicPartition current;

    private Read reading = new Read(0);

    private static final class Read {
        private final long first;
        private long next;

        Read(long first) {
            this.first = first;
        }
    }

    /**
     * An empty one.
     *
     * @param ledger number of the ledger that the batch starts from
     * @param since when it began, in nanoseconds of the machine's
     */
    Stretch(int ledger, Batch<F> batch, long since) {
        this.ledger = ledger;
        this.batch = batch;
        this.since = since;
    }

    /** Takes one more record. */
    Batch.Fate take(ConsumerRecord<byte[], byte[]> record, TopicPartition partition) {
        if (!partition.equals(current)) {
            current = partition;
            reading = read.computeIfAbsent(partition, begun -> new Read(record.offset()));
        }
        reading.next = record.offset() + 1;
        facts++;
        return batch.take(new KafkaDelivery(record));
    }

    int ledger() {
        return ledger;
    }

    Batch<F> batch() {
        return batch;
    }

    /** Records read, whatever became of them. */
    long records() {
        return facts;
    }

    /** How long ago it began. */
    Duration age() {
        return Duration.ofNanos(System.nanoTime() - since);
    }

    /** Where to read each partition from to have it all again. */
    Map<TopicPartition, Long> first() {
        Map<TopicPartition, Long> offsets = new HashMap<>();
        read.forEach((partition, stretch) -> offsets.put(partition, stretch.first));
        return offsets;
    }

    /** What is to be read next of each partition. */
    Map<TopicPartition, OffsetAndMetadata> next() {
        Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
        read.forEach((partition, stretch) -> offsets.put(partition, new OffsetAndMetadata(stretch.next)));
        return offsets;
    }
}
