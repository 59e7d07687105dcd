package org.gongkai.intake.disclosureapplication;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.gongkai.intake.journal.Journal;
import org.gongkai.intake.personaldata.Erasing;
import org.jboss.logging.Logger;

/** Erases personal data of every kind of record whose time is over, where a time is set; looks at start and then again and again. */
@ApplicationScoped
class Retention {

    private static final Logger LOG = Logger.getLogger(Retention.class);
    private static final int FEWEST_YEARS = 1;

    @Inject
    @Any
    Instance<Erasing> records;

    @Inject
    Journal journal;

    @Inject
    RetentionSettings settings;

    private ScheduledExecutorService thread;

    void start(@Observes StartupEvent event) {
        if (settings.years().isEmpty()) {
            return;
        }
        if (settings.years().getAsInt() < FEWEST_YEARS) {
            throw new IllegalStateException(
                    "gongkai.retention.years must be 1 or more; leave it out to keep personal data for ever.");
        }
        thread = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread made = new Thread(work, "retention");
            made.setDaemon(true);
            return made;
        });
        thread.scheduleWithFixedDelay(this::look, 0, settings.interval().toMillis(), TimeUnit.MILLISECONDS);
    }

    void stop(@Observes ShutdownEvent event) {
        if (thread != null) {
            thread.shutdownNow();
        }
    }

    private void look() {
        try {
            for (Erasing each : records) {
                int erased = each.eraseAll(settings.years().getAsInt(), journal.today());
                if (erased > 0) {
                    LOG.infof("personal data of %d cases were erased", erased);
                }
            }
        } catch (RuntimeException e) {
            // an exception would end the schedule; the database may be away for a while
            LOG.warnf("personal data whose time is over are erased later: %s", e.getMessage());
        }
    }
}
