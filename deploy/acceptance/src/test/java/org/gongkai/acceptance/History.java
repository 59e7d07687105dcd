package org.gongkai.acceptance;

import static org.gongkai.acceptance.RunningSystem.call;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.LongAdder;
import org.gongkai.local.LocalSystem;
import org.gongkai.local.demo.Positions;

/** The years and bodies that random records are about, and the way to intake that keeps what it answered. */
final class History {

    static final int YEARS = 3;

    /** A prefix of its own: a system that is run twice with one seed must not find the organisations of the first run. */
    final String prefix = "R" + Long.toString(System.nanoTime(), 36).toUpperCase(Locale.ROOT) + "-";

    final int firstYear;
    final List<String> codes;
    final Positions positions = new Positions();
    private final List<Case> cases = new CopyOnWriteArrayList<>();
    private final Map<String, LongAdder> answers = new ConcurrentHashMap<>();
    private final LocalSystem system = RunningSystem.get();
    private final String admin = system.tokens().token("admin", "*");

    History(Random random, int bodies) {
        // every second one in years whose calendar is known, so that what is in time and overdue is
        firstYear = random.nextBoolean() ? 2009 + random.nextInt(13) : 2019 + random.nextInt(3);
        codes = java.util.stream.IntStream.range(0, bodies)
                .mapToObj(i -> prefix + i)
                .toList();
    }

    /**
     * An application that was entered.
     *
     * @param day of receipt or arrival, as entered
     */
    record Case(String id, String organisation, String number, LocalDate day) {

        String path() {
            return "/applications/" + id;
        }
    }

    /** From now on anything may happen to it, by any writer. */
    void entered(Case one) {
        cases.add(one);
    }

    /** One of those entered, most often a young one; null where there is none. */
    Case anyCase(Random random) {
        int size = cases.size();
        return size == 0
                ? null
                : cases.get(size - 1 - random.nextInt(random.nextBoolean() ? size : Math.min(size, 12)));
    }

    /** One of the bodies. */
    String code(Random random) {
        return codes.get(random.nextInt(codes.size()));
    }

    /** A day of the years, at the turn of a year more often. */
    LocalDate day(Random random) {
        LocalDate any = LocalDate.of(firstYear, 1, 1).plusDays(random.nextInt(YEARS * 365));
        return random.nextInt(3) == 0 ? LocalDate.of(any.getYear(), 12, 1).plusDays(random.nextInt(60)) : any;
    }

    /**
     * Writes to intake. Refused by rule counts nowhere; anything else that is not done fails.
     *
     * @param kind what the answer is tallied under
     */
    RunningSystem.Answer write(String kind, String method, String path, JsonNode body) {
        RunningSystem.Answer answer =
                call(method, system.intake() + path, admin, body == null ? null : body.toString());
        boolean done = answer.status() / 100 == 2;
        assertTrue(
                done || answer.status() == 404 || answer.status() == 409 || answer.status() == 422,
                method + " " + path + " " + body + " → " + answer.status() + " " + answer.body());
        answers.computeIfAbsent(kind + (done ? "" : " refused"), none -> new LongAdder())
                .increment();
        if (answer.header("Gongkai-Position") != null) {
            positions.add(answer.header("Gongkai-Position"));
        }
        return answer;
    }

    /** Reads from intake. */
    JsonNode read(String path) {
        RunningSystem.Answer answer = call("GET", system.intake() + path, admin, null);
        assertEquals(200, answer.status(), () -> path + ": " + answer.body());
        return answer.body();
    }

    /** How often what was done, and how often it was refused. */
    Map<String, Long> tally() {
        Map<String, Long> tally = new TreeMap<>();
        answers.forEach((kind, n) -> tally.put(kind, n.sum()));
        return tally;
    }
}
