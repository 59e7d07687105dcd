package org.gongkai.statistics.counting;

/** The rules by which facts become deltas. */
public final class Rules {

    /**
     * Their version. A ledger that was counted by another one is counted again when the service starts, so whoever changes
     * what a fact adds to the cells raises it.
     */
    public static final int VERSION = 2;

    private Rules() {}
}
