package org.gongkai.statistics.progress;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;
import org.gongkai.statistics.consumption.JournalWatch;
import org.gongkai.statistics.consumption.PartitionsHeld;
import org.gongkai.statistics.snapshot.Snapshots;

/**
 * Readiness about content. The service is ready when it can answer from the database; lag, gaps, a new generation and the
 * partitions held are data, since answers say themselves whether they are complete and at which position they stand.
 */
@Readiness
@ApplicationScoped
class CountingReadiness implements HealthCheck {

    private final Snapshots snapshots;
    private final ProgressReader progress;
    private final JournalWatch journal;
    private final PartitionsHeld partitions;

    CountingReadiness(Snapshots snapshots, ProgressReader progress, JournalWatch journal, PartitionsHeld partitions) {
        this.snapshots = snapshots;
        this.progress = progress;
        this.journal = journal;
        this.partitions = partitions;
    }

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder answer = HealthCheckResponse.named("counting");
        try {
            ProgressView now = snapshots.read(progress::read);
            answer.up()
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
}
