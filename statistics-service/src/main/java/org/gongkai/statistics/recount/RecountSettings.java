package org.gongkai.statistics.recount;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How recounts are made. */
@ConfigMapping(prefix = "gongkai.recount")
public interface RecountSettings {

    /** How often it is looked whether there is something to count again. */
    @WithDefault("2S")
    Duration lookEvery();

    /** How long a ledger that was live is kept, for readers whose snapshot is older than the swap. */
    @WithDefault("10M")
    Duration keepRetired();

    /** How many facts a recount may be behind when the live lanes are held for the swap. */
    @WithDefault("20000")
    long near();
}
