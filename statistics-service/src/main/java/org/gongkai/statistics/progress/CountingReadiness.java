package org.gongkai.statistics.progress;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;
import org.gongkai.statistics.consumption.JournalWatch;
import org.gongkai.statistics.consumption.PartitionsHeld;
import org.jspecify.annotations.Nullable;

/**
 * Readiness about content: the service is ready when it can answer from the database, when its consumer has been given its
 * part by the group or is waiting for it as it may, and when counting is not known to be further behind than it may be. Gaps, a new generation and a
 * journal out of reach are data, since answers say themselves whether they are complete and at which position they stand.
 */
@Readiness
@ApplicationScoped
class CountingReadiness implements HealthCheck {

    private final ProgressReader progress;
    private final JournalWatch journal;
    private final PartitionsHeld partitions;
    private final ReadinessSettings settings;

    CountingReadiness(
            ProgressReader progress, JournalWatch journal, PartitionsHeld partitions, ReadinessSettings settings) {
        this.progress = progress;
        this.journal = journal;
        this.partitions = partitions;
        this.settings = settings;
    }

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder answer = HealthCheckResponse.named("counting");
        try {
            ProgressView now = progress.read();
            answer.status(isReady(now))
                    .withData("assigned", assigned())
                    .withData("state", now.state().name())
                    .withData("generation", now.generation())
                    .withData("lag", now.lag() == null ? "unknown" : now.lag().toString())
                    .withData("gaps", journal.openGaps())
                    .withData("unreadableFacts", now.unreadableFacts())
                    .withData("partitions", partitions.now().toString())
                    .withData("journal", journal.failure() == null ? "reached" : "not reached");
            if (now.newerGeneration() != null) {
                answer.withData("newerGeneration", now.newerGeneration());
            }
            return answer.build();
        } catch (SQLException failure) {
            return answer.down().withData("database", "does not answer").build();
        }
    }

    private boolean isReady(ProgressView now) {
        // After a kill the group gives nothing until the session of the killed member is over, ten seconds. Facts come
        // by
        // healing meanwhile, and answers are as good as any: nobody is served by turning callers away.
        return (partitions.assignedOnce() || partitions.isJoining()) && isWithinLag(now.lag(), settings.mostLag());
    }

    private String assigned() {
        String notYet = partitions.isJoining() ? "joining" : "no";
        return partitions.assignedOnce() ? "yes" : notYet;
    }

    /**
     * Whether a lag may be.
     *
     * @param lag null: not known, which is no reason to turn callers away
     * @param most 0: any
     */
    static boolean isWithinLag(@Nullable Long lag, long most) {
        return lag == null || most == 0 || lag <= most;
    }
}
