package org.gongkai.statistics.counting;

import java.util.ArrayList;
import java.util.List;

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

    /** What takes all of these back and puts those instead. */
    public static List<Delta> moved(List<Delta> was, List<Delta> is) {
        List<Delta> deltas = new ArrayList<>(was.size() + is.size());
        for (Delta delta : was) {
            deltas.add(delta.negated());
        }
        deltas.addAll(is);
        return deltas;
    }
}
