package org.gongkai.acceptance.faults;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
 * Guarantee 1: a client posts applications and outcomes and keeps its own file of acknowledgements, while each of
 * PostgreSQL, Kafka, intake and statistics is killed hard several times, each time with something under way. In the end
 * every acknowledged fact is counted once.
 */
public final class Faults {

    private static final List<String> VICTIMS = List.of("postgresql", "kafka", "intake", "statistics");
    private static final int BODIES = 40;
    private static final int CALLERS = 8;
    private static final long RECOVERY_SECONDS = 120;
    private static final int MOST_TRIES = 5;

    private final LocalSystem system;
    private final StubbornClient client = new StubbornClient();
    private final Consumer<String> say;
    private final String prefix;
    private final UnderWay underWay;
    private final Counters statistics;
    private final List<Kill> kills = new ArrayList<>();

    private Faults(LocalSystem system, String prefix, Consumer<String> say) throws Exception {
        this.system = system;
        this.prefix = prefix;
        this.say = say;
        this.underWay = new UnderWay(system, client);
        this.statistics = new Counters(system.statistics());
    }

    /**
     * Runs a trial on a running system.
     *
     * @param size how many applications at least, each with its outcome; posting goes on until the last kill is over
     * @param kills how often each part is killed
     */
    public static Result run(LocalSystem system, Path file, int size, int kills, Consumer<String> say)
            throws Exception {
        String prefix = "F" + Long.toString(System.nanoTime(), 36).toUpperCase(java.util.Locale.ROOT) + "-";
        return new Faults(system, prefix, say).trial(file, size, kills);
    }

    private Result trial(Path file, int size, int kills) throws Exception {
        String admin = system.tokens().token("admin", "*");
        register(admin);
        try (Acknowledgements acknowledgements = new Acknowledgements(file)) {
            AtomicInteger next = new AtomicInteger();
            AtomicBoolean killing = new AtomicBoolean(true);
            ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
            List<Future<?>> posting = new ArrayList<>();
            try {
                for (int i = 0; i < CALLERS; i++) {
                    posting.add(callers.submit(() -> {
                        int number = next.getAndIncrement();
                        while (number < size || killing.get()) {
                            post(acknowledgements, admin, number);
                            number = next.getAndIncrement();
                        }
                    }));
                }
                int strokes = kills * VICTIMS.size();
                for (int stroke = 0; stroke < strokes; stroke++) {
                    // spread over the trial; posting goes on until the last one is over, so that calls are in flight
                    int due = (int) ((long) size * (stroke + 1) / (strokes + 2));
                    awaitPosted(next, due, posting);
                    killInTheMiddle(VICTIMS.get(stroke % VICTIMS.size()), next);
                }
                killing.set(false);
                for (Future<?> caller : posting) {
                    caller.get();
                }
            } finally {
                killing.set(false);
                callers.shutdownNow();
            }
            return result(acknowledgements, admin);
        }
    }

    private void register(String admin) {
        client.call("PUT", system.intake() + "/organisations/" + prefix + "0", admin, body("市", null));
        for (int i = 1; i <= BODIES; i++) {
            client.call("PUT", system.intake() + "/organisations/" + prefix + i, admin, body("局" + i, prefix + "0"));
        }
    }

    private static String body(String name, String parent) {
        return "{\"name\": \"演示" + name + "\", \"level\": \"CITY\", \"kind\": \"DEPARTMENT\""
                + (parent == null ? "" : ", \"parent\": \"" + parent + "\"") + "}";
    }

    private void post(Acknowledgements acknowledgements, String token, int number) {
        String organisation = prefix + (1 + number % BODIES);
        String caseNumber = "n" + number;
        JsonNode made =
                client.call("POST", system.intake() + "/applications", token, """
                {"organisation": "%s", "caseNumber": "%s", "receivedOn": "2021-03-04", "channel": "ONLINE",
                 "applicant": {"type": "NATURAL_PERSON", "name": "演示", "contact": "演示"}, "informationSought": "演示"}""".formatted(organisation, caseNumber));
        acknowledgements.note(organisation, caseNumber, Acknowledgements.RECEIVED);
        client.call(
                "POST",
                system.intake() + "/applications/" + made.get("id").asText() + "/outcome",
                token,
                "{\"outcome\": \"GRANTED_FULL\", \"decidedOn\": \"2021-03-25\"}");
        acknowledgements.note(organisation, caseNumber, Acknowledgements.DECIDED);
    }

    private static void awaitPosted(AtomicInteger next, int due, List<Future<?>> posting) throws Exception {
        while (next.get() < due) {
            for (Future<?> caller : posting) {
                if (caller.isDone()) {
                    caller.get();
                }
            }
            TimeUnit.MILLISECONDS.sleep(5);
        }
    }

    /** Again where the batch that was seen was over before the signal arrived. */
    private void killInTheMiddle(String part, AtomicInteger next) throws Exception {
        for (int attempt = 1; attempt <= MOST_TRIES; attempt++) {
            Kill kill = kill(part, next.get());
            kills.add(kill);
            say.accept(kill.toString());
            if (kill.interrupted()) {
                return;
            }
        }
        throw new IllegalStateException(part + " was killed " + MOST_TRIES + " times with nothing under way");
    }

    private Kill kill(String part, int posted) throws Exception {
        long pid = system.data().pid(part);
        if (part.equals("statistics")) {
            statistics.keep();
            statistics.forget();
        }
        UnderWay.Met met = underWay.kill(part);
        long began = System.nanoTime();
        long sentBefore = client.repeated();
        long deadline = began + TimeUnit.SECONDS.toNanos(RECOVERY_SECONDS);
        while (system.data().pid(part) == pid || !allReady()) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException(part + " was not ready " + RECOVERY_SECONDS + " s after its kill");
            }
            TimeUnit.MILLISECONDS.sleep(50);
        }
        double seconds = (System.nanoTime() - began) / 1e9;
        return new Kill(part, posted, met.words(), met.interrupted(), client.repeated() - sentBefore, seconds);
    }

    private boolean allReady() {
        return VICTIMS.stream().allMatch(system::isReady);
    }

    private Result result(Acknowledgements acknowledgements, String admin) throws Exception {
        Map<String, Long> received = acknowledgements.count(Acknowledgements.RECEIVED);
        Map<String, Long> decided = acknowledgements.count(Acknowledgements.DECIDED);
        long acknowledged = 0;
        long counted = 0;
        long lost = 0;
        long doubled = 0;
        for (int i = 1; i <= BODIES; i++) {
            String organisation = prefix + i;
            JsonNode table = client.call(
                            "GET",
                            system.statistics() + "/statements/" + organisation + "/2021?atLeast="
                                    + client.positions().token(),
                            admin,
                            null)
                    .path("applications");
            long countedReceived = table.path("NEW_RECEIVED").path("TOTAL").asLong();
            long countedDecided =
                    table.path("GRANTED_FULL").path("NATURAL_PERSON").asLong();
            long toldReceived = received.getOrDefault(organisation, 0L);
            long toldDecided = decided.getOrDefault(organisation, 0L);
            acknowledged += toldReceived + toldDecided;
            counted += countedReceived + countedDecided;
            lost += Math.max(0, toldReceived - countedReceived) + Math.max(0, toldDecided - countedDecided);
            doubled += Math.max(0, countedReceived - recorded("count(*)", organisation))
                    + Math.max(0, countedDecided - recorded("count(outcome)", organisation));
        }
        statistics.keep();
        return new Result(
                acknowledged,
                counted,
                journaled(),
                lost,
                doubled,
                statistics.repeats(),
                client.repeated(),
                List.copyOf(kills));
    }

    private long recorded(String what, String organisation) throws SQLException {
        return single("SELECT " + what + " FROM disclosure_application WHERE organisation = '" + organisation + "'");
    }

    private long journaled() throws SQLException {
        return single("SELECT count(*) FROM journal WHERE organisation LIKE '" + prefix + "%'"
                + " AND type LIKE 'org.gongkai.Application%'");
    }

    private long single(String query) throws SQLException {
        try (Connection connection = DriverManager.getConnection(system.jdbcUrl("intake"));
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    /** {@code deploy/acceptance/faults [SIZE]}: the repository, then how many applications. */
    public static void main(String[] arguments) throws Exception {
        Path root = Path.of(arguments[0]);
        int size = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 20_000;
        Path directory = root.resolve("deploy/acceptance/target/faults");
        long began = System.nanoTime();
        Result result;
        try (LocalSystem system =
                LocalSystem.start(root, directory.resolve("data"), Ports.free(), true, System.out::println)) {
            result = run(system, directory.resolve("acknowledgements"), size, 3, System.out::println);
        }
        System.out.println(result.table((System.nanoTime() - began) / 1e9));
        System.exit(result.lost() == 0 && result.doubled() == 0 ? 0 : 1);
    }
}
