package org.gongkai.statistics.stream;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;

/** Bodies and years whose last listener left: remembered for a while, for one that comes again. Of the hub's thread alone. */
final class Deserted {

    private static final long REMEMBERED = TimeUnit.SECONDS.toNanos(60);
    /** So many are remembered at most. */
    private static final int MOST = 200;

    private final ConcurrentMap<Watch.Key, Watch> watches;
    private final Map<Watch, Long> since = new HashMap<>();

    Deserted(ConcurrentMap<Watch.Key, Watch> watches) {
        this.watches = watches;
    }

    /** Forgets those that were deserted for long, or for longer than the most. */
    void forget(long now) {
        since.keySet().removeIf(watch -> !watch.isDeserted());
        for (Watch watch : watches.values()) {
            if (watch.isDeserted()) {
                since.putIfAbsent(watch, now);
            }
        }
        since.entrySet().stream()
                .sorted(Map.Entry.<Watch, Long>comparingByValue().reversed())
                .skip(MOST)
                .forEach(entry -> entry.setValue(now - REMEMBERED));
        since.entrySet().removeIf(entry -> {
            boolean over = now - entry.getValue() >= REMEMBERED;
            if (over) {
                watches.computeIfPresent(entry.getKey().key(), (key, held) -> held.isDeserted() ? null : held);
            }
            return over;
        });
    }
}
