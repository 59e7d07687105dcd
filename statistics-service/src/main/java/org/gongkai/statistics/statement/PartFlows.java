package org.gongkai.statistics.statement;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.gongkai.statistics.counting.Measure;

/** What flowed through each part of a composition, in the year and in the year before. */
final class PartFlows implements StatementCells.Receiver {

    /** When a count falls, seen from the year of the statement. */
    enum When {
        EARLIER,
        YEAR_BEFORE,
        YEAR
    }

    private final List<Composition.Part> parts;
    private final YearFlow[] ofYear;
    private final YearFlow[] ofYearBefore;

    PartFlows(Composition composition) {
        this.parts = composition.parts();
        this.ofYear = flows(composition);
        this.ofYearBefore = flows(composition);
    }

    @Override
    public void sum(int part, When when, Measure measure, String category, String applicantType, long amount) {
        if (when == When.YEAR) {
            ofYear[part].addWithin(measure, category, applicantType, amount);
        } else {
            ofYear[part].addBefore(measure, category, applicantType, amount);
            if (when == When.YEAR_BEFORE) {
                ofYearBefore[part].addWithin(measure, category, applicantType, amount);
            } else {
                ofYearBefore[part].addBefore(measure, category, applicantType, amount);
            }
        }
    }

    @Override
    public void confirmed(int part, When when, long bodies) {
        (when == When.YEAR ? ofYear : ofYearBefore)[part].addConfirmed(bodies);
    }

    /** The year's flow of all parts that are meant. */
    YearFlow ofYear(Predicate<Composition.Part> meant) {
        return sum(ofYear, meant);
    }

    /** The flow of the year before of all parts that are meant. */
    YearFlow ofYearBefore(Predicate<Composition.Part> meant) {
        return sum(ofYearBefore, meant);
    }

    private YearFlow sum(YearFlow[] flows, Predicate<Composition.Part> meant) {
        YearFlow sum = new YearFlow();
        for (int part = 0; part < flows.length; part++) {
            if (meant.test(parts.get(part))) {
                sum.add(flows[part]);
            }
        }
        return sum;
    }

    private static YearFlow[] flows(Composition composition) {
        return IntStream.range(0, composition.parts().size())
                .mapToObj(part -> {
                    YearFlow flow = new YearFlow();
                    flow.addBodies(composition.standingBodies(part));
                    return flow;
                })
                .toArray(YearFlow[]::new);
    }
}
