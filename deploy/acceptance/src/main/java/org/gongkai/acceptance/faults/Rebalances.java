package org.gongkai.acceptance.faults;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * How often partitions came to a replica of statistics-service, and how long they did not: seen by the number that each
 * replica says it holds. That one holds fewer says nothing of when it lost them: one that was killed says 0 when it runs
 * again, before it has joined, and one that slept says it when it wakes.
 */
final class Rebalances implements AutoCloseable {

    private static final long EVERY_MILLIS = 200;

    private final List<Counters> replicas;
    private final Map<Counters, Long> held = new HashMap<>();
    private final Thread watcher = new Thread(this::watch, "rebalances");
    private long last = System.nanoTime();
    private long longest;
    private int count;

    private Rebalances(List<Counters> replicas) {
        this.replicas = replicas;
    }

    /** Watches from now on. */
    static Rebalances of(List<Counters> replicas) {
        Rebalances rebalances = new Rebalances(replicas);
        rebalances.watcher.setDaemon(true);
        rebalances.watcher.start();
        return rebalances;
    }

    private void watch() {
        try {
            while (true) {
                for (Counters replica : replicas) {
                    look(replica);
                }
                TimeUnit.MILLISECONDS.sleep(EVERY_MILLIS);
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    private void look(Counters replica) throws InterruptedException {
        Long now = replica.partitionsHeld();
        if (now != null) {
            Long before = held.put(replica, now);
            if (before != null && now > before) {
                came();
            }
        }
    }

    private synchronized void came() {
        longest = Math.max(longest, System.nanoTime() - last);
        last = System.nanoTime();
        count++;
    }

    /** How often a replica came to hold more partitions than it held; a rebalance may be seen at both. */
    synchronized int count() {
        return count;
    }

    /** Seconds without that at most, those since it was last so among them. */
    synchronized double longestWithout() {
        return Math.max(longest, System.nanoTime() - last) / 1e9;
    }

    @Override
    public void close() {
        watcher.interrupt();
    }
}
