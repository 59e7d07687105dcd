package org.gongkai.local.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** By the grammar and the example of {@code docs/contracts/position.md}. */
class PositionsTest {

    private final Positions positions = new Positions();

    @Test
    void nothing_written_asks_for_nothing() {
        assertEquals("1", positions.token());
    }

    @Test
    void lanes_come_in_rising_order_whatever_came_first() {
        positions.add("1.c-3k");
        positions.add("1.5-ya");

        assertEquals("1.5-ya.c-3k", positions.token());
    }

    @Test
    void of_one_lane_the_higher_position_wins_as_a_number() {
        positions.add("1.5-z");
        positions.add("1.5-10.6-1");
        positions.add("1.5-y");

        assertEquals("1.5-10.6-1", positions.token());
    }

    @Test
    void the_generation_is_the_journals() {
        positions.add("3.1r-1");

        assertEquals("3.1r-1", positions.token());
    }
}
