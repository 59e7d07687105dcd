package org.gongkai.benchmark.drain;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A peer in a JVM of its own, with the options that the services have. */
final class PeerProcess {

    /** As {@code deploy/local} starts a service. */
    static final List<String> OPTIONS = List.of("-Xmx768m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=4");

    /** For its start and its end. */
    private static final Duration BESIDE = Duration.ofMinutes(2);

    private PeerProcess() {}

    static Reading run(Peer peer, Assignment assignment) {
        Path output = Path.of(assignment.directory()).resolve(peer.word() + ".out");
        try {
            Files.createDirectories(output.getParent());
            Process process = new ProcessBuilder(command(peer, assignment))
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            if (!process.waitFor(assignment.most().plus(BESIDE).toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
                throw new IllegalStateException(peer.label() + " did not end; see " + output);
            }
            if (process.exitValue() != 0) {
                throw new IllegalStateException(
                        peer.label() + " ended with code " + process.exitValue() + "; see " + output);
            }
            return Reading.of(Files.readString(output, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new IllegalStateException(peer.label() + " cannot be run: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static List<String> command(Peer peer, Assignment assignment) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(OPTIONS);
        command.add("-Dorg.slf4j.simpleLogger.defaultLogLevel=warn");
        command.add("-cp");
        // Surefire hides the real class path behind a manifest and tells it by this property.
        command.add(System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
        command.add(PeerProgram.class.getName());
        command.add(peer.name());
        command.addAll(assignment.arguments());
        return command;
    }
}
