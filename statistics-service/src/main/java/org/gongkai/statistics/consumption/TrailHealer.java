package org.gongkai.statistics.consumption;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
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

    /** So many facts behind, and Kafka brings them: nothing is lost, it takes its time. */
    private static final long BACKLOG = 10_000;

    /** So many times the patience a trail far behind may stand still, as while a large batch is written. */
    private static final int PATIENCE_IN_A_BACKLOG = 6;

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
    private final Map<Integer, Behind> behind = new TreeMap<>();
    private volatile boolean stopping;
    private Moved moved = new Moved(Position.of(0, new long[Lane.COUNT]), Instant.EPOCH);
    private boolean retried;

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
            behind.clear();
            return;
        }
        if (!retried) {
            retry.everything();
            retried = true;
        }
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
        // While Kafka works off a backlog a lane may have to wait for its turn, and the trail as a whole for counting.
        // Whoever
        // fetched it from the journal meanwhile would fence off the batches that Kafka brings, a hundred times faster.
        Instant now = clock.instant();
        if (place.mustWait() || !own.equals(moved.position())) {
            moved = new Moved(own, now);
        }
        boolean kafkaIsAtIt = lag > BACKLOG
                && now.isBefore(moved.at().plus(settings.patience().multipliedBy(PATIENCE_IN_A_BACKLOG)));
        for (int lane = 0; lane < Lane.COUNT; lane++) {
            Optional<JournalWatch.Head> head = watch.head(lane);
            boolean still =
                    head.isPresent() && hasStoodStillBehind(lane, head.get().published(), own.of(lane)) && !kafkaIsAtIt;
            if (still || gaps.contains(lane)) {
                heal(lane);
            }
        }
    }

    /** Whether a lane is behind what was published and has not moved for as long as patience lasts. */
    private boolean hasStoodStillBehind(int lane, long published, long own) {
        if (own >= published) {
            behind.remove(lane);
            return false;
        }
        Instant now = clock.instant();
        Behind last = behind.get(lane);
        if (last == null || last.position() != own) {
            behind.put(lane, new Behind(own, now));
            return false;
        }
        return !now.isBefore(last.since().plus(settings.patience()));
    }

    private void heal(int lane) throws Journal.Unreachable, SQLException {
        long after = trails.state().position().of(lane);
        long healed = 0;
        while (!stopping) {
            JournalPage page = journal.page(lane, after);
            Applied applied = trail.apply(page.deliveries(), () -> Optional.of(page.generation()));
            healed += applied.applied();
            metrics.healed.increment(applied.applied());
            if (applied.stopped()) {
                return;
            }
            if (!applied.gaps().isEmpty()) {
                throw new IllegalStateException("the journal itself lacks a fact: " + applied.gaps());
            }
            if (page.next() == null) {
                break;
            }
            after = page.next();
        }
        behind.remove(lane);
        gaps.remove(lane);
        if (healed > 0) {
            LOG.infof("Healed the trail from the journal: lane=%d facts=%d", lane, healed);
        }
    }

    private record Behind(long position, Instant since) {}

    private record Moved(Position position, Instant at) {}
}
