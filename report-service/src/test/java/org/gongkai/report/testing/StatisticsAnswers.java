package org.gongkai.report.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.gongkai.report.report.ReportFixtures;
import org.gongkai.report.statement.StatementFixtures;
import org.gongkai.report.statement.WholeStatement;

/**
 * Answers of statistics-service that the real one gives only in trouble, so that what becomes of them can be seen; where
 * all is well the real one runs, in deploy/acceptance. The organisation asked for says which answer.
 */
public class StatisticsAnswers implements QuarkusTestResourceLifecycleManager {

    private static final Map<String, AtomicInteger> CALLS = new ConcurrentHashMap<>();

    HttpServer server;
    private ExecutorService threads;

    @Override
    public Map<String, String> start() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        threads = Executors.newFixedThreadPool(2);
        server.setExecutor(threads);
        server.createContext("/statements", StatisticsAnswers::answer);
        server.createContext("/organisations", StatisticsAnswers::reach);
        server.createContext("/calls", StatisticsAnswers::calls);
        server.start();
        return Map.of(
                "quarkus.rest-client.statistics.url",
                "http://127.0.0.1:" + server.getAddress().getPort());
    }

    @Override
    public void stop() {
        server.stop(0);
        threads.shutdownNow();
    }

    private static void answer(HttpExchange exchange) throws IOException {
        String[] path = exchange.getRequestURI().getPath().split("/");
        String organisation = path[2];
        String key = String.join("/", List.of(path).subList(2, path.length));
        if (exchange.getRequestMethod().equals("PUT")) {
            Told.keep(key, exchange.getRequestBody());
            send(exchange, 201, "{}");
            return;
        }
        if (exchange.getRequestMethod().equals("DELETE")) {
            Told.forget(key);
            send(exchange, 200, "{}");
            return;
        }
        if (key.endsWith("/facts") && organisation.equals("SILENT-FACTS")) {
            // never answered, and no thread waits with it
            return;
        }
        CALLS.computeIfAbsent(organisation, none -> new AtomicInteger()).incrementAndGet();
        JsonNode told = Told.find(key, exchange.getRequestURI().getQuery());
        if (told != null) {
            send(exchange, told.isEmpty() ? 409 : 200, told.toString());
            return;
        }
        ObjectNode statement = StatementFixtures.qingyangJson().put("organisation", organisation);
        switch (organisation) {
            case "HOLES":
                statement.withObject("/disputes/REVIEW").remove("PENDING");
                break;
            case "OWN-HOLES":
                statement = WholeStatement.of(statement);
                ((ObjectNode) statement.at("/own/disputes/REVIEW")).remove("PENDING");
                break;
            case "NO-MONTHS":
                statement = WholeStatement.of(statement).putNull("months");
                break;
            case "STARTING":
                if (CALLS.get(organisation).get() == 1) {
                    send(exchange, 503, "{}");
                    return;
                }
                break;
            case "EVERY-CELL-ANOTHER":
                statement = ReportFixtures.everyCellAnotherJson().put("organisation", organisation);
                break;
            case "RARE":
                statement.put("name", "𬭎䶮县");
                break;
            case "UNPRINTABLE":
                statement.put("name", "𠔻县");
                break;
            case "NO-JSON":
                send(exchange, 200, "<html>");
                return;
            case "BEHIND":
                exchange.getResponseHeaders().set("Retry-After", "7");
                send(exchange, 503, "{\"type\":\"urn:gongkai:problem:position-not-reached\"}");
                return;
            default:
                if (organisation.startsWith("STATUS-")) {
                    send(exchange, Integer.parseInt(organisation.substring("STATUS-".length())), "{}");
                    return;
                }
        }
        send(exchange, 200, WholeStatement.of(statement).toString());
    }

    /** How often a statement of the organisation was asked for. */
    private static void calls(HttpExchange exchange) throws IOException {
        String organisation = exchange.getRequestURI().getPath().split("/")[2];
        AtomicInteger calls = CALLS.getOrDefault(organisation, new AtomicInteger());
        send(exchange, 200, calls.toString());
    }

    private static void reach(HttpExchange exchange) throws IOException {
        if (exchange.getRequestURI().getPath().equals("/organisations")) {
            send(
                    exchange,
                    200,
                    Told.organisations(exchange.getRequestURI().getQuery()).toString());
            return;
        }
        String organisation = exchange.getRequestURI().getPath().split("/")[2];
        boolean refused = organisation.startsWith("STATUS-");
        send(exchange, refused ? Integer.parseInt(organisation.substring("STATUS-".length())) : 200, "{}");
    }

    private static void send(HttpExchange exchange, int status, String text) throws IOException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
