package org.gongkai.benchmark.receipt;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** {@code deploy/benchmark/receipts [SECONDS]}: rounds of all contenders in turn at 1, 16 and 64 connections. */
public final class Receipts {

    private static final int[] CONNECTIONS = {1, 16, 64};
    private static final int ROUNDS = 3;
    private static final int USUAL_SECONDS = 15;
    /** Times the length of a measurement: a service that fills two cores is compiled by the same two, and needs two minutes. */
    private static final int WARMING = 8;

    private static final int WARMING_CONNECTIONS = 16;

    private Receipts() {}

    /** Arguments: the repository, seconds of each measurement. */
    public static void main(String[] arguments) throws IOException {
        Path root = Path.of(arguments[0]);
        Duration time = Duration.ofSeconds(arguments.length > 1 ? Integer.parseInt(arguments[1]) : USUAL_SECONDS);
        Map<Integer, Map<String, Sample>> table = new LinkedHashMap<>();
        try (Stage stage = Stage.set(root)) {
            List<Contender> contenders = stage.contenders();
            for (Contender contender : contenders) {
                contender.run(WARMING_CONNECTIONS, time.multipliedBy(WARMING));
            }
            for (int connections : CONNECTIONS) {
                table.put(connections, rounds(contenders, connections, time));
            }
            stage.requireAllKept();
        }
        String report = report(table);
        System.out.println(report);
        Files.writeString(root.resolve("deploy/benchmark/target/receipts.md"), report);
    }

    private static Map<String, Sample> rounds(List<Contender> contenders, int connections, Duration time) {
        Map<String, List<Sample>> samples = new LinkedHashMap<>();
        for (int round = 0; round < ROUNDS; round++) {
            for (Contender contender : contenders) {
                Sample sample = contender.run(connections, time);
                System.out.printf(
                        Locale.ROOT,
                        "%2d connections, round %d, %s: %.0f/s%n",
                        connections,
                        round + 1,
                        contender.name(),
                        sample.perSecond());
                samples.computeIfAbsent(contender.name(), any -> new ArrayList<>())
                        .add(sample);
            }
        }
        Map<String, Sample> medians = new LinkedHashMap<>();
        samples.forEach((name, rounds) -> medians.put(name, Sample.median(rounds)));
        return medians;
    }

    private static String report(Map<Integer, Map<String, Sample>> table) {
        StringBuilder text = new StringBuilder(
                        "| connections | contender | applications/s | p50 ms | p99 ms | failed | intake-service is |\n")
                .append("|---|---|---|---|---|---|---|\n");
        table.forEach((connections, medians) -> {
            double own = medians.get(Stage.OWN).perSecond();
            medians.forEach((name, sample) -> text.append(String.format(
                    Locale.ROOT,
                    "| %d | %s | %.0f | %.2f | %.2f | %d | %.2f of it |%n",
                    connections,
                    name,
                    sample.perSecond(),
                    sample.p50(),
                    sample.p99(),
                    sample.failed(),
                    own / sample.perSecond())));
        });
        return text.toString();
    }
}
