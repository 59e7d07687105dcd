package org.gongkai.statistics.consumption;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.gongkai.statistics.lane.Lane;
import org.gongkai.statistics.lane.Position;
import org.gongkai.statistics.ledger.Ledgers;
import org.gongkai.statistics.unreadable.FactIds;
import org.jspecify.annotations.Nullable;

/**
 * Counts facts again from the first on into a ledger that is not live: from the topic, and from the journal where the topic
 * lacks some. Exactly up to a position, each lane for itself, so that what comes out can be compared with another ledger.
 */
public final class LedgerFiller implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(200);

    private final int ledger;
    private final Ledgers ledgers;
    private final LedgerWriter writer;
    private final Journal journal;
    private final ConsumptionSettings settings;
    private final Clock clock;
    private final FactIds ids;
    private final BooleanSupplier stopping;
    private final Consumer<byte[], byte[]> kafka;
    private final ExecutorService writing = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "recount-writer");
        thread.setDaemon(true);
        return thread;
    });
    /** Where a partition holds the first fact that was beyond the position asked for. */
    private final Map<TopicPartition, Long> beyond = new HashMap<>();

    private Batch<Counting> batch;
    private @Nullable Future<Boolean> written;

    LedgerFiller(
            int ledger,
            Ledgers ledgers,
            LedgerWriter writer,
            Journal journal,
            ConsumptionSettings settings,
            Clock clock,
            FactIds ids,
            Consumer<byte[], byte[]> kafka,
            BooleanSupplier stopping)
            throws SQLException {
        this.ledger = ledger;
        this.ledgers = ledgers;
        this.writer = writer;
        this.journal = journal;
        this.settings = settings;
        this.clock = clock;
        this.ids = ids;
        this.kafka = kafka;
        this.stopping = stopping;
        this.batch = batch(ledgers.standing(ledger).position());
        List<TopicPartition> partitions = new ArrayList<>();
        for (PartitionInfo partition : kafka.partitionsFor(settings.topic())) {
            partitions.add(new TopicPartition(partition.topic(), partition.partition()));
        }
        kafka.assign(partitions);
        kafka.seekToBeginning(partitions);
    }

    /** How far it is counted. */
    public Position reached() {
        return batch.end();
    }

    /**
     * Counts up to a position, of the same generation and nowhere behind what is counted.
     *
     * @return false where the process is stopping
     * @throws Journal.Unreachable where the topic lacks facts and the journal can't be read
     */
    public boolean fillTo(Position target) throws SQLException, Journal.Unreachable, InterruptedException {
        beyond.forEach(kafka::seek);
        beyond.clear();
        while (!batch.end().includes(target)) {
            if (stopping.getAsBoolean()) {
                return false;
            }
            ConsumerRecords<byte[], byte[]> records = kafka.poll(POLL);
            for (TopicPartition partition : records.partitions()) {
                for (ConsumerRecord<byte[], byte[]> record : records.records(partition)) {
                    take(record, partition, target);
                }
            }
            if (records.isEmpty() && isAtTheEnd()) {
                for (int lane = 0; lane < Lane.COUNT; lane++) {
                    takeFromJournal(lane, target.of(lane));
                }
            }
            writeWhenLarge();
        }
        write();
        await();
        return true;
    }

    private void take(ConsumerRecord<byte[], byte[]> record, TopicPartition partition, Position target)
            throws SQLException, Journal.Unreachable, InterruptedException {
        KafkaDelivery delivery = new KafkaDelivery(record);
        if (!(Numbering.of(delivery::headerValue) instanceof Numbering.Numbered numbered)) {
            // It moves nothing, and the live ledger has it.
            return;
        }
        int lane = numbered.number().lane();
        long position = numbered.number().position();
        if (numbered.number().generation() != target.generation()) {
            return;
        }
        if (position > target.of(lane)) {
            beyond.putIfAbsent(partition, record.offset());
            return;
        }
        if (position > batch.reached(lane) + 1) {
            takeFromJournal(lane, position - 1);
        }
        batch.take(delivery);
    }

    /** Takes what the topic lacks of a lane. */
    private void takeFromJournal(int lane, long last) throws SQLException, Journal.Unreachable, InterruptedException {
        while (batch.reached(lane) < last) {
            JournalPage page = journal.page(lane, batch.reached(lane));
            if (page.generation() != batch.end().generation() || page.items().isEmpty()) {
                throw new Journal.Unreachable(
                        "the journal of intake-service lacks facts that were counted: lane=" + lane + " from "
                                + (batch.reached(lane) + 1),
                        null);
            }
            for (Delivery delivery : page.deliveries()) {
                if (batch.reached(lane) < last) {
                    batch.take(delivery);
                }
            }
            writeWhenLarge();
        }
    }

    private boolean isAtTheEnd() {
        return kafka.endOffsets(kafka.assignment()).entrySet().stream()
                .allMatch(end -> kafka.position(end.getKey()) >= end.getValue());
    }

    private void writeWhenLarge() throws SQLException, InterruptedException {
        if (batch.applied() >= settings.mostFacts() || batch.fold().size() >= settings.mostCells()) {
            write();
        }
    }

    /** Hands over what was folded, once what was before is written. */
    private void write() throws SQLException, InterruptedException {
        await();
        if (batch.applied() > 0) {
            Batch<Counting> full = batch;
            written = writing.submit(() -> writer.write(ledger, full));
            batch = batch(full.end());
        }
    }

    private void await() throws SQLException, InterruptedException {
        Future<Boolean> future = written;
        written = null;
        if (future == null) {
            return;
        }
        try {
            if (!future.get()) {
                throw new SQLException("somebody else has written to ledger " + ledger);
            }
        } catch (ExecutionException failure) {
            if (failure.getCause() instanceof SQLException database) {
                throw database;
            }
            throw new IllegalStateException(failure.getCause());
        }
    }

    private Batch<Counting> batch(Position start) {
        return new Batch<>(start, false, new Counting(OffsetDateTime.now(clock), ids::next));
    }

    @Override
    public void close() {
        writing.shutdownNow();
        kafka.close();
    }
}
