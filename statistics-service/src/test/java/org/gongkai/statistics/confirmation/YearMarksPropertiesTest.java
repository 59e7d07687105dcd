package org.gongkai.statistics.confirmation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** A confirmation stands or has fallen as the order of the lane says, in whatever order and batches its facts come. */
class YearMarksPropertiesTest {

    private static final LocalDate DAY = LocalDate.parse("2022-01-10");

    /** What a fact does to one of two years. */
    private record Act(long position, int year, Kind kind) {}

    private enum Kind {
        COUNTS,
        CONFIRMS,
        TAKES_BACK,
        DESCRIBES_THE_BODY
    }

    @Property
    void any_order_and_any_batches_say_what_the_lane_says(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 30) int facts) {
        Random random = new Random(seed);
        List<Act> lane = new ArrayList<>();
        for (int position = 1; position <= facts; position++) {
            lane.add(new Act(position, 2020 + random.nextInt(2), Kind.values()[random.nextInt(4)]));
        }
        Map<Integer, Boolean> expected = new HashMap<>();
        for (Act act : lane) {
            if (act.kind() != Kind.DESCRIBES_THE_BODY) {
                expected.put(act.year(), act.kind() == Kind.CONFIRMS);
            }
        }

        List<Act> shuffled = new ArrayList<>(lane);
        Collections.shuffle(shuffled, random);
        Map<Integer, YearMark> stored = new HashMap<>();
        for (int from = 0; from < facts; ) {
            int to = Math.min(facts, from + 1 + random.nextInt(5));
            YearMarks batch = new YearMarks();
            shuffled.subList(from, to).forEach(act -> add(batch, act));
            // What the table does with a mark that it holds already.
            batch.marks().forEach(mark -> stored.merge(mark.year(), mark, YearMark::merge));
            from = to;
        }

        Map<Integer, Boolean> confirmed = new HashMap<>();
        stored.forEach((year, mark) -> confirmed.put(year, mark.isConfirmed()));
        assertEquals(expected, confirmed);
    }

    private static void add(YearMarks marks, Act act) {
        switch (act.kind()) {
            case COUNTS -> marks.add("R", act.position(), Set.of(act.year()), null);
            case CONFIRMS -> marks.add("R", act.position(), Set.of(), new Confirmation(act.year(), DAY, false));
            case TAKES_BACK -> marks.add("R", act.position(), Set.of(), Confirmation.takenBack(act.year()));
            default -> marks.add("R", act.position(), Set.of(), null);
        }
    }
}
