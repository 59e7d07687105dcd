package org.gongkai.statistics.consumption;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.gongkai.statistics.fact.FactReader;
import org.gongkai.statistics.fact.Reading;
import org.gongkai.statistics.lane.Lane;
import org.gongkai.statistics.lane.LaneMove;
import org.gongkai.statistics.lane.Position;
import org.gongkai.statistics.unreadable.UnreadableFact.Number;
import org.gongkai.statistics.unreadable.UnreadableFact.Place;
import org.jspecify.annotations.Nullable;

/**
 * Deliveries folded from a position on: what is to be written if the stored position is still that one.
 *
 * <p>Of each lane exactly the next number is taken. One that was counted already is a repeat and dropped. One that is too
 * high shows a gap: it and what follows in the lane is withheld, for the journal has all of it; other lanes go on. Plain
 * Java, no database: this is the part of the way of a fact that must be right.
 */
final class Batch<F extends Fold> {

    private final Position start;
    private final boolean stopped;
    private final F fold;
    private final long[] reached = new long[Lane.COUNT];
    private final Delivery[] last = new Delivery[Lane.COUNT];
    private final Map<Integer, Gap> gaps = new TreeMap<>();
    private int newerGeneration;
    private long applied;
    private long repeats;
    private long withheld;
    private long ofOlderGenerations;
    private long foreign;

    /** What became of one delivery. */
    enum Fate {
        APPLIED,
        REPEAT,
        /** It is the first of its lane that shows a gap. */
        GAP,
        WITHHELD,
        OF_OLDER_GENERATION,
        FOREIGN
    }

    /**
     * An empty batch.
     *
     * @param start the position that it is folded from; its generation is the one that is counted
     * @param stopped whether counting stands still, so that everything numbered is withheld
     */
    Batch(Position start, boolean stopped, F fold) {
        this.start = start;
        this.stopped = stopped;
        this.fold = fold;
        for (int lane = 0; lane < Lane.COUNT; lane++) {
            reached[lane] = start.of(lane);
        }
    }

    /** Takes one more delivery. Behind a fact of a newer generation nothing is taken: what it follows on may be gone. */
    Fate take(Delivery delivery) {
        Numbering numbering = Numbering.of(delivery::headerValue);
        if (numbering instanceof Numbering.Foreign none) {
            fold.foreign(delivery, none.reason());
            foreign++;
            return Fate.FOREIGN;
        }
        Number number = ((Numbering.Numbered) numbering).number();
        newerGeneration = Math.max(newerGeneration, number.generation());
        if (stopped || showsNewerGeneration()) {
            withheld++;
            return Fate.WITHHELD;
        }
        return take(delivery, number);
    }

    private Fate take(Delivery delivery, Number number) {
        int lane = number.lane();
        if (number.generation() < start.generation()) {
            ofOlderGenerations++;
            return Fate.OF_OLDER_GENERATION;
        }
        if (number.position() <= reached[lane]) {
            repeats++;
            return Fate.REPEAT;
        }
        if (number.position() > reached[lane] + 1) {
            withheld++;
            Gap gap = new Gap(lane, reached[lane] + 1, number.position());
            return gaps.putIfAbsent(lane, gap) == null ? Fate.GAP : Fate.WITHHELD;
        }
        if (gaps.containsKey(lane)) {
            withheld++;
            return Fate.WITHHELD;
        }
        reached[lane] = number.position();
        last[lane] = delivery;
        applied++;
        read(delivery, number);
        return Fate.APPLIED;
    }

    private void read(Delivery delivery, Number number) {
        Reading reading = FactReader.read(delivery.header("ce_type"), delivery.header("ce_subject"), delivery.value());
        if (reading instanceof Reading.Readable readable) {
            fold.fact(delivery, number, readable);
        } else if (reading instanceof Reading.Unreadable not) {
            fold.unreadable(delivery, number, not.reason());
        }
    }

    /** How far each lane moves, in order of lanes. */
    List<LaneMove> moves() {
        List<LaneMove> moves = new ArrayList<>();
        for (int lane = 0; lane < Lane.COUNT; lane++) {
            if (reached[lane] > start.of(lane)) {
                Place place = last[lane] == null ? null : last[lane].place();
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

    /** What came of its facts. */
    F fold() {
        return fold;
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

    /** How far a lane is folded. */
    long reached(int lane) {
        return reached[lane];
    }

    /** When the newest of its facts was recorded, by {@code ce_time}; empty where none says so. */
    Optional<Instant> newest() {
        return Arrays.stream(last)
                .filter(Objects::nonNull)
                .map(delivery -> instant(delivery.header("ce_time")))
                .flatMap(Optional::stream)
                .max(Instant::compareTo);
    }

    private static Optional<Instant> instant(@Nullable String time) {
        try {
            return time == null ? Optional.empty() : Optional.of(Instant.parse(time));
        } catch (DateTimeParseException odd) {
            return Optional.empty();
        }
    }

    /** Position before the batch. */
    Position start() {
        return start;
    }

    /** Position after the batch. */
    Position end() {
        return Position.of(start.generation(), reached);
    }

    /** Whether there is nothing to write. */
    boolean isEmpty() {
        return applied == 0 && foreign == 0 && !showsNewerGeneration();
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
