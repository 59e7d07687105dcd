package org.gongkai.benchmark.drain;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;

/** {@code deploy/benchmark/drain [--quick] [--facts N] [--rounds N]}. */
public final class Drain {

    private Drain() {}

    /**
     * How much of it.
     *
     * @param facts of each topic
     * @param most for one contender in one round, from its first fact on
     * @param bodies of the mixture
     * @param manyBodies of the topic whose cells are hit evenly; 0: without that topic
     * @param peers beside the product
     * @param sqlTimes how often each query is asked; 0: without SQL
     */
    record Plan(long facts, int rounds, Duration most, int bodies, int manyBodies, List<Peer> peers, int sqlTimes) {

        static final Plan WHOLE =
                new Plan(5_000_000, 5, Duration.ofSeconds(60), 500, 300_000, List.of(Peer.values()), 5);
        static final Plan QUICK = new Plan(500_000, 1, Duration.ofSeconds(15), 500, 300_000, List.of(Peer.values()), 1);

        static Plan of(List<String> options) {
            Plan plan = options.contains("--quick") ? QUICK : WHOLE;
            long facts = plan.facts;
            int rounds = plan.rounds;
            for (Iterator<String> each = options.iterator(); each.hasNext(); ) {
                switch (each.next()) {
                    case "--quick" -> {}
                    case "--facts" -> facts = Long.parseLong(each.next());
                    case "--rounds" -> rounds = Integer.parseInt(each.next());
                    default -> throw new IllegalArgumentException("drain [--quick] [--facts N] [--rounds N]");
                }
            }
            return new Plan(facts, rounds, plan.most, plan.bodies, plan.manyBodies, plan.peers, plan.sqlTimes);
        }
    }

    /** Arguments: the repository, options. */
    public static void main(String[] arguments) throws IOException, SQLException {
        Path root = Path.of(arguments[0]).toAbsolutePath().normalize();
        Plan plan = Plan.of(Arrays.asList(arguments).subList(1, arguments.length));
        DrainReport report = run(root, plan);
        System.out.println(report.text());
        Path json = write(root, report);
        System.out.println("as JSON: " + json);
        if (!report.differences().isEmpty()) {
            System.exit(1);
        }
    }

    static Path write(Path root, DrainReport report) throws IOException {
        Path json = root.resolve("deploy/benchmark/target/drain.json");
        Files.writeString(
                json,
                new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValueAsString(report.json()));
        Files.writeString(json.resolveSibling("drain.md"), report.text());
        return json;
    }

    static DrainReport run(Path root, Plan plan) throws IOException, SQLException {
        try (DrainStage stage = DrainStage.set(root, plan)) {
            return stage.rounds();
        }
    }
}
