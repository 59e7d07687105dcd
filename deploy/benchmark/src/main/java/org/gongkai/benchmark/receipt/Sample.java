package org.gongkai.benchmark.receipt;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * What one contender did in one round.
 *
 * @param perSecond answered and on disk
 * @param p50 milliseconds
 * @param p99 milliseconds
 * @param failed calls without a 2xx
 */
record Sample(double perSecond, double p50, double p99, long failed) {

    /** The median of each figure over rounds; failures are added up. */
    static Sample median(List<Sample> rounds) {
        return new Sample(
                median(rounds, Sample::perSecond),
                median(rounds, Sample::p50),
                median(rounds, Sample::p99),
                rounds.stream().mapToLong(Sample::failed).sum());
    }

    private static double median(List<Sample> rounds, ToDoubleFunction<Sample> figure) {
        double[] sorted = rounds.stream().mapToDouble(figure).sorted().toArray();
        int half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }

    /** The value below which that share of the sorted values lies. */
    static double quantile(double[] values, double share) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted.length == 0 ? 0 : sorted[(int) Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)];
    }
}
