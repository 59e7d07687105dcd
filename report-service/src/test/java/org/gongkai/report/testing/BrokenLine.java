package org.gongkai.report.testing;

import com.sun.net.httpserver.HttpExchange;
import io.restassured.RestAssured;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.config.ConfigProvider;

/** {@link StatisticsAnswers} behind a TCP connection that a test breaks as networks and dying processes do. */
public class BrokenLine extends StatisticsAnswers {

    /** How the line is. */
    public enum State {
        WHOLE,
        /** Takes every question and brings no answer. */
        SILENT,
        /** Reset in the middle of an answer. */
        CUT,
        /** Nobody listens. */
        DOWN
    }

    private static final String DIRECT = "gongkai.test.statistics";
    /** Of an answer let through before the cut: head and some of the body. */
    private static final int BEFORE_CUT = 8_192;

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicInteger cuts = new AtomicInteger();
    private volatile State state = State.WHOLE;
    private volatile ServerSocket listening;
    private int port;

    @Override
    public Map<String, String> start() {
        Map<String, String> settings = new LinkedHashMap<>(super.start());
        try {
            listen();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        port = listening.getLocalPort();
        server.createContext("/line", this::told);
        settings.put(DIRECT, settings.get("quarkus.rest-client.statistics.url"));
        settings.put("quarkus.rest-client.statistics.url", "http://127.0.0.1:" + port);
        // shorter than in earnest: what does not come is waited for in vain
        settings.put("gongkai.statistics.patience", "4s");
        settings.put("gongkai.statistics.longest-call", "2s");
        settings.put("gongkai.statistics.pause", "100ms");
        return settings;
    }

    @Override
    public void stop() {
        hangUp();
        threads.shutdownNow();
        super.stop();
    }

    /** A test says how the line shall be. */
    public static void be(State state) {
        RestAssured.put(direct() + "/line/" + state).then().statusCode(200);
    }

    /** How many answers were cut. */
    public static int cuts() {
        return Integer.parseInt(RestAssured.get(direct() + "/line").asString());
    }

    private static String direct() {
        return ConfigProvider.getConfig().getValue(DIRECT, String.class);
    }

    private void told(HttpExchange exchange) throws IOException {
        if (exchange.getRequestMethod().equals("PUT")) {
            String path = exchange.getRequestURI().getPath();
            state = State.valueOf(path.substring(path.lastIndexOf('/') + 1));
            if (state == State.DOWN) {
                hangUp();
            } else if (listening.isClosed()) {
                listen();
            }
        }
        byte[] answer = cuts.toString().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, answer.length);
        exchange.getResponseBody().write(answer);
        exchange.close();
    }

    private void listen() throws IOException {
        ServerSocket socket = new ServerSocket();
        socket.setReuseAddress(true);
        socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        listening = socket;
        threads.execute(() -> accept(socket));
    }

    private void hangUp() {
        close(listening);
        open.forEach(BrokenLine::close);
    }

    private void accept(ServerSocket socket) {
        try {
            while (true) {
                Socket caller = socket.accept();
                Socket statistics = new Socket(
                        InetAddress.getLoopbackAddress(), server.getAddress().getPort());
                open.add(caller);
                open.add(statistics);
                threads.execute(() -> questions(caller, statistics));
                threads.execute(() -> answers(statistics, caller));
            }
        } catch (IOException e) {
            // closed: the line is down
        }
    }

    private void questions(Socket caller, Socket statistics) {
        try (caller;
                statistics) {
            caller.getInputStream().transferTo(statistics.getOutputStream());
        } catch (IOException e) {
            // the other side hung up
        }
    }

    private void answers(Socket statistics, Socket caller) {
        try (caller;
                statistics) {
            InputStream in = statistics.getInputStream();
            OutputStream out = caller.getOutputStream();
            byte[] buffer = new byte[BEFORE_CUT / 4];
            int through = 0;
            for (int n = in.read(buffer); n > 0; n = in.read(buffer)) {
                if (state == State.CUT && through + n > BEFORE_CUT) {
                    caller.setSoLinger(true, 0);
                    caller.close();
                    cuts.incrementAndGet();
                    return;
                }
                if (state != State.SILENT) {
                    out.write(buffer, 0, n);
                    through = state == State.CUT ? through + n : 0;
                }
            }
        } catch (IOException e) {
            // the other side hung up
        }
    }

    private static void close(AutoCloseable one) {
        try {
            one.close();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
