package org.gongkai.statistics.snapshot;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import javax.sql.DataSource;
import org.gongkai.statistics.lane.LaneTable;
import org.gongkai.statistics.lane.Standing;
import org.gongkai.statistics.organisation.OrganisationTables;
import org.gongkai.statistics.organisation.OrganisationTree;
import org.jspecify.annotations.Nullable;

/** Takes snapshots. The tree is read again only when its version is not the one held. */
@ApplicationScoped
public class Snapshots {

    private final DataSource database;
    private final Clock clock;
    private volatile @Nullable Held held;

    Snapshots(DataSource database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** What is read in a snapshot. */
    public interface Reading<T> {
        /** Reads. */
        T in(Snapshot snapshot) throws SQLException;
    }

    /** Reads in a snapshot of its own. */
    public <T> T read(Reading<T> reading) throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try (Statement begin = connection.createStatement()) {
                begin.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY");
                Standing standing = LaneTable.read(connection);
                OffsetDateTime asOf = OffsetDateTime.now(clock).truncatedTo(ChronoUnit.MILLIS);
                return reading.in(new Snapshot(connection, standing, tree(connection, standing.treeVersion()), asOf));
            } finally {
                connection.rollback();
            }
        }
    }

    private OrganisationTree tree(Connection connection, long version) throws SQLException {
        Held current = held;
        if (current == null || current.version() != version) {
            current = new Held(version, OrganisationTables.read(connection));
            held = current;
        }
        return current.tree();
    }

    private record Held(long version, OrganisationTree tree) {}
}
