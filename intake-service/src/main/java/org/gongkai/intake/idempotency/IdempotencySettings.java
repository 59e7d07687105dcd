package org.gongkai.intake.idempotency;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How answers are kept for those who repeat a write under its {@code Idempotency-Key}. */
@ConfigMapping(prefix = "gongkai.idempotency")
public interface IdempotencySettings {

    /** How long an answer is kept; afterwards the key is free. */
    @WithDefault("72h")
    Duration keptFor();

    /** After how long a write that gave no answer counts as broken off, so that it may be sent again. */
    @WithDefault("60s")
    Duration brokenOffAfter();

    /** How often answers whose time is over are deleted. */
    @WithDefault("10m")
    Duration interval();
}
