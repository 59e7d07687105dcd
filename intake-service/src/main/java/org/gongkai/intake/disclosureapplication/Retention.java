package org.gongkai.intake.disclosureapplication;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import org.gongkai.intake.Repeating;
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

    private final Repeating repeating =
            new Repeating("retention", LOG, "personal data whose time is over are erased later");

    void start(@Observes StartupEvent event) {
        if (settings.years().isEmpty()) {
            return;
        }
        if (settings.years().getAsInt() < FEWEST_YEARS) {
            throw new IllegalStateException(
                    "gongkai.retention.years must be 1 or more; leave it out to keep personal data for ever.");
        }
        repeating.start(settings.interval(), this::look);
    }

    void stop(@Observes ShutdownEvent event) {
        repeating.stop();
    }

    private void look() {
        for (Erasing each : records) {
            int erased = each.eraseAll(settings.years().getAsInt(), journal.today());
            if (erased > 0) {
                LOG.infof("personal data of %d cases were erased", erased);
            }
        }
    }
}
