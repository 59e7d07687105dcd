package org.gongkai.statistics.consumption;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.Consumer;
import org.gongkai.statistics.trail.TrailSettings;
import org.gongkai.statistics.trail.Trails;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The trail's consumer, in threads and a group of its own, so that neither waits for the other. When the trail is begun anew
 * it joins another group, which Kafka serves from the earliest fact.
 */
@ApplicationScoped
class TrailConsumer {

    private static final Logger LOG = Logger.getLogger(TrailConsumer.class);
    private static final long STOP_SECONDS = 10;
    private static final long LOOK_SECONDS = 1;

    private final TrailSettings trailSettings;
    private final Trails trails;
    private final Trail trail;
    private final TrailHealer healer;
    private final ConsumptionSettings settings;
    private final TrailMetrics metrics;
    private final JournalWatch watch;
    private final Consumers consumers;
    private final Precedence precedence;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final List<Thread> threads = new ArrayList<>();
    private volatile @Nullable Consumer<byte[], byte[]> consumer;
    private volatile int restarts;

    TrailConsumer(
            TrailSettings trailSettings,
            Trails trails,
            Trail trail,
            TrailHealer healer,
            ConsumptionSettings settings,
            TrailMetrics metrics,
            JournalWatch watch,
            Consumers consumers,
            Precedence precedence) {
        this.trailSettings = trailSettings;
        this.trails = trails;
        this.trail = trail;
        this.healer = healer;
        this.settings = settings;
        this.metrics = metrics;
        this.watch = watch;
        this.consumers = consumers;
        this.precedence = precedence;
    }

    void start(@Observes StartupEvent event) {
        if (!trailSettings.enabled()) {
            return;
        }
        start("trail", this::run);
        start("trail-healer", healer::run);
        start("trail-watch", this::lookOutForBeginnings);
    }

    private void start(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
        threads.add(thread);
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopping.countDown();
        healer.stop();
        wakeUp();
        for (Thread thread : threads) {
            thread.join(TimeUnit.SECONDS.toMillis(STOP_SECONDS));
        }
    }

    private void run() {
        try {
            do {
                consume();
            } while (!stopping.await(settings.longestPause().toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private void consume() {
        try {
            restarts = trails.state().restarts();
            Consumer<byte[], byte[]> member = consumers.member(group(restarts));
            consumer = member;
            new Drain<>(
                            member,
                            trail,
                            healer,
                            new PartitionsHeld(),
                            metrics.failed,
                            new TrailBatches(settings, trailSettings),
                            () -> watch.generation() == 0 ? Optional.empty() : Optional.of(watch.generation()),
                            trailSettings.afterCounting() ? precedence.later() : precedence.counting(),
                            stopping,
                            "trail")
                    .run();
        } catch (SQLException | RuntimeException failure) {
            LOG.warnf("The trail's consumer failed and is made anew: %s", failure);
        }
    }

    /** Whoever has begun the trail anew, here or in another replica: it is read from the earliest fact. */
    private void lookOutForBeginnings() {
        try {
            while (!stopping.await(LOOK_SECONDS, TimeUnit.SECONDS)) {
                try {
                    if (consumer != null && trails.state().restarts() != restarts) {
                        wakeUp();
                    }
                } catch (SQLException away) {
                    LOG.debugf("The database is away: %s", away.getMessage());
                }
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private void wakeUp() {
        Consumer<byte[], byte[]> member = consumer;
        if (member != null) {
            member.wakeup();
        }
    }

    /** A trail that was begun anew is read by a group that Kafka does not know yet, and so from the earliest fact. */
    private String group(int times) {
        return new TrailBatches(settings, trailSettings).group() + (times == 0 ? "" : "-" + times);
    }
}
