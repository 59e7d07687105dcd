package org.gongkai.statistics.counting;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Folds the deltas of a batch into one per cell: the fewer rows are written, the faster facts are counted. */
public final class Tally {

    private final Map<Cell, Long> amounts = new HashMap<>();

    /** Adds deltas of one fact. */
    public void add(List<Delta> deltas) {
        for (Delta delta : deltas) {
            amounts.merge(delta.cell(), delta.amount(), Math::addExact);
        }
    }

    /** One delta per cell that moved, in key order; cells whose deltas cancel out are left out. */
    public List<Delta> deltas() {
        return amounts.entrySet().stream()
                .filter(cell -> cell.getValue() != 0)
                .sorted(Map.Entry.comparingByKey())
                .map(cell -> new Delta(cell.getKey(), cell.getValue()))
                .toList();
    }
}
