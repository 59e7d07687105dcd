package org.gongkai.statistics.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.RestAssured;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Flow;
import org.awaitility.Awaitility;

/** A listener of {@code GET /counts/stream} that keeps everything it is told. */
public final class EventStream implements Flow.Subscriber<String>, AutoCloseable {

    private static final Duration LONG = Duration.ofSeconds(60);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(LONG)
            .build();

    private final List<Event> events = new CopyOnWriteArrayList<>();
    private final CompletableFuture<Integer> status = new CompletableFuture<>();
    private volatile HttpResponse.ResponseInfo info;
    private volatile Flow.Subscription subscription;
    private volatile int comments;
    private volatile boolean ended;
    private volatile long endedAt;
    private String name;
    private String id;
    private StringBuilder data = new StringBuilder();

    /**
     * One event.
     *
     * @param at when it came, in nanoseconds
     */
    public record Event(String name, String id, String data, long at) {

        /** Its data. */
        public JsonNode json() {
            try {
                return JSON.readTree(data);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** What a figure is now; null where the event does not name it. */
        public JsonNode figure(String path) {
            for (JsonNode change : json().path("changes")) {
                if (change.path("figure").asText().equals(path)) {
                    return change.get("n");
                }
            }
            return null;
        }
    }

    private boolean closed;

    private EventStream() {}

    /** Listens as somebody; the query without its question mark. */
    public static EventStream open(String token, String query, Map<String, String> headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + RestAssured.port + "/counts/stream?" + query));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        headers.forEach(request::header);
        EventStream stream = new EventStream();
        HTTP.sendAsync(request.build(), answer -> {
                    stream.info = answer;
                    stream.status.complete(answer.statusCode());
                    return HttpResponse.BodySubscribers.fromLineSubscriber(stream);
                })
                .whenComplete((answer, failure) -> {
                    if (failure != null) {
                        stream.status.completeExceptionally(failure);
                    }
                });
        return stream;
    }

    /** Listens as one who sees everything. */
    public static EventStream open(String query) {
        return open(Callers.token("admin", "*"), query, Map.of());
    }

    /** What the call was answered with. */
    public int status() {
        return status.orTimeout(LONG.toSeconds(), java.util.concurrent.TimeUnit.SECONDS)
                .join();
    }

    /** A header of the answer. */
    public String header(String header) {
        status();
        return info.headers().firstValue(header).orElse(null);
    }

    /** Everything told so far. */
    public List<Event> events() {
        return events;
    }

    /** The first event, once it is there. */
    public Event first() {
        return event(0);
    }

    /** An event by its number from 0, once it is there. */
    public Event event(int number) {
        Awaitility.await().atMost(LONG).pollInterval(Duration.ofMillis(5)).until(() -> events.size() > number);
        return events.get(number);
    }

    /** The first event that says what a figure is. */
    public Event saying(String figure, String n) {
        return Awaitility.await()
                .atMost(LONG)
                .pollInterval(Duration.ofMillis(5))
                .until(
                        () -> events.stream()
                                .filter(event -> event.figure(figure) != null
                                        && event.figure(figure).asText().equals(n))
                                .findFirst()
                                .orElse(null),
                        event -> event != null);
    }

    /** How many comments came. */
    public int comments() {
        return comments;
    }

    /** Whether the other end has ended it. */
    public boolean isEnded() {
        return ended;
    }

    /** When it did, in nanoseconds. */
    public long endedAt() {
        return endedAt;
    }

    @Override
    public synchronized void onSubscribe(Flow.Subscription lines) {
        subscription = lines;
        if (closed) {
            lines.cancel();
        } else {
            lines.request(Long.MAX_VALUE);
        }
    }

    @Override
    public void onNext(String line) {
        if (line.startsWith(":")) {
            comments++;
        } else if (line.startsWith("event:")) {
            name = line.substring("event:".length()).strip();
        } else if (line.startsWith("id:")) {
            id = line.substring("id:".length()).strip();
        } else if (line.startsWith("data:")) {
            data.append(line.substring("data:".length()));
        } else if (line.isEmpty() && data.length() > 0) {
            events.add(new Event(name, id, data.toString(), System.nanoTime()));
            name = null;
            data = new StringBuilder();
        } else if (!line.isEmpty()) {
            // No stream: a problem document.
            events.add(new Event("problem", null, line, System.nanoTime()));
        }
    }

    @Override
    public void onError(Throwable failure) {
        end();
    }

    @Override
    public void onComplete() {
        end();
    }

    private void end() {
        endedAt = System.nanoTime();
        ended = true;
    }

    /** Hangs up, also where the answer has only begun. */
    @Override
    public synchronized void close() {
        closed = true;
        if (subscription != null) {
            subscription.cancel();
        }
    }
}
