package org.gongkai.statistics.consumption;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.gongkai.statistics.lane.Position;
import org.gongkai.statistics.ledger.Ledgers;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Fetches from the journal what Kafka did not bring: at once where a gap was seen, and after some patience where a lane
 * stands still behind what intake has published, which is how a loss at the very end of a lane is found. A thread of its
 * own, so that lanes without a gap go on meanwhile.
 */
@ApplicationScoped
class Healer implements GapReport {

    private static final Logger LOG = Logger.getLogger(Healer.class);

    private final Ledgers ledgers;
    private final Journal journal;
    private final JournalSettings settings;
    private final Ledger ledger;
    private final CountingMetrics metrics;
    private final JournalWatch watch;
    private final Clock clock;
    private final Semaphore wakeUp = new Semaphore(0);
    private final Healing healing;

    private volatile boolean stopping;
    private @Nullable Thread thread;

    Healer(
            Ledgers ledgers,
            Journal journal,
            JournalSettings settings,
            Ledger ledger,
            CountingMetrics metrics,
            JournalWatch watch,
            Clock clock) {
        this.ledgers = ledgers;
        this.journal = journal;
        this.settings = settings;
        this.ledger = ledger;
        this.metrics = metrics;
        this.watch = watch;
        this.clock = clock;
        this.healing = new Healing(journal, settings.patience(), metrics.healed);
    }

    void start(@Observes StartupEvent event) {
        Thread healing = new Thread(this::run, "journal-healer");
        healing.setDaemon(true);
        healing.start();
        thread = healing;
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopping = true;
        wakeUp.release();
        if (thread != null) {
            thread.join(TimeUnit.SECONDS.toMillis(5));
        }
    }

    /** Reports gaps; they are healed soon, in another thread. */
    @Override
    public void report(List<Gap> gaps) {
        Instant now = clock.instant();
        for (Gap gap : gaps) {
            if (watch.report(gap, now)) {
                metrics.gaps.increment();
                LOG.warnf(
                        "Facts are missing: lane=%d expected=%d came=%d; asking the journal",
                        gap.lane(), gap.expected(), gap.came());
            }
        }
        if (!gaps.isEmpty()) {
            wakeUp.release();
        }
    }

    private void run() {
        while (!stopping) {
            try {
                turn();
                watch.reached(clock.instant());
            } catch (Journal.Unreachable unreachable) {
                if (watch.failed(unreachable.getMessage())) {
                    LOG.warnf("The journal can't be read: %s", unreachable.getMessage());
                }
            } catch (SQLException | RuntimeException failure) {
                LOG.warnf("Healing failed and is tried again: %s", failure.getMessage());
            }
            rest();
        }
    }

    private void rest() {
        try {
            boolean woken = wakeUp.tryAcquire(settings.pollInterval().toMillis(), TimeUnit.MILLISECONDS);
            if (woken) {
                wakeUp.drainPermits();
            }
        } catch (InterruptedException interrupted) {
            stopping = true;
            Thread.currentThread().interrupt();
        }
    }

    private void turn() throws Journal.Unreachable, SQLException {
        JournalHeads heads = journal.heads();
        if (ledger.apply(List.of(), () -> Optional.of(heads.generation())).stopped()) {
            watch.heads(heads, clock.instant());
            return;
        }
        Position own = ledgers.standing().position();
        watch.heads(heads, clock.instant());
        if (heads.generation() > own.generation()) {
            ledger.noteNewerGeneration(heads.generation());
            return;
        }
        if (heads.generation() < own.generation()) {
            throw new Journal.Unreachable(
                    "intake-service has a journal of generation " + heads.generation()
                            + ", older than the one counted, " + own.generation(),
                    null);
        }
        Instant now = clock.instant();
        healing.looked(own, lag(heads, own), false, now);
        for (JournalHeads.Head head : heads.lanes()) {
            int lane = head.lane();
            boolean still = healing.hasStoodStillBehind(lane, head.published(), own.of(lane), now);
            if (still || watch.hasGap(lane)) {
                heal(lane);
            }
        }
    }

    private static long lag(JournalHeads heads, Position own) {
        return heads.lanes().stream()
                .mapToLong(head -> Math.max(0, head.published() - own.of(head.lane())))
                .sum();
    }

    private void heal(int lane) throws Journal.Unreachable, SQLException {
        OptionalLong healed = healing.heal(lane, ledgers.standing().position().of(lane), ledger::apply, () -> stopping);
        if (healed.isPresent()) {
            watch.healed(lane);
            if (healed.getAsLong() > 0) {
                LOG.infof("Healed from the journal: lane=%d facts=%d", lane, healed.getAsLong());
            }
        }
    }
}
