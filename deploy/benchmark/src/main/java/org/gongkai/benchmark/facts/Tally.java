package org.gongkai.benchmark.facts;

import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;

/**
 * What facts add up to, reckoned where they are made and by nothing that is measured: by measure of {@code GET /counts}
 * and by month as {@code 2024-03}, and by measure and organisation.
 */
public final class Tally {

    private final Map<String, Map<String, Long>> byMonth = new TreeMap<>();
    private final Map<String, Map<String, Long>> byOrganisation = new TreeMap<>();

    void add(String measure, String organisation, LocalDate day, long amount) {
        String month = day.toString().substring(0, 7);
        byMonth.computeIfAbsent(measure, any -> new TreeMap<>()).merge(month, amount, Long::sum);
        byOrganisation.computeIfAbsent(measure, any -> new TreeMap<>()).merge(organisation, amount, Long::sum);
    }

    /** Amounts of a measure by month; without months that have none. */
    public Map<String, Long> byMonth(String measure) {
        return byMonth.getOrDefault(measure, Map.of());
    }

    /** Amounts of a measure by organisation; without organisations that have none. */
    public Map<String, Long> byOrganisation(String measure) {
        return byOrganisation.getOrDefault(measure, Map.of());
    }
}
