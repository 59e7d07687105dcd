package org.gongkai.benchmark.freshness;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.DoubleConsumer;

/** One body's stream of counts, and what was acknowledged for the body and is not in the stream yet. */
final class Watched {

    private record Awaited(LanePositions position, long acknowledgedAt) {}

    private final List<Awaited> awaited = new ArrayList<>();
    private final DoubleConsumer seconds;
    private LanePositions seen;

    /**
     * @param seconds takes, of each acknowledged write, how long after its answer its position was in the stream; 0 where it
     *     was there before the answer
     */
    Watched(DoubleConsumer seconds) {
        this.seconds = seconds;
    }

    /** A write was answered with 2xx. */
    synchronized void acknowledged(LanePositions position, long now) {
        if (seen != null && seen.includes(position)) {
            seconds.accept(0);
        } else {
            awaited.add(new Awaited(position, now));
        }
    }

    /** An event came. */
    synchronized void seen(LanePositions position, long now) {
        seen = seen == null ? position : seen.with(position);
        for (Iterator<Awaited> each = awaited.iterator(); each.hasNext(); ) {
            Awaited one = each.next();
            if (seen.includes(one.position())) {
                seconds.accept((now - one.acknowledgedAt()) / 1e9);
                each.remove();
            }
        }
    }

    /** What is still not there. */
    synchronized int missing() {
        return awaited.size();
    }

    /** Whether the first event came: from then on nothing is missed. */
    synchronized boolean isOpen() {
        return seen != null;
    }

    synchronized void forget() {
        awaited.clear();
    }
}
