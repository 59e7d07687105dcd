package org.gongkai.statistics.lane;

import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/**
 * The furthest position that this process knows to be committed, and the signal that it moved. Readers that wait for a
 * position are woken by it; what other replicas commit they find by looking into the database now and then.
 */
@ApplicationScoped
public class CountedPosition {

    private @Nullable Position furthest;

    /** Says that a position was committed. */
    public synchronized void advance(Position committed) {
        furthest = furthest == null || committed.generation() != furthest.generation()
                ? committed
                : furthest.merge(committed);
        notifyAll();
    }

    /**
     * Waits until the position is known to be included, at most for a time.
     *
     * @param millis at most, above 0
     * @return whether it is
     */
    public synchronized boolean await(Position wanted, long millis) throws InterruptedException {
        if (!isKnown(wanted)) {
            wait(millis);
        }
        return isKnown(wanted);
    }

    private boolean isKnown(Position wanted) {
        return furthest != null && furthest.includes(wanted);
    }
}
