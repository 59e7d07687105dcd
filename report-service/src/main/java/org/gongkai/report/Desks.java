package org.gongkai.report;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.Semaphore;

/**
 * Desks at which reports are put together: what a report is made of stands in memory as long as that takes, and more at once
 * than there are processors for take more of it and no less time. Who comes first is served first.
 */
@ApplicationScoped
public class Desks {

    private final Semaphore free;

    @Inject
    Desks(Settings settings) {
        this.free = new Semaphore(settings.atOnce(), true);
    }

    /** Reports that are put together. */
    @ConfigMapping(prefix = "gongkai.report")
    interface Settings {

        /** How many of them at once, some 2 MB of heap each. */
        @WithDefault("4")
        int atOnce();
    }

    /** A desk for one report; it is not taken yet. */
    public Desk one() {
        return new Desk();
    }

    /** A desk of one report, in one thread. Nobody sits at it who waits for another service; its own database is asked at it. */
    public final class Desk implements AutoCloseable {

        private boolean taken;

        private Desk() {}

        /** Waits until one is free, and takes it. */
        public void take() {
            free.acquireUninterruptibly();
            taken = true;
        }

        /** Leaves it to others. */
        public void leave() {
            if (taken) {
                taken = false;
                free.release();
            }
        }

        @Override
        public void close() {
            leave();
        }
    }
}
