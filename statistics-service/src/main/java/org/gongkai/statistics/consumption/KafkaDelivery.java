package org.gongkai.statistics.consumption;

import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.gongkai.statistics.unreadable.UnreadableFact;
import org.gongkai.statistics.unreadable.UnreadableFact.Place;
import org.jspecify.annotations.Nullable;

/**
 * A record of Kafka. A header's name costs more to decode than its value, and Kafka's client does it from the last one on, so
 * far as it is asked: the relay puts those last that every fact is asked for.
 */
final class KafkaDelivery implements Delivery {

    private final ConsumerRecord<byte[], byte[]> record;

    KafkaDelivery(ConsumerRecord<byte[], byte[]> record) {
        this.record = record;
    }

    @Override
    public byte @Nullable [] headerValue(String name) {
        Header last = record.headers().lastHeader(name);
        if (last == null) {
            return null;
        }
        // One without a value counts as missing; the one before it, if any, has it.
        return last.value() != null ? last.value() : UnreadableFact.Header.value(headers(), name);
    }

    @Override
    public List<UnreadableFact.Header> headers() {
        List<UnreadableFact.Header> headers = new ArrayList<>();
        record.headers().forEach(header -> headers.add(new UnreadableFact.Header(header.key(), header.value())));
        return headers;
    }

    @Override
    public byte @Nullable [] key() {
        return record.key();
    }

    @Override
    public byte @Nullable [] value() {
        return record.value();
    }

    @Override
    public Place place() {
        return new Place(record.topic(), record.partition(), record.offset(), record.timestamp());
    }
}
