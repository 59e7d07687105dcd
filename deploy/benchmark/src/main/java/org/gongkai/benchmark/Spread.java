package org.gongkai.benchmark;

import java.util.Collection;
import java.util.function.DoubleConsumer;

/** Figures of several rounds, or of many calls. */
public final class Spread {

    private final double[] sorted;

    private Spread(double[] sorted) {
        this.sorted = sorted;
    }

    /** Of at least one figure. */
    public static Spread of(Collection<Double> figures) {
        if (figures.isEmpty()) {
            throw new IllegalArgumentException("no figures");
        }
        return new Spread(
                figures.stream().mapToDouble(Double::doubleValue).sorted().toArray());
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

    /** Each figure, from the least to the most. */
    public void each(DoubleConsumer use) {
        for (double figure : sorted) {
            use.accept(figure);
        }
    }

    /** How many figures. */
    public int count() {
        return sorted.length;
    }
}
