package org.gongkai.statistics.stream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class BudgetTest {

    private static final long MS = 1_000_000L;
    private static final long BEGIN = 77_000 * MS;

    private final Budget budget = new Budget(BEGIN);

    @Test
    void after_quiet_a_short_piece_begins_at_once_and_the_next_after_three_times_as_long() {
        assertTrue(budget.allows(2 * MS, 0, BEGIN));
        budget.spent(2 * MS, 2 * MS, BEGIN + 2 * MS);

        assertFalse(budget.allows(2 * MS, 0, BEGIN + 8 * MS - 1));
        assertTrue(budget.allows(2 * MS, 0, BEGIN + 8 * MS));
        assertEquals(6 * MS, budget.rest(BEGIN + 2 * MS));
    }

    @Test
    void time_that_passed_in_waiting_is_rest_already() {
        budget.spent(2 * MS, 5 * MS, BEGIN + 5 * MS);
        assertEquals(3 * MS, budget.rest(BEGIN + 5 * MS));
        budget.spent(2 * MS, 9 * MS, BEGIN + 9 * MS);
        assertTrue(budget.allows(2 * MS, 0, BEGIN + 9 * MS));
    }

    @Test
    void a_long_piece_waits_until_it_is_saved_up_for_and_holds_short_ones_up_for_little() {
        long takes = 1_000 * MS;
        assertFalse(budget.allows(takes, 0, BEGIN + 4 * takes - 4));
        assertTrue(budget.allows(takes, 0, BEGIN + 4 * takes));
        budget.spent(takes, takes, BEGIN + 5 * takes);

        assertTrue(budget.rest(BEGIN + 5 * takes) <= 3 * Budget.SHORT);
        assertFalse(budget.allows(takes, 0, BEGIN + 6 * takes));
    }

    @Test
    void a_long_piece_that_has_waited_twelve_times_its_length_is_done_in_any_case() {
        budget.spent(20_000 * MS, 20_000 * MS, BEGIN + 20_000 * MS);
        long later = BEGIN + 21_000 * MS;

        assertFalse(budget.allows(100 * MS, 1_199 * MS, later));
        assertTrue(budget.allows(100 * MS, 1_200 * MS, later));
    }

    @Test
    void many_pieces_of_all_lengths_take_about_a_quarter() {
        long now = BEGIN;
        long worked = 0;
        long length = 1;
        while (now < BEGIN + 600_000 * MS) {
            if (budget.allows(length, 0, now)) {
                now += length;
                worked += length;
                budget.spent(length, length, now);
                length = (length * 7_919 + 12_345) % (400 * MS);
            } else {
                now += MS;
            }
        }
        double share = worked / (double) (now - BEGIN);
        assertTrue(share > 0.15 && share <= 0.27, share + "");
    }
}
