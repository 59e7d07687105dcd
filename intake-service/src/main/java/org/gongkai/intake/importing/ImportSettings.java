package org.gongkai.intake.importing;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How imports are taken and kept. */
@ConfigMapping(prefix = "gongkai.imports")
public interface ImportSettings {

    /** Where the sealed bodies wait; on a disk that outlives the process. */
    @WithDefault("imports")
    String directory();

    /** How large a body may be. */
    @WithDefault("16G")
    MemorySize mostBytes();

    /** How large a workbook may be, since it is held in memory as it came, packed. */
    @WithDefault("64M")
    MemorySize mostWorkbookBytes();

    /** How many lines are recorded in one transaction. */
    @WithDefault("1000")
    int pieceLines();

    /** How many imports are worked off at once; others wait. */
    @WithDefault("2")
    int atOnce();

    /** How long results are kept after the end, and a body that cannot be worked off. */
    @WithDefault("30d")
    Duration keptFor();

    /** How long to wait after a failure of the database. */
    @WithDefault("1s")
    Duration pause();
}
