package org.gongkai.statistics.progress;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** When the service is ready. */
@ConfigMapping(prefix = "gongkai.readiness")
public interface ReadinessSettings {

    /** The most facts that counting may be behind; 0: any number. */
    @WithDefault("1000000")
    long mostLag();
}
