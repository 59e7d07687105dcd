package org.gongkai.benchmark.receipt;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The statement of intake-service, as its database saw it, sent by pgbench: what is left when there is no service. */
final class PgBench implements Contender {

    private static final int MICROSECONDS = 2;

    private final Path directory;
    private final Map<String, String> environment;
    private int runs;

    /**
     * @param directory of the script {@code receipt.sql}, for logs too
     * @param environment where the database is, as libpq reads it
     */
    PgBench(Path directory, Map<String, String> environment) {
        this.directory = directory;
        this.environment = environment;
    }

    @Override
    public String name() {
        return "pgbench, the same statement";
    }

    @Override
    public Sample run(int connections, Duration time) {
        String prefix = "transactions-" + ++runs;
        Program.run(
                directory,
                environment,
                List.of(
                        "pgbench",
                        "-n",
                        "-M",
                        "prepared",
                        "-c",
                        Integer.toString(connections),
                        "-j",
                        Integer.toString(Math.min(2, connections)),
                        "-T",
                        Long.toString(time.toSeconds()),
                        "-f",
                        "receipt.sql",
                        "-l",
                        "--log-prefix=" + prefix));
        double[] milliseconds = milliseconds(prefix);
        return new Sample(
                milliseconds.length / (double) time.toSeconds(),
                Sample.quantile(milliseconds, 0.5),
                Sample.quantile(milliseconds, 0.99),
                0);
    }

    private double[] milliseconds(String prefix) {
        List<Double> all = new ArrayList<>();
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.filter(each -> each.getFileName().toString().startsWith(prefix + "."))
                    .toList()) {
                try (Stream<String> lines = Files.lines(file)) {
                    lines.forEach(line -> all.add(Double.parseDouble(line.split(" ")[MICROSECONDS]) / 1_000));
                }
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new IllegalStateException("pgbench left no log that can be read", e);
        }
        return all.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
