package org.gongkai.benchmark;

import java.util.Arrays;
import java.util.Collection;

/** Figures of several rounds, or of many calls. */
public record Spread(double[] sorted) {

    /** Of at least one figure. */
    public static Spread of(Collection<Double> figures) {
        double[] sorted =
                figures.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        if (sorted.length == 0) {
            throw new IllegalArgumentException("no figures");
        }
        return new Spread(sorted);
    }

    /** The middle one; of an even number the mean of the two. */
    public double median() {
        int half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }

    public double min() {
        return sorted[0];
    }

    public double max() {
        return sorted[sorted.length - 1];
    }

    /** The value at or below which that share of all lies. */
    public double quantile(double share) {
        return sorted[(int) Math.max(0, Math.ceil(share * sorted.length) - 1)];
    }

    /** How many figures. */
    public int count() {
        return sorted.length;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Spread that && Arrays.equals(sorted, that.sorted);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(sorted);
    }

    @Override
    public String toString() {
        return Arrays.toString(sorted);
    }
}
