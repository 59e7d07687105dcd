package org.gongkai.statistics.consumption;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Singleton;
import java.util.concurrent.atomic.AtomicLong;

/** What the trail tells the metrics, beside what counting does. */
@Singleton
class TrailMetrics {

    final Counter applied;
    final Counter repeats;
    final Counter withheld;
    final Counter unreadable;
    final Counter gaps;
    final Counter healed;
    final Counter fenced;
    final Counter failed;
    final Timer batch;
    private final AtomicLong lag = new AtomicLong();

    TrailMetrics(MeterRegistry registry) {
        applied = registry.counter("gongkai.trail.facts.applied");
        repeats = registry.counter("gongkai.trail.facts.repeats");
        withheld = registry.counter("gongkai.trail.facts.withheld");
        unreadable = registry.counter("gongkai.trail.facts.unreadable");
        gaps = registry.counter("gongkai.trail.lanes.gaps");
        healed = registry.counter("gongkai.trail.facts.healed");
        fenced = registry.counter("gongkai.trail.batches.fenced");
        failed = registry.counter("gongkai.trail.batches.failed");
        batch = registry.timer("gongkai.trail.batches");
        Gauge.builder("gongkai.trail.lag", lag, AtomicLong::doubleValue)
                .description("Facts of the journal that were not in the trail when the journal was last asked")
                .register(registry);
    }

    void lag(long facts) {
        lag.set(facts);
    }
}
