package org.gongkai.statistics.consumption;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.gongkai.statistics.counting.Delta;
import org.gongkai.statistics.lane.Lane;
import org.gongkai.statistics.lane.LaneMove;
import org.gongkai.statistics.lane.Position;
import org.gongkai.statistics.testing.Facts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BatchTest {

    private static final String BODY = "621002";
    private static final int LANE = Lane.of(BODY);
    /** Another body of another lane. */
    private static final String OTHER = "621000";

    private static final OffsetDateTime NOW = OffsetDateTime.parse("2026-01-01T00:00:00+08:00");

    @Test
    void the_next_facts_of_a_lane_are_taken_and_fold_into_one_delta_per_cell() {
        Batch<Counting> batch = fold(at(4), received(5), received(6), received(7));

        assertEquals(List.of(new LaneMove(LANE, 4, 7, 3, 77L)), batch.moves());
        assertEquals(
                List.of(3L),
                batch.fold().tally().deltas().stream().map(Delta::amount).toList());
        assertEquals(3, batch.applied());
    }

    @Test
    void a_repeat_is_dropped_whether_of_an_earlier_batch_or_of_this_one() {
        Batch<Counting> batch = fold(at(4), received(3), received(5), received(5), received(4), received(6));

        assertEquals(2, batch.applied());
        assertEquals(3, batch.repeats());
        assertEquals(6, batch.end().of(LANE));
        assertEquals(2, batch.fold().tally().deltas().get(0).amount());
    }

    @Test
    void a_gap_stops_its_lane_and_no_other() {
        Delivery ofOtherLane = Deliveries.of(Facts.received(OTHER, "2021-03-04"), 1, 1);

        Batch<Counting> batch = fold(at(4), received(5), received(7), received(6), ofOtherLane, received(4));

        assertEquals(5, batch.end().of(LANE));
        assertEquals(List.of(new Gap(LANE, 6, 7)), batch.gaps());
        assertEquals(2, batch.withheld());
        assertEquals(1, batch.repeats());
        assertEquals(1, batch.end().of(Lane.of(OTHER)));
    }

    @Test
    void nothing_is_taken_behind_a_fact_of_a_newer_generation() {
        Batch<Counting> batch =
                fold(at(4), received(5), Deliveries.of(Facts.received(BODY, "2021-03-04"), 2, 1), received(6));

        assertTrue(batch.showsNewerGeneration());
        assertEquals(2, batch.newestGeneration());
        assertEquals(5, batch.end().of(LANE));
        assertEquals(1, batch.fold().tally().deltas().get(0).amount());
        assertEquals(2, batch.withheld());
    }

    @Test
    void a_fact_of_an_older_generation_is_dropped() {
        Position second = Position.of(2, lanes(4));

        Batch<Counting> batch = fold(second, false, List.of(received(5)));

        assertFalse(batch.showsNewerGeneration());
        assertEquals(1, batch.ofOlderGenerations());
        assertTrue(batch.moves().isEmpty());
    }

    @Test
    void while_counting_stands_still_everything_is_withheld_and_no_gap_is_reported() {
        Batch<Counting> batch = fold(at(4), true, List.of(received(5), received(9)));

        assertTrue(batch.moves().isEmpty());
        assertTrue(batch.gaps().isEmpty());
        assertEquals(2, batch.withheld());
    }

    @Test
    void a_fact_that_can_not_be_read_moves_its_lane_and_is_kept_whole() {
        Delivery broken = Deliveries.withHeader(received(5), "ce_type", "org.gongkai.ApplicationReceived.v2");

        Batch<Counting> batch = fold(at(4), broken, received(6));

        assertEquals(6, batch.end().of(LANE));
        assertEquals(1, batch.fold().unreadable().size());
        assertEquals(
                "header ce_type: unknown type or version",
                batch.fold().unreadable().get(0).reason());
        assertEquals(5, batch.fold().unreadable().get(0).number().position());
        assertEquals(BODY, batch.fold().unreadable().get(0).organisation());
        assertEquals(broken.headers(), batch.fold().unreadable().get(0).headers());
        assertEquals(broken.value(), batch.fold().unreadable().get(0).value());
        assertFalse(batch.fold().unreadable().get(0).concernsTree());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{",
                "{}{}",
                "{\"organisation\":1}",
                "{\"a\":1,\"a\":1}",
            })
    void a_value_that_is_no_fact_is_unreadable(String value) {
        Delivery broken = Delivery.of(received(5).headers(), null, value.getBytes(), null);

        assertEquals(1, fold(at(4), broken).fold().unreadable().size());
    }

    @Test
    void a_fact_that_counts_for_another_organisation_than_its_subject_is_unreadable() {
        Delivery other =
                Delivery.of(received(5).headers(), null, received("621021", 5).value(), null);

        assertEquals(1, fold(at(4), other).fold().unreadable().size());
    }

    @Test
    void without_subject_a_fact_is_unreadable_and_touches_everybody() {
        Batch<Counting> batch = fold(at(4), Deliveries.without(received(5), "ce_subject"));

        assertEquals(5, batch.end().of(LANE));
        assertNull(batch.fold().unreadable().get(0).organisation());
    }

    @ParameterizedTest
    @ValueSource(strings = {"ce_lane", "ce_position", "ce_generation"})
    void a_record_without_a_number_moves_nothing_and_is_kept(String header) {
        Batch<Counting> batch = fold(at(4), Deliveries.without(received(5), header));

        assertTrue(batch.moves().isEmpty());
        assertEquals(1, batch.fold().foreign().size());
        assertNull(batch.fold().foreign().get(0).number());
    }

    @ParameterizedTest
    @CsvSource({
        "ce_lane,64",
        "ce_lane,-1",
        "ce_lane,five",
        "ce_lane,1",
        "ce_position,0",
        "ce_position,1.0",
        "ce_position,9999999999999999999",
        "ce_generation,0",
        "ce_generation,2147483648"
    })
    void a_number_that_can_not_be_believed_is_none(String header, String text) {
        Batch<Counting> batch = fold(at(4), Deliveries.withHeader(received(5), header, text));

        assertTrue(batch.moves().isEmpty());
        assertEquals(1, batch.fold().foreign().size());
    }

    @Test
    void what_is_kept_as_it_came_fills_a_batch_as_ten_cells_do() {
        Batch<Counting> cell = fold(at(4), received(5));
        Batch<Counting> change = fold(at(4), Deliveries.of(Facts.registered(BODY, "CITY", "GOVERNMENT", null), 1, 5));
        Batch<Counting> foreign = fold(at(4), Deliveries.without(received(5), "ce_position"));

        assertEquals(1, cell.fold().size());
        assertEquals(10, change.fold().size());
        assertEquals(10, foreign.fold().size());
    }

    private static Batch<Counting> fold(Position start, Delivery... deliveries) {
        return fold(start, false, Arrays.asList(deliveries));
    }

    private static Batch<Counting> fold(Position start, boolean stopped, List<Delivery> deliveries) {
        Batch<Counting> batch = new Batch<>(start, stopped, new Counting(NOW, UUID::randomUUID));
        deliveries.forEach(batch::take);
        return batch;
    }

    private static Delivery received(long position) {
        return received(BODY, position);
    }

    private static Delivery received(String body, long position) {
        return Deliveries.of(Facts.received(body, "2021-03-04"), 1, position);
    }

    private static Position at(long position) {
        return Position.of(1, lanes(position));
    }

    private static long[] lanes(long position) {
        long[] lanes = new long[Lane.COUNT];
        lanes[LANE] = position;
        return lanes;
    }
}
