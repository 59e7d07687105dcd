package org.gongkai.statistics.recount;

/** How far a recount is. */
public enum State {
    WAITING,
    COUNTING,
    DONE,
    FAILED
}
