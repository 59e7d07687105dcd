package org.gongkai.intake.normativedocument;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How documents end by themselves. */
@ConfigMapping(prefix = "gongkai.expiry")
public interface ExpirySettings {

    /** How often documents are looked for whose time is over. */
    @WithDefault("1m")
    Duration interval();
}
