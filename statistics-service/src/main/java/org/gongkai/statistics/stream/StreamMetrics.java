package org.gongkai.statistics.stream;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** What the streams tell the metrics. */
@Singleton
class StreamMetrics {

    final Counter refused;
    final Counter dropped;

    private final MeterRegistry registry;
    private final Map<Message.Kind, Counter> events = new EnumMap<>(Message.Kind.class);
    private final Timer readings;

    StreamMetrics(MeterRegistry registry) {
        this.registry = registry;
        refused = registry.counter("gongkai.stream.refused");
        dropped = registry.counter("gongkai.stream.dropped");
        readings = registry.timer("gongkai.stream.readings");
        for (Message.Kind kind : Message.Kind.values()) {
            events.put(
                    kind,
                    registry.counter(
                            "gongkai.stream.events", "event", kind.name().toLowerCase(Locale.ROOT)));
        }
    }

    /** What can be read at any moment. */
    void watch(AtomicInteger connections, Map<?, ?> watches) {
        registry.gauge("gongkai.stream.connections", connections);
        registry.gaugeMapSize("gongkai.stream.figures", io.micrometer.core.instrument.Tags.empty(), watches);
    }

    void sent(Message.@Nullable Kind kind) {
        if (kind != null) {
            Objects.requireNonNull(events.get(kind)).increment();
        }
    }

    /** A reading, timed, of however many. */
    Watch.Read reading(Reader reader) throws SQLException {
        Timer.Sample sample = Timer.start();
        try {
            return reader.read();
        } finally {
            sample.stop(readings);
        }
    }

    /** Reads. */
    interface Reader {
        Watch.Read read() throws SQLException;
    }
}
