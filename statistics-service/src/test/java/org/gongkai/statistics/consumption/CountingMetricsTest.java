package org.gongkai.statistics.consumption;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class CountingMetricsTest {

    private static final Instant NOW = Instant.parse("2021-03-04T05:06:07.500Z");

    private final MeterRegistry registry = new SimpleMeterRegistry();
    private final CountingMetrics metrics = new CountingMetrics(registry, Clock.fixed(NOW, ZoneOffset.UTC));

    @Test
    void the_age_is_that_of_the_newest_fact_in_whatever_order_they_come() {
        assertTrue(Double.isNaN(age()));

        metrics.newest(NOW.minusMillis(1_500));
        metrics.newest(NOW.minusSeconds(60));
        assertEquals(1.5, age());
    }

    @Test
    void a_batch_that_counted_nothing_is_no_batch() {
        metrics.size(0, 0);
        metrics.size(10, 4);

        assertEquals(1, registry.get("gongkai.batches.facts").summary().count());
        assertEquals(10, registry.get("gongkai.batches.facts").summary().totalAmount());
        assertEquals(4, registry.get("gongkai.batches.rows").summary().totalAmount());
    }

    private double age() {
        return registry.get("gongkai.facts.newest.age").gauge().value();
    }
}
