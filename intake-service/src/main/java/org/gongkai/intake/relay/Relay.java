package org.gongkai.intake.relay;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.gongkai.intake.journal.Journal.Journaled;
import org.gongkai.intake.journal.JournalRow;
import org.jboss.logging.Logger;

/**
 * One thread that carries the journal to Kafka. Woken after a commit, and by a timer that covers other replicas. Progress
 * is noted only after Kafka has acknowledged; whatever fails, it goes on from that note. Kafka's absence never stops a
 * write: facts wait in the journal.
 */
@ApplicationScoped
class Relay {

    private static final Logger LOG = Logger.getLogger(Relay.class);

    @Inject
    RelaySettings settings;

    @Inject
    DataSource database;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String bootstrapServers;

    @Inject
    MeterRegistry metrics;

    private final Semaphore news = new Semaphore(0);
    private volatile boolean running = true;
    private volatile String trouble = "";
    private Thread thread;
    private Counter published;

    void start(@Observes StartupEvent event) {
        published = Counter.builder("gongkai.relay.published")
                .description("Facts acknowledged by Kafka")
                .register(metrics);
        Gauge.builder("gongkai.relay.working", () -> trouble.isEmpty() ? 1 : 0)
                .description("Whether the relay reaches database and Kafka")
                .register(metrics);
        thread = new Thread(this::run, "relay");
        thread.setDaemon(true);
        thread.start();
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        running = false;
        thread.interrupt();
        thread.join(5_000);
    }

    void wake(@Observes Journaled journaled) {
        news.release();
    }

    /** Why nothing is published at present; empty where all is well. */
    String trouble() {
        return trouble;
    }

    private void run() {
        while (running) {
            try (RelayedLanes lanes = new RelayedLanes(database.getConnection())) {
                publish(lanes);
            } catch (SQLException e) {
                pause("database: " + e.getMessage());
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                LOG.error("the relay failed and begins anew", e);
                pause(e.toString());
            }
        }
    }

    private void publish(RelayedLanes lanes) throws SQLException, InterruptedException {
        while (running) {
            try (FactTopic topic = new FactTopic(bootstrapServers, settings)) {
                publish(lanes, topic);
            } catch (ExecutionException e) {
                pause("Kafka: " + e.getCause().getMessage());
            } catch (org.apache.kafka.common.errors.InterruptException e) {
                throw new InterruptedException();
            } catch (org.apache.kafka.common.KafkaException e) {
                pause("Kafka: " + e.getMessage());
            }
        }
    }

    /** Until the first failure; a producer that failed is not used again, since what it still holds is unknown. */
    private void publish(RelayedLanes lanes, FactTopic topic)
            throws SQLException, InterruptedException, ExecutionException {
        while (running) {
            lanes.hold();
            List<JournalRow> rows = lanes.unpublished(settings.batch());
            if (rows.isEmpty()) {
                trouble = "";
                news.tryAcquire(settings.interval().toMillis(), TimeUnit.MILLISECONDS);
                news.drainPermits();
                continue;
            }
            long began = System.nanoTime();
            FactTopic.Sent sent = topic.send(rows);
            lanes.note(sent.acknowledged());
            if (sent.failure() != null) {
                throw new ExecutionException(
                        sent.failure().getCause() == null
                                ? sent.failure()
                                : sent.failure().getCause());
            }
            published.increment(rows.size());
            trouble = "";
            gather(began);
        }
    }

    /** A fact that comes alone is sent at once; of many, those that come within a round's time go together. */
    private void gather(long began) throws InterruptedException {
        TimeUnit.NANOSECONDS.sleep(settings.gather().toNanos() - (System.nanoTime() - began));
    }

    private void pause(String why) {
        if (!why.equals(trouble) && running) {
            LOG.warnf("nothing is published for now, facts wait in the journal: %s", why);
        }
        trouble = why;
        try {
            TimeUnit.MILLISECONDS.sleep(settings.pause().toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
