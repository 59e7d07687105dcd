package org.gongkai.statistics.counting;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Deltas under the database's keys.
 *
 * @param keys of {@link CellKey}, ascending, each once
 * @param amounts one for each key, none of them 0
 */
public record KeyedDeltas(long[] keys, long[] amounts) {

    /** Numbers of the bodies whose cells move, ascending, one for each cell. */
    IntStream organisations() {
        return Arrays.stream(keys).mapToInt(CellKey::organisation);
    }

    /** How many cells move. */
    public int size() {
        return keys.length;
    }
}
