package org.gongkai.acceptance.faults;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.gongkai.local.LocalSystem;
import org.gongkai.local.Ports;

/**
 * Guarantee 2: two replicas of statistics-service share the lanes while one after the other is killed, or sleeps through the
 * loss of its partitions with a batch in hand, under load. In the end a verification finds every cell equal to a recount.
 */
public final class Replicas {

    private static final int BODIES = 200;
    private static final int CALLERS = 4;
    /** Longer than the session of a member of the group, after which it has lost its partitions. */
    private static final long SLEEP_MILLIS = 12_000;

    private static final long SHORTEST_PAUSE_MILLIS = 500;
    private static final int MORE_MILLIS = 1_500;
    private static final long RECOVERY_SECONDS = 120;

    private final LocalSystem system;
    private final Map<String, Counters> replicas;
    private final Random random;
    private final Consumer<String> say;
    private final StubbornClient client = new StubbornClient();
    private final String prefix = "R" + Long.toString(System.nanoTime(), 36).toUpperCase(java.util.Locale.ROOT) + "-";
    private final AtomicInteger posted = new AtomicInteger();
    private int kills;
    private int sleeps;
    private int rebalances;
    private double longestWithoutRebalance;

    private Replicas(LocalSystem system, String other, Random random, Consumer<String> say)
            throws IOException, InterruptedException {
        this.system = system;
        this.random = random;
        this.say = say;
        this.replicas =
                Map.of("statistics", new Counters(system.statistics()), LocalSystem.REPLICA, new Counters(other));
    }

    /**
     * What came of a trial.
     *
     * @param posted applications with their outcomes
     * @param kills of a replica
     * @param sleeps of a replica through the loss of its partitions
     * @param rebalances how often a replica was given partitions
     * @param longestWithoutRebalance seconds from one of these to the next at most
     * @param repeatsDropped deliveries that were counted already, at least
     * @param fenced batches that were not written since somebody else had moved their lanes, at least
     * @param cellsCompared by the verification
     * @param cellsDiffering of them
     * @param othersDiffering confirmations and organisations
     */
    public record Outcome(
            int posted,
            int kills,
            int sleeps,
            int rebalances,
            double longestWithoutRebalance,
            long repeatsDropped,
            long fenced,
            long cellsCompared,
            long cellsDiffering,
            long othersDiffering) {

        /** For a reader at a terminal. */
        public String table() {
            return String.format(
                    "%napplications with outcomes  %d%nreplicas killed             %d%nreplicas asleep             %d%n"
                            + "partitions taken over       %d times%nlongest without             %.1f s%nrepeats dropped             %d at least%n"
                            + "fenced batches              %d at least%ncells compared              %d%n"
                            + "cells that differ           %d%nother differences           %d",
                    posted,
                    kills,
                    sleeps,
                    rebalances,
                    longestWithoutRebalance,
                    repeatsDropped,
                    fenced,
                    cellsCompared,
                    cellsDiffering,
                    othersDiffering);
        }
    }

    /** Runs a trial on a running system, to which it adds a replica for the time. */
    public static Outcome run(LocalSystem system, int seconds, long seed, Consumer<String> say) throws Exception {
        String other = system.startReplica();
        try {
            return new Replicas(system, other, new Random(seed), say).trial(seconds);
        } finally {
            system.stopReplica();
        }
    }

    private Outcome trial(int seconds) throws Exception {
        String admin = system.tokens().token("admin", "*");
        for (int i = 0; i < BODIES; i++) {
            client.call(
                    "PUT",
                    system.intake() + "/organisations/" + prefix + i,
                    admin,
                    "{\"name\": \"演示局" + i + "\", \"level\": \"CITY\", \"kind\": \"DEPARTMENT\"}");
        }
        AtomicBoolean going = new AtomicBoolean(true);
        ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
        List<Future<?>> posting = new ArrayList<>();
        try {
            for (int i = 0; i < CALLERS; i++) {
                posting.add(callers.submit(() -> {
                    while (going.get()) {
                        post(admin, posted.getAndIncrement());
                    }
                }));
            }
            try (Rebalances watched = Rebalances.of(List.copyOf(replicas.values()))) {
                disturb(watched, seconds);
                rebalances = watched.count();
                longestWithoutRebalance = watched.longestWithout();
            }
            going.set(false);
            for (Future<?> caller : posting) {
                caller.get();
            }
        } finally {
            going.set(false);
            callers.shutdownNow();
        }
        return verified(admin);
    }

    private void post(String token, int number) {
        String organisation = prefix + number % BODIES;
        JsonNode made = client.call(
                "POST", system.intake() + "/applications", token, """
                {"organisation": "%s", "caseNumber": "n%d", "receivedOn": "2021-%02d-04", "channel": "ONLINE",
                 "applicant": {"type": "NATURAL_PERSON", "name": "演示", "contact": "演示"}, "informationSought": "演示"}""".formatted(organisation, number, 1 + number % 9));
        client.call(
                "POST",
                system.intake() + "/applications/" + made.get("id").asText() + "/outcome",
                token,
                "{\"outcome\": \"GRANTED_FULL\", \"decidedOn\": \"2021-11-25\"}");
    }

    /**
     * Kills a replica or lets it sleep, one after another; the other goes on meanwhile. The next is not disturbed before the
     * last has partitions again: a member that is killed while its group waits for it holds up a rebalance and causes none.
     */
    private void disturb(Rebalances watched, int seconds) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        List<String> names = List.of("statistics", LocalSystem.REPLICA);
        while (System.nanoTime() < end) {
            String victim = names.get(random.nextInt(names.size()));
            Counters replica = replicas.get(victim);
            replica.keep();
            // The first sleeps and the second is killed, so that a short trial has both.
            int taken = watched.count(replica);
            boolean sleep = sleeps == 0 || kills > 0 && random.nextInt(3) == 0;
            say.accept(victim + (sleep ? " sleeps" : " is killed") + " after " + posted.get() + " applications");
            if (sleep) {
                sleeps++;
                signal("STOP", victim);
                try {
                    TimeUnit.MILLISECONDS.sleep(SLEEP_MILLIS);
                } finally {
                    signal("CONT", victim);
                }
            } else {
                kills++;
                long pid = system.data().pid(victim);
                system.kill(victim);
                replica.forget();
                watched.forget(replica);
                awaitAnother(victim, pid);
            }
            awaitTakenBy(replica, watched, taken);
            TimeUnit.MILLISECONDS.sleep(SHORTEST_PAUSE_MILLIS + random.nextInt(MORE_MILLIS));
        }
    }

    /** Not for ever: that it never has any would be seen in the time without a rebalance. */
    private static void awaitTakenBy(Counters replica, Rebalances watched, int before) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(SLEEP_MILLIS);
        while (watched.count(replica) == before && System.nanoTime() < deadline) {
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }

    private void awaitAnother(String victim, long pid) throws Exception {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(RECOVERY_SECONDS);
        while (system.data().pid(victim) == pid || !system.isReady(victim)) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException(victim + " was not ready " + RECOVERY_SECONDS + " s after its kill");
            }
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }

    private void signal(String signal, String part) throws Exception {
        new ProcessBuilder("kill", "-" + signal, Long.toString(system.data().pid(part)))
                .start()
                .waitFor();
    }

    private Outcome verified(String admin) throws Exception {
        client.call(
                "GET",
                system.statistics() + "/statements/" + prefix + "0/2021?atLeast="
                        + client.positions().token(),
                admin,
                null);
        for (Counters counters : replicas.values()) {
            counters.keep();
        }
        String path = system.statistics() + "/verifications";
        String id = client.call("POST", path, admin, "").get("id").asText();
        JsonNode verification = client.call("GET", path + "/" + id, admin, null);
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(RECOVERY_SECONDS);
        while (!verification.get("state").asText().equals("DONE")) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("the verification is not done: " + verification);
            }
            TimeUnit.MILLISECONDS.sleep(100);
            verification = client.call("GET", path + "/" + id, admin, null);
        }
        if (verification.get("differences").size() > 0) {
            say.accept(verification.toPrettyString());
        }
        return new Outcome(
                posted.get(),
                kills,
                sleeps,
                rebalances,
                longestWithoutRebalance,
                replicas.values().stream().mapToLong(Counters::repeats).sum(),
                replicas.values().stream().mapToLong(Counters::fenced).sum(),
                verification.get("cellsCompared").asLong(),
                verification.get("cellsDiffering").asLong(),
                verification.get("othersDiffering").asLong());
    }

    /** {@code deploy/acceptance/replicas [SECONDS] [SEED]}: the repository, then for how long. */
    public static void main(String[] arguments) throws Exception {
        Path root = Path.of(arguments[0]);
        int seconds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 600;
        long seed = arguments.length > 2 ? Long.parseLong(arguments[2]) : System.nanoTime();
        System.out.println("seed " + seed);
        Path directory = root.resolve("deploy/acceptance/target/replicas");
        Outcome outcome;
        try (LocalSystem system =
                LocalSystem.start(root, directory.resolve("data"), Ports.free(), true, System.out::println)) {
            outcome = run(system, seconds, seed, System.out::println);
        }
        System.out.println(outcome.table());
        System.exit(outcome.cellsDiffering() + outcome.othersDiffering() == 0 ? 0 : 1);
    }
}
