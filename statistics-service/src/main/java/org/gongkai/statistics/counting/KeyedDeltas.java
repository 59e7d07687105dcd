package org.gongkai.statistics.counting;

/**
 * Deltas under the database's keys.
 *
 * @param keys of {@link CellKey}, ascending, each once
 * @param amounts one for each key, none of them 0
 */
public record KeyedDeltas(long[] keys, long[] amounts) {

    /** How many cells move. */
    public int size() {
        return keys.length;
    }
}
