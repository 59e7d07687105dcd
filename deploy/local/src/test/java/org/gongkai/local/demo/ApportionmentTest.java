package org.gongkai.local.demo;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ApportionmentTest {

    @Test
    void the_largest_remainders_get_what_is_left_and_of_equal_ones_the_earlier() {
        assertArrayEquals(new long[] {4, 3, 3}, Apportionment.of(10, 1, 1, 1));
        assertArrayEquals(new long[] {1, 2, 4}, Apportionment.of(7, 1, 2, 4));
        assertArrayEquals(new long[] {0, 1}, Apportionment.of(1, 1, 2));
    }

    @Test
    void nothing_is_split_into_nothing_and_a_weight_of_nothing_gets_nothing() {
        assertArrayEquals(new long[] {0, 0}, Apportionment.of(0, 1, 1));
        assertArrayEquals(new long[] {0, 5}, Apportionment.of(5, 0, 1));
    }

    @Test
    void what_cannot_be_split_is_refused() {
        assertThrows(IllegalArgumentException.class, () -> Apportionment.of(-1, 1));
        assertThrows(IllegalArgumentException.class, () -> Apportionment.of(1, 0, 0));
        assertThrows(IllegalArgumentException.class, () -> Apportionment.of(1, 2, -1));
        assertThrows(IllegalArgumentException.class, () -> Apportionment.of(1));
    }

    @Test
    void parts_add_up_and_each_is_within_one_of_its_exact_share() {
        long seed = Long.getLong("gongkai.seed", System.nanoTime());
        System.out.println("-Dgongkai.seed=" + seed);
        Random random = new Random(seed);
        for (int i = 0; i < 1_000; i++) {
            long total = random.nextLong(100_000_000_000L);
            long[] weights = random.longs(1 + random.nextInt(500), 0, 1_000_000).toArray();
            weights[0]++;

            long[] parts = Apportionment.of(total, weights);

            assertEquals(total, LongStream.of(parts).sum());
            BigDecimal sum = BigDecimal.valueOf(LongStream.of(weights).sum());
            for (int j = 0; j < parts.length; j++) {
                BigDecimal exact = BigDecimal.valueOf(total)
                        .multiply(BigDecimal.valueOf(weights[j]))
                        .divide(sum, MathContext.DECIMAL128);
                assertTrue(
                        exact.subtract(BigDecimal.valueOf(parts[j])).abs().compareTo(BigDecimal.ONE) < 0,
                        parts[j] + " for " + exact);
            }
        }
    }
}
