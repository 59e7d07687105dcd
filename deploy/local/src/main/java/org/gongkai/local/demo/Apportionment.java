package org.gongkai.local.demo;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** Splits a whole into whole parts that add up to it exactly (largest remainder; of equal remainders the earlier wins). */
final class Apportionment {

    private Apportionment() {}

    /**
     * The parts of {@code total}, each within one of its exact share; a weight of 0 gets 0.
     *
     * @param total not negative
     * @param weights not negative, and not all 0
     */
    static long[] of(long total, long... weights) {
        long sum = LongStream.of(weights).sum();
        if (total < 0 || sum <= 0 || LongStream.of(weights).anyMatch(weight -> weight < 0)) {
            throw new IllegalArgumentException("cannot split " + total + " by " + Arrays.toString(weights));
        }
        long[] parts = new long[weights.length];
        long[] remainders = new long[weights.length];
        for (int i = 0; i < weights.length; i++) {
            BigInteger[] share = BigInteger.valueOf(total)
                    .multiply(BigInteger.valueOf(weights[i]))
                    .divideAndRemainder(BigInteger.valueOf(sum));
            parts[i] = share[0].longValueExact();
            remainders[i] = share[1].longValueExact();
        }
        IntStream.range(0, weights.length)
                .boxed()
                .sorted(Comparator.comparingLong((Integer i) -> remainders[i]).reversed())
                .limit(total - LongStream.of(parts).sum())
                .forEach(i -> parts[i]++);
        return parts;
    }
}
