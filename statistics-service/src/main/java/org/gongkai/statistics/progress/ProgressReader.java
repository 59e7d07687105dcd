package org.gongkai.statistics.progress;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.gongkai.statistics.consumption.JournalWatch;
import org.gongkai.statistics.lane.Lane;
import org.gongkai.statistics.lane.Standing;
import org.gongkai.statistics.ledger.Ledgers;
import org.gongkai.statistics.progress.ProgressView.Gap;
import org.gongkai.statistics.progress.ProgressView.JournalState;
import org.gongkai.statistics.progress.ProgressView.LaneProgress;
import org.gongkai.statistics.progress.ProgressView.State;
import org.gongkai.statistics.progress.ProgressView.TrailProgress;
import org.gongkai.statistics.trail.TrailSettings;
import org.gongkai.statistics.trail.TrailTable;
import org.gongkai.statistics.unreadable.UnreadableTable;

/** Reads how far counting has come: positions from the database, heads and gaps as this process knows them. */
@ApplicationScoped
class ProgressReader {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final Ledgers ledgers;
    private final JournalWatch journal;
    private final TrailSettings trail;
    private final Clock clock;

    ProgressReader(Ledgers ledgers, JournalWatch journal, TrailSettings trail, Clock clock) {
        this.ledgers = ledgers;
        this.journal = journal;
        this.trail = trail;
        this.clock = clock;
    }

    /** Reads it in a snapshot of its own, and without the tree, which may be large and change with every batch. */
    ProgressView read() throws SQLException {
        return ledgers.read(this::read);
    }

    private ProgressView read(Connection connection, Standing standing) throws SQLException {
        OffsetDateTime asOf = OffsetDateTime.now(clock).truncatedTo(ChronoUnit.MILLIS);
        List<LaneProgress> lanes = lanes(connection);
        boolean knowsHeads = lanes.stream().anyMatch(lane -> lane.lag() != null);
        return new ProgressView(
                standing.isStopped() ? State.STOPPED : State.COUNTING,
                standing.position().generation(),
                standing.isStopped() ? standing.newerGeneration() : null,
                standing.position().toString(),
                asOf,
                knowsHeads
                        ? lanes.stream()
                                .map(LaneProgress::lag)
                                .filter(Objects::nonNull)
                                .mapToLong(Long::longValue)
                                .sum()
                        : null,
                UnreadableTable.count(connection),
                new JournalState(journal.lastReached(), journal.failure()),
                trail.enabled() ? trail(connection, knowsHeads) : null,
                lanes);
    }

    private List<LaneProgress> lanes(Connection connection) throws SQLException {
        List<LaneProgress> lanes = new ArrayList<>();
        try (PreparedStatement read = connection.prepareStatement(
                        "SELECT lane, position, kafka_partition, kafka_offset, updated_at FROM lane ORDER BY lane");
                ResultSet row = read.executeQuery()) {
            while (row.next()) {
                lanes.add(lane(row));
            }
        }
        return lanes;
    }

    private TrailProgress trail(Connection connection, boolean knowsHeads) throws SQLException {
        TrailTable.State state = TrailTable.read(connection);
        long lag = 0;
        for (int lane = 0; lane < Lane.COUNT; lane++) {
            long position = state.position().of(lane);
            lag += journal.head(lane)
                    .map(head -> Math.max(0, head.position() - position))
                    .orElse(0L);
        }
        return new TrailProgress(
                state.position().toString(),
                state.position().generation(),
                knowsHeads ? lag : null,
                TrailTable.unreadable(connection),
                state.restarts());
    }

    private LaneProgress lane(ResultSet row) throws SQLException {
        int lane = row.getInt(1);
        long position = row.getLong(2);
        OffsetDateTime moved = row.getObject(5, OffsetDateTime.class);
        Long head = journal.head(lane).map(JournalWatch.Head::position).orElse(null);
        return new LaneProgress(
                lane,
                position,
                row.getObject(3, Integer.class),
                row.getObject(4, Long.class),
                head,
                // What was counted since the journal was asked is no negative lag.
                head == null ? null : Math.max(0, head - position),
                moved == null ? null : moved.atZoneSameInstant(ZONE).toOffsetDateTime(),
                journal.gap(lane)
                        .map(gap -> new Gap(gap.expected(), gap.came(), gap.since()))
                        .orElse(null));
    }
}
