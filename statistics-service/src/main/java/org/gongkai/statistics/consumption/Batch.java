package org.gongkai.statistics.consumption;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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
import org.gongkai.statistics.lane.Lane;
import org.gongkai.statistics.lane.LaneMove;
import org.gongkai.statistics.lane.Position;
import org.gongkai.statistics.organisation.NumberedChange;
import org.gongkai.statistics.organisation.TreeChange;
import org.gongkai.statistics.unreadable.UnreadableFact;
import org.gongkai.statistics.unreadable.UnreadableFact.Number;
import org.gongkai.statistics.unreadable.UnreadableFact.Place;
import org.jspecify.annotations.Nullable;

/**
 * A batch of deliveries folded from a position on: what is to be written if the stored position is still that one.
 *
 * <p>Of each lane exactly the next number is taken. One that was counted already is a repeat and dropped. One that is too
 * high shows a gap: it and what follows in the lane is withheld, for the journal has all of it; other lanes go on. Plain
 * Java, no database: this is the part of the way of a fact that must be right.
 */
final class Batch {

    private static final Pattern TYPE = Pattern.compile("[A-Za-z0-9.]{1,200}");
    private static final Pattern ORGANISATION = Pattern.compile("[0-9A-Z-]{1,40}");

    private final Position start;
    private final OffsetDateTime now;
    private final Supplier<UUID> ids;
    private final long[] reached = new long[Lane.COUNT];
    private final Place[] places = new Place[Lane.COUNT];
    private final Tally tally = new Tally();
    private final YearMarks yearMarks = new YearMarks();
    private final List<NumberedChange> treeChanges = new ArrayList<>();
    private final List<UnreadableFact> unreadable = new ArrayList<>();
    private final List<UnreadableFact> foreign = new ArrayList<>();
    private final Map<Integer, Gap> gaps = new TreeMap<>();
    private int newerGeneration;
    private long applied;
    private long repeats;
    private long withheld;
    private long ofOlderGenerations;

    private Batch(Position start, OffsetDateTime now, Supplier<UUID> ids) {
        this.start = start;
        this.now = now;
        this.ids = ids;
        for (int lane = 0; lane < Lane.COUNT; lane++) {
            reached[lane] = start.of(lane);
        }
    }

    /**
     * Folds deliveries.
     *
     * @param deliveries in the order in which they came
     * @param start the stored position that they are folded from; its generation is the one that is counted
     * @param stopped whether counting stands still, so that everything numbered is withheld
     * @param ids makes ids for unreadable facts
     */
    static Batch fold(
            List<Delivery> deliveries, Position start, boolean stopped, OffsetDateTime now, Supplier<UUID> ids) {
        Batch batch = new Batch(start, now, ids);
        List<Numbering> numberings = deliveries.stream()
                .map(delivery -> Numbering.of(delivery.headers()))
                .toList();
        for (Numbering numbering : numberings) {
            if (numbering instanceof Numbering.Numbered numbered) {
                batch.newerGeneration =
                        Math.max(batch.newerGeneration, numbered.number().generation());
            }
        }
        boolean nothing = stopped || batch.newerGeneration > start.generation();
        for (int i = 0; i < deliveries.size(); i++) {
            if (numberings.get(i) instanceof Numbering.Foreign foreign) {
                batch.foreign.add(batch.unreadable(deliveries.get(i), null, foreign.reason()));
            } else if (numberings.get(i) instanceof Numbering.Numbered numbered) {
                if (nothing) {
                    batch.withheld++;
                } else {
                    batch.take(deliveries.get(i), numbered.number());
                }
            }
        }
        return batch;
    }

    private void take(Delivery delivery, Number number) {
        int lane = number.lane();
        if (number.generation() < start.generation()) {
            ofOlderGenerations++;
        } else if (number.position() <= reached[lane]) {
            repeats++;
        } else if (gaps.containsKey(lane)) {
            withheld++;
        } else if (number.position() > reached[lane] + 1) {
            gaps.put(lane, new Gap(lane, reached[lane] + 1, number.position()));
            withheld++;
        } else {
            reached[lane] = number.position();
            places[lane] = delivery.place();
            applied++;
            read(delivery, number);
        }
    }

    private void read(Delivery delivery, Number number) {
        Reading reading = FactReader.read(delivery.header("ce_type"), delivery.header("ce_subject"), delivery.value());
        if (reading instanceof Reading.Readable readable) {
            Fact fact = readable.fact();
            tally.add(fact.deltas());
            yearMarks.add(fact.organisation(), number.position(), fact.years(), fact.confirmation());
            for (TreeChange change : fact.treeChanges()) {
                treeChanges.add(new NumberedChange(number.position(), change));
            }
        } else if (reading instanceof Reading.Unreadable not) {
            unreadable.add(unreadable(delivery, number, not.reason()));
        }
    }

    private UnreadableFact unreadable(Delivery delivery, @Nullable Number number, String reason) {
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

    /** How far each lane moves, in order of lanes. */
    List<LaneMove> moves() {
        List<LaneMove> moves = new ArrayList<>();
        for (int lane = 0; lane < Lane.COUNT; lane++) {
            if (reached[lane] > start.of(lane)) {
                Place place = places[lane];
                moves.add(new LaneMove(
                        lane,
                        start.of(lane),
                        reached[lane],
                        place == null ? null : place.partition(),
                        place == null ? null : place.offset()));
            }
        }
        return moves;
    }

    /** One delta per cell, in key order. */
    List<Delta> deltas() {
        return tally.deltas();
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

    /** Lanes where facts are missing. */
    List<Gap> gaps() {
        return List.copyOf(gaps.values());
    }

    /** Whether a fact of a generation came that can't be counted yet; then nothing of the batch is. */
    boolean showsNewerGeneration() {
        return newerGeneration > start.generation();
    }

    /** The highest generation that came; 0 where no numbered delivery did. */
    int newestGeneration() {
        return newerGeneration;
    }

    /** Position after the batch. */
    Position end() {
        return Position.of(start.generation(), reached);
    }

    long applied() {
        return applied;
    }

    long repeats() {
        return repeats;
    }

    long withheld() {
        return withheld;
    }

    long ofOlderGenerations() {
        return ofOlderGenerations;
    }
}
