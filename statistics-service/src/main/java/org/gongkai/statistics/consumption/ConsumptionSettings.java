package org.gongkai.statistics.consumption;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Map;

/** How facts are taken from Kafka. */
@ConfigMapping(prefix = "gongkai.consumption")
public interface ConsumptionSettings {

    /** The topic of the facts. */
    @WithDefault("gongkai.facts")
    String topic();

    /** The group whose members share its partitions: every replica, and every consumer within one. */
    @WithDefault("gongkai-statistics")
    String group();

    /** How many consumers this process has; each folds on a core of its own and has the database work on another. */
    @WithDefault("1")
    int consumers();

    /** Facts that may be folded into one batch. */
    @WithDefault("250000")
    int mostFacts();

    /** Cells that may be folded into one batch: what a batch takes of the heap, some 100 bytes each. */
    @WithDefault("200000")
    int mostCells();

    /** How long facts are gathered into one batch while a backlog waits in Kafka. */
    @WithDefault("0.5S")
    Duration gather();

    /** How long facts are gathered into one batch while none wait: 0 has a fact that comes alone counted at once. */
    @WithDefault("0S")
    Duration gatherAtRest();

    /** The longest pause between two tries of a batch while the database does not answer. */
    @WithDefault("5S")
    Duration longestPause();

    /** Settings of the Kafka consumer itself, by Kafka's names. */
    Map<String, String> kafka();
}
