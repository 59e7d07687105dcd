package org.gongkai.statistics.consumption;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.gongkai.statistics.counting.Cell;
import org.gongkai.statistics.counting.Delta;
import org.gongkai.statistics.fact.ApplicantType;
import org.gongkai.statistics.fact.Channel;
import org.gongkai.statistics.fact.FactReader;
import org.gongkai.statistics.fact.Outcome;
import org.gongkai.statistics.fact.Reading;
import org.gongkai.statistics.lane.Lane;
import org.gongkai.statistics.lane.Position;
import org.gongkai.statistics.testing.Facts;

/** Guarantee 2 without a database: whatever happens to deliveries, every cell equals a recount. */
class BatchPropertiesTest {

    private static final OffsetDateTime NOW = OffsetDateTime.parse("2026-01-01T00:00:00+08:00");

    @Property
    void doubled_reordered_and_withheld_deliveries_leave_every_cell_equal_to_a_recount(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 60) int facts) {
        Random random = new Random(seed);
        List<List<Delivery>> journal = journal(random, facts);
        Map<Cell, Long> recount = new TreeMap<>();
        journal.forEach(lane -> lane.forEach(delivery -> add(recount, deltas(delivery))));

        Map<Cell, Long> cells = new TreeMap<>();
        Position position = Position.of(1, new long[Lane.COUNT]);
        for (List<Delivery> batch : mangled(random, journal)) {
            Batch<Counting> folded = fold(batch, position);
            add(cells, folded.fold().tally().deltas());
            position = folded.end();
            assertEquals(
                    batch.size(),
                    folded.applied() + folded.repeats() + folded.withheld(),
                    "each delivery has one fate");
        }
        // Healing: the journal's rest of each lane, in order, by the same fold.
        for (int lane = 0; lane < Lane.COUNT; lane++) {
            List<Delivery> rest = journal.get(lane)
                    .subList((int) position.of(lane), journal.get(lane).size());
            Batch<Counting> folded = fold(rest, position);
            assertTrue(folded.gaps().isEmpty());
            add(cells, folded.fold().tally().deltas());
            position = folded.end();
        }

        assertEquals(recount, cells);
    }

    @Property
    void batches_cut_anywhere_give_the_same_cells(@ForAll long seed, @ForAll @IntRange(min = 1, max = 60) int facts) {
        Random random = new Random(seed);
        List<Delivery> all = new ArrayList<>();
        journal(random, facts).forEach(all::addAll);
        Map<Cell, Long> atOnce = new TreeMap<>();
        Position start = Position.of(1, new long[Lane.COUNT]);
        add(atOnce, fold(all, start).fold().tally().deltas());

        Map<Cell, Long> inPieces = new TreeMap<>();
        Position position = start;
        for (int from = 0; from < all.size(); ) {
            int to = Math.min(all.size(), from + 1 + random.nextInt(7));
            Batch<Counting> folded = fold(all.subList(from, to), position);
            add(inPieces, folded.fold().tally().deltas());
            position = folded.end();
            from = to;
        }

        assertEquals(atOnce, inPieces);
    }

    private static Batch<Counting> fold(List<Delivery> deliveries, Position start) {
        Batch<Counting> batch = new Batch<>(start, false, new Counting(NOW, UUID::randomUUID));
        deliveries.forEach(batch::take);
        return batch;
    }

    private static List<List<Delivery>> journal(Random random, int facts) {
        List<List<Delivery>> lanes = new ArrayList<>();
        for (int lane = 0; lane < Lane.COUNT; lane++) {
            lanes.add(new ArrayList<>());
        }
        for (int i = 0; i < facts; i++) {
            String body = "B" + random.nextInt(5);
            String day = LocalDate.of(2019 + random.nextInt(3), 1 + random.nextInt(12), 1 + random.nextInt(28))
                    .toString();
            ApplicantType type = ApplicantType.values()[random.nextInt(6)];
            Facts.Fact fact = random.nextBoolean()
                    ? Facts.received(body, day, type, Channel.values()[random.nextInt(6)])
                    : Facts.decided(body, day, day, type, Outcome.values()[random.nextInt(21)]);
            List<Delivery> lane = lanes.get(Lane.of(body));
            lane.add(Deliveries.of(fact, 1, lane.size() + 1L));
        }
        return lanes;
    }

    /** Some deliveries twice, some never, many in another order, cut into batches. */
    private static List<List<Delivery>> mangled(Random random, List<List<Delivery>> journal) {
        List<Delivery> sent = new ArrayList<>();
        for (List<Delivery> lane : journal) {
            for (Delivery delivery : lane) {
                for (int times = random.nextInt(10) == 0 ? 0 : 1 + random.nextInt(2); times > 0; times--) {
                    sent.add(delivery);
                }
            }
        }
        for (int swaps = sent.size() / 3; swaps > 0; swaps--) {
            Collections.swap(sent, random.nextInt(sent.size()), random.nextInt(sent.size()));
        }
        List<List<Delivery>> batches = new ArrayList<>();
        for (int from = 0; from < sent.size(); ) {
            int to = Math.min(sent.size(), from + 1 + random.nextInt(9));
            batches.add(sent.subList(from, to));
            from = to;
        }
        return batches;
    }

    private static List<Delta> deltas(Delivery delivery) {
        return ((Reading.Readable)
                        FactReader.read(delivery.header("ce_type"), delivery.header("ce_subject"), delivery.value()))
                .fact()
                .deltas();
    }

    private static void add(Map<Cell, Long> cells, List<Delta> deltas) {
        deltas.forEach(delta -> cells.merge(delta.cell(), delta.amount(), Long::sum));
    }
}
