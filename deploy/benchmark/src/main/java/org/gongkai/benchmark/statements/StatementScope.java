package org.gongkai.benchmark.statements;

import java.util.List;
import java.util.stream.IntStream;
import org.gongkai.benchmark.facts.Country;

/** Whose statement is asked for. */
enum StatementScope {
    OWN("an organisation alone", 1, "OWN"),
    CITY("a city", 50, "SUBTREE"),
    PROVINCE("a province", 5_000, "SUBTREE"),
    COUNTRY("the country", Integer.MAX_VALUE, "SUBTREE");

    /** The second city of the first province: the first is the seat, whose departments are the province's. */
    private static final int FIRST_OF_THE_CITY = 50;

    private final String label;
    private final int size;
    private final String scope;

    StatementScope(String label, int size, String scope) {
        this.label = label;
        this.size = size;
        this.scope = scope;
    }

    String label() {
        return label;
    }

    /** How many bodies. */
    int bodies(Country country) {
        return this == COUNTRY ? country.bodies() + 1 : Math.min(size, country.bodies());
    }

    /** Path and query of the statement of a year. */
    String path(Country country, int year) {
        String code = switch (this) {
            case OWN, CITY -> country.code(FIRST_OF_THE_CITY);
            case PROVINCE -> country.code(0);
            case COUNTRY -> Country.ROOT;
        };
        return "/statements/" + code + "/" + year + "?scope=" + scope;
    }

    /** The codes whose facts it counts; none: all. */
    List<String> organisations(Country country) {
        if (this == COUNTRY) {
            return List.of();
        }
        int from = this == PROVINCE ? 0 : FIRST_OF_THE_CITY;
        return IntStream.range(from, from + bodies(country))
                .mapToObj(country::code)
                .toList();
    }
}
