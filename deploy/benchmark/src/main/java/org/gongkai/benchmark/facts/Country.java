package org.gongkai.benchmark.facts;

import java.time.Instant;
import java.time.LocalDate;

/**
 * Bodies below one root: provinces of 5,000, in them cities of 50, in a city its government and 49 departments. The first
 * city of a province is the seat of its government, and its departments stand under the province itself.
 *
 * @param bodies how many, without the root
 */
public record Country(int bodies) {

    /** Code of the root. */
    public static final String ROOT = "CN";

    static final int OF_A_PROVINCE = 5_000;
    static final int OF_A_CITY = 50;
    private static final Instant REGISTERED = Instant.parse("2023-12-01T01:00:00Z");

    /** Code of a body, from 0; 9 characters. */
    public String code(int body) {
        return String.format("%06d-%02d", 100_000 + body / OF_A_CITY, body % OF_A_CITY);
    }

    private String parent(int body) {
        if (body % OF_A_PROVINCE == 0) {
            return ROOT;
        }
        return code(body % OF_A_CITY == 0 ? body - body % OF_A_PROVINCE : body - body % OF_A_CITY);
    }

    /** The registrations of all, the root first; each counts nothing. */
    public FactSource registrations(Numbering numbering) {
        return new FactSource() {
            private int next = -1;

            @Override
            public Fact next() {
                int body = next++;
                String code = body < 0 ? ROOT : code(body);
                return numbering.number(
                        code, Numbering.lane(code), "OrganisationRegistered", REGISTERED, json(code, body));
            }

            @Override
            public Tally tally() {
                return new Tally();
            }
        };
    }

    private String json(String code, int body) {
        Json json = new Json().text("code", code).text("name", "演示机关" + code);
        if (body < 0) {
            json.text("level", "NATIONAL").text("kind", "GOVERNMENT");
        } else {
            json.text("level", body % OF_A_PROVINCE == 0 ? "PROVINCE" : "CITY")
                    .text("kind", body % OF_A_CITY == 0 ? "GOVERNMENT" : "DEPARTMENT");
        }
        json.bare("mayIssueRules", Boolean.toString(body < 0));
        if (body >= 0) {
            json.text("parent", parent(body))
                    .text("parentSince", LocalDate.of(2000, 1, 1).toString());
        }
        return json.end();
    }
}
