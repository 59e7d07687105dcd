package org.gongkai.statistics.consumption;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.gongkai.statistics.unreadable.UnreadableFact.Header;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class KafkaDeliveryTest {

    private static final List<String> NAMES =
            List.of("ce_type", "ce_subject", "ce_time", "ce_lane", "other", "missing");

    private final ConsumerRecord<byte[], byte[]> record = new ConsumerRecord<>("facts", 3, 17, null, new byte[0]);

    @Test
    void of_a_header_that_is_there_twice_the_last_counts() {
        add("ce_lane", "1");
        add("ce_lane", "2");

        assertEquals("2", new KafkaDelivery(record).header("ce_lane"));
    }

    @Test
    void a_header_without_a_value_counts_as_missing() {
        add("ce_lane", "1");
        add("ce_lane", null);
        add("ce_type", null);

        assertEquals("1", new KafkaDelivery(record).header("ce_lane"));
        assertNull(new KafkaDelivery(record).header("ce_type"));
        assertNull(new KafkaDelivery(record).header("ce_subject"));
    }

    @Test
    void in_whatever_order_headers_came_it_reads_what_a_kept_delivery_of_them_reads() {
        for (String name : List.of("other", "ce_type", "ce_lane", "ce_time", "ce_subject", "ce_type", "other")) {
            add(name, name + record.headers().toArray().length);
            KafkaDelivery delivery = new KafkaDelivery(record);
            Delivery kept = Delivery.of(delivery.headers(), delivery.key(), delivery.value(), delivery.place());
            for (String asked : NAMES) {
                assertArrayEquals(kept.headerValue(asked), delivery.headerValue(asked), asked);
                assertArrayEquals(Header.value(delivery.headers(), asked), delivery.headerValue(asked), asked);
            }
        }
    }

    private void add(String name, @Nullable String value) {
        record.headers().add(name, value == null ? null : value.getBytes(StandardCharsets.UTF_8));
    }
}
