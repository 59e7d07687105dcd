package org.gongkai.benchmark.freshness;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Applications posted on a schedule that waits for no answer, so that a slow answer slows nothing down; every second one for
 * a body whose stream is watched. Of some, a statement is asked for as soon as the answer is there.
 */
final class Load {

    /** Statements asked for in a second at most, so that readers do not become the load. */
    private static final int MOST_READS_A_SECOND = 50;

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final HttpClient http;
    private final String intake;
    private final String statistics;
    private final List<Recorder> recorders;
    private final int watched;
    private final Streams streams;
    private final AtomicLong numbers = new AtomicLong();

    /**
     * @param watched how many of the first bodies have a stream, or would have one
     * @param streams null where the service has none
     */
    Load(HttpClient http, String intake, String statistics, List<Recorder> recorders, int watched, Streams streams) {
        this.http = http;
        this.intake = intake;
        this.statistics = statistics;
        this.recorders = recorders;
        this.watched = watched;
        this.streams = streams;
    }

    /** Posts at a rate for some time and waits for every answer. */
    FreshnessRow run(int perSecond, Duration time) {
        Run run = new Run();
        long posts = perSecond * time.toSeconds();
        int every = Math.max(1, perSecond / MOST_READS_A_SECOND);
        long began = System.nanoTime();
        for (long i = 0; i < posts; i++) {
            sleepUntil(began + i * TimeUnit.SECONDS.toNanos(1) / perSecond);
            post(run, body(i), i % every == 0);
        }
        run.awaitAll();
        return new FreshnessRow(
                perSecond,
                run.posts.size() / ((run.lastAnswer.get() - began) / 1e9),
                run.failed.get(),
                List.copyOf(run.posts),
                List.copyOf(run.reads),
                run.unread.get(),
                streams == null ? null : streams.take(),
                streams == null ? 0 : streams.forgetMissing());
    }

    /** What comes of one rate. */
    private static final class Run {
        private final ConcurrentLinkedQueue<Double> posts = new ConcurrentLinkedQueue<>();
        private final ConcurrentLinkedQueue<Double> reads = new ConcurrentLinkedQueue<>();
        private final ConcurrentLinkedQueue<CompletableFuture<?>> open = new ConcurrentLinkedQueue<>();
        private final AtomicInteger failed = new AtomicInteger();
        private final AtomicInteger unread = new AtomicInteger();
        private final AtomicLong lastAnswer = new AtomicLong();

        private void awaitAll() {
            for (CompletableFuture<?> each = open.poll(); each != null; each = open.poll()) {
                each.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
            }
        }
    }

    private int body(long post) {
        int half = (int) (post / 2 % recorders.size());
        return post % 2 == 0 ? half % watched : watched + half % (recorders.size() - watched);
    }

    private void post(Run run, int body, boolean read) {
        Recorder recorder = recorders.get(body);
        HttpRequest request = HttpRequest.newBuilder(URI.create(intake + "/applications"))
                .header("Authorization", "Bearer " + recorder.token())
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(application(recorder.code())))
                .build();
        long sent = System.nanoTime();
        run.open.add(http.sendAsync(request, HttpResponse.BodyHandlers.ofString())
                .thenCompose(response -> {
                    long answered = System.nanoTime();
                    if (response.statusCode() != 201) {
                        run.failed.incrementAndGet();
                        return CompletableFuture.completedFuture(null);
                    }
                    String token =
                            response.headers().firstValue("Gongkai-Position").orElseThrow();
                    run.lastAnswer.accumulateAndGet(answered, Math::max);
                    run.posts.add((answered - sent) / 1e9);
                    Watched stream = streams == null ? null : streams.of(body);
                    if (stream != null) {
                        stream.acknowledged(LanePositions.of(token), answered);
                    }
                    return read ? read(run, recorder, token, answered) : CompletableFuture.completedFuture(null);
                })
                .exceptionally(failure -> {
                    run.failed.incrementAndGet();
                    return null;
                }));
    }

    private CompletableFuture<Void> read(Run run, Recorder recorder, String token, long answered) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(
                        statistics + "/statements/" + recorder.code() + "/" + Freshness.YEAR + "?atLeast=" + token))
                .header("Authorization", "Bearer " + recorder.token())
                .build();
        return http.sendAsync(request, HttpResponse.BodyHandlers.discarding()).thenAccept(response -> {
            if (response.statusCode() == 200) {
                run.reads.add((System.nanoTime() - answered) / 1e9);
            } else {
                run.unread.incrementAndGet();
            }
        });
    }

    private String application(String code) {
        return """
                {"organisation": "%s", "caseNumber": "公开申〔%d〕%d号", "receivedOn": "%d-03-04", "channel": "ONLINE",
                 "applicant": {"type": "NATURAL_PERSON", "name": "演示", "contact": "demo@example.org"},
                 "informationSought": "部门预算和决算公开表及其说明"}""".formatted(code, Freshness.YEAR, numbers.incrementAndGet(), Freshness.YEAR);
    }

    private static void sleepUntil(long nanos) {
        long left = nanos - System.nanoTime();
        if (left > 0) {
            try {
                TimeUnit.NANOSECONDS.sleep(left);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }
}
