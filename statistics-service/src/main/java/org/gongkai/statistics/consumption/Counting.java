package org.gongkai.statistics.consumption;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.gongkai.statistics.confirmation.YearMark;
import org.gongkai.statistics.confirmation.YearMarks;
import org.gongkai.statistics.counting.Delta;
import org.gongkai.statistics.counting.Tally;
import org.gongkai.statistics.fact.Fact;
import org.gongkai.statistics.fact.FactReader;
import org.gongkai.statistics.fact.Reading;
import org.gongkai.statistics.organisation.NumberedChange;
import org.gongkai.statistics.organisation.TreeChange;
import org.gongkai.statistics.unreadable.UnreadableFact;
import org.gongkai.statistics.unreadable.UnreadableFact.Number;
import org.jspecify.annotations.Nullable;

/** Counting: one delta per cell, one mark per body and year, the changes of the tree, and what could not be read. */
final class Counting implements Fold {

    private static final Pattern TYPE = Pattern.compile("[A-Za-z0-9.]{1,200}");
    private static final Pattern ORGANISATION = Pattern.compile("[0-9A-Z-]{1,40}");

    /** What is kept as it came takes about as much of the heap as so many cells. */
    private static final int KEPT_WHOLE = 10;

    private final OffsetDateTime now;
    private final Supplier<UUID> ids;
    private final Tally tally = new Tally();
    private final YearMarks yearMarks = new YearMarks();
    private final List<NumberedChange> treeChanges = new ArrayList<>();
    private final List<UnreadableFact> unreadable = new ArrayList<>();
    private final List<UnreadableFact> foreign = new ArrayList<>();

    /**
     * Nothing yet.
     *
     * @param ids makes ids for unreadable facts
     */
    Counting(OffsetDateTime now, Supplier<UUID> ids) {
        this.now = now;
        this.ids = ids;
    }

    @Override
    public void fact(Delivery delivery, Number number, Reading.Readable reading) {
        Fact fact = reading.fact();
        List<Delta> deltas = fact.deltas();
        tally.add(deltas);
        yearMarks.add(fact.organisation(), number.position(), fact.years(deltas), fact.confirmation());
        for (TreeChange change : fact.treeChanges()) {
            treeChanges.add(new NumberedChange(number.position(), change));
        }
    }

    @Override
    public void unreadable(Delivery delivery, Number number, String reason) {
        unreadable.add(kept(delivery, number, reason));
    }

    @Override
    public void foreign(Delivery delivery, String reason) {
        foreign.add(kept(delivery, null, reason));
    }

    @Override
    public int size() {
        return tally.size() + KEPT_WHOLE * (treeChanges.size() + unreadable.size() + foreign.size());
    }

    private UnreadableFact kept(Delivery delivery, @Nullable Number number, String reason) {
        String type = delivery.header("ce_type");
        String subject = delivery.header("ce_subject");
        return new UnreadableFact(
                ids.get(),
                reason,
                number,
                type != null && TYPE.matcher(type).matches() ? type : null,
                subject != null && ORGANISATION.matcher(subject).matches() ? subject : null,
                FactReader.concernsTheTree(type),
                delivery.key(),
                delivery.value(),
                delivery.headers(),
                delivery.place(),
                now);
    }

    /** What moves, by cell. */
    Tally tally() {
        return tally;
    }

    /** One mark per body and year, in key order. */
    List<YearMark> yearMarks() {
        return yearMarks.marks();
    }

    /** Changes of the tree, in order. */
    List<NumberedChange> treeChanges() {
        return treeChanges;
    }

    /** What could not be read: it is stored as its lane moves past it. */
    List<UnreadableFact> unreadable() {
        return unreadable;
    }

    /** What has no number: it is stored too, and moves nothing. */
    List<UnreadableFact> foreign() {
        return foreign;
    }
}
