package org.gongkai.statistics.statement;

import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.gongkai.statistics.counting.Measure;
import org.gongkai.statistics.fact.ApplicantType;
import org.gongkai.statistics.fact.Outcome;

/**
 * What was counted for a group of bodies in a year and, where it carries over, before it; and how many of the bodies have
 * confirmed the year. Of what is due, only days that are over count, and without their category. Every figure of a
 * statement follows from these.
 */
final class YearFlow {

    private final ApplicationFlow applications = new ApplicationFlow();
    private final Map<Measure, Map<String, Long>> before = new EnumMap<>(Measure.class);
    private final Map<Measure, Map<String, Long>> within = new EnumMap<>(Measure.class);
    private long bodies;
    private long confirmed;

    /** Adds a count of an earlier year. */
    void addBefore(Measure measure, String category, String applicantType, long amount) {
        if (measure == Measure.RECEIVED || measure == Measure.DECIDED) {
            applications.addBefore(measure, ApplicantType.valueOf(applicantType), amount);
        } else {
            add(before, measure, category, amount);
        }
    }

    /**
     * Adds a count of the year.
     *
     * @param category an outcome where the measure is decided
     */
    void addWithin(Measure measure, String category, String applicantType, long amount) {
        if (measure == Measure.RECEIVED) {
            applications.addReceived(ApplicantType.valueOf(applicantType), amount);
        } else if (measure == Measure.DECIDED) {
            applications.addDecided(Outcome.valueOf(category), ApplicantType.valueOf(applicantType), amount);
        } else {
            add(within, measure, category, amount);
        }
    }

    /** Adds standing bodies, who have a year to confirm. */
    void addBodies(long number) {
        bodies += number;
    }

    /** Adds bodies of these that have confirmed the year. */
    void addConfirmed(long number) {
        confirmed += number;
    }

    /** Adds another group's flow. */
    void add(YearFlow other) {
        applications.add(other.applications);
        addAll(before, other.before);
        addAll(within, other.within);
        bodies += other.bodies;
        confirmed += other.confirmed;
    }

    ApplicationFlow applications() {
        return applications;
    }

    /** Counted before the year. */
    long before(Measure measure, String category) {
        return before.getOrDefault(measure, Map.of()).getOrDefault(category, 0L);
    }

    /** Counted in the year. */
    long within(Measure measure, String category) {
        return within.getOrDefault(measure, Map.of()).getOrDefault(category, 0L);
    }

    /** Counted in the year, by category. */
    Map<String, Long> within(Measure measure) {
        return Collections.unmodifiableMap(within.getOrDefault(measure, Map.of()));
    }

    /** Standing bodies. */
    long bodies() {
        return bodies;
    }

    /** Those of them that have confirmed the year. */
    long confirmed() {
        return confirmed;
    }

    private static void addAll(Map<Measure, Map<String, Long>> sums, Map<Measure, Map<String, Long>> others) {
        others.forEach((measure, categories) ->
                categories.forEach((category, amount) -> add(sums, measure, category, amount)));
    }

    private static void add(Map<Measure, Map<String, Long>> sums, Measure measure, String category, long amount) {
        sums.computeIfAbsent(measure, none -> new HashMap<>()).merge(category, amount, Math::addExact);
    }
}
