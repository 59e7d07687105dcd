package org.gongkai.report.statement;

import java.time.Duration;

/** Until when a report waits for statistics-service, in all of its calls together. */
record Deadline(long nanos) {

    static Deadline in(Duration time) {
        return new Deadline(System.nanoTime() + time.toNanos());
    }

    /** Never nothing, so that it can be waited for. */
    Duration left() {
        return Duration.ofNanos(Math.max(1, nanos - System.nanoTime()));
    }
}
