package org.gongkai.intake.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class PositionTest {

    @Test
    void the_token_is_that_of_the_contract() {
        assertEquals("1.5-ya", new Position(1, 5, 1234).token());
        assertEquals("1.0-1", new Position(1, 0, 1).token());
        assertEquals("10.1r-2s", new Position(36, 63, 100).token());
    }

    @Test
    void the_longest_token_is_short_and_of_characters_that_need_no_quoting() {
        String longest = new Position(Integer.MAX_VALUE, 63, Long.MAX_VALUE).token();

        assertTrue(longest.length() < 64, longest);
        assertTrue(longest.matches("[A-Za-z0-9._~-]+"), longest);
    }
}
