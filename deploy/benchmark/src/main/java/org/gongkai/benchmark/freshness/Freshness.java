package org.gongkai.benchmark.freshness;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.gongkai.benchmark.MeasuredSystem;
import org.gongkai.local.LocalSystem;

/** {@code deploy/benchmark/freshness [SECONDS]}: the whole system at 1, 100 and 500 posts a second. */
public final class Freshness {

    /** Of receipt. */
    static final int YEAR = 2026;

    private static final int[] RATES = {1, 100, 500};
    private static final int BODIES = 500;
    private static final int WATCHED = 100;
    private static final int USUAL_SECONDS = 60;
    private static final int WARMING_RATE = 200;

    private Freshness() {}

    /** Arguments: the repository, seconds at each rate, posts a second. */
    public static void main(String[] arguments) throws IOException {
        Path root = Path.of(arguments[0]).toAbsolutePath().normalize();
        Duration time = Duration.ofSeconds(arguments.length > 1 ? Integer.parseInt(arguments[1]) : USUAL_SECONDS);
        int[] rates = arguments.length > 2
                ? Arrays.stream(arguments).skip(2).mapToInt(Integer::parseInt).toArray()
                : RATES;
        List<FreshnessRow> rows = run(root, time, rates);
        String text = FreshnessRow.table(rows);
        System.out.println(text);
        Path json = root.resolve("deploy/benchmark/target/freshness.json");
        Files.writeString(
                json,
                new ObjectMapper()
                        .enable(SerializationFeature.INDENT_OUTPUT)
                        .writeValueAsString(FreshnessRow.json(rows)));
        Files.writeString(json.resolveSibling("freshness.md"), text);
        System.out.println("as JSON: " + json);
        // the client's threads of open streams would keep the process
        System.exit(0);
    }

    private static List<FreshnessRow> run(Path root, Duration time, int[] rates) throws IOException {
        Path directory = root.resolve("deploy/benchmark/target/freshness");
        Files.createDirectories(directory);
        List<String> codes = IntStream.range(0, BODIES)
                .mapToObj(body -> String.format("FRESH-%03d", body))
                .toList();
        try (MeasuredSystem measured = MeasuredSystem.start(root, directory, codes, System.out::println)) {
            LocalSystem system = measured.system();
            List<Recorder> recorders = codes.stream()
                    .map(code -> new Recorder(code, system.tokens().token("recorder", code)))
                    .toList();
            HttpClient http =
                    HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
            Streams streams = null;
            if (Streams.exist(http, system.statistics(), recorders.get(0))) {
                streams = new Streams();
                streams.open(http, system.statistics(), recorders.subList(0, WATCHED));
            } else {
                System.out.println(
                        "GET /counts/stream is answered with 404: this service has no stream of counts, so only"
                                + " statements are measured.");
            }
            try {
                return rates(
                        new Load(http, system.intake(), system.statistics(), recorders, WATCHED, streams), time, rates);
            } finally {
                if (streams != null) {
                    streams.close();
                }
            }
        }
    }

    private static List<FreshnessRow> rates(Load load, Duration time, int[] rates) {
        // a service that fills two cores is compiled by the same two
        load.run(WARMING_RATE, time);
        List<FreshnessRow> rows = new ArrayList<>();
        for (int rate : rates) {
            rows.add(load.run(rate, time));
            System.out.printf("%d posts/s are measured%n", rate);
        }
        return rows;
    }
}
