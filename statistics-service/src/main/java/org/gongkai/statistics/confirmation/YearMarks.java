package org.gongkai.statistics.confirmation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Folds the marks of a batch into one per body and year. */
public final class YearMarks {

    private final Map<String, Map<Integer, YearMark>> marks = new HashMap<>();

    /**
     * Marks what a fact touches and confirms.
     *
     * @param position of the fact in the lane of the organisation
     * @param years that the fact touches
     * @param confirmation null for a fact that confirms nothing
     */
    public void add(String organisation, long position, Set<Integer> years, @Nullable Confirmation confirmation) {
        for (int year : years) {
            mark(YearMark.counted(organisation, year, position));
        }
        if (confirmation != null) {
            mark(YearMark.confirmed(organisation, confirmation, position));
        }
    }

    private void mark(YearMark mark) {
        marks.computeIfAbsent(mark.organisation(), none -> new HashMap<>()).merge(mark.year(), mark, YearMark::merge);
    }

    /** One mark per body and year, in key order. */
    public List<YearMark> marks() {
        return marks.values().stream()
                .flatMap(years -> years.values().stream())
                .sorted()
                .toList();
    }

    /** The body of each mark. */
    public List<String> organisations() {
        return marks().stream().map(YearMark::organisation).toList();
    }
}
