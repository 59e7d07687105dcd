package org.gongkai.benchmark.freshness;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** A connection of {@code GET /counts/stream} for each of the first bodies. */
final class Streams {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final long LOOK_MILLIS = 20;

    private final List<Watched> watched = new ArrayList<>();
    private final List<CompletableFuture<?>> connections = new ArrayList<>();
    private final ConcurrentLinkedQueue<Double> seconds = new ConcurrentLinkedQueue<>();

    /** Whether the service has streams: false where it answers 404; any other refusal is a failure. */
    static boolean exist(HttpClient http, String statistics, Recorder recorder) {
        try {
            HttpResponse<InputStream> response =
                    http.send(request(statistics, recorder), HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream body = response.body()) {
                if (response.statusCode() == 200 || response.statusCode() == 404) {
                    return response.statusCode() == 200;
                }
                throw new IllegalStateException("GET /counts/stream is answered with " + response.statusCode() + ": "
                        + new String(body.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Opens all and returns when each has brought its snapshot. */
    void open(HttpClient http, String statistics, List<Recorder> recorders) {
        for (Recorder recorder : recorders) {
            Watched one = new Watched(seconds::add);
            watched.add(one);
            connections.add(http.sendAsync(
                    request(statistics, recorder),
                    HttpResponse.BodyHandlers.fromLineSubscriber(
                            new EventLines(id -> one.seen(LanePositions.of(id), System.nanoTime())))));
        }
        if (!await(() -> watched.stream().allMatch(Watched::isOpen))) {
            throw new IllegalStateException("a stream of counts brought no snapshot within " + PATIENCE);
        }
    }

    private static HttpRequest request(String statistics, Recorder recorder) {
        return HttpRequest.newBuilder(URI.create(
                        statistics + "/counts/stream?organisation=" + recorder.code() + "&year=" + Freshness.YEAR))
                .header("Authorization", "Bearer " + recorder.token())
                .header("Accept", "text/event-stream")
                .build();
    }

    /** The stream of a body; null where it has none. */
    Watched of(int body) {
        return body < watched.size() ? watched.get(body) : null;
    }

    /** Takes the seconds noted since it was last asked, after waiting for what is missing. */
    List<Double> take() {
        await(() -> missing() == 0);
        List<Double> taken = new ArrayList<>();
        for (Double each = seconds.poll(); each != null; each = seconds.poll()) {
            taken.add(each);
        }
        return taken;
    }

    /** How many writes no stream has brought; they are not waited for again. */
    int forgetMissing() {
        int missing = missing();
        watched.forEach(Watched::forget);
        return missing;
    }

    private int missing() {
        return watched.stream().mapToInt(Watched::missing).sum();
    }

    private static boolean await(BooleanSupplier condition) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            try {
                TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
        return true;
    }

    void close() {
        connections.forEach(each -> each.cancel(true));
    }
}
