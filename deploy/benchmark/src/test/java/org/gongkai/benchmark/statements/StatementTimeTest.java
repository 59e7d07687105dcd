package org.gongkai.benchmark.statements;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.gongkai.benchmark.Spread;
import org.gongkai.benchmark.facts.Country;
import org.junit.jupiter.api.Test;

class StatementTimeTest {

    private static final Country COUNTRY = new Country(300_000);

    @Test
    void scopes_are_of_one_body_a_city_of_50_a_province_of_5000_and_everybody() {
        assertEquals(List.of(COUNTRY.code(50)), StatementScope.OWN.organisations(COUNTRY));
        assertEquals(50, StatementScope.CITY.organisations(COUNTRY).size());
        assertEquals(5_000, StatementScope.PROVINCE.organisations(COUNTRY).size());
        assertEquals(300_001, StatementScope.COUNTRY.bodies(COUNTRY));
        assertEquals(
                "/statements/" + COUNTRY.code(50) + "/2025?scope=SUBTREE", StatementScope.CITY.path(COUNTRY, 2025));
    }

    @Test
    void the_table_has_milliseconds_and_the_growth_from_the_smallest_size_to_the_largest() {
        List<StatementTime> times =
                List.of(time(10_000, 0.002, 0.001), time(1_000_000, 0.0025, 0.02), time(10_000_000, 0.003, 0.2));

        String table = StatementTime.table(times);

        assertTrue(
                table.contains("| 10,000,000 | a city | 50 | 7 | 2 | 3.00 | 3.00 | 200.00 | 200.00 | 66.7 of it |"),
                table);
        assertTrue(
                table.contains(
                        "From 10,000 to 10,000,000 facts, a city: p50 × 1.50, p99 × 1.50; GROUP BY p50 × 200.00"),
                table);
        assertEquals(
                3.0,
                StatementTime.json(times).at("/2/statementMilliseconds/p50").asDouble());
    }

    @Test
    void of_a_hundred_calls_the_99th_is_p99_and_of_few_the_slowest() {
        List<Double> calls = new java.util.ArrayList<>();
        for (int call = 1; call <= 100; call++) {
            calls.add((double) call);
        }
        assertEquals(99, Spread.of(calls).quantile(0.99));
        assertEquals(5, Spread.of(List.of(1.0, 5.0, 3.0)).quantile(0.99));
    }

    private static StatementTime time(long facts, double statement, double query) {
        return new StatementTime(
                facts,
                StatementScope.CITY.label(),
                50,
                7,
                Spread.of(List.of(statement, statement)),
                Spread.of(List.of(query, query)));
    }
}
