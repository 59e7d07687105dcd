package org.gongkai.statistics.consumption;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** How lost facts are healed from the journal of intake-service. */
@ConfigMapping(prefix = "gongkai.journal")
public interface JournalSettings {

    /** File that holds a token of role system for intake-service, read anew at each use. */
    Optional<Path> tokenFile();

    /** How often the heads of the journal's lanes are asked for. */
    @WithDefault("3S")
    Duration pollInterval();

    /** How long a lane may stand still behind what intake has published before the journal is asked for the rest. */
    @WithDefault("5S")
    Duration patience();

    /** How many facts are asked for at once, 1 to 500. */
    @WithDefault("500")
    int pageSize();
}
