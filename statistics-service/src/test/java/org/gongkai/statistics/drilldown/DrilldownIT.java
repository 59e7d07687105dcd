package org.gongkai.statistics.drilldown;

import static org.gongkai.statistics.testing.Callers.admin;
import static org.gongkai.statistics.testing.Callers.caller;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.gongkai.embedded.testing.WithInfrastructure;
import org.gongkai.statistics.fact.ApplicantType;
import org.gongkai.statistics.fact.Channel;
import org.gongkai.statistics.fact.Outcome;
import org.gongkai.statistics.testing.Facts;
import org.gongkai.statistics.testing.Lives;
import org.gongkai.statistics.testing.StatisticsTestResource;
import org.gongkai.statistics.testing.TestJournal;
import org.junit.jupiter.api.Test;

/**
 * What is listed behind a cell adds up to the cell, whatever happened. An application of its own: of what another test counts
 * past Kafka the trail hears nothing.
 */
@QuarkusTest
@WithInfrastructure(database = "statistics", kafka = true)
@WithTestResource(value = StatisticsTestResource.class, scope = TestResourceScope.RESTRICTED_TO_CLASS)
class DrilldownIT {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final TestJournal journal = TestJournal.running();

    @Test
    void the_facts_behind_every_cell_add_up_to_it_in_every_scope_through_moves_mergers_and_corrections()
            throws Exception {
        long seed = new Random().nextLong();
        System.out.println("seed " + seed);
        journal.record(
                Facts.registered("DD", "CITY", "GOVERNMENT", null),
                Facts.registered("DD-01", "CITY", "DEPARTMENT", "DD"),
                Facts.registered("DD-A", "COUNTY", "GOVERNMENT", "DD"),
                Facts.registered("DD-A-01", "COUNTY", "DEPARTMENT", "DD-A"),
                Facts.registered("DD-B", "COUNTY", "GOVERNMENT", null),
                Facts.moved("DD-B", "DD", "2020-07-01"),
                Facts.abolished("DD-A-01", "2021-03-01", "DD-01"));
        List<Facts.Fact> facts = Lives.of(new Random(seed), 220, "DD", "DD-01", "DD-A", "DD-A-01", "DD-B");
        journal.record(facts.toArray(Facts.Fact[]::new));

        int listed = 0;
        for (String[] asked : new String[][] {
            {"DD", "2021", "SUBTREE"}, {"DD", "2020", "TIER"}, {"DD-A", "2019", "SUBTREE"}, {"DD", "2020", "OWN"}
        }) {
            JsonNode statement = JSON.readTree(admin().queryParam("scope", asked[2])
                    .queryParam("atLeast", journal.position())
                    .get("/statements/" + asked[0] + "/" + asked[1])
                    .then()
                    .statusCode(200)
                    .extract()
                    .asString());
            for (Map.Entry<String, Map<String, BigDecimal>> row :
                    CellsOf.statement(statement).entrySet()) {
                for (Map.Entry<String, BigDecimal> cell : row.getValue().entrySet()) {
                    // Of figures that are 0 those of one statement are enough.
                    if (cell.getValue().signum() != 0 || asked[2].equals("TIER")) {
                        listed += check(asked, row.getKey(), cell.getKey(), cell.getValue());
                    }
                }
            }
        }
        assertTrue(listed > 500, "only " + listed + " facts listed: the test shows little");
    }

    /** Reads all pages; answers how many there are. */
    private int check(String[] asked, String row, String column, BigDecimal cell) {
        String name = String.join(" ", asked) + " " + row + " " + column;
        BigDecimal sum = BigDecimal.ZERO;
        Set<String> seen = new HashSet<>();
        int items = 0;
        String next = null;
        do {
            var call = admin().queryParam("row", row)
                    .queryParam("column", column)
                    .queryParam("scope", asked[2])
                    .queryParam("limit", 7)
                    .queryParam("atLeast", journal.position());
            JsonPath page = (next == null ? call : call.queryParam("after", next))
                    .get("/statements/" + asked[0] + "/" + asked[1] + "/facts")
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            assertEquals(0, cell.compareTo(new BigDecimal(page.getString("sum"))), name + ": sum " + page.get("sum"));
            for (Map<String, Object> item : page.<Map<String, Object>>getList("items")) {
                BigDecimal amount = new BigDecimal(item.get("amount").toString());
                sum = sum.add(amount);
                items++;
                if (STOCKS.contains(column) || STOCKS.contains(row) || column.equals("TOTAL") && isDispute(row)) {
                    assertTrue(seen.add(item.get("record").toString()), name + ": listed twice");
                    assertEquals(BigDecimal.ONE, amount, name);
                }
            }
            next = page.getString("next");
        } while (next != null);
        assertEquals(0, cell.compareTo(sum), name + ": listed " + sum + " instead of " + cell);
        return items;
    }

    private static final Set<String> STOCKS = Set.of("CARRIED_IN", "CARRIED_OUT", "IN_FORCE", "PENDING");

    private static boolean isDispute(String row) {
        return row.equals("REVIEW") || row.startsWith("LITIGATION");
    }

    @Test
    void a_fact_is_shown_with_its_case_its_day_and_its_place_and_a_correction_with_its_sign() {
        journal.record(
                Facts.registered("DE", "CITY", "GOVERNMENT", null),
                Facts.received("DE", "2021-03-04", ApplicantType.OTHER_ORG, Channel.FAX),
                Facts.reclassified(
                        "DE",
                        new Facts.Classified(null, "2021-03-04", ApplicantType.OTHER_ORG, Channel.FAX, null, null),
                        new Facts.Classified(
                                null, "2021-03-05", ApplicantType.NATURAL_PERSON, Channel.FAX, null, null)));

        facts("DE", 2021, "NEW_RECEIVED", "TOTAL")
                .header("Gongkai-Position", notNullValue())
                .body("organisation", equalTo("DE"))
                .body("sum", equalTo(1))
                .body("complete", equalTo(true))
                .body("lag", equalTo(0))
                .body("items", hasSize(3))
                .body("items.amount", equalTo(List.of(1, -1, 1)))
                .body("items.day", equalTo(List.of("2021-03-04", "2021-03-04", "2021-03-05")))
                .body("items[0].case", equalTo("2021-7"))
                .body("items[0].record", equalTo("01932c07-209f-7abc-8d1e-0c2f6a5b4e3d"))
                .body("items[0].organisationName", equalTo("机关DE"))
                .body("items[0].fact", equalTo("ApplicationReceived"))
                .body("items[1].fact", equalTo("ApplicationReclassified"))
                .body("items[0].position.position", notNullValue());
        facts("DE", 2021, "NEW_RECEIVED", "OTHER_ORG").body("sum", equalTo(0)).body("items", hasSize(2));
        facts("DE", 2021, "CARRIED_OUT", "TOTAL")
                .body("items", hasSize(1))
                .body("items[0].amount", equalTo(1))
                .body("items[0].day", equalTo("2021-03-05"))
                .body("items[0].fact", equalTo("ApplicationReclassified"));
    }

    @Test
    void a_group_of_outcomes_lists_what_its_rows_list() {
        journal.record(
                Facts.registered("DF", "CITY", "GOVERNMENT", null),
                Facts.received("DF", "2021-03-04"),
                Facts.decided(
                        "DF", "2021-03-04", "2021-03-09", ApplicantType.NATURAL_PERSON, Outcome.REFUSED_STATE_SECRET));

        facts("DF", 2021, "REFUSED", "TOTAL").body("sum", equalTo(1)).body("items", hasSize(1));
        facts("DF", 2021, "OTHER_HANDLING", "TOTAL").body("sum", equalTo(0)).body("items", hasSize(0));
    }

    @Test
    void pages_stay_what_they_are_while_more_is_counted() {
        journal.record(Facts.registered("DG", "CITY", "GOVERNMENT", null));
        for (int i = 0; i < 9; i++) {
            journal.record(Facts.received("DG", "2021-03-0" + (1 + i % 3)));
        }
        JsonPath all = facts("DG", 2021, "NEW_RECEIVED", "TOTAL").extract().jsonPath();
        JsonPath first = page("DG", 4, null, null);
        journal.record(Facts.received("DG", "2021-03-01"), Facts.received("DG", "2021-03-02"));

        List<Object> seen = new ArrayList<>(first.getList("items"));
        String next = first.getString("next");
        while (next != null) {
            JsonPath page = page("DG", 4, next, first.getString("position"));
            seen.addAll(page.getList("items"));
            next = page.getString("next");
        }

        assertEquals(all.getList("items"), seen);
        facts("DG", 2021, "NEW_RECEIVED", "TOTAL").body("sum", equalTo(11));
    }

    private JsonPath page(String organisation, int limit, String after, String asOf) {
        var call = admin().queryParam("row", "NEW_RECEIVED")
                .queryParam("column", "TOTAL")
                .queryParam("limit", limit);
        if (after != null) {
            call.queryParam("after", after);
        }
        if (asOf != null) {
            call.queryParam("asOf", asOf);
        }
        return call.get("/statements/" + organisation + "/2021/facts")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    @Test
    void what_can_not_be_read_is_refused_with_what_there_is() {
        journal.record(Facts.registered("DH", "CITY", "GOVERNMENT", null));
        refused("row=NOTHING&column=TOTAL", "row", "NEW_RECEIVED, CARRIED_IN, GRANTED_FULL");
        refused("column=TOTAL", "row", "is required");
        refused("row=NEW_RECEIVED&column=ISSUED", "column", "NATURAL_PERSON, ");
        refused("row=FEES&column=TOTAL", "column", "AMOUNT");
        refused("row=NEW_RECEIVED&column=TOTAL&after=2021-13-01.1.1.1", "after", "next of the page before");
        refused("row=CARRIED_IN&column=TOTAL&after=2021-03-01.1.1.1", "after", "next of the page before");
        refused("row=NEW_RECEIVED&column=TOTAL&asOf=yesterday", "asOf", "neither a position token nor an instant");
        refused("row=NEW_RECEIVED&column=TOTAL&asOf=2999-01-01T00:00:00Z", "asOf", "still to come");
        admin().get("/statements/NOBODY-D/2021/facts?row=NEW_RECEIVED&column=TOTAL")
                .then()
                .statusCode(404);
    }

    private void refused(String query, String field, String message) {
        admin().header("Accept-Language", "en")
                .queryParam("atLeast", journal.position())
                .get("/statements/DH/2021/facts?" + query)
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo(field))
                .body("violations[0].message", containsString(message));
    }

    @Test
    void facts_of_a_body_out_of_reach_are_not_listed_and_those_of_subordinates_are() {
        journal.record(
                Facts.registered("DI", "CITY", "GOVERNMENT", null),
                Facts.registered("DI-01", "CITY", "DEPARTMENT", "DI"),
                Facts.received("DI-01", "2021-03-04"));
        facts("DI", 2021, "NEW_RECEIVED", "TOTAL").body("items[0].organisation", equalTo("DI-01"));

        caller("reader", "DI-01")
                .get("/statements/DI/2021/facts?row=NEW_RECEIVED&column=TOTAL")
                .then()
                .statusCode(403);
        caller("reader", "DI-01")
                .get("/statements/DI-01/2021/facts?row=NEW_RECEIVED&column=TOTAL")
                .then()
                .statusCode(200)
                .body("items", hasSize(1));
    }

    private ValidatableResponse facts(String organisation, int year, String row, String column) {
        return admin().queryParam("row", row)
                .queryParam("column", column)
                .queryParam("atLeast", journal.position())
                .get("/statements/" + organisation + "/" + year + "/facts")
                .then()
                .statusCode(200);
    }
}
