package org.gongkai.statistics.consumption;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** What counting tells the metrics: each thing that a guarantee promises to handle is counted when it happens. */
@Singleton
class CountingMetrics {

    final Counter applied;
    final Counter repeats;
    final Counter withheld;
    final Counter ofOlderGenerations;
    final Counter unreadable;
    final Counter foreign;
    final Counter gaps;
    final Counter healed;
    final Counter fenced;
    final Counter failed;
    final Timer batch;

    private final DistributionSummary facts;
    private final DistributionSummary rows;
    private final Clock clock;
    private final AtomicReference<@Nullable Instant> newest = new AtomicReference<>();

    CountingMetrics(MeterRegistry registry, Clock clock) {
        this.clock = clock;
        applied = registry.counter("gongkai.facts.applied");
        repeats = registry.counter("gongkai.facts.repeats");
        withheld = registry.counter("gongkai.facts.withheld");
        ofOlderGenerations = registry.counter("gongkai.facts.of.older.generations");
        unreadable = registry.counter("gongkai.facts.unreadable");
        foreign = registry.counter("gongkai.facts.foreign");
        gaps = registry.counter("gongkai.lanes.gaps");
        healed = registry.counter("gongkai.facts.healed");
        fenced = registry.counter("gongkai.batches.fenced");
        failed = registry.counter("gongkai.batches.failed");
        batch = registry.timer("gongkai.batches");
        facts = summary("gongkai.batches.facts", registry);
        rows = summary("gongkai.batches.rows", registry);
        Gauge.builder("gongkai.facts.newest.age", this, CountingMetrics::ageOfTheNewest)
                .baseUnit("seconds")
                .register(registry);
    }

    private static DistributionSummary summary(String name, MeterRegistry registry) {
        return DistributionSummary.builder(name)
                .serviceLevelObjectives(1, 10, 100, 1_000, 10_000, 100_000)
                .register(registry);
    }

    /**
     * Notes how large a batch was; one that counted nothing is none.
     *
     * @param countedFacts facts that it counted
     * @param writtenRows cells that it moved
     */
    void size(long countedFacts, long writtenRows) {
        if (countedFacts > 0) {
            facts.record(countedFacts);
            rows.record(writtenRows);
        }
    }

    /** Notes when a counted fact was recorded, by its {@code ce_time}; only the newest is kept. */
    void newest(Instant recorded) {
        newest.accumulateAndGet(recorded, (held, next) -> held == null || next.isAfter(held) ? next : held);
    }

    private double ageOfTheNewest() {
        Instant recorded = newest.get();
        return recorded == null
                ? Double.NaN
                : Duration.between(recorded, clock.instant()).toMillis() / 1_000.0;
    }
}
