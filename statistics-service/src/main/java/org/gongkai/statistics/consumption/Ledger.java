package org.gongkai.statistics.consumption;

import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.gongkai.statistics.confirmation.YearMarkTable;
import org.gongkai.statistics.counting.CellTable;
import org.gongkai.statistics.lane.Advance;
import org.gongkai.statistics.lane.CountedPosition;
import org.gongkai.statistics.lane.LaneMove;
import org.gongkai.statistics.lane.LaneTable;
import org.gongkai.statistics.lane.Position;
import org.gongkai.statistics.lane.Standing;
import org.gongkai.statistics.organisation.OrganisationTables;
import org.gongkai.statistics.unreadable.FactIds;
import org.gongkai.statistics.unreadable.UnreadableFact;
import org.gongkai.statistics.unreadable.UnreadableTable;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The one way by which a delivery becomes a count, whether Kafka or the journal brought it: counts and positions in one
 * transaction, and only if the stored positions are still those that the batch was folded from.
 */
@ApplicationScoped
class Ledger {

    private static final Logger LOG = Logger.getLogger(Ledger.class);

    /** Another writer moves a lane only forward, so each turn finds more of the batch counted already. */
    private static final int MOST_TURNS = 1_000;

    private final DataSource database;
    private final Clock clock;
    private final CountingMetrics metrics;
    private final CountedPosition counted;
    private final FactIds ids;

    Ledger(DataSource database, Clock clock, CountingMetrics metrics, CountedPosition counted, FactIds ids) {
        this.database = database;
        this.clock = clock;
        this.metrics = metrics;
        this.counted = counted;
        this.ids = ids;
    }

    /**
     * Counts a batch.
     *
     * @param deliveries in the order in which they came
     * @param generationOfTheJournal asked where nothing was ever counted; where it answers nothing, the first fact decides
     * @throws SQLException where the database does not answer: nothing is counted then, and the same batch may come again
     */
    synchronized Applied apply(List<Delivery> deliveries, Supplier<Optional<Integer>> generationOfTheJournal)
            throws SQLException {
        // One batch at a time in this process; the fence is for the others.
        Timer.Sample sample = Timer.start();
        for (int turn = 0; turn < MOST_TURNS; turn++) {
            Optional<Applied> applied = tryToApply(deliveries, generationOfTheJournal);
            if (applied.isPresent()) {
                sample.stop(metrics.batch);
                return applied.get();
            }
            metrics.fenced.increment();
        }
        throw new SQLException("lanes were moved under the feet of a batch " + MOST_TURNS + " times");
    }

    /** Notes that the journal has begun a new generation: nothing is counted from now on. */
    void noteNewerGeneration(int generation) throws SQLException {
        try (Connection connection = database.getConnection()) {
            LaneTable.noteNewerGeneration(connection, generation);
        }
    }

    private Optional<Applied> tryToApply(List<Delivery> deliveries, Supplier<Optional<Integer>> generationOfTheJournal)
            throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                Standing standing = begin(connection, deliveries, generationOfTheJournal);
                Batch batch = Batch.fold(
                        deliveries, standing.position(), standing.isStopped(), OffsetDateTime.now(clock), ids::next);
                Optional<Position> end = write(connection, batch);
                if (end.isEmpty()) {
                    connection.rollback();
                    return Optional.empty();
                }
                connection.commit();
                return Optional.of(report(batch, standing, end.get()));
            } catch (SQLException | RuntimeException failure) {
                rollBack(connection, failure);
                throw failure;
            }
        }
    }

    private Standing begin(
            Connection connection, List<Delivery> deliveries, Supplier<Optional<Integer>> generationOfTheJournal)
            throws SQLException {
        Standing standing = LaneTable.read(connection);
        if (standing.position().generation() > 0) {
            return standing;
        }
        Optional<Integer> generation = generationOfTheJournal.get().or(() -> firstGeneration(deliveries));
        if (generation.isEmpty()) {
            return standing;
        }
        LaneTable.begin(connection, generation.get());
        connection.commit();
        return LaneTable.read(connection);
    }

    private static Optional<Integer> firstGeneration(List<Delivery> deliveries) {
        return deliveries.stream()
                .map(delivery -> Numbering.of(delivery.headers()))
                .filter(Numbering.Numbered.class::isInstance)
                .map(numbering -> ((Numbering.Numbered) numbering).number().generation())
                .findFirst();
    }

    /** Writes what was folded; empty where a lane is no longer where the batch started. */
    private Optional<Position> write(Connection connection, Batch batch) throws SQLException {
        List<LaneMove> moves = batch.moves();
        if (!moves.isEmpty()
                && !LaneTable.move(connection, batch.end().generation(), moves, OffsetDateTime.now(clock))) {
            return Optional.empty();
        }
        if (batch.showsNewerGeneration()) {
            LaneTable.noteNewerGeneration(connection, batch.newestGeneration());
        }
        CellTable.add(connection, batch.deltas());
        YearMarkTable.keep(connection, batch.yearMarks());
        UnreadableTable.store(connection, batch.unreadable());
        metrics.foreign.increment(UnreadableTable.store(connection, batch.foreign()));
        OrganisationTables.apply(connection, batch.treeChanges());
        return Optional.of(batch.end());
    }

    private Applied report(Batch batch, Standing standing, Position end) {
        counted.advance(new Advance(standing.position(), end, () -> touched(batch), concernsEverybody(batch)));
        metrics.size(batch.applied(), batch.deltas().size());
        metrics.applied.increment(batch.applied());
        metrics.repeats.increment(batch.repeats());
        metrics.withheld.increment(batch.withheld());
        metrics.ofOlderGenerations.increment(batch.ofOlderGenerations());
        metrics.unreadable.increment(batch.unreadable().size());
        batch.unreadable()
                .forEach(fact ->
                        LOG.warnf("Stored a fact that can't be read: %s %s", fact.reason(), keys(fact.number())));
        batch.foreign().forEach(fact -> LOG.warnf("Stored a record without a number: %s", fact.reason()));
        boolean stopped = standing.isStopped() || batch.showsNewerGeneration();
        return new Applied(batch.applied(), batch.repeats(), batch.withheld(), batch.gaps(), stopped);
    }

    private static Set<String> touched(Batch batch) {
        Set<String> organisations = new HashSet<>();
        batch.deltas().forEach(delta -> organisations.add(delta.cell().organisation()));
        batch.yearMarks().forEach(mark -> organisations.add(mark.organisation()));
        return organisations;
    }

    private static boolean concernsEverybody(Batch batch) {
        return batch.showsNewerGeneration()
                || !batch.treeChanges().isEmpty()
                || !batch.unreadable().isEmpty()
                || !batch.foreign().isEmpty();
    }

    private static String keys(UnreadableFact.@Nullable Number number) {
        return number == null ? "" : "lane=" + number.lane() + " position=" + number.position();
    }

    private static void rollBack(Connection connection, Exception because) {
        try {
            connection.rollback();
        } catch (SQLException alsoFailed) {
            because.addSuppressed(alsoFailed);
        }
    }
}
