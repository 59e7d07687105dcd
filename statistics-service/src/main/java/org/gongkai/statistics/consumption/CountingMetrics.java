package org.gongkai.statistics.consumption;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Singleton;

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

    CountingMetrics(MeterRegistry registry) {
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
    }
}
