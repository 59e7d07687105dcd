package org.gongkai.statistics.statement;

import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.gongkai.statistics.counting.Measure;
import org.gongkai.statistics.fact.ApplicantType;
import org.gongkai.statistics.fact.Outcome;

/** What flowed through each part of a composition, in the year and in the year before. */
final class PartFlows {

    /** When a count falls, seen from the year of the statement. */
    enum When {
        EARLIER,
        YEAR_BEFORE,
        YEAR
    }

    private final Composition composition;
    private final ApplicationFlow[] ofYear;
    private final ApplicationFlow[] ofYearBefore;

    PartFlows(Composition composition) {
        this.composition = composition;
        int count = composition.parts().size();
        this.ofYear = flows(count);
        this.ofYearBefore = flows(count);
    }

    /**
     * Adds a sum over the bodies of a part.
     *
     * @param category an outcome where the measure is decided and the count falls in one of the two years
     */
    void add(int part, When when, Measure measure, String category, ApplicantType type, long amount) {
        if (when == When.YEAR) {
            addWithin(ofYear[part], measure, category, type, amount);
        } else {
            ofYear[part].addBefore(measure, type, amount);
            if (when == When.YEAR_BEFORE) {
                addWithin(ofYearBefore[part], measure, category, type, amount);
            } else {
                ofYearBefore[part].addBefore(measure, type, amount);
            }
        }
    }

    /** The year's flow of all parts that are meant. */
    ApplicationFlow ofYear(Predicate<Composition.Part> meant) {
        return sum(ofYear, meant);
    }

    /** The flow of the year before of all parts that are meant. */
    ApplicationFlow ofYearBefore(Predicate<Composition.Part> meant) {
        return sum(ofYearBefore, meant);
    }

    private ApplicationFlow sum(ApplicationFlow[] flows, Predicate<Composition.Part> meant) {
        ApplicationFlow sum = new ApplicationFlow();
        for (int part = 0; part < flows.length; part++) {
            if (meant.test(composition.parts().get(part))) {
                sum.add(flows[part]);
            }
        }
        return sum;
    }

    private static void addWithin(
            ApplicationFlow flow, Measure measure, String category, ApplicantType type, long amount) {
        if (measure == Measure.RECEIVED) {
            flow.addReceived(type, amount);
        } else {
            flow.addDecided(Outcome.valueOf(category), type, amount);
        }
    }

    private static ApplicationFlow[] flows(int count) {
        return IntStream.range(0, count).mapToObj(part -> new ApplicationFlow()).toArray(ApplicationFlow[]::new);
    }
}
