package org.gongkai.statistics.snapshot;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How {@code ?atLeast} waits. */
@ConfigMapping(prefix = "gongkai.at-least")
public interface AtLeastSettings {

    /** How long a call waits for its position before it is answered with 503. */
    @WithDefault("5S")
    Duration patience();

    /** How often a waiting call looks for what other replicas have counted. */
    @WithDefault("0.1S")
    Duration lookEvery();

    /** How many calls may wait at once; one more is answered with 503 at once. */
    @WithDefault("100")
    int mostWaiting();
}
