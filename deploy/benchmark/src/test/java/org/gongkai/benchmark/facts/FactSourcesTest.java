package org.gongkai.benchmark.facts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class FactSourcesTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path CONTRACT = Path.of("../../docs/contracts/facts/v1");
    private static final int FACTS = 20_000;
    private static final Country CITY = new Country(500);

    private final Numbering numbering = new Numbering(1);
    private final Map<String, JsonNode> schemas = new HashMap<>();

    @Test
    void numbers_of_a_lane_are_dense_over_all_sources_of_a_topic() {
        List<Fact> facts = taken(CITY.registrations(numbering), 501);
        facts.addAll(taken(mixture(), FACTS));
        facts.addAll(taken(new EvenCells(CITY, numbering), 2_000));

        Map<Integer, Long> last = new HashMap<>();
        for (Fact fact : facts) {
            assertEquals(last.getOrDefault(fact.lane(), 0L) + 1, fact.position());
            last.put(fact.lane(), fact.position());
            assertEquals(Numbering.lane(fact.organisation()), fact.lane());
        }
        assertEquals(Numbering.LANES, last.size());
        assertEquals(facts.size(), numbering.total());
        assertEquals(facts.size(), facts.stream().map(Fact::id).distinct().count());
    }

    @Test
    void the_lane_of_a_code_is_the_one_that_both_services_reckon() {
        // the check value of CRC-32 (IEEE), modulo 64
        assertEquals(Long.parseLong("cbf43926", 16) % 64, Numbering.lane("123456789"));
    }

    @Test
    void every_fact_has_what_its_schema_requires_and_nothing_that_it_does_not_know() {
        List<Fact> facts = taken(CITY.registrations(numbering), 501);
        facts.addAll(taken(mixture(), FACTS));
        facts.addAll(taken(new EvenCells(CITY, numbering), 2_000));

        Set<String> types = new HashSet<>();
        for (Fact fact : facts) {
            types.add(fact.type());
            requireValid(fact);
        }
        assertEquals(
                Set.of(
                        "OrganisationRegistered",
                        "ApplicationReceived",
                        "ApplicationDecided",
                        "DeadlineMoved",
                        "ItemsPublished"),
                types);
    }

    @Test
    void a_fact_is_decided_once_after_it_was_received_and_days_never_go_back() throws IOException {
        Map<String, String> receivedOn = new HashMap<>();
        Set<String> decided = new HashSet<>();
        String today = "";
        for (Fact fact : taken(mixture(), FACTS)) {
            JsonNode data = JSON.readTree(fact.json());
            String id = data.path("caseId").asText();
            if (fact.type().equals("ApplicationReceived")) {
                receivedOn.put(id, data.get("receivedOn").asText());
                today = notBefore(today, data.get("receivedOn").asText());
            } else if (fact.type().equals("ApplicationDecided")) {
                assertEquals(receivedOn.get(id), data.get("receivedOn").asText());
                assertTrue(decided.add(id), id);
                today = notBefore(today, data.get("decidedOn").asText());
            }
        }
        assertTrue(today.startsWith("2025-12-"), today);
        assertTrue(decided.size() > FACTS / 3, decided.size() + " decided");
    }

    @Test
    void the_tally_is_what_a_recount_of_the_json_comes_to() throws IOException {
        Mixture mixture = mixture();
        Map<String, Long> received = new TreeMap<>();
        Map<String, Long> publications = new TreeMap<>();
        for (Fact fact : taken(mixture, FACTS)) {
            JsonNode data = JSON.readTree(fact.json());
            if (fact.type().equals("ApplicationReceived")) {
                received.merge(data.get("receivedOn").asText().substring(0, 7), 1L, Long::sum);
            } else if (fact.type().equals("ItemsPublished")) {
                publications.merge(
                        fact.organisation(),
                        data.get("items").asLong() * data.get("channels").size(),
                        Long::sum);
            }
        }
        assertEquals(received, mixture.tally().byMonth("RECEIVED"));
        assertEquals(publications, mixture.tally().byOrganisation("PUBLICATIONS"));
    }

    @Test
    void bodies_of_a_mixture_are_uneven_and_the_same_seed_makes_the_same_facts() {
        List<Fact> facts = taken(mixture(), FACTS);
        long ofTheFirstTenth = facts.stream()
                .filter(fact -> fact.organisation().compareTo(CITY.code(50)) < 0)
                .count();

        assertTrue(ofTheFirstTenth > FACTS / 4 && ofTheFirstTenth < FACTS / 2, ofTheFirstTenth + " of 50 bodies");
        assertEquals(facts, taken(new Mixture(CITY, 2, FACTS, new Numbering(1), 7), FACTS));
        assertNotEquals(facts, taken(new Mixture(CITY, 2, FACTS, new Numbering(1), 8), FACTS));
    }

    @Test
    void even_cells_come_each_once_before_any_comes_twice() {
        int cells = (int) EvenCells.cells(CITY);
        List<String> hit = taken(new EvenCells(CITY, numbering), 2 * cells).stream()
                .map(fact -> fact.organisation() + text(fact, "applicantType"))
                .toList();

        assertEquals(2_000, cells);
        assertEquals(cells, new HashSet<>(hit.subList(0, cells)).size());
        assertEquals(hit.subList(0, cells), hit.subList(cells, 2 * cells));
    }

    @Test
    void a_country_has_provinces_of_5000_and_cities_of_50() {
        Country country = new Country(10_000);
        Map<String, String> parents = new HashMap<>();
        for (Fact fact : taken(country.registrations(numbering), 10_001)) {
            parents.put(fact.organisation(), text(fact, "parent"));
        }

        assertEquals("", parents.get(Country.ROOT));
        assertEquals(5_000, below(parents, country.code(5_000)));
        assertEquals(50, below(parents, country.code(5_050)));
        assertEquals(1, below(parents, country.code(5_051)));
        assertEquals(10_001, below(parents, Country.ROOT));
    }

    private static long below(Map<String, String> parents, String root) {
        return parents.keySet().stream()
                .filter(code -> {
                    String at = code;
                    while (!at.isEmpty() && !at.equals(root)) {
                        at = parents.get(at);
                    }
                    return at.equals(root);
                })
                .count();
    }

    private Mixture mixture() {
        return new Mixture(CITY, 2, FACTS, numbering, 7);
    }

    private static List<Fact> taken(FactSource source, int count) {
        List<Fact> facts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            facts.add(source.next());
        }
        return facts;
    }

    private static String notBefore(String day, String other) {
        assertTrue(day.compareTo(other) <= 0, other + " after " + day);
        return other;
    }

    private void requireValid(Fact fact) {
        JsonNode schema = schemas.computeIfAbsent(fact.type(), FactSourcesTest::schema);
        JsonNode data = read(fact.json());
        schema.get("required").forEach(field -> assertTrue(data.has(field.asText()), field + " in " + data));
        for (Iterator<Map.Entry<String, JsonNode>> fields = data.fields(); fields.hasNext(); ) {
            Map.Entry<String, JsonNode> field = fields.next();
            JsonNode property = schema.get("properties").get(field.getKey());
            assertTrue(property != null, field.getKey() + " in " + data);
            requireValid(property, field.getValue());
        }
    }

    private static void requireValid(JsonNode property, JsonNode value) {
        if (property.has("pattern")) {
            assertTrue(value.asText().matches(property.get("pattern").asText()), value + " by " + property);
        }
        if (property.has("not")) {
            assertTrue(!value.asText().matches("(^|.*[^0-9])([0-9]{11}|[0-9]{17}[0-9Xx])([^0-9].*|$)"), value.asText());
        }
        if (property.has("enum")) {
            assertTrue(anyOf(property.get("enum"), value), value + " by " + property);
        }
        if (property.has("items")) {
            value.forEach(each -> requireValid(property.get("items"), each));
        }
        if (property.path("type").asText().equals("integer")) {
            assertTrue(
                    value.isIntegralNumber()
                            && value.asLong() >= property.path("minimum").asLong(),
                    value + " by " + property);
        }
    }

    private static boolean anyOf(JsonNode values, JsonNode value) {
        for (JsonNode each : values) {
            if (each.equals(value)) {
                return true;
            }
        }
        return false;
    }

    private static JsonNode schema(String type) {
        try {
            return JSON.readTree(CONTRACT.resolve(type + ".schema.json").toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Fact fact, String field) {
        return read(fact.json()).path(field).asText();
    }
}
