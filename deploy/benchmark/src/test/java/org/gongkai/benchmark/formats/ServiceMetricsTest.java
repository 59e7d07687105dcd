package org.gongkai.benchmark.formats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class ServiceMetricsTest {

    @Test
    void the_queue_is_what_came_to_it_since_and_the_longest_wait_is_the_service_s_own() {
        DocumentQueue before = ServiceMetrics.read(queue(7, 1.5, 0.4)).queue();
        DocumentQueue after = ServiceMetrics.read(queue(15, 4.5, 0.9)).queue();

        assertEquals(new DocumentQueue(8, 3, 0.9), after.since(before));
    }

    @Test
    void heap_that_was_taken_is_what_the_collector_counted_and_what_is_in_use_since() {
        ServiceMetrics metrics = ServiceMetrics.read("""
                # HELP jvm_memory_used_bytes The amount of used memory
                jvm_memory_used_bytes{area="heap",id="Eden Space"} 3.0E7
                jvm_memory_used_bytes{area="heap",id="Tenured Gen"} 9.0E7
                jvm_gc_memory_allocated_bytes_total 2.0E8
                """);

        assertEquals(2.3e8, metrics.allocated());
    }

    @Test
    void a_metric_that_is_missing_is_told_and_not_taken_for_nothing() {
        assertThrows(
                IllegalStateException.class,
                () -> ServiceMetrics.read("other 1.0\n").queue());
    }

    private static String queue(int documents, double waited, double longest) {
        return """
                # TYPE gongkai_document_queued_seconds summary
                gongkai_document_queued_seconds_count %d
                gongkai_document_queued_seconds_sum %s
                gongkai_document_queued_seconds_max %s
                """.formatted(documents, waited, longest);
    }
}
