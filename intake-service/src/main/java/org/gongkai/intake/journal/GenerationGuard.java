package org.gongkai.intake.journal;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/**
 * Raises the journal's generation where the database is not the one that wrote it: restored, failed over or moved, it may
 * hand out numbers that were published before. Runs at start, before any write is taken.
 */
@ApplicationScoped
class GenerationGuard {

    private static final Logger LOG = Logger.getLogger(GenerationGuard.class);
    private static final String RAISE = """
            INSERT INTO journal_generation (generation, system_identifier, timeline)
            SELECT coalesce(max(g.generation), 0) + 1, here.system_identifier, here.timeline
              FROM (SELECT system_identifier,
                           ('x' || lpad(substr(pg_walfile_name(pg_current_wal_insert_lsn()), 1, 8), 16, '0'))::bit(64)::bigint
                             AS timeline
                      FROM pg_control_system()) here
              LEFT JOIN journal_generation g ON true
             GROUP BY here.system_identifier, here.timeline
            HAVING NOT EXISTS (SELECT 1 FROM journal_generation newest
                                WHERE newest.generation = (SELECT max(generation) FROM journal_generation)
                                  AND newest.system_identifier = here.system_identifier
                                  AND newest.timeline = here.timeline)
            RETURNING generation
            """;

    @Inject
    DataSource database;

    void check(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) StartupEvent start) throws SQLException {
        int raised;
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            raised = raise(connection);
            connection.commit();
        }
        if (raised > 1) {
            LOG.warnf(
                    "the database is not the one that wrote the journal: its generation is now %d,"
                            + " and facts are to be counted anew",
                    raised);
        }
    }

    /** Answers the new generation, or 0 where it stands. */
    static int raise(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            // two replicas that start at once must not both raise it
            statement.execute("LOCK TABLE journal_generation IN SHARE ROW EXCLUSIVE MODE");
            ResultSet rows = statement.executeQuery(RAISE);
            return rows.next() ? rows.getInt(1) : 0;
        }
    }
}
