package org.gongkai.local.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What the demo posts, beside the plan for it; whether it counts so is QingyangIT's affair. */
class PostingsTest {

    private static final Map<String, String> LEVELS =
            Body.all().stream().collect(Collectors.toMap(Body::code, Body::level));

    private final List<Posting> all = Demo.postings(PublishedReport.qingyang2021());

    @Test
    void publications_add_to_the_items_by_level_and_to_the_channels() {
        List<Posting> publications = of("/publications");
        assertEquals(99_031, sum(publications, "items", one -> true));
        assertEquals(
                33_250, sum(publications, "items", one -> LEVELS.get(one.body()).equals("CITY")));
        assertEquals(
                65_781, sum(publications, "items", one -> LEVELS.get(one.body()).equals("COUNTY")));
        assertEquals(64, sum(publications, "items", one -> channels(one).equals(List.of("GAZETTE", "WEBSITE"))));
        assertEquals(61_070, sum(publications, "items", one -> channels(one).equals(List.of("WEBSITE"))));
        assertEquals(
                99_095 - 2 * 64, sum(publications, "items", one -> channels(one).size() == 1));
    }

    @Test
    void publications_are_many_records_of_many_bodies_over_twelve_months_and_none_is_large() {
        List<Posting> publications = of("/publications");
        assertTrue(publications.size() >= 2_000, () -> publications.size() + " records");
        assertTrue(publications.stream().map(Posting::body).distinct().count() >= 20);
        assertEquals(
                12,
                publications.stream()
                        .map(one -> one.content().get("publishedOn").asText().substring(0, 7))
                        .distinct()
                        .count());
        assertTrue(publications.stream()
                .allMatch(one -> one.content().get("items").asLong() <= 500
                        && one.content().get("publishedOn").asText().startsWith("2021-")));
    }

    @Test
    void decisions_and_fees_add_to_table_two_in_each_of_twelve_months() {
        List<Posting> decisions = of("/administrative-decisions");
        assertEquals(360_560, sum(decisions, "decisions", one -> kind(one).equals("LICENSES")));
        assertEquals(172_926, sum(decisions, "decisions", one -> kind(one).equals("PENALTIES")));
        assertEquals(4_964, sum(decisions, "decisions", one -> kind(one).equals("COERCIVE")));
        assertEquals(
                new BigDecimal("475936663.00"),
                of("/administrative-fees").stream()
                        .map(one ->
                                new BigDecimal(one.content().get("amountYuan").asText()))
                        .reduce(BigDecimal.ZERO, BigDecimal::add));
        for (Posting one : decisions) {
            assertTrue(one.content().get("period").asText().matches("2021-(0[1-9]|1[0-2])"));
        }
    }

    @Test
    void documents_are_in_force_before_the_year_and_end_in_more_than_one_way() {
        List<Posting> documents = of("/normative-documents");
        Predicate<Posting> ofYear =
                one -> one.content().get("issuedOn").asText().startsWith("2021-");
        assertEquals(102, documents.stream().filter(ofYear.negate()).count());
        assertEquals(
                30,
                documents.stream()
                        .filter(ofYear.and(one -> kind(one).equals("NORMATIVE_DOCS")))
                        .count());
        assertEquals(
                2, documents.stream().filter(one -> kind(one).equals("RULES")).count());
        long abolished = documents.stream().filter(one -> one.next() != null).count();
        long expired = documents.stream()
                .filter(one -> one.content().has("validUntil"))
                .count();
        long superseded = documents.stream()
                .filter(one -> one.content().has("supersedes"))
                .count();
        assertEquals(23, abolished + expired + superseded);
        assertTrue(abolished > 0 && expired > 0 && superseded > 0);
    }

    @Test
    void an_outcome_that_needs_steps_comes_after_them_and_their_days_lie_between_receipt_and_reply() {
        Map<String, List<String>> needed = Map.of(
                "OTHER_CORRECTION_OVERDUE", List.of("CORRECTION_REQUESTED"),
                "REFUSED_THIRD_PARTY_RIGHTS", List.of("THIRD_PARTY_CONSULTED", "THIRD_PARTY_REPLIED"));
        Map<String, Integer> found = new TreeMap<>();
        for (Posting application : of("/applications")) {
            List<String> steps = new ArrayList<>();
            String day = application.content().get("receivedOn").asText();
            Posting call = application.next();
            for (; call.path().equals("/steps"); call = call.next()) {
                steps.add(call.content().get("type").asText());
                String on = call.content().get("on").asText();
                assertTrue(day.compareTo(on) < 0, () -> application.content().toString());
                day = on;
                if (call.content().has("respondBy")) {
                    // over is the day after
                    day = LocalDate.parse(call.content().get("respondBy").asText())
                            .plusDays(1)
                            .toString();
                }
            }
            String outcome = call.content().get("outcome").asText();
            assertEquals(needed.getOrDefault(outcome, List.of()), steps);
            assertTrue(day.compareTo(call.content().get("decidedOn").asText()) <= 0, outcome);
            found.merge(outcome, 1, Integer::sum);
        }
        assertEquals(2, found.get("OTHER_CORRECTION_OVERDUE"));
        assertTrue(found.get("REFUSED_THIRD_PARTY_RIGHTS") >= 3);
    }

    @Test
    void every_record_has_a_natural_key_of_its_own_so_that_posting_twice_changes_nothing() {
        Set<String> keys = new HashSet<>();
        for (Posting one : all) {
            JsonNode content = one.content();
            String key = List.of("reference", "caseNumber", "documentNumber", "indicator").stream()
                    .filter(content::has)
                    .map(name -> content.get(name).asText())
                    .findFirst()
                    .orElseThrow();
            assertTrue(keys.add(one.path() + " " + one.body() + " " + key), key);
        }
    }

    @Test
    void the_same_is_posted_at_each_run() {
        assertEquals(all, Demo.postings(PublishedReport.qingyang2021()));
    }

    private List<Posting> of(String path) {
        return all.stream().filter(one -> one.path().equals(path)).toList();
    }

    private static long sum(List<Posting> postings, String field, Predicate<Posting> which) {
        return postings.stream()
                .filter(which)
                .mapToLong(one -> one.content().get(field).asLong())
                .sum();
    }

    private static String kind(Posting one) {
        return one.content().get("kind").asText();
    }

    private static List<String> channels(Posting one) {
        return one.content().get("channels").valueStream().map(JsonNode::asText).toList();
    }
}
