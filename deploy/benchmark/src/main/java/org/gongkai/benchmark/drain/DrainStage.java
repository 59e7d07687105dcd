package org.gongkai.benchmark.drain;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.gongkai.benchmark.MeasuredSystem;
import org.gongkai.benchmark.Memory;
import org.gongkai.benchmark.Spread;
import org.gongkai.benchmark.facts.Country;
import org.gongkai.benchmark.facts.EvenCells;
import org.gongkai.benchmark.facts.FactSource;
import org.gongkai.benchmark.facts.FactTopic;
import org.gongkai.benchmark.facts.Mixture;
import org.gongkai.benchmark.facts.Numbering;
import org.gongkai.benchmark.facts.Tally;

/** The packaged system with full topics, and all contenders in turn. */
final class DrainStage implements AutoCloseable {

    /** The first x of all bodies have the square root of x of the facts: 50 of 500 nearly a third. */
    static final int UNEVENNESS = 2;

    private static final String MIXTURE = "mixture";
    private static final long SEED = 20_261_128L;

    private final MeasuredSystem measured;
    private final Product product;
    private final Drain.Plan plan;
    private final Path directory;
    private final Map<String, Long> memory = new LinkedHashMap<>();
    private final List<FullTopic> topics = new ArrayList<>();

    /**
     * A topic with all its facts.
     *
     * @param tally null where the bodies are not registered, so that nothing can be asked of them
     */
    private record FullTopic(String name, String label, long facts, Tally tally) {}

    private DrainStage(MeasuredSystem measured, Drain.Plan plan, Path directory) {
        this.measured = measured;
        this.product = new Product(measured);
        this.plan = plan;
        this.directory = directory;
    }

    static DrainStage set(Path root, Drain.Plan plan) throws IOException {
        Path directory = root.resolve("deploy/benchmark/target/drain");
        Files.createDirectories(directory);
        DrainStage stage =
                new DrainStage(MeasuredSystem.start(root, directory, List.of(), System.out::println), plan, directory);
        try {
            stage.memory.put("statistics-service at rest, nothing counted", stage.product.residentMegabytes());
            stage.product.stop();
            stage.measured.asSuperuser("CREATE DATABASE peers OWNER statistics");
            return stage;
        } catch (RuntimeException e) {
            stage.close();
            throw e;
        }
    }

    DrainReport rounds() throws SQLException {
        List<String> words = new ArrayList<>();
        words.add(fillMixture());
        if (plan.manyBodies() > 0) {
            words.add(fillEvenCells());
        }
        DrainTable table = new DrainTable();
        List<String> differences = new ArrayList<>();
        for (int round = 1; round <= plan.rounds(); round++) {
            for (FullTopic topic : topics) {
                for (Peer peer : plan.peers()) {
                    note(table, round, topic, peer.label(), PeerProcess.run(peer, assignment(topic)));
                }
                drain(table, round, topic, Product.TWO_CONSUMERS, Product.Manner.WITH_TWO_CONSUMERS);
                drain(table, round, topic, Product.LABEL, Product.Manner.AS_SET);
                if (topic.tally() != null) {
                    product.awaitCounted(topic.facts(), plan.most().multipliedBy(5));
                    differences.addAll(product.differences(topic.tally()));
                    note(table, round, topic, Product.TRAIL, product.trail(topic.facts(), plan.most()));
                    drain(table, round, topic, Product.BOTH, Product.Manner.BOTH_AT_ONCE);
                    note(table, round, topic, Product.BOTH_TRAIL, product.trail(topic.facts(), plan.most()));
                }
                product.stop();
            }
        }
        return new DrainReport(table, differences, words, sql(table), memory);
    }

    private void drain(DrainTable table, int round, FullTopic topic, String label, Product.Manner manner) {
        note(table, round, topic, label, product.drain(topic.name(), topic.facts(), plan.most(), manner));
        remember();
    }

    /** Registrations first, so that the product can be asked for what it counted. */
    private String fillMixture() {
        Country country = new Country(plan.bodies());
        Numbering numbering = new Numbering(SEED);
        try (FactTopic topic = FactTopic.open(measured.system().kafka(), "drain.mixture")) {
            topic.write(country.registrations(numbering), plan.bodies() + 1);
            FactSource mixture = mixture(numbering);
            topic.write(mixture, plan.facts());
            topics.add(new FullTopic("drain.mixture", MIXTURE, numbering.total(), mixture.tally()));
            return words(MIXTURE, topic, plan.bodies() + " organisations, registered, and two years of a mixture");
        }
    }

    private FactSource mixture(Numbering numbering) {
        return new Mixture(new Country(plan.bodies()), UNEVENNESS, plan.facts(), numbering, SEED);
    }

    private String fillEvenCells() {
        Country country = new Country(plan.manyBodies());
        Numbering numbering = new Numbering(SEED);
        try (FactTopic topic = FactTopic.open(measured.system().kafka(), "drain.even")) {
            topic.write(new EvenCells(country, numbering), plan.facts());
            topics.add(new FullTopic("drain.even", "even cells", numbering.total(), null));
            return words(
                    "even cells",
                    topic,
                    String.format(
                            Locale.ROOT,
                            "%,d organisations, %,d cells in turn",
                            country.bodies(),
                            EvenCells.cells(country)));
        }
    }

    private static String words(String label, FactTopic topic, String what) {
        String words = String.format(
                Locale.ROOT,
                "%s: %,d facts of %d bytes with key and headers, %s.",
                label,
                topic.facts(),
                topic.bytesOfAFact(),
                what);
        System.out.println(words);
        return words;
    }

    private Assignment assignment(FullTopic topic) {
        return new Assignment(
                measured.system().kafka(),
                topic.name(),
                topic.facts(),
                plan.most(),
                "jdbc:postgresql://127.0.0.1:" + measured.system().ports().postgres()
                        + "/peers?user=statistics&password=statistics",
                directory.resolve("peers").toString());
    }

    private static void note(DrainTable table, int round, FullTopic topic, String contender, Reading reading) {
        table.add(topic.label(), contender, reading);
        System.out.printf(
                Locale.ROOT,
                "round %d, %s, %s: %,d facts in %.1f s, %,.0f/s%n",
                round,
                topic.label(),
                contender,
                reading.facts(),
                reading.seconds(),
                reading.perSecond());
    }

    /** What is resident right after the product was at work. */
    private void remember() {
        memory.merge("statistics-service, last fact just counted", product.residentMegabytes(), Math::max);
        memory.merge("statistics-service at most", product.peakMegabytes(), Math::max);
        memory.merge(
                "PostgreSQL then, all processes, shared memory once",
                Memory.ofAll(measured.system().data().pid("postgresql")),
                Math::max);
        memory.merge("the broker at most", Memory.peak(measured.system().data().pid("kafka")), Math::max);
    }

    private Map<String, Spread> sql(DrainTable table) throws SQLException {
        if (plan.sqlTimes() == 0) {
            return Map.of();
        }
        try (SqlPeers peers = new SqlPeers(measured.connection("peers", "statistics"), new Country(plan.bodies()))) {
            Reading load = peers.load(mixture(new Numbering(SEED)), plan.facts());
            table.add(MIXTURE, "COPY into a raw table with a covering index", load);
            Map<String, Spread> answers = peers.ask(Mixture.FIRST_YEAR + 1, plan.sqlTimes());
            answers.get(SqlPeers.REFRESH)
                    .each(seconds -> table.add(MIXTURE, SqlPeers.REFRESH, new Reading(plan.facts(), seconds, 0)));
            return answers;
        }
    }

    @Override
    public void close() {
        measured.close();
    }
}
