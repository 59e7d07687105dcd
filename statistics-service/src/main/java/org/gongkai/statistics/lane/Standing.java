package org.gongkai.statistics.lane;

import org.jspecify.annotations.Nullable;

/**
 * How far counting has come, in one snapshot.
 *
 * @param newerGeneration a generation of the journal that was seen and can't be counted yet; null where there is none
 * @param treeVersion version of the ledger's tree of organisations
 * @param ledger number of the ledger that is live
 */
public record Standing(Position position, @Nullable Integer newerGeneration, long treeVersion, int ledger) {

    /** Whether counting stands still because the journal has begun a new generation. */
    public boolean isStopped() {
        return newerGeneration != null && newerGeneration > position.generation();
    }
}
