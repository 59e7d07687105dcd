package org.gongkai.statistics.consumption;

import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.gongkai.statistics.counting.Rules;
import org.gongkai.statistics.lane.LaneMove;
import org.gongkai.statistics.lane.LaneTable;
import org.gongkai.statistics.lane.Standing;
import org.gongkai.statistics.trail.TraceTable;
import org.gongkai.statistics.trail.TrailPosition;
import org.gongkai.statistics.trail.TrailTable;
import org.gongkai.statistics.trail.Trails;
import org.gongkai.statistics.unreadable.FactIds;
import org.gongkai.statistics.unreadable.UnreadableTable;
import org.jboss.logging.Logger;

/** The second projection: what each fact leaves behind, under the same numbering and the same fence as the counts. */
@ApplicationScoped
class Trail implements Projection<Tracing> {

    private static final Logger LOG = Logger.getLogger(Trail.class);

    /** Another writer moves a lane only forward, so each turn finds more of the batch kept already. */
    private static final int MOST_TURNS = 1_000;

    private final Trails trails;
    private final TrailPosition position;
    private final TrailMetrics metrics;
    private final FactIds ids;
    private final Clock clock;

    Trail(Trails trails, TrailPosition position, TrailMetrics metrics, FactIds ids, Clock clock) {
        this.trails = trails;
        this.position = position;
        this.metrics = metrics;
        this.ids = ids;
        this.clock = clock;
    }

    /** Keeps deliveries, in the order in which they came, folding them again until nobody got in between. */
    Applied apply(List<Delivery> deliveries, Supplier<Optional<Integer>> generationOfTheJournal) throws SQLException {
        for (int turn = 0; turn < MOST_TURNS; turn++) {
            Standing standing = begin(deliveries, generationOfTheJournal);
            Batch<Tracing> batch = batch(standing);
            deliveries.forEach(batch::take);
            if (write(standing.ledger(), batch)) {
                boolean stopped = standing.isStopped() || batch.showsNewerGeneration();
                return new Applied(batch.applied(), batch.repeats(), batch.withheld(), batch.gaps(), stopped);
            }
        }
        throw new SQLException("lanes of the trail were moved under the feet of a batch " + MOST_TURNS + " times");
    }

    @Override
    public Standing begin(List<? extends Delivery> deliveries, Supplier<Optional<Integer>> generationOfTheJournal)
            throws SQLException {
        TrailTable.State state = trails.state();
        if (state.position().generation() > 0) {
            return standing(state);
        }
        Optional<Integer> generation = generationOfTheJournal.get().or(() -> firstGeneration(deliveries));
        if (generation.isEmpty()) {
            return standing(state);
        }
        trails.write(connection -> {
            LaneTable.begin(connection, generation.get());
            TrailTable.setRules(connection, Rules.VERSION);
            return generation;
        });
        return standing(trails.state());
    }

    private static Standing standing(TrailTable.State state) {
        return new Standing(state.position(), state.newerGeneration(), 0, 0);
    }

    private static Optional<Integer> firstGeneration(List<? extends Delivery> deliveries) {
        return deliveries.stream()
                .map(delivery -> Numbering.of(delivery::headerValue))
                .filter(Numbering.Numbered.class::isInstance)
                .map(numbering -> ((Numbering.Numbered) numbering).number().generation())
                .findFirst();
    }

    @Override
    public Batch<Tracing> batch(Standing standing) {
        return new Batch<>(standing.position(), standing.isStopped(), tracing());
    }

    @Override
    public Batch<Tracing> after(Batch<Tracing> batch) {
        return new Batch<>(batch.end(), false, tracing());
    }

    private Tracing tracing() {
        return new Tracing(OffsetDateTime.now(clock), ids::next);
    }

    @Override
    public boolean write(int ledger, Batch<Tracing> batch) throws SQLException {
        Timer.Sample sample = Timer.start();
        List<LaneMove> moves = batch.moves();
        if (!(moves.isEmpty() && !batch.showsNewerGeneration()) && !write(batch, moves)) {
            metrics.fenced.increment();
            return false;
        }
        sample.stop(metrics.batch);
        report(batch);
        return true;
    }

    private boolean write(Batch<Tracing> batch, List<LaneMove> moves) throws SQLException {
        Tracing tracing = batch.fold();
        TraceTable.Numbers numbers = trails.numbers(tracing.traces());
        OffsetDateTime now = OffsetDateTime.now(clock);
        return trails.write(connection -> {
                    if (!moves.isEmpty()
                            && !LaneTable.move(connection, batch.end().generation(), moves, now)) {
                        return Optional.empty();
                    }
                    if (batch.showsNewerGeneration()) {
                        TrailTable.noteNewerGeneration(connection, batch.newestGeneration());
                    }
                    UnreadableTable.store(connection, tracing.unreadable());
                    TraceTable.append(connection, tracing.traces(), numbers);
                    TrailTable.noteTimes(connection, tracing.times(), batch.end());
                    return Optional.of(true);
                })
                .isPresent();
    }

    /**
     * Throws everything away, to be read again from the first fact of a generation.
     *
     * @param seen the state that gave the reason
     */
    void beginAnew(TrailTable.State seen, int generation) throws SQLException {
        boolean begun = trails.write(connection -> TrailTable.beginAnew(connection, seen, generation, Rules.VERSION)
                        ? Optional.of(true)
                        : Optional.empty())
                .isPresent();
        if (begun) {
            LOG.warnf("The trail is begun anew: generation=%d", generation);
        }
    }

    private void report(Batch<Tracing> batch) {
        position.advance(batch.end());
        metrics.applied.increment(batch.applied());
        metrics.repeats.increment(batch.repeats());
        metrics.withheld.increment(batch.withheld());
        metrics.unreadable.increment(batch.fold().unreadable().size());
    }
}
