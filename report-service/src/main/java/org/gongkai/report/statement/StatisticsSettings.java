package org.gongkai.report.statement;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long a report waits for statistics-service. */
@ConfigMapping(prefix = "gongkai.statistics")
public interface StatisticsSettings {

    /** For all calls of one report together, so that a restart is waited out; after it 503. */
    @WithDefault("10s")
    Duration patience();

    /** For one call of it; longer than statistics-service itself waits for a position. */
    @WithDefault("7s")
    Duration longestCall();

    /** Between two tries while statistics-service is away. */
    @WithDefault("300ms")
    Duration pause();
}
