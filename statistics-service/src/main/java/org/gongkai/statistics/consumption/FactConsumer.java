package org.gongkai.statistics.consumption;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.Consumer;
import org.jboss.logging.Logger;

/**
 * The consumers of this process, each in a thread of its own. Kafka's own consumer and not a connector's channel: folding and
 * writing side by side, and reading again what was fenced, need its offsets in one hand; and a connector makes several
 * objects of each record, which costs as much as counting it.
 */
@ApplicationScoped
class FactConsumer {

    private static final Logger LOG = Logger.getLogger(FactConsumer.class);

    private static final long STOP_SECONDS = 10;

    private final Ledger ledger;
    private final Healer healer;
    private final Journal journal;
    private final ConsumptionSettings settings;
    private final CountingMetrics metrics;
    private final PartitionsHeld held;
    private final Consumers consumers;
    private final Precedence precedence;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final List<Thread> threads = new ArrayList<>();
    private final Map<String, Consumer<byte[], byte[]>> running = new HashMap<>();

    FactConsumer(
            Ledger ledger,
            Healer healer,
            Journal journal,
            ConsumptionSettings settings,
            CountingMetrics metrics,
            PartitionsHeld held,
            Consumers consumers,
            Precedence precedence) {
        this.ledger = ledger;
        this.healer = healer;
        this.journal = journal;
        this.settings = settings;
        this.metrics = metrics;
        this.held = held;
        this.consumers = consumers;
        this.precedence = precedence;
    }

    void start(@Observes StartupEvent event) {
        for (int i = 0; i < settings.consumers(); i++) {
            String name = "facts-" + i;
            Thread thread = new Thread(() -> run(name), name);
            thread.setDaemon(true);
            thread.start();
            threads.add(thread);
        }
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopping.countDown();
        synchronized (running) {
            running.values().forEach(Consumer::wakeup);
        }
        for (Thread thread : threads) {
            thread.join(TimeUnit.SECONDS.toMillis(STOP_SECONDS));
        }
    }

    private void run(String name) {
        try {
            do {
                consume(name);
            } while (!stopping.await(settings.longestPause().toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private void consume(String name) {
        try {
            Consumer<byte[], byte[]> consumer = consumers.member(settings.group());
            synchronized (running) {
                running.put(name, consumer);
            }
            new Drain<>(
                            consumer,
                            ledger,
                            healer,
                            held,
                            metrics.failed,
                            settings,
                            this::generationOfTheJournal,
                            precedence.counting(),
                            stopping,
                            name)
                    .run();
        } catch (RuntimeException failure) {
            LOG.errorf(failure, "The consumer failed and is made anew");
        }
    }

    private Optional<Integer> generationOfTheJournal() {
        try {
            return Optional.of(journal.heads().generation());
        } catch (Journal.Unreachable unreachable) {
            return Optional.empty();
        }
    }
}
