package org.gongkai.benchmark.formats;

import java.util.HashMap;
import java.util.Map;

/** Metrics of a service at a moment, in Prometheus' format. */
final class ServiceMetrics {

    private static final String EDEN = "id=\"Eden Space\"";

    private final Map<String, String> values = new HashMap<>();

    private ServiceMetrics() {}

    /** @param text the answer of {@code GET /q/metrics} */
    static ServiceMetrics read(String text) {
        ServiceMetrics metrics = new ServiceMetrics();
        text.lines().filter(line -> !line.startsWith("#") && !line.isBlank()).forEach(line -> {
            int value = line.lastIndexOf(' ');
            metrics.values.put(line.substring(0, value), line.substring(value + 1));
        });
        return metrics;
    }

    /** Bytes of heap that were taken since the service began; counted by the collector, and in use since it ran last. */
    double allocated() {
        double inUse = values.entrySet().stream()
                .filter(value -> value.getKey().startsWith("jvm_memory_used_bytes{")
                        && value.getKey().contains(EDEN))
                .mapToDouble(value -> Double.parseDouble(value.getValue()))
                .sum();
        return value("jvm_gc_memory_allocated_bytes_total") + inUse;
    }

    /** The queue of documents. */
    DocumentQueue queue() {
        return new DocumentQueue(
                Math.round(value("gongkai_document_queued_seconds_count")),
                value("gongkai_document_queued_seconds_sum"),
                value("gongkai_document_queued_seconds_max"));
    }

    private double value(String name) {
        String value = values.get(name);
        if (value == null) {
            throw new IllegalStateException("the service has no metric " + name);
        }
        return Double.parseDouble(value);
    }
}
