package org.gongkai.statistics.lane;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The furthest position that this process knows to be committed, and the signal that it moved. Readers that wait for a
 * position are woken by it; what other replicas commit they find by looking into the database now and then.
 */
@ApplicationScoped
public class CountedPosition {

    private final List<Advance.Listener> listeners = new CopyOnWriteArrayList<>();
    private @Nullable Position furthest;

    /** From now on a listener is told of every advance. */
    public void listen(Advance.Listener listener) {
        listeners.add(listener);
    }

    /** Says what was committed. */
    public void advance(Advance advance) {
        advance(advance.end());
        listeners.forEach(listener -> listener.advanced(advance));
    }

    /** Says that a position was committed, to those alone who wait for one. */
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
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        for (long left = millis;
                left > 0 && !isKnown(wanted);
                left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime())) {
            // Every batch that is committed wakes all who wait, most of them for another.
            wait(left);
        }
        return isKnown(wanted);
    }

    /** Whether the position is known to be included, without asking the database. */
    public synchronized boolean isKnown(Position wanted) {
        return furthest != null && furthest.includes(wanted);
    }
}
