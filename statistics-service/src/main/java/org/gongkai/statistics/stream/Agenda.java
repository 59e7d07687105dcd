package org.gongkai.statistics.stream;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Which figures are read next: those that may have moved and were not read just now, the ones that have waited longest first,
 * as many at once as take a slice of time, within {@link Budget}. Of the hub's thread alone.
 */
final class Agenda {

    private static final long SLICE = TimeUnit.MILLISECONDS.toNanos(5);
    /** What is due and is not done now is being done by somebody else. */
    private static final long SHORTEST_SLEEP = TimeUnit.MILLISECONDS.toNanos(1);

    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final Budget budget = new Budget(System.nanoTime());

    /** Work on figures. */
    interface Work {
        /** Does it. */
        void run() throws SQLException;
    }

    /** What is to be read now, together; empty: nothing. */
    List<Watch> due(Collection<Watch> watches) {
        long now = System.nanoTime();
        List<Watch> due = new ArrayList<>();
        for (Watch watch : watches) {
            if (isWanted(watch)
                    && now - watch.readAt() >= Connection.APART
                    && budget.allows(watch.took(), now - watch.staleSince(), now)) {
                due.add(watch);
            }
        }
        due.sort(Comparator.comparingLong(Watch::staleSince));
        long expected = 0;
        int many = 0;
        while (many < due.size() && (many == 0 || expected + due.get(many).took() <= SLICE)) {
            expected += due.get(many).took();
            many++;
        }
        return due.subList(0, many);
    }

    /** Does work and notes what it took. */
    void spend(Work work) throws SQLException {
        long begin = System.nanoTime();
        long worked = threads.getCurrentThreadCpuTime();
        try {
            work.run();
        } finally {
            long end = System.nanoTime();
            budget.spent(threads.getCurrentThreadCpuTime() - worked, end - begin, end);
        }
    }

    /**
     * In how many nanoseconds something is due.
     *
     * @param tick after so many a long one is looked at again: it waits for savings or patience
     * @param longest the answer where nothing is due before
     */
    long untilDue(Collection<Watch> watches, long now, long tick, long longest) {
        long wait = longest;
        for (Watch watch : watches) {
            if (isWanted(watch)) {
                long paced = watch.readAt() + Connection.APART - now;
                long turn = watch.took() > Budget.SHORT ? tick : Math.max(paced, budget.rest(now));
                wait = Math.min(wait, Math.max(turn, SHORTEST_SLEEP));
            }
        }
        return wait;
    }

    private static boolean isWanted(Watch watch) {
        return watch.isStale() && watch.latest() != null && !watch.connections().isEmpty();
    }
}
