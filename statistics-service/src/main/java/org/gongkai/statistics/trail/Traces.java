package org.gongkai.statistics.trail;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.gongkai.statistics.confirmation.Confirmation;
import org.gongkai.statistics.counting.Cell;
import org.gongkai.statistics.counting.CellKey;
import org.gongkai.statistics.counting.Kind;
import org.gongkai.statistics.fact.About;
import org.gongkai.statistics.fact.Dated;
import org.gongkai.statistics.fact.Fact;
import org.gongkai.statistics.fact.Reading;
import org.gongkai.statistics.organisation.TreeChange;
import org.jspecify.annotations.Nullable;

/**
 * What the facts of a batch leave in the trail. Plain Java: organisations, kinds and types have indexes of this batch's own,
 * in the order in which they came; the database's numbers are put in their place when it is written.
 */
public final class Traces {

    /** A change of the tree takes about as much of the heap as so many entries. */
    private static final int KEPT_WHOLE = 10;

    private final Index<String> organisations = new Index<>();
    private final Index<Kind> kinds = new Index<>();
    private final Index<String> types = new Index<>();
    private final List<Entry> entries = new ArrayList<>();
    private final List<Change> changes = new ArrayList<>();
    private final List<Confirmed> confirmations = new ArrayList<>();
    private final List<Touch> touches = new ArrayList<>();
    /** Years touched since the batch began and since they were last confirmed in it. */
    private final Set<Year> touched = new HashSet<>();

    /**
     * One delta of a fact.
     *
     * @param key of {@link CellKey}, of indexes
     * @param type index of the fact's type
     * @param number null where the record has none
     */
    record Entry(
            long key,
            long position,
            long amount,
            LocalDate day,
            int lane,
            int ordinal,
            int type,
            UUID record,
            @Nullable String number) {}

    /** A change of the tree. */
    record Change(int lane, long position, TreeChange change) {}

    /** A confirmation of a year, or its retraction, of the organisation with an index. */
    record Confirmed(int organisation, int lane, long position, Confirmation confirmation) {}

    /** A fact that touches a year of the organisation with an index. */
    record Touch(int organisation, int lane, long position, int year) {}

    private record Year(int organisation, int year) {}

    /**
     * Takes one fact.
     *
     * @param type its name, without version
     */
    public void add(int lane, long position, String type, Reading.Readable reading) {
        Fact fact = reading.fact();
        List<Dated> dated = Dated.of(fact);
        if (!dated.isEmpty()) {
            add(lane, position, types.of(type), reading.about().get(), dated);
        }
        fact.treeChanges().forEach(change -> changes.add(new Change(lane, position, change)));
        int organisation = organisations.of(fact.organisation());
        for (int year : fact.years()) {
            if (touched.add(new Year(organisation, year))) {
                touches.add(new Touch(organisation, lane, position, year));
            }
        }
        Confirmation confirmation = fact.confirmation();
        if (confirmation != null) {
            confirmations.add(new Confirmed(organisation, lane, position, confirmation));
            touched.remove(new Year(organisation, confirmation.year()));
        }
    }

    private void add(int lane, long position, int type, About about, List<Dated> dated) {
        for (int ordinal = 0; ordinal < dated.size(); ordinal++) {
            Cell cell = dated.get(ordinal).delta().cell();
            long key = CellKey.of(
                    organisations.of(cell.organisation()),
                    CellKey.month(cell.year(), cell.month()),
                    kinds.of(new Kind(cell.measure(), cell.category(), cell.applicantType())));
            entries.add(new Entry(
                    key,
                    position,
                    dated.get(ordinal).delta().amount(),
                    dated.get(ordinal).day(),
                    lane,
                    ordinal,
                    type,
                    about.record(),
                    about.number()));
        }
    }

    /** What they hold of the heap, in entries, about. */
    public int size() {
        return entries.size() + KEPT_WHOLE * changes.size();
    }

    /** Codes by index. */
    public List<String> organisations() {
        return organisations.values;
    }

    /** Kinds by index. */
    public List<Kind> kinds() {
        return kinds.values;
    }

    /** Names of types by index. */
    public List<String> types() {
        return types.values;
    }

    List<Entry> entries() {
        return entries;
    }

    List<Change> changes() {
        return changes;
    }

    List<Confirmed> confirmations() {
        return confirmations;
    }

    List<Touch> touches() {
        return touches;
    }

    private static final class Index<T> {

        private final Map<T, Integer> indexes = new HashMap<>();
        private final List<T> values = new ArrayList<>();

        int of(T value) {
            Integer index = indexes.get(value);
            if (index == null) {
                index = values.size();
                indexes.put(value, index);
                values.add(value);
            }
            return index;
        }
    }
}
