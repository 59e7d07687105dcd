package org.gongkai.acceptance;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.gongkai.acceptance.RunningSystem.Answer;
import org.gongkai.local.LocalSystem;

/** Calls that replay a fact, for a caller that waits and for one whose answer may never come. */
final class Replays {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final String path;
    private final String token;

    Replays(LocalSystem system) {
        this.path = system.statistics() + "/unreadable-facts/";
        this.token = system.tokens().token("admin", "*");
    }

    /** Waits for the answer. */
    Answer replay(String id) {
        return RunningSystem.call("POST", path + id + "/replay", token, "");
    }

    /** Does not wait. */
    CompletableFuture<HttpResponse<String>> send(String id) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(path + id + "/replay"))
                .header("Authorization", "Bearer " + token)
                .POST(HttpRequest.BodyPublishers.noBody())
                .build();
        return HTTP.sendAsync(request, HttpResponse.BodyHandlers.ofString());
    }

    /** Waits until it is known whether there is an answer; one there is must be 200. */
    static boolean isAnswered(CompletableFuture<HttpResponse<String>> call) {
        HttpResponse<String> answer = call.orTimeout(30, TimeUnit.SECONDS)
                .handle((given, failure) -> given)
                .join();
        assertTrue(answer == null || answer.statusCode() == 200, () -> answer.statusCode() + " " + answer.body());
        return answer != null;
    }
}
