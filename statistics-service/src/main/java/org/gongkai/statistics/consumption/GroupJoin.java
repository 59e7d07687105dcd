package org.gongkai.statistics.consumption;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import io.smallrye.reactive.messaging.kafka.KafkaConsumer;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.time.Duration;

/** Finds out when a broker answers the consumer for the first time: from then on it is joining its group. */
@ApplicationScoped
class GroupJoin {

    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final KafkaClientService kafka;
    private final PartitionsHeld partitions;

    GroupJoin(KafkaClientService kafka, @Identifier("facts") PartitionsHeld partitions) {
        this.kafka = kafka;
        this.partitions = partitions;
    }

    void ask(@Observes @Priority(Interceptor.Priority.LIBRARY_AFTER) StartupEvent event) {
        KafkaConsumer<byte[], byte[]> consumer = kafka.getConsumer("facts");
        if (consumer != null) {
            // A topic that does not exist yet is no reason not to be ready, so none is asked for.
            consumer.runOnPollingThread(client -> {
                        client.listTopics(PATIENCE);
                    })
                    .onFailure()
                    .retry()
                    .withBackOff(PATIENCE)
                    .indefinitely()
                    .subscribe()
                    .with(done -> partitions.joining());
        }
    }
}
