package org.gongkai.local.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class PlanTest {

    private final PublishedReport published = PublishedReport.qingyang2021();
    private final List<Case> cases = Plan.of(published);

    @Test
    void counted_by_their_days_the_cases_give_exactly_the_175_published_cells() {
        Map<String, Map<String, Integer>> counted = new LinkedHashMap<>();
        counted.put("NEW_RECEIVED", row(one -> one.receivedOn().getYear() == 2021));
        counted.put("CARRIED_IN", row(one -> openAtTheEndOf(2020, one)));
        for (String outcome : published.outcomes()) {
            counted.put(
                    outcome,
                    row(one -> one.outcome().equals(outcome) && one.decidedOn().getYear() == 2021));
        }
        counted.put("RESULT_TOTAL", row(one -> one.decidedOn().getYear() == 2021));
        counted.put("CARRIED_OUT", row(one -> openAtTheEndOf(2021, one)));

        assertEquals(published.rows(), counted);
        assertEquals(175, counted.values().stream().mapToInt(Map::size).sum());
    }

    @Test
    void of_2021_142_were_received_and_all_are_decided_by_its_end() {
        assertEquals(142, count(one -> one.receivedOn().getYear() == 2021));
        assertEquals(0, count(one -> openAtTheEndOf(2021, one)));
    }

    @Test
    void of_193_applications_of_2020_187_were_decided_and_6_open_at_its_end() {
        assertEquals(193, count(one -> one.receivedOn().getYear() == 2020));
        assertEquals(187, count(one -> one.decidedOn().getYear() == 2020));
        List<Case> open =
                cases.stream().filter(one -> openAtTheEndOf(2020, one)).toList();

        assertEquals(6, open.size());
        assertEquals(
                Map.of("NATURAL_PERSON", 5L, "OTHER_ORG", 1L),
                open.stream().collect(Collectors.groupingBy(Case::applicantType, Collectors.counting())));
        for (Case one : open) {
            assertTrue(!one.receivedOn().isBefore(LocalDate.of(2020, 12, 4)), one.toString());
            assertTrue(!one.receivedOn().isAfter(LocalDate.of(2020, 12, 31)), one.toString());
            assertEquals(2021, one.decidedOn().getYear());
        }
    }

    @Test
    void no_case_is_decided_before_it_was_received() {
        assertEquals(0, count(one -> one.decidedOn().isBefore(one.receivedOn())));
    }

    @Test
    void it_is_the_same_at_each_run() {
        assertEquals(cases, Plan.of(PublishedReport.qingyang2021()));
    }

    @Test
    void every_case_number_is_its_bodys_own() {
        Set<String> keys = new HashSet<>();
        cases.forEach(one -> keys.add(one.body() + "/" + one.number()));

        assertEquals(cases.size(), keys.size());
    }

    @Test
    void both_years_are_spread_over_all_bodies_months_types_outcomes_and_channels() {
        Set<String> bodies = Body.all().stream().map(Body::code).collect(Collectors.toSet());
        assertEquals(bodies, cases.stream().map(Case::body).collect(Collectors.toSet()));
        assertTrue(cases.stream().map(Case::channel).distinct().count() >= 5);
        for (int year : List.of(2020, 2021)) {
            List<Case> received = cases.stream()
                    .filter(one -> one.receivedOn().getYear() == year)
                    .toList();
            assertTrue(received.stream()
                            .map(one -> one.receivedOn().getMonth())
                            .distinct()
                            .count()
                    >= 11);
            long most =
                    received.stream()
                            .collect(Collectors.groupingBy(Case::body, Collectors.counting()))
                            .values()
                            .stream()
                            .mapToLong(Long::longValue)
                            .max()
                            .orElseThrow();
            assertTrue(most <= received.size() / 10, "one body received " + most + " of " + received.size());
        }
    }

    @Test
    void every_body_comes_after_its_parent_and_under_the_city() {
        Set<String> seen = new HashSet<>();
        for (Body body : Body.all()) {
            assertEquals(body.parent() == null, seen.isEmpty(), body.code());
            assertTrue(body.parent() == null || seen.contains(body.parent()), body.code());
            assertTrue(seen.add(body.code()), body.code());
        }
        assertEquals(
                8,
                Body.all().stream()
                        .filter(body ->
                                body.level().equals("COUNTY") && body.kind().equals("GOVERNMENT"))
                        .count());
    }

    private static boolean openAtTheEndOf(int year, Case one) {
        return one.receivedOn().getYear() <= year && one.decidedOn().getYear() > year;
    }

    private int count(Predicate<Case> which) {
        return (int) cases.stream().filter(which).count();
    }

    private Map<String, Integer> row(Predicate<Case> which) {
        Map<String, Integer> row = new TreeMap<>();
        for (String type : published.applicantTypes()) {
            row.put(type, count(one -> which.test(one) && one.applicantType().equals(type)));
        }
        row.put(PublishedReport.TOTAL, count(which));
        return row;
    }
}
