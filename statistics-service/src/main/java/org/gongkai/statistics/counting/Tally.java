package org.gongkai.statistics.counting;

import com.carrotsearch.hppc.LongLongHashMap;
import com.carrotsearch.hppc.ObjectIntHashMap;
import com.carrotsearch.hppc.cursors.LongLongCursor;
import java.util.ArrayList;
import java.util.List;

/**
 * Folds the deltas of a batch into one per cell: the fewer rows are written, the faster facts are counted. Organisations and
 * kinds have indexes of the tally's own, in the order in which they came.
 */
public final class Tally {

    private final ObjectIntHashMap<String> organisations = new ObjectIntHashMap<>();
    private final List<String> codes = new ArrayList<>();
    private final ObjectIntHashMap<Kind> kinds = new ObjectIntHashMap<>();
    private final List<Kind> kindsByIndex = new ArrayList<>();
    private final LongLongHashMap amounts = new LongLongHashMap();

    /** Hears one delta of a cell. */
    public interface Receiver {
        /**
         * One cell that moved.
         *
         * @param organisation index in {@link #organisations()}
         * @param month months since January 1900, see {@link CellKey}
         * @param kind index in {@link #kinds()}
         */
        void accept(int organisation, int month, int kind, long amount);
    }

    /** Adds deltas of one fact. */
    public void add(List<Delta> deltas) {
        for (Delta delta : deltas) {
            Cell cell = delta.cell();
            long key = CellKey.of(
                    organisation(cell.organisation()),
                    CellKey.month(cell.year(), cell.month()),
                    kind(new Kind(cell.measure(), cell.category(), cell.applicantType())));
            int index = amounts.indexOf(key);
            if (amounts.indexExists(index)) {
                amounts.indexReplace(index, Math.addExact(amounts.indexGet(index), delta.amount()));
            } else {
                amounts.indexInsert(index, key, delta.amount());
            }
        }
    }

    private int organisation(String code) {
        return index(organisations, codes, code);
    }

    private int kind(Kind kind) {
        return index(kinds, kindsByIndex, kind);
    }

    private static <T> int index(ObjectIntHashMap<T> indexes, List<T> byIndex, T one) {
        int slot = indexes.indexOf(one);
        if (indexes.indexExists(slot)) {
            return indexes.indexGet(slot);
        }
        int index = byIndex.size();
        indexes.indexInsert(slot, one, index);
        byIndex.add(one);
        return index;
    }

    /** Cells held, those included whose deltas cancel out. */
    public int size() {
        return amounts.size();
    }

    /** Codes by index. */
    public List<String> organisations() {
        return codes;
    }

    /** Kinds by index. */
    public List<Kind> kinds() {
        return kindsByIndex;
    }

    /** Each cell that moved, in no order; cells whose deltas cancel out are left out. */
    public void forEach(Receiver receiver) {
        for (LongLongCursor cursor : amounts) {
            if (cursor.value != 0) {
                receiver.accept(
                        CellKey.organisation(cursor.key),
                        CellKey.month(cursor.key),
                        CellKey.kind(cursor.key),
                        cursor.value);
            }
        }
    }

    /** One delta per cell that moved, in key order. */
    public List<Delta> deltas() {
        List<Delta> deltas = new ArrayList<>();
        forEach((organisation, month, kind, amount) -> deltas.add(new Delta(
                new Cell(
                        codes.get(organisation),
                        CellKey.yearOf(month),
                        CellKey.monthOf(month),
                        kindsByIndex.get(kind).measure(),
                        kindsByIndex.get(kind).category(),
                        kindsByIndex.get(kind).applicantType()),
                amount)));
        deltas.sort((one, other) -> one.cell().compareTo(other.cell()));
        return deltas;
    }
}
