package org.gongkai.intake.relay;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How facts are published. */
@ConfigMapping(prefix = "gongkai.relay")
public interface RelaySettings {

    /** The topic that facts are published to. */
    @WithDefault("gongkai.facts")
    String topic();

    /** How many partitions the topic is made with where it is missing. */
    @WithDefault("16")
    int partitions();

    /** Its replication factor; 3 where there are three brokers. */
    @WithDefault("1")
    short replicationFactor();

    /** How often the journal is looked at without being told, for facts that other replicas recorded. */
    @WithDefault("200ms")
    Duration interval();

    /** How long a round of sending lasts at least: a round costs much the same for one fact as for a hundred. */
    @WithDefault("10ms")
    Duration gather();

    /** How many facts of one lane are sent before their acknowledgement is noted. */
    @WithDefault("500")
    int batch();

    /** How long to wait after a failure of Kafka or the database. */
    @WithDefault("1s")
    Duration pause();
}
