package org.gongkai.statistics.confirmation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Folds the marks of a batch into one per body and year. */
public final class YearMarks {

    private final Map<String, Map<Integer, Kept>> marks = new HashMap<>();

    /** The last of each kind; changed in place, since there is one for every fact. */
    private static final class Kept {
        private long countedAt;
        private @Nullable YearMark confirmed;
    }

    /**
     * Marks what a fact touches and confirms.
     *
     * @param position of the fact in the lane of the organisation
     * @param years that the fact touches
     * @param confirmation null for a fact that confirms nothing
     */
    public void add(String organisation, long position, Set<Integer> years, @Nullable Confirmation confirmation) {
        if (years.isEmpty() && confirmation == null) {
            return;
        }
        Map<Integer, Kept> ofBody = marks.computeIfAbsent(organisation, none -> new HashMap<>());
        for (int year : years) {
            Kept kept = ofBody.computeIfAbsent(year, none -> new Kept());
            kept.countedAt = Math.max(kept.countedAt, position);
        }
        if (confirmation != null) {
            Kept kept = ofBody.computeIfAbsent(confirmation.year(), none -> new Kept());
            YearMark mark = YearMark.confirmed(organisation, confirmation, position);
            kept.confirmed = kept.confirmed == null ? mark : kept.confirmed.merge(mark);
        }
    }

    /** One mark per body and year, in key order. */
    public List<YearMark> marks() {
        List<YearMark> all = new ArrayList<>();
        marks.forEach((organisation, years) -> years.forEach((year, kept) -> {
            YearMark counted = YearMark.counted(organisation, year, kept.countedAt);
            all.add(kept.confirmed == null ? counted : counted.merge(kept.confirmed));
        }));
        Collections.sort(all);
        return all;
    }

    /** The body of each mark. */
    public List<String> organisations() {
        return marks().stream().map(YearMark::organisation).toList();
    }
}
