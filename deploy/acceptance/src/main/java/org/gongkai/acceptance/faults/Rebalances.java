package org.gongkai.acceptance.faults;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * How often the group gave partitions to a replica of statistics-service, and how long it did not: seen by how many each
 * replica says that it was given. What it lost says nothing of when: one that slept says it when it wakes.
 */
final class Rebalances implements AutoCloseable {

    private static final long EVERY_MILLIS = 200;

    private final Map<Counters, Long> taken = new HashMap<>();
    private final Map<Counters, Integer> counts = new HashMap<>();
    private final Thread watcher;
    private long last = System.nanoTime();
    private long longest;

    private Rebalances(List<Counters> replicas) {
        watcher = new Thread(() -> watch(replicas), "rebalances");
    }

    /** Watches from now on. */
    static Rebalances of(List<Counters> replicas) {
        Rebalances rebalances = new Rebalances(replicas);
        rebalances.watcher.setDaemon(true);
        rebalances.watcher.start();
        return rebalances;
    }

    private void watch(List<Counters> replicas) {
        try {
            while (true) {
                for (Counters replica : replicas) {
                    Long now = replica.partitionsTaken();
                    if (now != null) {
                        note(replica, now);
                    }
                }
                TimeUnit.MILLISECONDS.sleep(EVERY_MILLIS);
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void note(Counters replica, long now) {
        Long before = taken.put(replica, now);
        if (before != null && now > before) {
            counts.merge(replica, 1, Integer::sum);
            longest = Math.max(longest, System.nanoTime() - last);
            last = System.nanoTime();
        }
    }

    /** The process of a replica is gone: the next begins at 0. */
    synchronized void forget(Counters replica) {
        taken.put(replica, 0L);
    }

    /** How often partitions were given to a replica. */
    synchronized int count(Counters replica) {
        return counts.getOrDefault(replica, 0);
    }

    /** How often partitions were given to any; a rebalance may be seen at both. */
    synchronized int count() {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
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
