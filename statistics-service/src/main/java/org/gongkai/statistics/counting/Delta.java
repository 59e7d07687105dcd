package org.gongkai.statistics.counting;

/**
 * What one fact adds to one cell.
 *
 * @param amount signed
 */
public record Delta(Cell cell, long amount) {

    /** The delta that takes this one back. */
    public Delta negated() {
        return new Delta(cell, -amount);
    }
}
