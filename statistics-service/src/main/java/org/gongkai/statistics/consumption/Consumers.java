package org.gongkai.statistics.consumption;

import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Makes Kafka consumers by the settings. */
@ApplicationScoped
class Consumers {

    private final Map<String, Object> kafka;
    private final ConsumptionSettings settings;

    Consumers(@Identifier("default-kafka-broker") Map<String, Object> kafka, ConsumptionSettings settings) {
        this.kafka = kafka;
        this.settings = settings;
    }

    /** A member of a group. */
    Consumer<byte[], byte[]> member(String group) {
        Map<String, Object> properties = properties();
        properties.put(ConsumerConfig.GROUP_ID_CONFIG, group);
        return new KafkaConsumer<>(properties);
    }

    /** One that reads whatever it likes and tells nobody. */
    Consumer<byte[], byte[]> reader() {
        Map<String, Object> properties = properties();
        properties.remove(ConsumerConfig.GROUP_ID_CONFIG);
        return new KafkaConsumer<>(properties);
    }

    private Map<String, Object> properties() {
        Map<String, Object> properties = new HashMap<>(kafka);
        properties.putAll(settings.kafka());
        properties.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        properties.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        properties.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        return properties;
    }
}
