package org.gongkai.statistics.consumption;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How facts are taken from Kafka. */
@ConfigMapping(prefix = "gongkai.consumption")
public interface ConsumptionSettings {

    /** The longest pause between two tries of a batch while the database does not answer. */
    @WithDefault("5S")
    Duration longestPause();
}
