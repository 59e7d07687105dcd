package org.gongkai.statistics.consumption;

import io.micrometer.core.instrument.Counter;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.WakeupException;
import org.gongkai.statistics.lane.Standing;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * One member of the consumer group. It folds what it polls while the batch before is written, so a batch is as small as the
 * load lets it be: a single fact goes at once, a backlog is folded into few rows.
 *
 * <p>A batch is folded from where the one before will have ended. Where that one could not be written as folded, since
 * somebody else moved one of its lanes, both are thrown away and read again from Kafka. Offsets told to Kafka are a hint
 * for the next start and nothing more.
 */
final class Drain<F extends Fold> implements ConsumerRebalanceListener {

    private static final Logger LOG = Logger.getLogger(Drain.class);

    private static final Duration IDLE = Duration.ofMillis(200);
    /** While a batch waits for the one before. */
    private static final Duration BUSY = Duration.ofMillis(1);
    /** So many records of one poll, or behind it, are a backlog. */
    private static final int MANY = 500;

    private static final long SHORTEST_PAUSE_MILLIS = 100;
    /** A poll at least this often keeps the membership, also while the database is away. */
    private static final long POLL_AT_LEAST_MILLIS = 5_000;

    private static final long TELL_EVERY_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final Duration FAREWELL = Duration.ofSeconds(2);

    private final Consumer<byte[], byte[]> kafka;
    private final Projection<F> projection;
    private final GapReport healer;
    private final PartitionsHeld held;
    private final Counter failed;
    private final ConsumptionSettings settings;
    private final Supplier<Optional<Integer>> generationOfTheJournal;
    private final Precedence.Place place;
    private final CountDownLatch stopping;
    private final ExecutorService writer;

    /** What is being folded; null where it must first be asked where the ledger stands. */
    private @Nullable Stretch<F> folding;
    /** What is being written, and whether it was. */
    private @Nullable Stretch<F> handedOver;

    private @Nullable Future<Boolean> written;
    private final Map<TopicPartition, OffsetAndMetadata> untold = new HashMap<>();
    private long toldAt = System.nanoTime();
    private long pause = SHORTEST_PAUSE_MILLIS;

    Drain(
            Consumer<byte[], byte[]> kafka,
            Projection<F> projection,
            GapReport healer,
            PartitionsHeld held,
            Counter failed,
            ConsumptionSettings settings,
            Supplier<Optional<Integer>> generationOfTheJournal,
            Precedence.Place place,
            CountDownLatch stopping,
            String name) {
        this.kafka = kafka;
        this.projection = projection;
        this.healer = healer;
        this.held = held;
        this.failed = failed;
        this.settings = settings;
        this.generationOfTheJournal = generationOfTheJournal;
        this.place = place;
        this.stopping = stopping;
        this.writer = Executors.newSingleThreadExecutor(task -> {
            Thread thread = new Thread(task, name + "-writer");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Reads until the process stops. */
    void run() {
        try {
            kafka.subscribe(List.of(settings.topic()), this);
            awaitBroker();
            while (!isStopping()) {
                turn();
            }
            flush();
            farewell();
        } catch (WakeupException stop) {
            farewell();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        } finally {
            writer.shutdownNow();
            // What is not written yet is read again by whoever comes next.
            folding = null;
            written = null;
            held.gone(kafka.assignment());
            kafka.close(CloseOptions.timeout(FAREWELL));
        }
    }

    /** From the first answer of a broker on the group is being joined. A topic that does not exist yet is no reason not to. */
    private void awaitBroker() {
        boolean answered = false;
        while (!answered && !isStopping()) {
            try {
                kafka.listTopics(FAREWELL);
                answered = true;
                held.joining();
            } catch (TimeoutException none) {
                LOG.debug("No broker answers yet");
            }
        }
    }

    private boolean isStopping() {
        return stopping.getCount() == 0;
    }

    private void turn() throws InterruptedException {
        while (place.mustWait() && !stopping.await(SHORTEST_PAUSE_MILLIS, TimeUnit.MILLISECONDS)) {
            keepMembership();
        }
        ConsumerRecords<byte[], byte[]> records = kafka.poll(patience());
        if (!settle() || !take(records)) {
            readAgain(records);
            return;
        }
        boolean moreWait = records.count() >= MANY || lag() >= MANY;
        if (moreWait && !records.isEmpty()) {
            place.behind();
        }
        handOverWhenDue(moreWait);
        tell();
    }

    /** How long a poll may wait for records. */
    private Duration patience() {
        if (folding == null || folding.records() == 0) {
            return IDLE;
        }
        Duration rest = settings.gatherAtRest().minus(folding.age());
        return written != null || rest.compareTo(BUSY) < 0 ? BUSY : rest;
    }

    /** How many records wait at the broker, as far as the last fetches told. */
    private long lag() {
        long lag = 0;
        for (TopicPartition partition : kafka.assignment()) {
            lag += kafka.currentLag(partition).orElse(0);
        }
        return lag;
    }

    private boolean take(ConsumerRecords<byte[], byte[]> records) throws InterruptedException {
        for (TopicPartition partition : records.partitions()) {
            for (ConsumerRecord<byte[], byte[]> record : records.records(partition)) {
                if (!take(record, partition)) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Folds one record; false where it could not be, or was thrown away with what was folded before it. */
    private boolean take(ConsumerRecord<byte[], byte[]> record, TopicPartition partition) throws InterruptedException {
        Stretch<F> stretch = folding(record);
        if (stretch == null) {
            return false;
        }
        Batch.Fate fate = stretch.take(record, partition);
        if (fate == Batch.Fate.GAP) {
            // What is missing may have been counted by another replica, or from the journal.
            if (!flush()) {
                return false;
            }
            stretch = folding(record);
            if (stretch == null) {
                return false;
            }
            fate = stretch.take(record, partition);
            if (fate == Batch.Fate.GAP) {
                healer.report(stretch.batch().gaps());
            }
        }
        if (stretch.batch().showsNewerGeneration()) {
            flush();
            return false;
        }
        return !isFull(stretch) || handOver();
    }

    /** Has a poll come again where it was not folded. */
    private void readAgain(ConsumerRecords<byte[], byte[]> records) {
        Map<TopicPartition, Long> offsets = new HashMap<>();
        for (TopicPartition partition : records.partitions()) {
            offsets.put(partition, records.records(partition).get(0).offset());
        }
        rewind(offsets);
    }

    private boolean isFull(Stretch<F> stretch) {
        return stretch.batch().applied() >= settings.mostFacts()
                || stretch.batch().fold().size() >= settings.mostCells();
    }

    /** What is being folded, begun where the ledger stands; null while that can't be known, or counting stands still. */
    private @Nullable Stretch<F> folding(ConsumerRecord<byte[], byte[]> first) throws InterruptedException {
        if (folding == null && awaitWritten()) {
            try {
                Standing standing = projection.begin(List.of(new KafkaDelivery(first)), generationOfTheJournal);
                if (!standing.isStopped()) {
                    pause = SHORTEST_PAUSE_MILLIS;
                    folding = new Stretch<>(standing.ledger(), projection.batch(standing), System.nanoTime());
                    return folding;
                }
            } catch (SQLException | RuntimeException failure) {
                failed(failure);
            }
            stopping.await(pause, TimeUnit.MILLISECONDS);
            pause = Math.min(2 * pause, settings.longestPause().toMillis());
        }
        return folding;
    }

    private void handOverWhenDue(boolean moreWait) throws InterruptedException {
        if (folding == null || folding.records() == 0 || written != null) {
            return;
        }
        if (folding.age().compareTo(moreWait ? settings.gather() : settings.gatherAtRest()) >= 0) {
            handOver();
        }
    }

    /** Hands what was folded to the writer, after the batch before; false where that one was fenced. */
    private boolean handOver() throws InterruptedException {
        if (!awaitWritten()) {
            return false;
        }
        Stretch<F> stretch = folding;
        if (stretch != null && stretch.records() > 0) {
            handedOver = stretch;
            written = writer.submit(() -> write(stretch));
            // Behind a gap it is asked where the ledger stands: it may have been healed meanwhile.
            folding = stretch.batch().gaps().isEmpty()
                    ? new Stretch<>(stretch.ledger(), projection.after(stretch.batch()), System.nanoTime())
                    : null;
        }
        return true;
    }

    /** Writes everything that was folded; false where some of it was fenced. */
    private boolean flush() throws InterruptedException {
        boolean done = handOver() && awaitWritten();
        folding = null;
        return done;
    }

    /** Takes note of the batch before, if it is written by now; false where it was fenced. */
    private boolean settle() throws InterruptedException {
        return written == null || !written.isDone() || awaitWritten();
    }

    private boolean awaitWritten() throws InterruptedException {
        Future<Boolean> future = written;
        Stretch<F> stretch = handedOver;
        if (future == null || stretch == null) {
            return true;
        }
        boolean ok = outcome(future);
        written = null;
        handedOver = null;
        if (ok) {
            untold.putAll(stretch.next());
            return true;
        }
        return rewind(stretch.first());
    }

    private boolean outcome(Future<Boolean> future) throws InterruptedException {
        while (true) {
            try {
                return future.get(POLL_AT_LEAST_MILLIS, TimeUnit.MILLISECONDS);
            } catch (java.util.concurrent.TimeoutException stillWriting) {
                keepMembership();
            } catch (ExecutionException failure) {
                LOG.errorf(failure.getCause(), "A batch could not be written and is read again");
                return false;
            }
        }
    }

    private void keepMembership() {
        kafka.pause(kafka.assignment());
        ConsumerRecords<byte[], byte[]> ofNewPartitions = kafka.poll(Duration.ZERO);
        kafka.resume(kafka.assignment());
        if (!ofNewPartitions.isEmpty()) {
            readAgain(ofNewPartitions);
        }
    }

    /** Throws away what was folded, and reads from these offsets on where it would read from later ones; always false. */
    private boolean rewind(Map<TopicPartition, Long> offsets) {
        Map<TopicPartition, Long> all = new HashMap<>(offsets);
        if (folding != null) {
            folding.first().forEach((partition, offset) -> all.merge(partition, offset, Math::min));
            folding = null;
        }
        all.keySet().retainAll(kafka.assignment());
        all.forEach((partition, offset) -> kafka.seek(partition, Math.min(offset, kafka.position(partition))));
        return false;
    }

    /** In the writer's thread: tries for as long as the database does not answer. */
    private boolean write(Stretch<F> stretch) throws InterruptedException {
        long pause = SHORTEST_PAUSE_MILLIS;
        while (true) {
            try {
                return projection.write(stretch.ledger(), stretch.batch());
            } catch (SQLException | RuntimeException failure) {
                failed(failure);
                if (stopping.await(pause, TimeUnit.MILLISECONDS)) {
                    return false;
                }
                pause = Math.min(2 * pause, settings.longestPause().toMillis());
            }
        }
    }

    private void failed(Exception failure) {
        failed.increment();
        LOG.warnf("A batch could not be counted and is tried again: %s", failure);
    }

    private void tell() {
        if (!untold.isEmpty() && System.nanoTime() - toldAt > TELL_EVERY_NANOS) {
            kafka.commitAsync(Map.copyOf(untold), (offsets, refusal) -> {
                if (refusal != null) {
                    LOG.debugf("Kafka did not take note of the offsets: %s", refusal.getMessage());
                }
            });
            untold.clear();
            toldAt = System.nanoTime();
        }
    }

    private void farewell() {
        try {
            if (!untold.isEmpty()) {
                kafka.commitSync(Map.copyOf(untold), FAREWELL);
            }
        } catch (KafkaException refused) {
            LOG.debugf("Kafka did not take note of the offsets: %s", refused.getMessage());
        }
        untold.clear();
    }

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
        held.assigned(partitions);
        leave();
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
        held.gone(partitions);
        leave();
        farewell();
    }

    @Override
    public void onPartitionsLost(Collection<TopicPartition> partitions) {
        held.gone(partitions);
        untold.keySet().removeAll(partitions);
        leave();
    }

    /** Writes what was folded; others may have moved the lanes of what comes next. */
    private void leave() {
        try {
            flush();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }
}
