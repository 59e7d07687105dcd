package org.gongkai.statistics.confirmation;

import com.carrotsearch.hppc.ObjectObjectHashMap;
import com.carrotsearch.hppc.cursors.ObjectObjectCursor;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Folds the marks of a batch into one per body and year. */
public final class YearMarks {

    /** First of the years of a body. Codes differ by a digit or two, which Java's own map takes badly. */
    private final ObjectObjectHashMap<String, Kept> marks = new ObjectObjectHashMap<>();

    /** The last of each kind for a year; changed in place, since there is one for every fact. A body has few in a batch. */
    private static final class Kept {
        private final int year;
        private final @Nullable Kept next;
        private long countedAt;
        private @Nullable YearMark confirmed;

        Kept(int year, @Nullable Kept next) {
            this.year = year;
            this.next = next;
        }
    }

    /**
     * Marks what a fact touches and confirms.
     *
     * @param position of the fact in the lane of the organisation
     * @param years that the fact touches
     * @param confirmation null for a fact that confirms nothing
     */
    public void add(String organisation, long position, Set<Integer> years, @Nullable Confirmation confirmation) {
        for (int year : years) {
            Kept kept = of(organisation, year);
            kept.countedAt = Math.max(kept.countedAt, position);
        }
        if (confirmation != null) {
            Kept kept = of(organisation, confirmation.year());
            YearMark mark = YearMark.confirmed(organisation, confirmation, position);
            kept.confirmed = kept.confirmed == null ? mark : kept.confirmed.merge(mark);
        }
    }

    private Kept of(String organisation, int year) {
        Kept first = marks.get(organisation);
        for (Kept kept = first; kept != null; kept = kept.next) {
            if (kept.year == year) {
                return kept;
            }
        }
        Kept kept = new Kept(year, first);
        marks.put(organisation, kept);
        return kept;
    }

    /** One mark per body and year, in key order. */
    public List<YearMark> marks() {
        List<YearMark> all = new ArrayList<>();
        for (ObjectObjectCursor<String, Kept> body : marks) {
            for (Kept kept = body.value; kept != null; kept = kept.next) {
                YearMark counted = YearMark.counted(body.key, kept.year, kept.countedAt);
                all.add(kept.confirmed == null ? counted : counted.merge(kept.confirmed));
            }
        }
        Collections.sort(all);
        return all;
    }

    /** The body of each mark. */
    public List<String> organisations() {
        return marks().stream().map(YearMark::organisation).toList();
    }
}
