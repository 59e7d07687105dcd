package org.gongkai.report.statement;

import io.smallrye.mutiny.TimeoutException;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/** Calls of statistics-service, none of which takes longer than it may. */
@ApplicationScoped
class BoundedCalls {

    private static final Logger LOG = Logger.getLogger(BoundedCalls.class);

    @Inject
    StatisticsSettings settings;

    /** Until when a report that begins now waits. */
    Deadline begin() {
        return Deadline.in(settings.patience());
    }

    /**
     * Asks until there is an answer: a service that is starting, or a connection that broke, is tried again.
     *
     * @throws TimeoutException where there is none by the deadline
     */
    Answer patiently(Supplier<Uni<Response>> call, Deadline deadline) {
        return bounded(call)
                .onItem()
                .transformToUni(answer -> answer.away()
                        ? Uni.createFrom().<Answer>failure(new IllegalStateException("status " + answer.status()))
                        : Uni.createFrom().item(answer))
                .onFailure()
                .invoke(failure -> LOG.debugf("statistics-service gives no answer: %s", failure))
                .onFailure()
                .retry()
                .withBackOff(settings.pause(), settings.pause())
                .indefinitely()
                .ifNoItem()
                .after(deadline.left())
                .fail()
                .await()
                .indefinitely();
    }

    /**
     * Asks once, for what can be done without.
     *
     * @throws RuntimeException where there is no answer, in time or at all
     */
    Answer once(Supplier<Uni<Response>> call, Deadline deadline) {
        return bounded(call).ifNoItem().after(deadline.left()).fail().await().indefinitely();
    }

    private Uni<Answer> bounded(Supplier<Uni<Response>> call) {
        return Uni.createFrom()
                .deferred(call::get)
                .onFailure(WebApplicationException.class)
                .recoverWithItem(failure -> ((WebApplicationException) failure).getResponse())
                .map(Answer::of)
                .ifNoItem()
                .after(settings.longestCall())
                .fail();
    }
}
