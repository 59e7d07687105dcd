package org.gongkai.statistics.progress;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;
import org.gongkai.statistics.consumption.JournalWatch;
import org.gongkai.statistics.consumption.PartitionsHeld;
import org.jspecify.annotations.Nullable;

/** What of progress is metered. The database is asked at most every few seconds, whoever scrapes how often. */
@ApplicationScoped
class ContentGauges {

    private static final long GOOD_FOR = TimeUnit.SECONDS.toNanos(3);

    private final MeterRegistry registry;
    private final ProgressReader reader;
    private final JournalWatch journal;
    private final PartitionsHeld partitions;
    private @Nullable ProgressView latest;
    private long askAgain = System.nanoTime();

    ContentGauges(MeterRegistry registry, ProgressReader reader, JournalWatch journal, PartitionsHeld partitions) {
        this.registry = registry;
        this.reader = reader;
        this.journal = journal;
        this.partitions = partitions;
    }

    void register(@Observes StartupEvent event) {
        gauge("gongkai.facts.lag", gauges -> gauges.read(progress -> progress.lag()));
        gauge("gongkai.facts.unreadable.waiting", gauges -> gauges.read(progress -> progress.unreadableFacts()));
        gauge("gongkai.lanes.gaps.open", gauges -> gauges.journal.openGaps());
        gauge("gongkai.partitions.held", gauges -> gauges.partitions.now().size());
        FunctionCounter.builder("gongkai.partitions.taken", partitions, PartitionsHeld::taken)
                .register(registry);
    }

    private void gauge(String name, ToDoubleFunction<ContentGauges> value) {
        Gauge.builder(name, this, value).register(registry);
    }

    /** A number of progress; NaN while it is not known. */
    private synchronized double read(Number number) {
        long now = System.nanoTime();
        if (now - askAgain >= 0) {
            try {
                latest = reader.read();
            } catch (SQLException unknown) {
                latest = null;
            }
            askAgain = System.nanoTime() + GOOD_FOR;
        }
        Long value = latest == null ? null : number.of(latest);
        return value == null ? Double.NaN : value;
    }

    /** One of its numbers. */
    private interface Number {
        @Nullable
        Long of(ProgressView progress);
    }
}
