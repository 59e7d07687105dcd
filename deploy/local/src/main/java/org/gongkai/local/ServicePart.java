package org.gongkai.local;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.gongkai.embedded.Processes;

/** One of the three services, as its users have it: the packaged application, set by its environment. */
final class ServicePart implements Part {

    private static final Duration READY = Duration.ofSeconds(180);
    private static final Duration STOP = Duration.ofSeconds(15);
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();

    private final String name;
    private final Path application;
    private final List<String> heap;
    private final DataDirectory data;
    private final int port;
    private final Map<String, String> environment;
    private volatile Process process;

    /**
     * @param name intake, statistics or report
     * @param application {@code quarkus-run.jar}
     * @param heap how large it is: options of Java
     * @param environment its settings
     */
    ServicePart(
            String name,
            Path application,
            List<String> heap,
            DataDirectory data,
            int port,
            Map<String, String> environment) {
        this.name = name;
        this.application = application;
        this.heap = heap;
        this.data = data;
        this.port = port;
        this.environment = new HashMap<>(environment);
    }

    /** More settings, from its next start on. */
    void set(Map<String, String> settings) {
        environment.putAll(settings);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void start() {
        if (!Files.exists(application)) {
            throw new Sentence(application + " is missing; deploy/local/up builds it.");
        }
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(heap);
        command.addAll(List.of(
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=4",
                // One that has lost threads to it would go on as if nothing were amiss.
                "-XX:+ExitOnOutOfMemoryError",
                data.mark(),
                "-jar",
                application.toString()));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(data.log(name).toFile()));
        builder.environment().putAll(environment);
        builder.environment().put("QUARKUS_HTTP_PORT", Integer.toString(port));
        builder.environment().put("QUARKUS_HTTP_HOST", "127.0.0.1");
        try {
            process = builder.start();
        } catch (IOException e) {
            throw new Sentence("Cannot start " + name + ": " + e.getMessage());
        }
    }

    /** Waits until its own readiness says so. */
    void awaitReady() {
        Process process = this.process;
        long deadline = System.nanoTime() + READY.toNanos();
        while (System.nanoTime() < deadline) {
            if (isReady()) {
                return;
            }
            try {
                if (process.waitFor(100, TimeUnit.MILLISECONDS)) {
                    break;
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                break;
            }
        }
        throw new Sentence(name
                + (process.isAlive()
                        ? " was not ready within " + READY.toSeconds() + " s"
                        : " ended with code " + process.exitValue())
                + "; see " + data.log(name) + ".");
    }

    boolean isReady() {
        try {
            return HTTP.send(
                                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/q/health/ready"))
                                            .timeout(Duration.ofSeconds(5))
                                            .build(),
                                    HttpResponse.BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public boolean isAlive() {
        return process != null && process.isAlive();
    }

    @Override
    public long pid() {
        return process == null ? 0 : process.pid();
    }

    @Override
    public void stop() {
        if (process != null) {
            Processes.end("TERM", process.pid(), STOP);
            process = null;
        }
    }
}
