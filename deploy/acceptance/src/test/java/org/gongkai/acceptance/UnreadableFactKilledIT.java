package org.gongkai.acceptance;

import static org.gongkai.acceptance.DamagedFacts.await;
import static org.gongkai.acceptance.DamagedFacts.lock;
import static org.gongkai.acceptance.DamagedFacts.outcome;
import static org.gongkai.acceptance.DamagedFacts.single;
import static org.gongkai.acceptance.RunningSystem.call;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.gongkai.acceptance.DamagedFacts.Damaged;
import org.gongkai.acceptance.RunningSystem.Answer;
import org.gongkai.local.LocalSystem;
import org.gongkai.local.Ports;
import org.gongkai.local.demo.Positions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Facts that can't be read, and such of a later version, are kept, shown and replayed while statistics-service is killed:
 * at the points that matter for sure, and at moments of chance. On a system of its own, as its journal is spoilt.
 */
class UnreadableFactKilledIT {

    private static final String ROOT = "KILLED";
    private static final String UNTOUCHED = "KILLED-0";
    private static final String PLUG = "KILLED-P";
    /** Where a replay is killed at moments of chance. */
    private static final List<String> BY_CHANCE = List.of("KILLED-1", "KILLED-2", "KILLED-3");
    /** Where a replay is killed before it has written anything, in its transaction, and between commit and answer. */
    private static final String BEFORE = "KILLED-4";

    private static final String WITHIN = "KILLED-5";
    private static final String AFTER = "KILLED-6";

    private static final int ROUNDS = 4;
    private static final int EACH = 2;
    private static final int CALLERS = 2;
    /** Calls after which a service that has just started answers within the time in which it is killed. */
    private static final int WARMING = 25;

    private static final int LATEST_MICROS = 40_000;

    private static final Positions POSITIONS = new Positions();
    private static LocalSystem system;
    private static DamagedFacts facts;
    private static Replays replays;
    private static String admin;

    private final Map<Boolean, Integer> unanswered = new HashMap<>(Map.of(true, 0, false, 0));

    @BeforeAll
    static void bodies_without_facts() {
        system = LocalSystem.start(
                RunningSystem.root(),
                RunningSystem.root().resolve("deploy/acceptance/target/unreadable"),
                Ports.free(),
                Map.of(),
                System.out::println);
        facts = new DamagedFacts(system);
        replays = new Replays(system);
        admin = system.tokens().token("admin", "*");
        register(ROOT, "GOVERNMENT", "");
        Stream.concat(Stream.of(UNTOUCHED, PLUG, BEFORE, WITHIN, AFTER), BY_CHANCE.stream())
                .forEach(code -> register(code, "DEPARTMENT", ", \"parent\": \"" + ROOT + "\""));
    }

    @AfterAll
    static void stop() {
        if (system != null) {
            system.close();
        }
    }

    private static void register(String code, String kind, String more) {
        done(call(
                "PUT",
                system.intake() + "/organisations/" + code,
                admin,
                "{\"name\": \"演示\", \"level\": \"CITY\", \"kind\": \"" + kind + "\"" + more + "}"));
    }

    private static Answer done(Answer answer) {
        assertEquals(2, answer.status() / 100, () -> answer.raw().body());
        String position = answer.header("Gongkai-Position");
        if (position != null) {
            POSITIONS.add(position);
        }
        return answer;
    }

    private static void receive(String organisation, int times) {
        for (int i = 0; i < times; i++) {
            done(call(
                    "POST", system.intake() + "/applications", admin, """
                    {"organisation": "%s", "caseNumber": "%d", "receivedOn": "2021-03-04", "channel": "ONLINE",
                     "applicant": {"type": "OTHER_ORG", "name": "演示", "contact": "演示"}, "informationSought": "演示"}""".formatted(organisation, System.nanoTime())));
        }
    }

    private static JsonNode statement(String organisation) {
        return done(RunningSystem.callWhenCounted(
                        system.statistics() + "/statements/" + organisation + "/2021?scope=SUBTREE&atLeast="
                                + POSITIONS.token(),
                        admin))
                .body();
    }

    private static void assertStatement(String organisation, long received, boolean complete) {
        JsonNode statement = statement(organisation);
        assertEquals(received, statement.at("/applications/NEW_RECEIVED/TOTAL").asLong(), organisation);
        assertEquals(complete, statement.path("complete").asBoolean(), organisation);
    }

    @Test
    void a_fact_is_counted_once_however_its_replay_is_killed() throws Exception {
        long seed = Long.getLong("gongkai.unreadable.seed", System.nanoTime());
        System.out.println("seed " + seed);
        Random random = new Random(seed);

        List<Damaged> damaged = recordedAndDamaged();
        assertKeptWholeWhileNothingElseStops(damaged);

        List<Damaged> byChance = damaged.stream()
                .filter(fact -> BY_CHANCE.contains(fact.organisation()))
                .toList();
        Damaged before = only(damaged, BEFORE);
        Damaged within = only(damaged, WITHIN);
        Damaged after = only(damaged, AFTER);
        List<Damaged> left = new ArrayList<>();
        for (int round = 1; round <= ROUNDS; round++) {
            List<Damaged> fresh = new ArrayList<>();
            for (String body : BY_CHANCE) {
                byChance.stream()
                        .filter(fact -> fact.organisation().equals(body))
                        .skip((long) (round - 1) * EACH)
                        .limit(EACH)
                        .forEach(fresh::add);
            }
            facts.mend(fresh);
            left.addAll(fresh);
            assertStillUnreadable(before);
            assertCounted(left.remove(0));
            assertCounted(left.remove(0));
            killedByChance(round, left, random);
        }
        killedWhereItMatters(before, within, after);

        for (Damaged fact : left) {
            assertCounted(fact);
        }
        System.out.println("replays cut off without an answer: " + unanswered.get(true) + " counted, "
                + unanswered.get(false) + " not counted");
        assertEverythingCountedOnce();
        facts.restore(damaged);
        assertVerified();
    }

    private static Damaged only(List<Damaged> damaged, String organisation) {
        List<Damaged> found = damaged.stream()
                .filter(fact -> fact.organisation().equals(organisation))
                .toList();
        assertEquals(1, found.size());
        return found.get(0);
    }

    /** Of each body the first and the last can be read. */
    private List<Damaged> recordedAndDamaged() throws Exception {
        receive(PLUG, 1);
        int lane = facts.received(PLUG).get(0).lane();
        statement(PLUG);
        List<Damaged> damaged = new ArrayList<>();
        facts.whileNothingIsPublished(lane, () -> receive(PLUG, 1), () -> {
            receive(UNTOUCHED, 1);
            for (String body : BY_CHANCE) {
                receive(body, 1 + ROUNDS * EACH + 1);
            }
            for (String body : List.of(BEFORE, WITHIN, AFTER)) {
                receive(body, 3);
            }
            for (String body : Stream.concat(BY_CHANCE.stream(), Stream.of(BEFORE, WITHIN, AFTER))
                    .toList()) {
                List<Damaged> all = facts.received(body);
                damaged.addAll(all.subList(1, all.size() - 1));
            }
            facts.damage(damaged);
        });
        assertEquals(
                3,
                Stream.of(BEFORE, WITHIN, AFTER)
                        .map(body -> only(damaged, body).lane())
                        .distinct()
                        .count(),
                "lanes that are held one by one");
        return damaged;
    }

    private static void assertKeptWholeWhileNothingElseStops(List<Damaged> damaged) throws Exception {
        assertStatement(ROOT, 2 + 1 + 2L * (BY_CHANCE.size() + 3), false);
        assertStatement(UNTOUCHED, 1, true);
        for (String body : BY_CHANCE) {
            assertStatement(body, 2, false);
            receive(body, 1);
            assertStatement(body, 3, false);
        }
        Map<String, JsonNode> listed = new HashMap<>();
        done(call("GET", system.statistics() + "/unreadable-facts?limit=500", admin, null))
                .body()
                .path("items")
                .forEach(item -> listed.put(
                        item.path("lane").asText() + "-" + item.path("position").asText(), item));
        assertEquals(damaged.size(), listed.size());
        for (Damaged fact : damaged) {
            JsonNode item = listed.get(fact.place());
            boolean ofLaterVersion = !fact.publishedType().equals(fact.type());
            assertEquals(fact.publishedPayload(), item.path("value").asText());
            assertEquals(fact.publishedType(), item.at("/headers/ce_type").asText());
            assertEquals(fact.organisation(), item.path("organisation").asText());
            assertEquals(
                    ofLaterVersion ? "header ce_type: unknown type or version" : "channel: unknown code",
                    item.path("reason").asText());
        }
        System.out.println(damaged.size() + " facts kept, of them of a later version: "
                + damaged.stream()
                        .filter(fact -> !fact.publishedType().equals(fact.type()))
                        .count());
        await(() -> facts.unreadableInTrail() == damaged.size());
    }

    /** Which also has the service do for the first time all that a replay needs, so that the next ones are quick. */
    private static void assertStillUnreadable(Damaged fact) throws Exception {
        String id = facts.kept().get(fact.place());
        for (int i = 0; i < WARMING; i++) {
            Answer answer = replays.replay(id);
            assertEquals(422, answer.status());
            assertEquals(
                    "urn:gongkai:problem:still-unreadable",
                    answer.body().path("type").asText());
        }
    }

    private static void assertCounted(Damaged fact) throws Exception {
        Answer answer = done(replays.replay(facts.kept().get(fact.place())));
        assertEquals("COUNTED", answer.body().path("result").asText());
    }

    /** Callers replay one fact after another until the kill; so it finds some answered, some under way, some not begun. */
    private void killedByChance(int round, List<Damaged> left, Random random) throws Exception {
        int micros = random.nextInt(LATEST_MICROS);
        Map<String, String> ids = facts.kept();
        Queue<Damaged> next = new ConcurrentLinkedQueue<>(left);
        Map<Damaged, Boolean> sent = new ConcurrentHashMap<>();
        ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
        List<Future<?>> calling = new ArrayList<>();
        for (int i = 0; i < CALLERS; i++) {
            calling.add(callers.submit(() -> {
                boolean answered = true;
                for (Damaged fact = next.poll(); answered && fact != null; fact = answered ? next.poll() : null) {
                    answered = Replays.isAnswered(replays.send(ids.get(fact.place())));
                    sent.put(fact, answered);
                }
            }));
        }
        TimeUnit.MICROSECONDS.sleep(micros);
        killAndAwaitAnother(() -> {
            for (Future<?> caller : calling) {
                caller.get(30, TimeUnit.SECONDS);
            }
        });
        callers.shutdown();

        Set<String> kept = facts.kept().keySet();
        Map<String, Integer> outcomes = new TreeMap<>(Map.of("answered", 0, "counted", 0, "not counted", 0));
        sent.forEach((fact, answered) -> {
            boolean listed = kept.contains(fact.place());
            assertFalse(answered && listed, () -> "answered and kept: " + fact);
            outcomes.merge(answered ? "answered" : listed ? "not counted" : "counted", 1, Integer::sum);
            if (!answered) {
                unanswered.merge(!listed, 1, Integer::sum);
            }
        });
        left.removeIf(fact -> !kept.contains(fact.place()));
        System.out.printf(
                "round %d: killed after %.1f ms: %d answered; without an answer %d counted, %d not; %d wait%n",
                round,
                micros / 1e3,
                outcomes.get("answered"),
                outcomes.get("counted"),
                outcomes.get("not counted"),
                left.size());
        assertEquals(facts.recorded(), facts.countedOrKept(), "each fact counted or kept");
    }

    private static void killAndAwaitAnother(DamagedFacts.Meanwhile whenDead) throws Exception {
        long pid = system.data().pid("statistics");
        ProcessHandle process = ProcessHandle.of(pid).orElseThrow();
        system.kill("statistics");
        process.onExit().get(30, TimeUnit.SECONDS);
        whenDead.run();
        await(() -> system.data().pid("statistics") != pid && system.isReady("statistics"));
    }

    /**
     * Three replays of three lanes, each held up by a lock of ours at another point, and all seen waiting there: for the
     * fact itself; with the cell written, for the mark of the year; with all committed, for its lane of the trail. One kill
     * ends them.
     */
    private void killedWhereItMatters(Damaged before, Damaged within, Damaged after) throws Exception {
        facts.mend(List.of(before, within, after));
        Map<String, Long> counted = facts.counted();
        List<CompletableFuture<HttpResponse<String>>> sent;
        try (Connection locks = facts.connect("statistics");
                Connection look = facts.connect("statistics")) {
            String live = DamagedFacts.liveSchema(look);
            locks.setAutoCommit(false);
            lock(
                    locks,
                    live + ".unreadable_fact WHERE lane = " + before.lane() + " AND position = " + before.position());
            lock(
                    locks,
                    live + ".year_mark WHERE year = 2021 AND organisation ="
                            + " (SELECT number FROM organisation_number WHERE code = '" + WITHIN + "')");
            lock(locks, "trail.lane WHERE lane = " + after.lane());
            Map<String, String> ids = facts.kept();
            sent = Stream.of(before, within, after)
                    .map(fact -> replays.send(ids.get(fact.place())))
                    .toList();
            await(() -> facts.heldUp("statistics", "SELECT%FROM unreadable_fact WHERE id = % FOR UPDATE")
                                    .size()
                            == 1
                    && facts.heldUp("statistics", "MERGE INTO year_mark%").size() == 1
                    && facts.heldUp("statistics", "SELECT generation FROM lane WHERE lane = % FOR UPDATE")
                                    .size()
                            == 1);
            int writer = facts.heldUp("statistics", "MERGE INTO year_mark%").get(0);
            String transaction = single(look, "SELECT backend_xid FROM pg_stat_activity WHERE pid = " + writer);
            assertEquals(counted.get(WITHIN), facts.counted().get(WITHIN), "not committed");
            assertEquals(counted.get(AFTER) + 1, facts.counted().get(AFTER), "committed");

            killAndAwaitAnother(() -> {
                locks.rollback();
                // a server process that waited for a lock learns only then that nobody is there any more
                await(() -> !"in progress".equals(outcome(look, transaction)));
                assertEquals("aborted", outcome(look, transaction));
            });
        }

        sent.forEach(call -> assertFalse(Replays.isAnswered(call)));
        assertEquals(counted.get(BEFORE), facts.counted().get(BEFORE));
        assertEquals(counted.get(WITHIN), facts.counted().get(WITHIN));
        assertEquals(counted.get(AFTER) + 1, facts.counted().get(AFTER));
        Map<String, String> kept = facts.kept();
        assertTrue(kept.containsKey(before.place()) && kept.containsKey(within.place()));
        assertFalse(kept.containsKey(after.place()));
        assertEquals(facts.recorded(), facts.countedOrKept());
        System.out.println("held up and killed: before and within a transaction not counted, after it counted");
        unanswered.merge(true, 1, Integer::sum);
        unanswered.merge(false, 2, Integer::sum);

        for (Damaged again : List.of(before, within)) {
            String id = kept.get(again.place());
            assertEquals(200, replays.replay(id).status());
            assertEquals(404, replays.replay(id).status());
        }
        assertEquals(counted.get(BEFORE) + 1, facts.counted().get(BEFORE));
        assertEquals(counted.get(WITHIN) + 1, facts.counted().get(WITHIN));
    }

    private static void assertEverythingCountedOnce() throws Exception {
        assertEquals(Map.of(), facts.kept());
        assertEquals(facts.recorded(), facts.counted());
        try (Connection intake = facts.connect("intake")) {
            Map<String, Map<String, BigDecimal>> recounted = new Recount(intake, ROOT).of(2021, "SUBTREE");
            for (String body : facts.recorded().keySet()) {
                JsonNode statement = statement(body);
                assertTrue(statement.path("complete").asBoolean(), body);
                assertEquals(recounted.get(body), Recount.figures(statement), body);
            }
            JsonNode whole = statement(ROOT);
            assertTrue(whole.path("complete").asBoolean());
            assertEquals(recounted.get(ROOT), Recount.figures(whole));
        }
        // what was killed between the counts and the trail is in the trail as well, once
        await(() -> facts.unreadableInTrail() == 0);
        JsonNode behind = done(call(
                        "GET",
                        system.statistics() + "/statements/" + ROOT
                                + "/2021/facts?scope=SUBTREE&row=NEW_RECEIVED&column=TOTAL&limit=500&atLeast="
                                + POSITIONS.token(),
                        admin,
                        null))
                .body();
        Map<String, Long> byBody = new TreeMap<>();
        Set<String> records = new HashSet<>();
        behind.path("items").forEach(item -> {
            byBody.merge(item.path("organisation").asText(), item.path("amount").asLong(), Long::sum);
            records.add(item.path("record").asText());
        });
        assertEquals(facts.recorded(), byBody);
        assertEquals(behind.path("items").size(), records.size());
        assertTrue(behind.path("complete").asBoolean());
    }

    private static void assertVerified() throws Exception {
        facts.emptyTopic();
        String path = system.statistics() + "/verifications";
        String id = done(call("POST", path, admin, "")).body().path("id").asText();
        await(() -> !Set.of("WAITING", "COUNTING")
                .contains(call("GET", path + "/" + id, admin, null)
                        .body()
                        .path("state")
                        .asText()));
        JsonNode found = call("GET", path + "/" + id, admin, null).body();
        System.out.println(found);
        assertEquals("DONE", found.path("state").asText());
        assertTrue(found.path("cellsCompared").asLong() > 0);
        assertEquals(0, found.path("cellsDiffering").asLong(-1));
        assertEquals(0, found.path("othersDiffering").asLong(-1));
    }
}
