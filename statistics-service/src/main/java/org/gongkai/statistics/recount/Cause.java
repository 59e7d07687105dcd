package org.gongkai.statistics.recount;

/** Why there is a recount. */
public enum Cause {
    /** An administrator asked for it. */
    REQUESTED,
    /** The journal has begun a new generation. */
    NEW_GENERATION,
    /** This version of the service counts by other rules than the live ledger was counted by. */
    NEW_RULES
}
