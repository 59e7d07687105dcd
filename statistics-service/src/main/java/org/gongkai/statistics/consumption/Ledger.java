package org.gongkai.statistics.consumption;

import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.gongkai.statistics.counting.Rules;
import org.gongkai.statistics.lane.Advance;
import org.gongkai.statistics.lane.CountedPosition;
import org.gongkai.statistics.lane.LaneTable;
import org.gongkai.statistics.lane.Standing;
import org.gongkai.statistics.ledger.LedgerTable;
import org.gongkai.statistics.ledger.Ledgers;
import org.gongkai.statistics.unreadable.FactIds;
import org.gongkai.statistics.unreadable.UnreadableFact;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The one way by which a delivery becomes a count, whether Kafka or the journal brought it: counts and positions in one
 * transaction, and only if the stored positions are still those that the batch was folded from.
 */
@ApplicationScoped
class Ledger implements Projection<Counting> {

    private static final Logger LOG = Logger.getLogger(Ledger.class);

    /** Another writer moves a lane only forward, so each turn finds more of the batch counted already. */
    private static final int MOST_TURNS = 1_000;

    private final Ledgers ledgers;
    private final LedgerWriter writer;
    private final Clock clock;
    private final CountingMetrics metrics;
    private final CountedPosition counted;
    private final FactIds ids;

    Ledger(
            Ledgers ledgers,
            LedgerWriter writer,
            Clock clock,
            CountingMetrics metrics,
            CountedPosition counted,
            FactIds ids) {
        this.ledgers = ledgers;
        this.writer = writer;
        this.clock = clock;
        this.metrics = metrics;
        this.counted = counted;
        this.ids = ids;
    }

    /**
     * Counts deliveries in the live ledger, folding them again from where it stands then until nobody got in between.
     *
     * @param deliveries in the order in which they came
     * @param generationOfTheJournal asked where nothing was ever counted; where it answers nothing, the first fact decides
     * @throws SQLException where the database does not answer: nothing is counted then, and the same batch may come again
     */
    Applied apply(List<Delivery> deliveries, Supplier<Optional<Integer>> generationOfTheJournal) throws SQLException {
        for (int turn = 0; turn < MOST_TURNS; turn++) {
            Standing standing = begin(deliveries, generationOfTheJournal);
            Batch<Counting> batch = batch(standing);
            deliveries.forEach(batch::take);
            if (write(standing.ledger(), batch)) {
                boolean stopped = standing.isStopped() || batch.showsNewerGeneration();
                return new Applied(batch.applied(), batch.repeats(), batch.withheld(), batch.gaps(), stopped);
            }
        }
        throw new SQLException("lanes were moved under the feet of a batch " + MOST_TURNS + " times");
    }

    @Override
    public Batch<Counting> batch(Standing standing) {
        return new Batch<>(standing.position(), standing.isStopped(), counting());
    }

    @Override
    public Batch<Counting> after(Batch<Counting> batch) {
        return new Batch<>(batch.end(), false, counting());
    }

    private Counting counting() {
        return new Counting(OffsetDateTime.now(clock), ids::next);
    }

    @Override
    public Standing begin(List<? extends Delivery> deliveries, Supplier<Optional<Integer>> generationOfTheJournal)
            throws SQLException {
        Standing standing = ledgers.standing();
        if (standing.position().generation() > 0) {
            return standing;
        }
        Optional<Integer> generation = generationOfTheJournal.get().or(() -> firstGeneration(deliveries));
        if (generation.isEmpty()) {
            return standing;
        }
        ledgers.write(standing.ledger(), connection -> {
            LaneTable.begin(connection, generation.get());
            LedgerTable.setLiveRules(connection, Rules.VERSION);
            return Optional.of(generation.get());
        });
        return ledgers.standing();
    }

    private static Optional<Integer> firstGeneration(List<? extends Delivery> deliveries) {
        return deliveries.stream()
                .map(delivery -> Numbering.of(delivery::headerValue))
                .filter(Numbering.Numbered.class::isInstance)
                .map(numbering -> ((Numbering.Numbered) numbering).number().generation())
                .findFirst();
    }

    @Override
    public boolean write(int ledger, Batch<Counting> batch) throws SQLException {
        Timer.Sample sample = Timer.start();
        if (!batch.isEmpty() && !writer.write(ledger, batch)) {
            metrics.fenced.increment();
            return false;
        }
        sample.stop(metrics.batch);
        report(batch);
        return true;
    }

    /** Notes that the journal has begun a new generation: nothing is counted from now on. */
    void noteNewerGeneration(int generation) throws SQLException {
        ledgers.write(ledgers.standing().ledger(), connection -> {
            LaneTable.noteNewerGeneration(connection, generation);
            return Optional.of(generation);
        });
    }

    private void report(Batch<Counting> batch) {
        counted.advance(new Advance(batch.start(), batch.end(), () -> touched(batch), concernsEverybody(batch)));
        metrics.size(batch.applied(), batch.fold().tally().size());
        batch.newest().ifPresent(metrics::newest);
        metrics.applied.increment(batch.applied());
        metrics.repeats.increment(batch.repeats());
        metrics.withheld.increment(batch.withheld());
        metrics.ofOlderGenerations.increment(batch.ofOlderGenerations());
        metrics.unreadable.increment(batch.fold().unreadable().size());
        batch.fold()
                .unreadable()
                .forEach(fact ->
                        LOG.warnf("Stored a fact that can't be read: %s %s", fact.reason(), keys(fact.number())));
        batch.fold().foreign().forEach(fact -> LOG.warnf("Stored a record without a number: %s", fact.reason()));
    }

    private static Set<String> touched(Batch<Counting> batch) {
        Set<String> organisations = new HashSet<>(batch.fold().tally().organisations());
        batch.fold().yearMarks().forEach(mark -> organisations.add(mark.organisation()));
        return organisations;
    }

    private static boolean concernsEverybody(Batch<Counting> batch) {
        Counting counting = batch.fold();
        return batch.showsNewerGeneration()
                || !counting.treeChanges().isEmpty()
                || !counting.unreadable().isEmpty()
                || !counting.foreign().isEmpty();
    }

    private static String keys(UnreadableFact.@Nullable Number number) {
        return number == null ? "" : "lane=" + number.lane() + " position=" + number.position();
    }
}
