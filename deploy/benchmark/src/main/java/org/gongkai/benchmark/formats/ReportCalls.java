package org.gongkai.benchmark.formats;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import org.gongkai.benchmark.MeasuredSystem;

/** Calls for one report, in any format, by as many threads as like to. */
final class ReportCalls {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int UNAVAILABLE = 503;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Map<Format, HttpRequest> requests = new EnumMap<>(Format.class);

    /** @param report organisation and year */
    ReportCalls(MeasuredSystem measured, String report) {
        for (Format format : Format.values()) {
            requests.put(
                    format,
                    measured.report("/reports/" + report + "." + format.suffix())
                            .timeout(PATIENCE)
                            .build());
        }
    }

    /** Asks for it, looks at what came, and forgets it. */
    Answer time(Format format) {
        long sent = System.nanoTime();
        HttpResponse<byte[]> response = send(requests.get(format));
        double seconds = (System.nanoTime() - sent) / 1e9;
        byte[] body = response.body();
        boolean refused = response.statusCode() == UNAVAILABLE
                && response.headers().firstValue("Retry-After").isPresent();
        String type = response.headers().firstValue("Content-Type").orElse("nothing");
        return new Answer(seconds, body.length, refused, format.complaint(response.statusCode(), type, body));
    }

    /** The report itself. */
    byte[] body(Format format) {
        return send(requests.get(format)).body();
    }

    private HttpResponse<byte[]> send(HttpRequest request) {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(request.uri().toString(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
