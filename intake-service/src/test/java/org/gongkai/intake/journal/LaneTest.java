package org.gongkai.intake.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The lane of a code may never change, and every consumer computes it for itself. */
class LaneTest {

    /** python3 -c 'import zlib; print(zlib.crc32(b"621000") % 64)'. */
    @ParameterizedTest
    @CsvSource({"621000, 62", "621002, 18", "621000-01, 32"})
    void the_lane_of_a_code_is_its_crc_32_modulo_64(String code, int lane) {
        assertEquals(lane, Lane.of(code));
    }

    @Test
    void every_lane_is_one_of_64_and_none_stays_empty() {
        assertEquals(64, Lane.COUNT);
        assertEquals(
                IntStream.range(0, 64).boxed().toList(),
                IntStream.range(0, 10_000)
                        .mapToObj(i -> Lane.of("62" + i))
                        .distinct()
                        .sorted()
                        .toList());
    }
}
