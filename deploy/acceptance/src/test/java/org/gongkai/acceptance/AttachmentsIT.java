package org.gongkai.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import java.util.stream.IntStream;
import org.gongkai.local.LocalSystem;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** More megabytes of files at once than the service has of memory (384 MB locally): none is ever whole in it. */
class AttachmentsIT {

    private static final int FILES = 24;
    private static final int BYTES = 20 << 20;
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private static LocalSystem system;
    private static String path;

    @BeforeAll
    static void a_case() {
        system = RunningSystem.get();
        RunningSystem.call(
                "PUT",
                system.intake() + "/organisations/FILES-1",
                system.tokens().token("admin", "*"),
                "{\"name\": \"演示\", \"level\": \"CITY\", \"kind\": \"DEPARTMENT\"}");
        RunningSystem.Answer made = RunningSystem.call(
                "POST",
                system.intake() + "/applications",
                system.tokens().token("recorder", "FILES-1"),
                "{\"organisation\": \"FILES-1\", \"caseNumber\": \"1\", \"receivedOn\": \"2021-03-04\","
                        + " \"channel\": \"ONLINE\", \"informationSought\": \"演示\","
                        + " \"applicant\": {\"type\": \"OTHER_ORG\", \"name\": \"演示\", \"contact\": \"演示\"}}");
        assertEquals(201, made.status(), () -> made.raw().body());
        path = "/applications/" + made.body().path("id").asText() + "/attachments";
    }

    private static HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(system.intake() + path))
                .header("Authorization", "Bearer " + system.tokens().token("recorder", "FILES-1"));
    }

    private static <T> List<HttpResponse<T>> atOnce(List<HttpRequest> requests, HttpResponse.BodyHandler<T> reading) {
        List<CompletableFuture<HttpResponse<T>>> answers = new ArrayList<>();
        requests.forEach(request -> answers.add(HTTP.sendAsync(request, reading)));
        return answers.stream().map(CompletableFuture::join).toList();
    }

    @Test
    void more_files_at_once_than_memory_holds_are_taken_and_given_back() throws Exception {
        byte[] file = new byte[BYTES];
        new Random(1).nextBytes(file);
        System.arraycopy("%PDF-1.7\n".getBytes(StandardCharsets.US_ASCII), 0, file, 0, 9);
        String sha256 =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file));

        List<HttpResponse<String>> made = atOnce(
                IntStream.range(0, FILES)
                        .mapToObj(n -> request(path + "?kind=REQUEST&name=" + n + ".pdf")
                                .header("Content-Type", "application/pdf")
                                .POST(HttpRequest.BodyPublishers.ofByteArray(file))
                                .build())
                        .toList(),
                HttpResponse.BodyHandlers.ofString());

        made.forEach(answer -> assertEquals(201, answer.statusCode(), answer.body()));
        made.forEach(answer -> assertTrue(answer.body().contains(sha256), answer.body()));
        List<HttpRequest> reading = new TreeSet<>(made.stream()
                        .map(answer -> URI.create(
                                        answer.headers().firstValue("Location").orElseThrow())
                                .getPath())
                        .toList())
                .stream().map(location -> request(location).build()).toList();
        assertEquals(FILES, reading.size());
        // what each comes to is all that is kept of it here
        atOnce(reading, digesting()).forEach(answer -> assertEquals(sha256, answer.body()));
    }

    private static HttpResponse.BodyHandler<String> digesting() {
        return answer -> HttpResponse.BodySubscribers.fromSubscriber(new Digesting(), Digesting::sha256);
    }

    /** The digest of a body as it comes. */
    private static final class Digesting implements Flow.Subscriber<List<ByteBuffer>> {

        private final MessageDigest digest;

        Digesting() {
            try {
                digest = MessageDigest.getInstance("SHA-256");
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public void onSubscribe(Flow.Subscription subscription) {
            subscription.request(Long.MAX_VALUE);
        }

        @Override
        public void onNext(List<ByteBuffer> parts) {
            parts.forEach(digest::update);
        }

        @Override
        public void onError(Throwable failure) {
            // the client tells it
        }

        @Override
        public void onComplete() {
            // asked for below
        }

        String sha256() {
            return HexFormat.of().formatHex(digest.digest());
        }
    }
}
