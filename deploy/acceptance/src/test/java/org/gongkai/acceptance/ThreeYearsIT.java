package org.gongkai.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.gongkai.local.LocalSystem;
import org.junit.jupiter.api.Test;

/**
 * Documents and disputes over three random years, their tree standing still: what a year opens with is what the year
 * before closed with, and its flow leads from one to the other. {@code -Dgongkai.seed=} repeats a run.
 */
class ThreeYearsIT {

    private static final int STEPS = 250;
    private static final List<String> DOCUMENTS = List.of("RULES", "NORMATIVE_DOCS");
    private static final List<String> DISPUTES = List.of("REVIEW", "LITIGATION_DIRECT", "LITIGATION_AFTER_REVIEW");
    private static final List<String> RESULTS = List.of("UPHELD", "CORRECTED", "OTHER_RESULT");

    private final LocalSystem system = RunningSystem.get();
    private final String office = system.tokens().token("office", "*");

    @Test
    void opening_flow_and_closing_agree_for_documents_and_disputes() {
        long seed = Long.getLong("gongkai.seed", System.nanoTime());
        System.out.println("three years: -Dgongkai.seed=" + seed);
        Random random = new Random(seed);
        History history = new History(random, 4);
        new RandomTree(history, random).register(false);
        lawsuitThatGoesOnInTheSecondYear(history);
        RandomDocuments documents = new RandomDocuments(history, random);
        RandomDisputes disputes = new RandomDisputes(history, random);
        for (int i = 0; i < STEPS; i++) {
            documents.step();
            disputes.step();
        }

        long reopened = 0;
        for (String code : history.codes) {
            JsonNode opening = statement(history, code, history.firstYear - 1);
            for (int year = history.firstYear; year <= history.firstYear + History.YEARS; year++) {
                JsonNode closing = statement(history, code, year);
                documents(history, code, year, opening.path("proactive"), closing.path("proactive"));
                reopened += disputes(history, code, year, opening.path("disputes"), closing.path("disputes"));
                opening = closing;
            }
        }

        System.out.println("  " + history.tally());
        assertTrue(reopened > 0, "no case went on in a later year than that of its conclusion");
    }

    private static void lawsuitThatGoesOnInTheSecondYear(History history) {
        String id = history.write(
                        "lawsuit",
                        "POST",
                        "/disputes",
                        RandomRecords.json()
                                .put("organisation", history.codes.get(0))
                                .put("kind", "LITIGATION_AFTER_REVIEW")
                                .put("caseNumber", "随行初1")
                                .put("filedOn", history.firstYear + "-03-01"))
                .body()
                .path("id")
                .asText();
        history.write(
                "lawsuit",
                "POST",
                "/disputes/" + id + "/conclusion",
                RandomRecords.json().put("result", "UPHELD").put("concludedOn", history.firstYear + "-12-31"));
        history.write(
                "lawsuit",
                "POST",
                "/disputes/" + id + "/appeal",
                RandomRecords.json().put("filedOn", (history.firstYear + 1) + "-01-01"));
    }

    private void documents(History history, String code, int year, JsonNode opening, JsonNode closing) {
        Map<String, Long> issued = counts(history, code, year, "DOCUMENTS_ISSUED");
        Map<String, Long> ended = counts(history, code, year, "DOCUMENTS_ENDED");
        for (String kind : DOCUMENTS) {
            JsonNode row = closing.path(kind);
            String what = kind + " of " + code + " in " + year;
            assertEquals(issued.getOrDefault(kind, 0L), row.path("ISSUED").asLong(), what);
            assertEquals(ended.getOrDefault(kind, 0L), row.path("ABOLISHED").asLong(), what);
            assertEquals(
                    opening.path(kind).path("IN_FORCE").asLong()
                            + row.path("ISSUED").asLong()
                            - row.path("ABOLISHED").asLong(),
                    row.path("IN_FORCE").asLong(-1),
                    what);
        }
    }

    private long disputes(History history, String code, int year, JsonNode opening, JsonNode closing) {
        Map<String, Long> filed = counts(history, code, year, "DISPUTES_FILED");
        Map<String, Long> reopened = counts(history, code, year, "DISPUTES_REOPENED");
        Map<String, Long> concluded = counts(history, code, year, "DISPUTES_CONCLUDED");
        for (String kind : DISPUTES) {
            JsonNode block = closing.path(kind);
            String what = kind + " of " + code + " in " + year;
            long total = opening.path(kind).path("PENDING").asLong(-1)
                    + filed.getOrDefault(kind, 0L)
                    + reopened.getOrDefault(kind, 0L);
            assertEquals(total, block.path("TOTAL").asLong(), what);
            long closed = 0;
            for (String result : RESULTS) {
                assertEquals(
                        concluded.getOrDefault(kind + "." + result, 0L),
                        block.path(result).asLong(),
                        what);
                closed += block.path(result).asLong();
            }
            assertEquals(total - closed, block.path("PENDING").asLong(-1), what);
        }
        return reopened.values().stream().mapToLong(Long::longValue).sum();
    }

    private JsonNode statement(History history, String code, int year) {
        return ask("/statements/" + code + "/" + year + "?atLeast=" + history.positions.token());
    }

    private Map<String, Long> counts(History history, String code, int year, String measure) {
        Map<String, Long> counts = new TreeMap<>();
        ask("/counts?organisation=" + code + "&from=" + year + "-01&to=" + year + "-12&measure=" + measure
                        + "&by=category&atLeast=" + history.positions.token())
                .path("rows")
                .forEach(row -> counts.merge(
                        row.path("category").asText(), row.path("n").asLong(), Long::sum));
        return counts;
    }

    private JsonNode ask(String path) {
        RunningSystem.Answer answer = RunningSystem.callWhenCounted(system.statistics() + path, office);
        assertEquals(200, answer.status(), () -> path + ": " + answer.body());
        return answer.body();
    }
}
