package org.gongkai.statistics.consumption;

import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.gongkai.statistics.unreadable.UnreadableFact;
import org.gongkai.statistics.unreadable.UnreadableFact.Place;
import org.jspecify.annotations.Nullable;

/** A record of Kafka. The headers that every fact is asked for are looked up once: a name costs more than its value. */
final class KafkaDelivery implements Delivery {

    private final ConsumerRecord<byte[], byte[]> record;
    private byte @Nullable [] type;
    private byte @Nullable [] subject;
    private byte @Nullable [] lane;
    private byte @Nullable [] position;
    private byte @Nullable [] generation;
    private byte @Nullable [] time;

    KafkaDelivery(ConsumerRecord<byte[], byte[]> record) {
        this.record = record;
        for (Header header : record.headers()) {
            if (header.value() != null) {
                keep(header);
            }
        }
    }

    private void keep(Header header) {
        switch (header.key()) {
            case "ce_type" -> type = header.value();
            case "ce_subject" -> subject = header.value();
            case "ce_lane" -> lane = header.value();
            case "ce_position" -> position = header.value();
            case "ce_generation" -> generation = header.value();
            case "ce_time" -> time = header.value();
            default -> {
                // asked for seldom, and looked up then
            }
        }
    }

    @Override
    public byte @Nullable [] headerValue(String name) {
        return switch (name) {
            case "ce_type" -> type;
            case "ce_subject" -> subject;
            case "ce_lane" -> lane;
            case "ce_position" -> position;
            case "ce_generation" -> generation;
            case "ce_time" -> time;
            default -> UnreadableFact.Header.value(headers(), name);
        };
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
