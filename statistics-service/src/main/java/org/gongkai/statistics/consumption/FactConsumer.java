package org.gongkai.statistics.consumption;

import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.reactive.messaging.annotations.Blocking;
import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import io.smallrye.reactive.messaging.kafka.KafkaConsumer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.gongkai.statistics.unreadable.UnreadableFact.Header;
import org.gongkai.statistics.unreadable.UnreadableFact.Place;
import org.jboss.logging.Logger;

/**
 * Takes batches from Kafka. A batch that can't be counted because the database does not answer is tried again in place
 * for as long as it takes: the poll loop is another thread and keeps the membership of the group. What Kafka thinks was
 * consumed is a hint for the next start and nothing more, so it is told without waiting and its refusal is ignored; that
 * also keeps the deletion of the topic from blocking the loop.
 */
@ApplicationScoped
class FactConsumer {

    private static final Logger LOG = Logger.getLogger(FactConsumer.class);

    private static final String CHANNEL = "facts";
    private static final long SHORTEST_PAUSE_MILLIS = 100;

    private final Ledger ledger;
    private final Healer healer;
    private final Journal journal;
    private final ConsumptionSettings settings;
    private final CountingMetrics metrics;
    private final KafkaClientService kafka;
    private final CountDownLatch stopping = new CountDownLatch(1);

    FactConsumer(
            Ledger ledger,
            Healer healer,
            Journal journal,
            ConsumptionSettings settings,
            CountingMetrics metrics,
            KafkaClientService kafka) {
        this.ledger = ledger;
        this.healer = healer;
        this.journal = journal;
        this.settings = settings;
        this.metrics = metrics;
        this.kafka = kafka;
    }

    void stop(@Observes ShutdownEvent event) {
        stopping.countDown();
    }

    @Incoming(CHANNEL)
    @Blocking(ordered = true)
    void consume(ConsumerRecords<byte[], byte[]> records) throws InterruptedException {
        List<Delivery> deliveries = deliveries(records);
        long pause = SHORTEST_PAUSE_MILLIS;
        boolean counted = count(deliveries);
        while (!counted && !stopping.await(pause, TimeUnit.MILLISECONDS)) {
            counted = count(deliveries);
            pause = Math.min(2 * pause, settings.longestPause().toMillis());
        }
        if (counted) {
            tellKafka(records.nextOffsets());
        }
    }

    private boolean count(List<Delivery> deliveries) {
        try {
            healer.report(ledger.apply(deliveries, this::generationOfTheJournal).gaps());
            return true;
        } catch (SQLException | RuntimeException failure) {
            metrics.failed.increment();
            LOG.warnf("A batch of %d could not be counted and is tried again: %s", deliveries.size(), failure);
            return false;
        }
    }

    private Optional<Integer> generationOfTheJournal() {
        try {
            return Optional.of(journal.heads().generation());
        } catch (Journal.Unreachable unreachable) {
            return Optional.empty();
        }
    }

    private void tellKafka(Map<TopicPartition, OffsetAndMetadata> offsets) {
        KafkaConsumer<byte[], byte[]> consumer = kafka.getConsumer(CHANNEL);
        if (consumer != null) {
            consumer.runOnPollingThread(client -> {
                        client.commitAsync(offsets, (committed, refusal) -> {
                            if (refusal != null) {
                                LOG.debugf("Kafka did not take note of the offsets: %s", refusal.getMessage());
                            }
                        });
                    })
                    .subscribe()
                    .with(done -> {}, refused -> LOG.debugf("Kafka was not told: %s", refused.getMessage()));
        }
    }

    private static List<Delivery> deliveries(ConsumerRecords<byte[], byte[]> records) {
        List<Delivery> deliveries = new ArrayList<>(records.count());
        for (ConsumerRecord<byte[], byte[]> record : records) {
            List<Header> headers = new ArrayList<>();
            record.headers().forEach(header -> headers.add(new Header(header.key(), header.value())));
            deliveries.add(new Delivery(
                    headers,
                    record.key(),
                    record.value(),
                    new Place(record.topic(), record.partition(), record.offset(), record.timestamp())));
        }
        return deliveries;
    }
}
