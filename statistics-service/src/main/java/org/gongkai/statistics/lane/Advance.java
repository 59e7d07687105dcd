package org.gongkai.statistics.lane;

import java.util.Set;
import java.util.function.Supplier;

/**
 * What a commit of this process moved.
 *
 * @param start positions that it started from
 * @param end positions after it; equal to the start where something was counted without moving a lane, as by a replay
 * @param organisations whose counts or confirmations it touched; asked for only where somebody wants to know
 * @param everybody whether it concerns more than those: the tree changed, or facts that can't be read came or went
 */
public record Advance(Position start, Position end, Supplier<Set<String>> organisations, boolean everybody) {

    /** Whoever wants to know what this process commits. Called after the commit, on the committing thread: must be quick. */
    public interface Listener {

        /** Something was committed. */
        void advanced(Advance advance);
    }
}
