package org.gongkai.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.gongkai.local.LocalSystem;
import org.junit.jupiter.api.Test;

/**
 * Random organisations, trees that are reorganised, records of every kind over three years, amended and retracted in any
 * order: every statement equals a recount in SQL over intake's tables, and every report pulled meanwhile keeps the form's
 * identities. A new seed each run, printed; {@code -Dgongkai.seed=} repeats one, {@code -Dgongkai.histories=} sets how many,
 * {@code -Dgongkai.histories.seconds=} how long instead.
 */
class RandomHistoriesIT {

    /** The form's own, which every statement keeps at every moment. */
    private static final Set<String> IDENTITIES = Set.of("R1", "R2", "R3", "R4", "R5", "R7");

    /** What must have been done, and not only refused, in a run. */
    private static final Set<String> WHOLE_LIFE = Set.of(
            "arrival",
            "receipt",
            "outcome",
            "outcome retracted",
            "application amended",
            "voided",
            "step CONFIRMED",
            "step CORRECTION_REQUESTED",
            "step CORRECTED",
            "step FEE_NOTICED",
            "step FEE_PAID",
            "step retracted");

    private static final int HISTORIES = 3;
    private static final int WRITERS = 4;
    private static final int STEPS = 130;

    private final LocalSystem system = RunningSystem.get();
    private final Map<String, Long> tally = new TreeMap<>();
    private final String office = system.tokens().token("office", "*");

    @Test
    void every_statement_equals_a_recount_and_every_report_on_the_way_reconciles() throws Exception {
        int histories = Integer.getInteger("gongkai.histories", HISTORIES);
        long seconds = Long.getLong("gongkai.histories.seconds", 0);
        long seed = Long.getLong("gongkai.seed", System.nanoTime());
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        int statements = 0;
        int done = 0;
        while (seconds == 0 ? done < histories : System.nanoTime() < end) {
            System.out.println(
                    "history " + (done + 1) + ": -Dgongkai.seed=" + (seed + done) + " -Dgongkai.histories=1");
            statements += history(seed + done);
            done++;
        }
        assertTrue(tally.keySet().containsAll(WHOLE_LIFE), () -> "never done: " + WHOLE_LIFE + " of " + tally);
        System.out.println(done + " histories, " + statements + " statements equal the recount");
        assertTrue(statements > 0);
    }

    private int history(long seed) throws Exception {
        Random random = new Random(seed);
        History history = new History(random, 7 + random.nextInt(6));
        new RandomTree(history, random).register(true);
        AtomicBoolean writing = new AtomicBoolean(true);
        AtomicInteger pulled = new AtomicInteger();
        ExecutorService callers = Executors.newFixedThreadPool(WRITERS + 1);
        try {
            Future<?> reader = callers.submit(() -> {
                while (writing.get()) {
                    for (int year = history.firstYear; year <= history.firstYear + History.YEARS; year++) {
                        assertReconciles(history.codes.get(0), year);
                        pulled.incrementAndGet();
                    }
                }
            });
            List<Future<?>> writers = new ArrayList<>();
            for (int writer = 0; writer < WRITERS; writer++) {
                Random own = new Random(seed * 31 + writer);
                int number = writer;
                writers.add(callers.submit(() -> write(history, own, number)));
            }
            // the tree is reorganised while records come in
            new RandomTree(history, random).reorganise();
            for (Future<?> writer : writers) {
                writer.get();
            }
            writing.set(false);
            reader.get();
        } finally {
            writing.set(false);
            callers.shutdown();
        }
        int compared = compare(history);
        history.tally().forEach((kind, n) -> tally.merge(kind, n, Long::sum));
        System.out.println("  " + history.codes.size() + " bodies, " + compared + " statements equal the recount, "
                + pulled.get() + " reports pulled meanwhile reconcile; " + history.tally());
        return compared;
    }

    private static void write(History history, Random random, int writer) {
        RandomApplications applications = new RandomApplications(history, random, writer);
        List<RandomRecords> records = new ArrayList<>(RandomReports.all(history, random));
        // what ends, goes on and comes back is the harder part
        for (int i = 0; i < 2; i++) {
            records.add(new RandomDocuments(history, random));
            records.add(new RandomDisputes(history, random));
        }
        for (int i = 0; i < STEPS; i++) {
            applications.step();
            records.get(random.nextInt(records.size())).step();
            records.get(random.nextInt(records.size())).step();
            if (random.nextInt(8) == 0) {
                confirm(history, random);
            }
        }
    }

    private static void confirm(History history, Random random) {
        int year = history.firstYear + random.nextInt(History.YEARS);
        String path = "/organisations/" + history.code(random) + "/years/" + year + "/confirmation";
        if (random.nextInt(4) == 0) {
            history.write("confirmation retracted", "DELETE", path + "?reason=random", null);
        } else {
            ObjectNode content = RandomRecords.json().put("confirmedOn", (year + 1) + "-01-15");
            history.write("confirmation", "PUT", path, random.nextBoolean() ? content : content.put("nil", true));
        }
    }

    private void assertReconciles(String root, int year) {
        RunningSystem.Answer answer =
                RunningSystem.call("GET", system.report() + "/reports/" + root + "/" + year, office, null);
        if (answer.status() == 404) {
            // the root is not counted yet
            return;
        }
        assertEquals(200, answer.status(), () -> answer.body().toString());
        for (JsonNode finding : answer.body().at("/checks/findings")) {
            String verdict = finding.path("verdict").asText();
            if (IDENTITIES.contains(finding.path("rule").asText())) {
                assertEquals("HOLDS", verdict, finding::toString);
            } else if (finding.path("severity").asText().equals("BLOCKING")) {
                assertTrue(!verdict.equals("BROKEN"), finding::toString);
            }
        }
        JsonNode table = answer.body().at("/tables/applications");
        for (String column : List.of("NATURAL_PERSON", "OTHER_ORG", "TOTAL")) {
            long results = RandomApplications.OUTCOMES.stream()
                    .mapToLong(outcome -> cell(table, outcome, column))
                    .sum();
            assertEquals(cell(table, "RESULT_TOTAL", column), results);
            assertEquals(
                    cell(table, "NEW_RECEIVED", column) + cell(table, "CARRIED_IN", column),
                    results + cell(table, "CARRIED_OUT", column));
        }
        for (JsonNode block : answer.body().at("/tables/disputes")) {
            long results = 0;
            for (String column : List.of("UPHELD", "CORRECTED", "OTHER_RESULT", "PENDING")) {
                results += block.path(column).asLong(Long.MIN_VALUE);
            }
            assertEquals(block.path("TOTAL").asLong(), results, block::toString);
        }
    }

    private static long cell(JsonNode table, String row, String column) {
        return table.path(row).path(column).asLong(Long.MIN_VALUE);
    }

    private int compare(History history) throws Exception {
        int compared = 0;
        try (Connection intake = RunningSystem.database("intake")) {
            Recount recount = new Recount(intake, history.prefix);
            assertEquals(0, recount.documentsPastTheirTime(), "documents in force after validUntil");
            Map<Integer, Map<String, Map<String, BigDecimal>>> own = new TreeMap<>();
            for (String scope : List.of("OWN", "TIER", "SUBTREE")) {
                Map<String, Map<String, BigDecimal>> before = Map.of();
                for (int year = history.firstYear - 1; year <= history.firstYear + History.YEARS; year++) {
                    Map<String, Map<String, BigDecimal>> counted = recount.of(year, scope);
                    own.putIfAbsent(year, counted);
                    Map<String, Map<String, BigDecimal>> months = recount.months(year, scope);
                    for (String code : history.codes) {
                        JsonNode statement = statement(history, code, year, scope);
                        String what = "statement of " + code + " for " + year + ", " + scope;
                        assertEquals(counted.getOrDefault(code, Map.of()), Recount.figures(statement), what);
                        assertEquals(recount.adding(statement), recount.adding(statement.path("levels")), what);
                        assertEquals(
                                own.get(year).getOrDefault(code, Map.of()),
                                Recount.figures(statement.path("own")),
                                what + ", own");
                        assertEquals(months.getOrDefault(code, Map.of()), Recount.months(statement), what + ", months");
                        if (year >= history.firstYear) {
                            assertEquals(
                                    before.getOrDefault(code, Map.of()),
                                    Recount.figures(statement.path("previous")),
                                    what + ", its year before");
                        }
                        compared++;
                    }
                    before = counted;
                }
            }
        }
        return compared;
    }

    private JsonNode statement(History history, String code, int year, String scope) {
        RunningSystem.Answer answer = RunningSystem.callWhenCounted(
                system.statistics() + "/statements/" + code + "/" + year + "?include=previous,levels,own,months&scope="
                        + scope + "&atLeast=" + history.positions.token(),
                office);
        assertEquals(200, answer.status(), () -> answer.body().toString());
        assertTrue(answer.body().path("complete").asBoolean());
        return answer.body();
    }
}
