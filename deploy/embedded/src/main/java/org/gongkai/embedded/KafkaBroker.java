package org.gongkai.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A Kafka broker in a JVM of its own on 127.0.0.1, ended with the process that started it. */
public final class KafkaBroker implements AutoCloseable {

    private static final Duration START = Duration.ofSeconds(60);
    private static final Duration STOP = Duration.ofSeconds(20);

    private final Process process;
    private final int port;

    private KafkaBroker(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /**
     * Starts a broker and waits until it takes connections.
     *
     * @param directory where topics are kept; made where it is missing
     * @param port the port, or 0 for a free one
     * @param log where its output goes, appended
     */
    public static KafkaBroker start(Path directory, int port, Path log) {
        int chosen = port == 0 ? FreePort.find() : port;
        try {
            Files.createDirectories(directory);
            long from = Files.exists(log) ? Files.size(log) : 0;
            Process process = new ProcessBuilder(command(directory, chosen))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
            awaitReady(process, log, from);
            return new KafkaBroker(process, chosen);
        } catch (IOException e) {
            throw new UncheckedIOException("Kafka does not start on " + directory, e);
        }
    }

    /** {@code host:port} for clients. */
    public String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    /** Its process, to watch or to kill. */
    public Process process() {
        return process;
    }

    /** Orderly shutdown; topics are kept. */
    @Override
    public void close() {
        Processes.end("TERM", process.pid(), STOP);
    }

    private static List<String> command(Path directory, int port) {
        // Surefire hides the real class path behind a manifest and tells it by this property.
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-cp",
                classPath,
                KafkaServer.class.getName(),
                directory.toAbsolutePath().toString(),
                Integer.toString(port),
                Integer.toString(FreePort.find()),
                Long.toString(ProcessHandle.current().pid()));
    }

    private static void awaitReady(Process process, Path log, long from) throws IOException {
        long deadline = System.nanoTime() + START.toNanos();
        while (System.nanoTime() < deadline) {
            byte[] bytes = Files.readAllBytes(log);
            String output = new String(bytes, (int) from, (int) (bytes.length - from), StandardCharsets.UTF_8);
            if (output.contains(KafkaServer.READY)) {
                return;
            }
            if (!process.isAlive()) {
                throw new IOException("it ended with code " + process.exitValue() + ", see " + log);
            }
            try {
                process.waitFor(50, TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                break;
            }
        }
        process.destroyForcibly();
        throw new IOException("it was not ready within " + START.toSeconds() + " s, see " + log);
    }
}
