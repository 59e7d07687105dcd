package org.gongkai.benchmark.drain;

import java.time.Duration;

/** From the first fact to the last, or until the time is over. Of one thread, or of several that count together. */
final class Stopwatch {

    private final long expected;
    private final long mostNanos;
    private long began;
    private long last;
    private long facts;
    private boolean stopped;

    Stopwatch(long expected, Duration most) {
        this.expected = expected;
        this.mostNanos = most.toNanos();
    }

    /** Before the first facts are worked on. */
    synchronized void begin() {
        if (began == 0) {
            began = System.nanoTime();
        }
    }

    /** Nothing after this counts: threads may still be at work while they are told to end. */
    synchronized void stop() {
        stopped = true;
    }

    /** So many more are done. */
    synchronized void done(int more) {
        if (stopped) {
            return;
        }
        begin();
        facts += more;
        last = System.nanoTime();
    }

    synchronized boolean isOver() {
        return facts >= expected || (began != 0 && System.nanoTime() - began > mostNanos);
    }

    synchronized long facts() {
        return facts;
    }

    synchronized double seconds() {
        return (last - began) / 1e9;
    }
}
