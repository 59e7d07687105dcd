package org.gongkai.statistics.stream;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How figures are streamed. */
@ConfigMapping(prefix = "gongkai.stream")
public interface StreamSettings {

    /** How many connections a replica keeps; one more is answered with 503. */
    @WithDefault("2000")
    int mostConnections();

    /** After how much silence a connection is sent a comment, so that both ends see that it lives. */
    @WithDefault("15S")
    Duration heartbeat();

    /** How often the lanes are looked at for what other replicas have counted; once per replica, however many listen. */
    @WithDefault("0.1S")
    Duration lookEvery();
}
