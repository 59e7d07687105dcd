package org.gongkai.statistics.consumption;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** A batch with the stretch of each partition that it was read from, so that it can be read again. */
final class Stretch<F extends Fold> {

    private final int ledger;
    private final Batch<F> batch;
    private final Map<TopicPartition, Long> first = new HashMap<>();
    private final Map<TopicPartition, Long> next = new HashMap<>();
    private final long since;
    private long facts;

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
        first.putIfAbsent(partition, record.offset());
        next.put(partition, record.offset() + 1);
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

    long since() {
        return since;
    }

    /** Where to read each partition from to have it all again. */
    Map<TopicPartition, Long> first() {
        return first;
    }

    /** What is to be read next of each partition. */
    Map<TopicPartition, OffsetAndMetadata> next() {
        Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
        next.forEach((partition, offset) -> offsets.put(partition, new OffsetAndMetadata(offset)));
        return offsets;
    }
}
