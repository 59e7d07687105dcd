package org.gongkai.acceptance.faults;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.gongkai.local.demo.Positions;

/** A department's system that sends the same again until it is answered. */
final class StubbornClient {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration GIVE_UP = Duration.ofMinutes(3);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();
    private final Positions positions = new Positions();
    private final AtomicLong repeated = new AtomicLong();
    private final AtomicLong inFlight = new AtomicLong();

    /** What its writes have reached together. */
    Positions positions() {
        return positions;
    }

    /** How often it had to send something again. */
    long repeated() {
        return repeated.get();
    }

    /** Calls sent and not answered at this moment. */
    long inFlight() {
        return inFlight.get();
    }

    /** Sends until 2xx; any refusal other than 5xx is a fault of the trial itself. */
    JsonNode call(String method, String url, String token, String body) {
        long deadline = System.nanoTime() + GIVE_UP.toNanos();
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url))
                .timeout(Duration.ofSeconds(10))
                .header("Authorization", "Bearer " + token);
        if (body == null) {
            request.method(method, HttpRequest.BodyPublishers.noBody());
        } else {
            request.header("Content-Type", "application/json")
                    .method(method, HttpRequest.BodyPublishers.ofString(body));
        }
        while (true) {
            String trouble;
            inFlight.incrementAndGet();
            try {
                HttpResponse<String> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
                if (answer.statusCode() / 100 == 2) {
                    answer.headers().firstValue("Gongkai-Position").ifPresent(positions::add);
                    return JSON.readTree(answer.body());
                }
                trouble = answer.statusCode() + " " + answer.body();
                if (answer.statusCode() < 500) {
                    throw new IllegalStateException(method + " " + url + " " + body + " → " + trouble);
                }
            } catch (IOException e) {
                trouble = e.toString();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            } finally {
                inFlight.decrementAndGet();
            }
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException(method + " " + url + " was not answered: " + trouble);
            }
            repeated.incrementAndGet();
            pause();
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(50);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
