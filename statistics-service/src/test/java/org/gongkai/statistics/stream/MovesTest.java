package org.gongkai.statistics.stream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.gongkai.statistics.lane.Advance;
import org.gongkai.statistics.lane.Position;
import org.gongkai.statistics.lane.Standing;
import org.gongkai.statistics.stream.Moves.Touched;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MovesTest {

    private static final LocalDate TODAY = LocalDate.of(2021, 3, 4);

    private final Moves moves = new Moves();

    @BeforeEach
    void what_is_looked_at_first_touches_everybody() {
        look("1.5-a");
        assertTrue(moves.take().everybody());
        assertTrue(moves.take().isNothing());
    }

    @Test
    void a_commit_of_this_process_touches_whom_it_names_and_the_look_at_its_lane_nobody_else() {
        moves.advanced(advance("1.5-a", "1.5-c", Set.of("A", "B")));
        look("1.5-c");

        assertEquals(new Touched(false, 0, Set.of("A", "B")), moves.take());
    }

    @Test
    void a_lane_that_moved_elsewhere_is_touched_once() {
        look("1.3-1.5-a");
        assertEquals(1L << 3, moves.take().lanes());
        look("1.3-1.5-a");
        assertTrue(moves.take().isNothing());
    }

    @Test
    void what_others_moved_before_a_commit_of_this_process_is_not_taken_for_its_own() {
        moves.advanced(advance("1.5-b", "1.5-c", Set.of("A")));

        assertEquals(new Touched(false, 1L << 5, Set.of("A")), moves.take());
    }

    @Test
    void a_lane_that_stands_still_in_a_batch_says_nothing_about_others() {
        moves.advanced(advance("1.3-7.5-a", "1.3-7.5-b", Set.of("A")));
        assertEquals(0, moves.take().lanes());
        look("1.3-7.5-b");
        assertEquals(1L << 3, moves.take().lanes(), "lane 3 was moved by others and is still to be seen");
    }

    @Test
    void a_look_from_before_a_commit_of_this_process_undoes_nothing() {
        moves.advanced(advance("1.5-a", "1.5-c", Set.of("A")));
        look("1.5-b");
        moves.take();
        look("1.5-c");

        assertTrue(moves.take().isNothing());
    }

    @Test
    void tree_generation_stop_day_unreadable_facts_and_another_ledger_touch_everybody() {
        moves.looked(new Standing(position("1.5-a"), null, 2, 1), TODAY, 0);
        assertTrue(moves.take().everybody());
        moves.looked(new Standing(position("1.5-a"), 2, 2, 1), TODAY, 0);
        assertTrue(moves.take().everybody());
        moves.looked(new Standing(position("2.5-a"), 2, 2, 1), TODAY, 0);
        assertTrue(moves.take().everybody());
        moves.looked(new Standing(position("2.5-a"), 2, 2, 1), TODAY.plusDays(1), 0);
        assertTrue(moves.take().everybody());
        moves.looked(new Standing(position("2.5-a"), 2, 2, 1), TODAY.plusDays(1), 1);
        assertTrue(moves.take().everybody());
        moves.looked(new Standing(position("2.5-a"), 2, 2, 1), TODAY.plusDays(1), 1);
        assertFalse(moves.take().everybody());
        moves.looked(new Standing(position("2.5-a"), 2, 2, 2), TODAY.plusDays(1), 1);
        assertTrue(moves.take().everybody());
    }

    @Test
    void a_commit_that_says_so_or_names_very_many_touches_everybody() {
        moves.advanced(new Advance(position("1.5-a"), position("1.5-a"), Set::of, true));
        assertTrue(moves.take().everybody());
        moves.advanced(advance(
                "1.5-a",
                "1.5-b",
                IntStream.rangeClosed(0, 2_000).mapToObj(Integer::toString).collect(Collectors.toSet())));
        assertTrue(moves.take().everybody());
    }

    @Test
    void while_nobody_listens_nobody_is_asked_for_names() {
        moves.forget();
        moves.advanced(new Advance(
                position("1.5-a"),
                position("1.5-b"),
                () -> {
                    throw new AssertionError("asked");
                },
                true));
        assertTrue(moves.take().isNothing());
        look("1.5-b");
        assertTrue(moves.take().everybody());
    }

    private void look(String position) {
        moves.looked(new Standing(position(position), null, 1, 1), TODAY, 0);
    }

    private static Advance advance(String start, String end, Set<String> organisations) {
        return new Advance(position(start), position(end), () -> organisations, false);
    }

    private static Position position(String token) {
        return Position.parse(token).orElseThrow();
    }
}
