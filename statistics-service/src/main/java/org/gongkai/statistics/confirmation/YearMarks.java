package org.gongkai.statistics.confirmation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gongkai.statistics.counting.Delta;
import org.jspecify.annotations.Nullable;

/** Folds the marks of a batch into one per body and year. */
public final class YearMarks {

    private final Map<Key, YearMark> marks = new HashMap<>();

    /**
     * Marks what a fact counts and confirms. Every year counts in which it has a delta, also where its deltas cancel out:
     * the body has touched that year again.
     *
     * @param position of the fact in the lane of the organisation
     * @param confirmation null for a fact that confirms nothing
     */
    public void add(String organisation, long position, List<Delta> deltas, @Nullable Confirmation confirmation) {
        for (Delta delta : deltas) {
            mark(YearMark.counted(organisation, delta.cell().year(), position));
        }
        if (confirmation != null) {
            mark(YearMark.confirmed(organisation, confirmation, position));
        }
    }

    private void mark(YearMark mark) {
        marks.merge(new Key(mark.organisation(), mark.year()), mark, YearMark::merge);
    }

    /** One mark per body and year, in key order. */
    public List<YearMark> marks() {
        return marks.values().stream().sorted().toList();
    }

    private record Key(String organisation, int year) {}
}
