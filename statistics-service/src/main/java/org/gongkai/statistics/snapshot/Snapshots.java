package org.gongkai.statistics.snapshot;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import org.gongkai.statistics.lane.Standing;
import org.gongkai.statistics.ledger.Ledgers;
import org.gongkai.statistics.organisation.OrganisationTables;
import org.gongkai.statistics.organisation.OrganisationTree;
import org.jspecify.annotations.Nullable;

/** Takes snapshots. The tree is read again only when its version is not the one held. */
@ApplicationScoped
public class Snapshots {

    private final Ledgers ledgers;
    private final Clock clock;
    private volatile @Nullable Held held;

    Snapshots(Ledgers ledgers, Clock clock) {
        this.ledgers = ledgers;
        this.clock = clock;
    }

    /** What is read in a snapshot. */
    public interface Reading<T> {
        /** Reads. */
        T in(Snapshot snapshot) throws SQLException;
    }

    /** Reads in a snapshot of its own. */
    public <T> T read(Reading<T> reading) throws SQLException {
        return ledgers.read((connection, standing) -> {
            OffsetDateTime asOf = OffsetDateTime.now(clock).truncatedTo(ChronoUnit.MILLIS);
            return reading.in(new Snapshot(connection, standing, tree(connection, standing), asOf));
        });
    }

    private OrganisationTree tree(Connection connection, Standing standing) throws SQLException {
        Held current = held;
        return current != null && current.isOf(standing) ? current.tree() : readTree(connection, standing);
    }

    /** One at a time: the tree of a country is large, and all who come at once want the same. */
    private synchronized OrganisationTree readTree(Connection connection, Standing standing) throws SQLException {
        Held current = held;
        if (current == null || !current.isOf(standing)) {
            current = new Held(standing.ledger(), standing.treeVersion(), OrganisationTables.read(connection));
            held = current;
        }
        return current.tree();
    }

    private record Held(int ledger, long version, OrganisationTree tree) {
        boolean isOf(Standing standing) {
            return ledger == standing.ledger() && version == standing.treeVersion();
        }
    }
}
