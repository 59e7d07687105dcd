package org.gongkai.intake.idempotency;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Deletes kept answers when their time is over; replicas may do so at once. */
@ApplicationScoped
class Tidying {

    private static final Logger LOG = Logger.getLogger(Tidying.class);

    @Inject
    KeptAnswers answers;

    @Inject
    IdempotencySettings settings;

    private ScheduledExecutorService thread;

    void start(@Observes StartupEvent event) {
        thread = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread made = new Thread(work, "kept-answers");
            made.setDaemon(true);
            return made;
        });
        thread.scheduleWithFixedDelay(this::tidy, 0, settings.interval().toMillis(), TimeUnit.MILLISECONDS);
    }

    void stop(@Observes ShutdownEvent event) {
        thread.shutdownNow();
    }

    private void tidy() {
        try {
            answers.tidy();
        } catch (RuntimeException e) {
            // an exception would end the schedule; the database may be away for a while
            LOG.warnf("kept answers whose time is over are deleted later: %s", e.getMessage());
        }
    }
}
