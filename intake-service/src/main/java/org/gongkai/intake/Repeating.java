package org.gongkai.intake;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Work in the background that is done again and again by a daemon thread of its own. The interval lies between the end of one
 * run and the start of the next. A failure is a line of the log and ends nothing: the database may be away for a while.
 */
public final class Repeating {

    /** One run. */
    public interface Work {
        void run() throws Exception;
    }

    private final String name;
    private final Logger log;
    private final String later;
    private ScheduledExecutorService thread;

    /**
     * @param name of the thread
     * @param log of whose work it is
     * @param later what is said of a run that failed: what will be done by the next
     */
    public Repeating(String name, Logger log, String later) {
        this.name = name;
        this.log = log;
        this.later = later;
    }

    /** Begins at once. */
    public void start(Duration interval, Work work) {
        start(Duration.ZERO, interval, work);
    }

    /** Begins after a first while. */
    public synchronized void start(Duration first, Duration interval, Work work) {
        thread = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread made = new Thread(task, name);
            made.setDaemon(true);
            return made;
        });
        thread.scheduleWithFixedDelay(
                () -> attempt(work), first.toMillis(), interval.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void attempt(Work work) {
        try {
            work.run();
        } catch (Exception e) {
            // an exception would end the schedule
            log.warnf("%s: %s", later, e.getMessage());
        }
    }

    /** Interrupts a run that is under way, and begins none any more; nothing where it was never started. */
    public synchronized void stop() {
        if (thread != null) {
            thread.shutdownNow();
        }
    }
}
