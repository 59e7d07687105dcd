package org.gongkai.statistics.consumption;

import io.micrometer.core.instrument.Counter;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.gongkai.statistics.lane.Lane;
import org.gongkai.statistics.lane.Position;

/**
 * When lanes of a projection are fetched from the journal, and how: whichever projection it is. Used by one thread.
 *
 * <p>A lane that stands still behind what was published has lost facts at its end; unless Kafka is working off a backlog: then
 * it may have to wait for its turn, and whoever fetched it from the journal meanwhile would fence off the batches that Kafka
 * brings, a hundred times faster.
 */
final class Healing {

    /** So many facts behind, and Kafka brings them: nothing is lost, it takes its time. */
    private static final long BACKLOG = 10_000;

    /** So many times the patience a projection far behind may stand still, as while a large batch is written. */
    private static final int PATIENCE_IN_A_BACKLOG = 6;

    private final Journal journal;
    private final Duration patience;
    private final Counter healed;
    private final Map<Integer, Behind> behind = new TreeMap<>();
    private Moved moved = new Moved(Position.of(0, new long[Lane.COUNT]), Instant.EPOCH);
    private boolean kafkaIsAtIt;

    Healing(Journal journal, Duration patience, Counter healed) {
        this.journal = journal;
        this.patience = patience;
        this.healed = healed;
    }

    /** Where deliveries of the journal are taken. */
    interface Keeper {
        /** Takes them, as those of Kafka. */
        Applied apply(List<Delivery> deliveries, Supplier<Optional<Integer>> generationOfTheJournal)
                throws SQLException;
    }

    /**
     * Takes note of where the projection stands, before its lanes are asked about.
     *
     * @param lag facts that it is behind
     * @param waits whether it lets others go first at this moment
     */
    void looked(Position own, long lag, boolean waits, Instant now) {
        if (waits || !own.equals(moved.position())) {
            moved = new Moved(own, now);
        }
        kafkaIsAtIt = lag > BACKLOG && now.isBefore(moved.at().plus(patience.multipliedBy(PATIENCE_IN_A_BACKLOG)));
    }

    /** Whether a lane is behind what was published and has not moved for as long as patience lasts. */
    boolean hasStoodStillBehind(int lane, long published, long own, Instant now) {
        if (own >= published) {
            behind.remove(lane);
            return false;
        }
        Behind before = behind.get(lane);
        if (before == null || before.position() != own) {
            behind.put(lane, new Behind(own, now));
            return false;
        }
        return !kafkaIsAtIt && !now.isBefore(before.since().plus(patience));
    }

    /** Forgets since when lanes stand still. */
    void clear() {
        behind.clear();
    }

    /**
     * Fetches a lane to the end of the journal.
     *
     * @param after position that the projection has
     * @return how many facts were missing; empty where it was not brought to its end, as counting stands still
     */
    OptionalLong heal(int lane, long after, Keeper keeper, BooleanSupplier stopping)
            throws Journal.Unreachable, SQLException {
        long facts = 0;
        Long next = after;
        while (next != null && !stopping.getAsBoolean()) {
            JournalPage page = journal.page(lane, next);
            Applied applied = keeper.apply(page.deliveries(), () -> Optional.of(page.generation()));
            facts += applied.applied();
            healed.increment(applied.applied());
            if (applied.stopped()) {
                return OptionalLong.empty();
            }
            if (!applied.gaps().isEmpty()) {
                throw new IllegalStateException("the journal itself lacks a fact: " + applied.gaps());
            }
            next = page.next();
        }
        behind.remove(lane);
        return OptionalLong.of(facts);
    }

    private record Behind(long position, Instant since) {}

    private record Moved(Position position, Instant at) {}
}
