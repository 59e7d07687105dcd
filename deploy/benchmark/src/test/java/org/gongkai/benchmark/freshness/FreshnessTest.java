package org.gongkai.benchmark.freshness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is measured, where it is measured and what is left out; against a server of plain answers. */
class FreshnessTest {

    private static final Recorder BODY = new Recorder("F-1", "token");
    private static final Recorder OTHER = new Recorder("F-2", "token");

    private final HttpClient http = HttpClient.newHttpClient();
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newCachedThreadPool(work -> {
            Thread thread = new Thread(work);
            thread.setDaemon(true);
            return thread;
        }));
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void a_token_includes_another_where_each_lane_has_come_as_far_in_the_same_generation() {
        // the example of docs/contracts/position.md
        LanePositions token = LanePositions.of("1.5-ya.c-3k");

        assertEquals(1_234L, token.lanes().get(5));
        assertEquals(128L, token.lanes().get(12));
        assertTrue(token.includes(LanePositions.of("1.5-ya")));
        assertTrue(token.includes(LanePositions.of("1")));
        assertFalse(token.includes(LanePositions.of("1.5-yb")));
        assertFalse(token.includes(LanePositions.of("1.6-1")));
        assertFalse(token.includes(LanePositions.of("2.5-1")));
    }

    @Test
    void a_write_is_readable_with_the_first_event_that_includes_it() {
        List<Double> seconds = new ArrayList<>();
        Watched watched = new Watched(seconds::add);
        watched.seen(LanePositions.of("1.5-1"), 0);

        watched.acknowledged(LanePositions.of("1.5-3"), 1_000_000_000L);
        watched.seen(LanePositions.of("1.5-2"), 2_000_000_000L);
        assertEquals(List.of(), seconds);
        assertEquals(1, watched.missing());
        watched.seen(LanePositions.of("1.5-4"), 4_000_000_000L);

        assertEquals(List.of(3.0), seconds);
        assertEquals(0, watched.missing());
    }

    @Test
    void a_write_whose_event_came_before_its_answer_took_no_time() {
        List<Double> seconds = new ArrayList<>();
        Watched watched = new Watched(seconds::add);
        watched.seen(LanePositions.of("1.5-3"), 1_000_000_000L);

        watched.acknowledged(LanePositions.of("1.5-3"), 2_000_000_000L);

        assertEquals(List.of(0.0), seconds);
    }

    @Test
    void an_event_counts_when_its_end_came_and_a_heartbeat_is_none() {
        List<String> ids = new ArrayList<>();
        EventLines lines = new EventLines(ids::add);

        List.of("event: snapshot", "id: 1.5-1", "data: {").forEach(lines::onNext);
        assertEquals(List.of(), ids);
        List.of("data: }", "", ": heartbeat", "", "id:1.5-2", "event: change", "")
                .forEach(lines::onNext);

        assertEquals(List.of("1.5-1", "1.5-2"), ids);
    }

    @Test
    void streams_are_left_out_where_the_service_answers_404_and_any_other_refusal_is_a_failure() {
        assertFalse(Streams.exist(http, address(), BODY));

        answer("/counts/stream", 403, "forbidden");
        assertThrows(IllegalStateException.class, () -> Streams.exist(http, address(), BODY));
    }

    @Test
    void posts_statements_and_events_are_measured_and_what_failed_is_told() {
        server.createContext("/counts/stream", exchange -> {
            exchange.getResponseHeaders().add("Content-Type", "text/event-stream");
            exchange.sendResponseHeaders(200, 0);
            // never closed: it ends with the server
            OutputStream events = exchange.getResponseBody();
            events.write("event: snapshot\nid: 1.5-9\ndata: {}\n\n".getBytes(StandardCharsets.UTF_8));
            events.flush();
        });
        server.createContext("/applications", exchange -> {
            byte[] sent = exchange.getRequestBody().readAllBytes();
            boolean refused = new String(sent, StandardCharsets.UTF_8).contains("F-2");
            exchange.getResponseHeaders().add("Gongkai-Position", "1.5-7");
            exchange.sendResponseHeaders(refused ? 409 : 201, -1);
            exchange.close();
        });
        answer("/statements/", 200, "{}");
        assertTrue(Streams.exist(http, address(), BODY));
        Streams streams = new Streams();
        streams.open(http, address(), List.of(BODY));

        FreshnessRow row =
                new Load(http, address(), address(), List.of(BODY, OTHER), 1, streams).run(20, Duration.ofSeconds(1));
        streams.close();

        assertEquals(10, row.posts().size());
        assertEquals(10, row.failed());
        assertEquals(10, row.reads().size());
        assertEquals(10, row.streamed().size());
        assertEquals(0, row.unread() + row.missed());
        assertTrue(FreshnessRow.table(List.of(row)).contains("| 20 | "), FreshnessRow.table(List.of(row)));
        assertEquals(
                10,
                FreshnessRow.json(List.of(row)).at("/0/eventMilliseconds/count").asInt());
    }

    private String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private void answer(String path, int status, String body) {
        server.createContext(path, exchange -> {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
    }
}
