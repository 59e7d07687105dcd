package org.gongkai.benchmark.formats;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;

/** {@code deploy/benchmark/formats [--quick] [--calls N] [--rounds N]}. */
public final class Formats {

    private Formats() {}

    /**
     * How much of it.
     *
     * @param records of the demo that are posted; {@link #ALL}: the demo with its texts
     * @param calls of each format in a round, one after another
     * @param warming how long each format is called unmeasured before
     * @param atOnce how long many callers ask for JSON in a round, after as long unmeasured
     * @param bursts of eight PDFs in a round
     * @param prints of the browser in a round
     */
    record Plan(int records, int calls, int rounds, Duration warming, Duration atOnce, int bursts, int prints) {

        static final int ALL = Integer.MAX_VALUE;
        static final Plan WHOLE = new Plan(ALL, 300, 3, Duration.ofSeconds(15), Duration.ofSeconds(15), 4, 5);
        static final Plan QUICK = new Plan(ALL, 10, 1, Duration.ofSeconds(1), Duration.ofSeconds(2), 1, 1);

        static Plan of(List<String> options) {
            Plan plan = options.contains("--quick") ? QUICK : WHOLE;
            int calls = plan.calls;
            int rounds = plan.rounds;
            for (Iterator<String> each = options.iterator(); each.hasNext(); ) {
                switch (each.next()) {
                    case "--quick" -> {}
                    case "--calls" -> calls = Integer.parseInt(each.next());
                    case "--rounds" -> rounds = Integer.parseInt(each.next());
                    default -> throw new IllegalArgumentException("formats [--quick] [--calls N] [--rounds N]");
                }
            }
            return new Plan(plan.records, calls, rounds, plan.warming, plan.atOnce, plan.bursts, plan.prints);
        }
    }

    /** Arguments: the repository, options. */
    public static void main(String[] arguments) throws IOException {
        Path root = Path.of(arguments[0]).toAbsolutePath().normalize();
        Plan plan = Plan.of(Arrays.asList(arguments).subList(1, arguments.length));
        FormatsReport report = run(root, plan);
        System.out.println(report.text());
        System.out.println("as JSON: " + write(root, report));
        if (!report.wrong().isEmpty()) {
            System.exit(1);
        }
    }

    static Path write(Path root, FormatsReport report) throws IOException {
        Path json = root.resolve("deploy/benchmark/target/formats.json");
        Files.writeString(
                json,
                new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValueAsString(report.json()));
        Files.writeString(json.resolveSibling("formats.md"), report.text());
        return json;
    }

    static FormatsReport run(Path root, Plan plan) throws IOException {
        try (FormatsStage stage = FormatsStage.set(root, plan)) {
            return stage.rounds();
        }
    }
}
