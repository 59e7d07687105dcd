package org.gongkai.statistics.trail;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Whether and how the trail is kept. */
@ConfigMapping(prefix = "gongkai.trail")
public interface TrailSettings {

    /** Whether what is behind each cell is kept; without it no facts behind a cell and no statement of an earlier position. */
    @WithDefault("true")
    boolean enabled();

    /** Whether the trail waits while counting is behind, so that it does not take what a backlog needs. */
    @WithDefault("true")
    boolean afterCounting();

    /** Rows of the trail that are written at once at most: what a batch takes of the heap, some 150 bytes each. */
    @WithDefault("100000")
    int mostEntries();

    /** How long facts are gathered into one batch while none wait; the first after a rest goes at once. */
    @WithDefault("0.1S")
    Duration gatherAtRest();
}
