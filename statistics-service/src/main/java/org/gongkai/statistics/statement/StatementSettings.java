package org.gongkai.statistics.statement;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How statements are put together. */
@ConfigMapping(prefix = "gongkai.statement")
public interface StatementSettings {

    /** Sums of bodies that are kept in memory, some 15 bytes each; a body with a full year has about 200. */
    @WithDefault("2000000")
    long keptSums();

    /** A statement of more bodies than this is added up in the database: it would drive out what all others keep. */
    @WithDefault("10000")
    int keptBodies();
}
