package org.gongkai.acceptance.faults;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/**
 * How many deliveries statistics-service dropped because they were counted already. Its own counter begins at 0 with each
 * start of the process, so it is read before each kill: what comes between reading and kill is not seen, and the sum is a
 * lower bound.
 */
final class Repeats {

    private static final String METRIC = "gongkai_facts_repeats_total";

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI metrics;
    private final long before;
    private long dropped;

    Repeats(String statistics) throws IOException, InterruptedException {
        this.metrics = URI.create(statistics + "/q/metrics");
        this.before = read();
    }

    /** Adds what the process, which is about to end, has counted. */
    void add() throws IOException, InterruptedException {
        dropped += read();
    }

    /** At least so many since the beginning. */
    long dropped() {
        return dropped - before;
    }

    private long read() throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(metrics).timeout(Duration.ofSeconds(10)).build();
        String text = http.send(request, HttpResponse.BodyHandlers.ofString()).body();
        return text.lines()
                .filter(line -> line.startsWith(METRIC))
                .mapToLong(line -> (long) Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalStateException(METRIC + " is not among the metrics of statistics-service"));
    }
}
