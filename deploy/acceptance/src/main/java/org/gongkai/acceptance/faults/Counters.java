package org.gongkai.acceptance.faults;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/**
 * What a replica of statistics-service has dropped and what was fenced. Its own counters begin at 0 with each start of the
 * process, so they are read before each kill: what comes between reading and kill is not seen, and the sums are lower bounds.
 */
final class Counters {

    private static final String REPEATS = "gongkai_facts_repeats_total";
    private static final String FENCED = "gongkai_batches_fenced_total";
    private static final String TAKEN = "gongkai_partitions_taken_total";
    /** One that sleeps does not answer. */
    private static final Duration SHORT = Duration.ofMillis(500);

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI metrics;
    private long repeats;
    private long fenced;
    private long repeatsOfProcess;
    private long fencedOfProcess;

    Counters(String statistics) throws IOException, InterruptedException {
        this.metrics = URI.create(statistics + "/q/metrics");
        keep();
        // What was before the trial does not count.
        this.repeats = -repeatsOfProcess;
        this.fenced = -fencedOfProcess;
    }

    /** Notes how far the counters of the process are. */
    void keep() throws IOException, InterruptedException {
        String text = metrics(Duration.ofSeconds(10));
        repeatsOfProcess = value(text, REPEATS);
        fencedOfProcess = value(text, FENCED);
    }

    /** How many partitions the group gave to the process since its start; null where it does not answer. */
    Long partitionsTaken() throws InterruptedException {
        try {
            return value(metrics(SHORT), TAKEN);
        } catch (IOException | IllegalStateException notNow) {
            return null;
        }
    }

    private String metrics(Duration patience) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(metrics).timeout(patience).build();
        return http.send(request, HttpResponse.BodyHandlers.ofString()).body();
    }

    /** The process is gone; the next begins at 0. */
    void forget() {
        repeats += repeatsOfProcess;
        fenced += fencedOfProcess;
        repeatsOfProcess = 0;
        fencedOfProcess = 0;
    }

    long repeats() {
        return repeats + repeatsOfProcess;
    }

    long fenced() {
        return fenced + fencedOfProcess;
    }

    private static long value(String text, String metric) {
        return text.lines()
                .filter(line -> line.startsWith(metric))
                .mapToLong(line -> (long) Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(metric + " is not among the metrics"));
    }
}
