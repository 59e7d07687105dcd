package org.gongkai.statistics.lane;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Apart from the examples: a class that two test engines run is reported by one of them only. */
class PositionPropertiesTest {

    @Property
    void what_is_written_is_read_again(@ForAll @IntRange(min = 1) int generation, @ForAll long seed) {
        Random random = new Random(seed);
        long[] lanes =
                random.longs(Lane.COUNT, 0, 1L << (1 + random.nextInt(61))).toArray();
        Position position = Position.of(generation, lanes);

        assertEquals(position, Position.parse(position.toString()).orElseThrow());
    }
}
