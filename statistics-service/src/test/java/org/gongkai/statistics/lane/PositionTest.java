package org.gongkai.statistics.lane;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PositionTest {

    @Test
    void the_example_of_the_contract_is_read_and_written() {
        Position position = Position.parse("1.5-ya.c-3k").orElseThrow();

        assertEquals(1, position.generation());
        assertEquals(1234, position.of(5));
        assertEquals(128, position.of(12));
        assertEquals(0, position.of(6));
        assertEquals("1.5-ya.c-3k", position.toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ".",
                "x y",
                "1.",
                "1.5",
                "1.5-",
                "1.-5",
                "1.5-0",
                "1.1s-1",
                "1.5-1.5-2",
                "1.6-1.5-1",
                "1.5-YA",
                "-1.5-1",
                "1.5-1.",
                "zzzzzzz.5-1",
                "1.5-1234567890123"
            })
    void a_malformed_token_is_not_read(String token) {
        assertTrue(Position.parse(token).isEmpty());
    }

    @Test
    void a_token_of_all_lanes_at_their_largest_fits_into_a_kilobyte() {
        long[] lanes = new long[Lane.COUNT];
        Arrays.fill(lanes, 999_999_999_999_999L);

        String token = Position.of(Integer.MAX_VALUE, lanes).toString();

        assertTrue(token.length() <= 1024, token.length() + " characters");
        assertEquals(token, Position.parse(token).orElseThrow().toString());
    }

    @Test
    void a_position_includes_another_when_no_lane_is_behind_and_the_generation_is_the_same() {
        Position position = Position.parse("1.0-2.3-4").orElseThrow();

        assertTrue(position.includes(Position.parse("1.0-2").orElseThrow()));
        assertTrue(position.includes(Position.parse("1.0-1.3-4").orElseThrow()));
        assertFalse(position.includes(Position.parse("1.0-3").orElseThrow()));
        assertFalse(position.includes(Position.parse("1.5-1").orElseThrow()));
        assertFalse(position.includes(Position.parse("2.0-1").orElseThrow()));
    }

    @Test
    void the_lane_of_a_code_is_its_crc_32_modulo_64() {
        // python3 -c 'import zlib; print([zlib.crc32(c) % 64 for c in (b"621000", b"621002", b"621000-01")])'
        assertEquals(LANES_BY_PYTHON[0], Lane.of("621000"));
        assertEquals(LANES_BY_PYTHON[1], Lane.of("621002"));
        assertEquals(LANES_BY_PYTHON[2], Lane.of("621000-01"));
    }

    private static final int[] LANES_BY_PYTHON = {62, 18, 32};
}
