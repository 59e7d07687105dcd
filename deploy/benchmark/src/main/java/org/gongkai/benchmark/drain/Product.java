package org.gongkai.benchmark.drain;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.apache.kafka.common.errors.GroupNotEmptyException;
import org.gongkai.benchmark.MeasuredSystem;
import org.gongkai.benchmark.Memory;
import org.gongkai.benchmark.facts.Country;
import org.gongkai.benchmark.facts.Mixture;
import org.gongkai.benchmark.facts.Tally;

/** The packaged statistics-service, set on a topic of its own and seen by its interface alone. */
public final class Product {

    /** As tables have it. */
    static final String TRAIL = "its trail, after counting";

    static final String BOTH = "statistics-service, both at once";
    static final String BOTH_TRAIL = "its trail, both at once";
    static final String LABEL = "statistics-service";
    static final String TWO_CONSUMERS = "statistics-service, two consumers";

    /**
     * The settings that the rate hangs on.
     *
     * @param trailAfterCounting whether the trail waits while counting is behind
     * @param consumers members of the group in the process
     */
    record Manner(boolean trailAfterCounting, int consumers) {

        /** As they are unless told otherwise. */
        static final Manner AS_SET = new Manner(true, 1);

        static final Manner BOTH_AT_ONCE = new Manner(false, 1);
        static final Manner WITH_TWO_CONSUMERS = new Manner(true, 2);
    }

    private static final String SERVICE = "statistics";
    private static final List<String> GROUPS = List.of("gongkai-statistics", "gongkai-statistics-trail");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long LOOK_MILLIS = 50;
    private static final Duration ANSWER = Duration.ofSeconds(10);
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final MeasuredSystem measured;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    public Product(MeasuredSystem measured) {
        this.measured = measured;
    }

    /** The settings, as environment, that name the topic. */
    static Map<String, String> topic(String name) {
        return Map.of("GONGKAI_CONSUMPTION_TOPIC", name);
    }

    /** Ends the service; nothing of it runs beside a peer. */
    void stop() {
        measured.system().stop(SERVICE);
    }

    /** Ends the service and starts it on a topic with a database of nothing and a consumer group that Kafka does not know. */
    public void startAnew(String topic) {
        startAnew(topic, Manner.AS_SET);
    }

    private void startAnew(String topic, Manner manner) {
        stop();
        measured.asSuperuser(
                "DROP DATABASE IF EXISTS statistics WITH (FORCE)", "CREATE DATABASE statistics OWNER statistics");
        forgetGroup();
        Map<String, String> settings = new HashMap<>(topic(topic));
        settings.put("GONGKAI_TRAIL_AFTER_COUNTING", Boolean.toString(manner.trailAfterCounting()));
        settings.put("GONGKAI_CONSUMPTION_CONSUMERS", Integer.toString(manner.consumers()));
        measured.system().start(SERVICE, settings);
    }

    /**
     * Counts a full topic from nothing, for so long at most. The time begins at the last look that saw nothing counted;
     * where the first look already saw some, at that look and without those.
     */
    Reading drain(String topic, long expected, Duration most, Manner manner) {
        startAnew(topic, manner);
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        Long answer = counted();
        while (answer == null) {
            require(System.nanoTime() < deadline, "gives no progress");
            pause();
            answer = counted();
        }
        long before = answer;
        long counted = answer;
        long began = System.nanoTime();
        long now = began;
        while (counted < expected && now - began < most.toNanos()) {
            pause();
            answer = counted();
            now = System.nanoTime();
            counted = answer == null ? counted : answer;
            if (counted == 0) {
                require(now < deadline, "counts nothing");
                began = now;
            }
        }
        return new Reading(counted - before, (now - began) / 1e9, peakMegabytes());
    }

    /** How fast the trail comes to what is behind the counts, from where it is now; to the end or for so long. */
    Reading trail(long expected, Duration most) {
        long before = trailed();
        long began = System.nanoTime();
        long now = began;
        long trailed = before;
        while (trailed < expected && now - began < most.toNanos()) {
            pause();
            trailed = Math.max(trailed, trailed());
            now = System.nanoTime();
        }
        return new Reading(trailed - before, (now - began) / 1e9, peakMegabytes());
    }

    /** The positions of all lanes of the trail together, from its token: see docs/contracts/position.md. */
    private long trailed() {
        JsonNode progress = get("/progress");
        if (progress == null) {
            return 0;
        }
        long sum = 0;
        String[] lanes = progress.path("trail").path("position").asText().split("\\.");
        for (int i = 1; i < lanes.length; i++) {
            sum += Long.parseLong(lanes[i].substring(lanes[i].indexOf('-') + 1), 36);
        }
        return sum;
    }

    /** Carries out {@code verifications} or {@code rebuilds} and answers what came of it. */
    public JsonNode recount(String kind, Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        try {
            HttpResponse<String> begun = http.send(
                    measured.statistics("/" + kind)
                            .POST(HttpRequest.BodyPublishers.noBody())
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            MeasuredSystem.require(202, begun);
            String path =
                    "/" + kind + "/" + JSON.readTree(begun.body()).get("id").asText();
            while (true) {
                JsonNode recount = get(path);
                if (recount != null && recount.get("state").asText().equals("DONE")) {
                    return recount;
                }
                require(System.nanoTime() < deadline, "has not done " + path + ": " + recount);
                pause();
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalStateException("statistics-service " + otherwise);
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Waits until so many facts are counted. */
    public void awaitCounted(long expected, Duration patience) {
        await(this::counted, expected, patience, "counted");
    }

    /** Waits until so many facts are also in the trail, so that nothing works behind what is then measured. */
    public void awaitTrailed(long expected, Duration patience) {
        await(this::trailed, expected, patience, "in its trail");
    }

    private static void await(Supplier<Long> reached, long expected, Duration patience, String where) {
        long deadline = System.nanoTime() + patience.toNanos();
        Long now = reached.get();
        while (now == null || now < expected) {
            require(System.nanoTime() < deadline, "has " + now + " of " + expected + " " + where);
            pause();
            now = reached.get();
        }
    }

    /** The positions of all lanes together; null while the service does not answer. */
    private Long counted() {
        JsonNode progress = get("/progress");
        if (progress == null) {
            return null;
        }
        long sum = 0;
        for (JsonNode lane : progress.get("lanes")) {
            sum += lane.get("position").asLong();
        }
        return sum;
    }

    /** Amounts of a measure below a body by month or organisation, as the service gives them. */
    Map<String, Long> counts(String root, String measure, String by) {
        JsonNode counts = get("/counts?organisation=" + root + "&from=" + Mixture.FIRST_YEAR + "&to="
                + (Mixture.FIRST_YEAR + 1) + "&measure=" + measure + "&by=" + by);
        if (counts == null) {
            throw new IllegalStateException("statistics-service gives no counts of " + measure);
        }
        Map<String, Long> amounts = new TreeMap<>();
        counts.get("rows")
                .forEach(row -> amounts.put(row.get(by).asText(), row.get("n").asLong()));
        return amounts;
    }

    /** Where it counted otherwise than facts were made, in words; empty where all is equal. */
    List<String> differences(Tally tally) {
        List<String> differences = new ArrayList<>();
        for (String measure : List.of("RECEIVED", "DECIDED", "ITEMS", "PUBLICATIONS")) {
            if (!tally.byMonth(measure).equals(counts(Country.ROOT, measure, "month"))) {
                differences.add(measure + " by month");
            }
            if (!tally.byOrganisation(measure).equals(counts(Country.ROOT, measure, "organisation"))) {
                differences.add(measure + " by organisation");
            }
        }
        return differences;
    }

    private JsonNode get(String path) {
        try {
            HttpResponse<String> response =
                    http.send(measured.statistics(path).timeout(ANSWER).build(), HttpResponse.BodyHandlers.ofString());
            return response.statusCode() == 200 ? JSON.readTree(response.body()) : null;
        } catch (IOException notYet) {
            return null;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Resident now. */
    long residentMegabytes() {
        return Memory.resident(measured.system().data().pid(SERVICE));
    }

    /** Resident at most since its start. */
    long peakMegabytes() {
        return Memory.peak(measured.system().data().pid(SERVICE));
    }

    private void forgetGroup() {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        try (Admin admin =
                Admin.create(Map.of("bootstrap.servers", measured.system().kafka()))) {
            for (String group : GROUPS) {
                while (!isForgotten(admin, group)) {
                    require(System.nanoTime() < deadline, "does not leave its consumer group");
                    pause();
                }
            }
        }
    }

    /** False while a member that ended is still expected back. */
    private static boolean isForgotten(Admin admin, String group) {
        try {
            admin.deleteConsumerGroups(List.of(group)).all().get();
            return true;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof GroupNotEmptyException) {
                return false;
            }
            if (e.getCause() instanceof GroupIdNotFoundException) {
                return true;
            }
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
