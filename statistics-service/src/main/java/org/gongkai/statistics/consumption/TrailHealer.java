package org.gongkai.statistics.consumption;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.gongkai.statistics.counting.Rules;
import org.gongkai.statistics.lane.Lane;
import org.gongkai.statistics.lane.Position;
import org.gongkai.statistics.trail.TrailRetry;
import org.gongkai.statistics.trail.TrailTable;
import org.gongkai.statistics.trail.Trails;
import org.jboss.logging.Logger;

/**
 * Sees to it that the trail comes to hold everything: what Kafka did not bring is fetched from the journal; of a new
 * generation of the journal, or by newer rules, everything is read again from the first fact.
 *
 * <p>How far the journal has come is known from the healing of the counts, which asks for it.
 */
@ApplicationScoped
class TrailHealer implements GapReport {

    private static final Logger LOG = Logger.getLogger(TrailHealer.class);

    private final Trails trails;
    private final Trail trail;
    private final TrailRetry retry;
    private final Journal journal;
    private final JournalSettings settings;
    private final JournalWatch watch;
    private final TrailMetrics metrics;
    private final Precedence.Place place;
    private final Clock clock;
    private final Semaphore wakeUp = new Semaphore(0);
    private final Set<Integer> gaps = ConcurrentHashMap.newKeySet();
    private final Healing healing;
    private volatile boolean stopping;

    TrailHealer(
            Trails trails,
            Trail trail,
            TrailRetry retry,
            Journal journal,
            JournalSettings settings,
            JournalWatch watch,
            TrailMetrics metrics,
            Precedence precedence,
            Clock clock) {
        this.trails = trails;
        this.trail = trail;
        this.retry = retry;
        this.journal = journal;
        this.settings = settings;
        this.watch = watch;
        this.metrics = metrics;
        this.place = precedence.later();
        this.clock = clock;
        this.healing = new Healing(journal, settings.patience(), metrics.healed);
    }

    @Override
    public void report(List<Gap> seen) {
        for (Gap gap : seen) {
            if (gaps.add(gap.lane())) {
                metrics.gaps.increment();
                LOG.warnf(
                        "Facts are missing in the trail: lane=%d expected=%d came=%d; asking the journal",
                        gap.lane(), gap.expected(), gap.came());
            }
        }
        if (!seen.isEmpty()) {
            wakeUp.release();
        }
    }

    /** Works until it is told to stop. */
    void run() {
        while (!stopping) {
            try {
                turn();
            } catch (Journal.Unreachable unreachable) {
                LOG.debugf("The journal can't be read: %s", unreachable.getMessage());
            } catch (SQLException | RuntimeException failure) {
                LOG.warnf("Healing the trail failed and is tried again: %s", failure.getMessage());
            }
            rest();
        }
    }

    void stop() {
        stopping = true;
        wakeUp.release();
    }

    private void rest() {
        try {
            if (wakeUp.tryAcquire(settings.pollInterval().toMillis(), TimeUnit.MILLISECONDS)) {
                wakeUp.drainPermits();
            }
        } catch (InterruptedException interrupted) {
            stopping = true;
            Thread.currentThread().interrupt();
        }
    }

    private void turn() throws Journal.Unreachable, SQLException {
        TrailTable.State state = trails.state();
        int generation = state.position().generation();
        int ofTheJournal = watch.generation();
        if (generation > 0 && (ofTheJournal > generation || state.rules() < Rules.VERSION)) {
            trail.beginAnew(state, Math.max(ofTheJournal, generation));
            gaps.clear();
            healing.clear();
            return;
        }
        retry.everythingOwed();
        // Before the journal was ever reached nothing is known, and nothing can be fetched.
        if (ofTheJournal == 0 || ofTheJournal < generation || state.isStopped()) {
            return;
        }
        heal(state.position());
    }

    private void heal(Position own) throws Journal.Unreachable, SQLException {
        long lag = 0;
        for (int lane = 0; lane < Lane.COUNT; lane++) {
            lag += Math.max(0, watch.head(lane).map(JournalWatch.Head::position).orElse(0L) - own.of(lane));
        }
        metrics.lag(lag);
        Instant now = clock.instant();
        healing.looked(own, lag, place.mustWait(), now);
        for (int lane = 0; lane < Lane.COUNT; lane++) {
            Optional<JournalWatch.Head> head = watch.head(lane);
            boolean still = head.isPresent()
                    && healing.hasStoodStillBehind(lane, head.get().published(), own.of(lane), now);
            if (still || gaps.contains(lane)) {
                heal(lane);
            }
        }
    }

    private void heal(int lane) throws Journal.Unreachable, SQLException {
        OptionalLong healed = healing.heal(lane, trails.state().position().of(lane), trail::apply, () -> stopping);
        if (healed.isPresent()) {
            gaps.remove(lane);
            if (healed.getAsLong() > 0) {
                LOG.infof("Healed the trail from the journal: lane=%d facts=%d", lane, healed.getAsLong());
            }
        }
    }
}
