package org.gongkai.intake.idempotency;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.gongkai.intake.Repeating;
import org.jboss.logging.Logger;

/** Deletes kept answers when their time is over; replicas may do so at once. */
@ApplicationScoped
class Tidying {

    private static final Logger LOG = Logger.getLogger(Tidying.class);

    @Inject
    KeptAnswers answers;

    @Inject
    IdempotencySettings settings;

    private final Repeating repeating =
            new Repeating("kept-answers", LOG, "kept answers whose time is over are deleted later");

    void start(@Observes StartupEvent event) {
        repeating.start(settings.interval(), answers::tidy);
    }

    void stop(@Observes ShutdownEvent event) {
        repeating.stop();
    }
}
