package org.gongkai.benchmark.statements;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.gongkai.benchmark.MeasuredSystem;
import org.gongkai.benchmark.Spread;
import org.gongkai.benchmark.drain.Product;
import org.gongkai.benchmark.drain.SqlPeers;
import org.gongkai.benchmark.facts.Country;
import org.gongkai.benchmark.facts.FactTopic;
import org.gongkai.benchmark.facts.Mixture;
import org.gongkai.benchmark.facts.Numbering;

/** {@code deploy/benchmark/statements [--quick]}. */
public final class StatementTimes {

    private static final String TOPIC = "statements.mixture";
    private static final int BODIES = 300_000;
    private static final int YEAR = Mixture.FIRST_YEAR + 1;
    private static final long SEED = 20_261_129L;
    /** The first x of all bodies have the square root of x of the facts. */
    private static final int UNEVENNESS = 2;

    private static final int WARMING = 3;

    private static final int LEAST_CALLS = 5;
    private static final int MOST_CALLS = 2_000;
    private static final int LEAST_QUERIES = 3;
    private static final Duration COUNTED = Duration.ofMinutes(30);

    /**
     * How much of it.
     *
     * @param sizes facts in all, rising
     * @param each how long each scope is asked, after as long unmeasured
     */
    private record Plan(List<Long> sizes, Duration each) {

        static final Plan WHOLE = new Plan(List.of(10_000L, 1_000_000L, 10_000_000L), Duration.ofSeconds(10));
        static final Plan QUICK = new Plan(List.of(10_000L, 200_000L), Duration.ofSeconds(3));
    }

    private final MeasuredSystem measured;
    private final Product product;
    private final Plan plan;
    private final Country country = new Country(BODIES);
    private final List<StatementTime> times = new ArrayList<>();

    private StatementTimes(MeasuredSystem measured, Plan plan) {
        this.measured = measured;
        this.product = new Product(measured);
        this.plan = plan;
    }

    /** Arguments: the repository, options. */
    public static void main(String[] arguments) throws IOException, SQLException {
        Path root = Path.of(arguments[0]).toAbsolutePath().normalize();
        boolean quick = arguments.length > 1 && arguments[1].equals("--quick");
        if (arguments.length > (quick ? 2 : 1)) {
            throw new IllegalArgumentException("statements [--quick]");
        }
        Path directory = root.resolve("deploy/benchmark/target/statements");
        Files.createDirectories(directory);
        List<StatementTime> times;
        try (MeasuredSystem measured = MeasuredSystem.start(root, directory, List.of(), System.out::println)) {
            times = new StatementTimes(measured, quick ? Plan.QUICK : Plan.WHOLE).measure();
        }
        String text = StatementTime.table(times);
        System.out.println(text);
        Path json = directory.resolveSibling("statements.json");
        ArrayNode rows = StatementTime.json(times);
        Files.writeString(
                json,
                new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValueAsString(rows));
        Files.writeString(directory.resolveSibling("statements.md"), text);
        System.out.println("as JSON: " + json);
    }

    private List<StatementTime> measure() throws SQLException {
        measured.asSuperuser("CREATE DATABASE peers OWNER statistics");
        Numbering ofTheTopic = new Numbering(SEED);
        Numbering ofTheTable = new Numbering(SEED);
        try (FactTopic topic = FactTopic.open(measured.system().kafka(), TOPIC);
                SqlPeers peers = new SqlPeers(measured.connection("peers", "statistics"), country)) {
            product.startAnew(TOPIC);
            topic.write(country.registrations(ofTheTopic), BODIES + 1);
            awaitCounted(ofTheTopic.total());
            long before = 0;
            for (long size : plan.sizes()) {
                // spread over both years each time, so that every size is asked for the same year
                topic.write(mixture(size - before, ofTheTopic), size - before);
                awaitCounted(ofTheTopic.total());
                peers.add(mixture(size - before, ofTheTable), size - before);
                product.awaitTrailed(ofTheTopic.total(), COUNTED);
                if (before == 0) {
                    warmUp();
                }
                before = size;
                for (StatementScope scope : StatementScope.values()) {
                    times.add(time(size, scope, peers));
                    System.out.print(times.get(times.size() - 1).row());
                }
            }
            recount("verifications");
            recount("rebuilds");
        }
        return times;
    }

    private void recount(String kind) {
        JsonNode recount = product.recount(kind, COUNTED);
        System.out.printf(
                Locale.ROOT,
                "%s: %,d facts counted again in %.1f s, %,d cells compared, %,d differ%n",
                kind,
                recount.get("facts").asLong(),
                recount.get("seconds").asDouble(),
                recount.get("cellsCompared").asLong(),
                recount.get("cellsDiffering").asLong());
    }

    /** Long enough that the first size is not asked of a service that is still being compiled. */
    private void warmUp() {
        for (int turn = 0; turn < WARMING; turn++) {
            for (StatementScope scope : StatementScope.values()) {
                ask(statement(scope));
            }
        }
    }

    private HttpRequest statement(StatementScope scope) {
        return measured.statistics(scope.path(country, YEAR)).GET().build();
    }

    private Mixture mixture(long facts, Numbering numbering) {
        return new Mixture(country, UNEVENNESS, facts, numbering, SEED + facts);
    }

    private void awaitCounted(long facts) {
        product.awaitCounted(facts, COUNTED);
        System.out.printf(Locale.ROOT, "%,d facts are counted, registrations included%n", facts);
    }

    private StatementTime time(long facts, StatementScope scope, SqlPeers peers) throws SQLException {
        List<String> organisations = scope.organisations(country);
        ask(statement(scope));
        Spread statements = ask(statement(scope));
        // a GROUP BY of everything takes seconds: a few of them say enough
        int queries = scope == StatementScope.COUNTRY ? LEAST_QUERIES : Math.min(statements.count(), 100);
        return new StatementTime(
                facts,
                scope.label(),
                scope.bodies(country),
                peers.facts(YEAR, organisations),
                statements,
                peers.grouped(YEAR, organisations, queries));
    }

    /** Seconds of each call, one after another. */
    private Spread ask(HttpRequest statement) {
        List<Double> seconds = new ArrayList<>();
        long began = System.nanoTime();
        while (seconds.size() < LEAST_CALLS
                || (seconds.size() < MOST_CALLS
                        && System.nanoTime() - began < plan.each().toNanos())) {
            long call = System.nanoTime();
            MeasuredSystem.require(200, measured.send(statement));
            seconds.add((System.nanoTime() - call) / 1e9);
        }
        return Spread.of(seconds);
    }
}
