package org.gongkai.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Runs the scripts of {@code deploy/local} as a user would: a process, its environment, and a pipe for its output. */
final class Script {

    /** The scripts' own folder. */
    static final Path FOLDER = Path.of("").toAbsolutePath();

    private static final long PATIENCE_SECONDS = 120;

    private final Map<String, String> environment = new TreeMap<>();

    Script(Ports ports) {
        environment.put("JAVA_HOME", System.getProperty("java.home"));
        environment.put("GONGKAI_INTAKE_PORT", Integer.toString(ports.intake()));
        environment.put("GONGKAI_STATISTICS_PORT", Integer.toString(ports.statistics()));
        environment.put("GONGKAI_REPORT_PORT", Integer.toString(ports.report()));
        environment.put("GONGKAI_POSTGRES_PORT", Integer.toString(ports.postgres()));
        environment.put("GONGKAI_KAFKA_PORT", Integer.toString(ports.kafka()));
    }

    /** How a script ended and all that it printed. */
    record Ended(int code, String output) {

        /** Exit code 1 and this one line. */
        void assertRefused(String sentence) {
            assertEquals(sentence + "\n", output);
            assertEquals(1, code);
        }
    }

    /** Sets a variable; null takes it away. */
    Script with(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    /** Runs to the end; fails when something that it started still holds its output after that. */
    Ended run(Object... command) {
        try {
            Process process = builder(command).start();
            CompletableFuture<byte[]> output = CompletableFuture.supplyAsync(() -> {
                try {
                    return process.getInputStream().readAllBytes();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
            assertTrue(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS), "does not end: " + Arrays.asList(command));
            return new Ended(process.exitValue(), new String(output.get(5, TimeUnit.SECONDS)));
        } catch (Exception e) {
            throw new IllegalStateException(Arrays.asList(command) + ": " + e, e);
        }
    }

    /** Starts it in a session of its own, as a terminal would, so that ctrl-C is a signal to its whole process group. */
    Process startInTerminal(Path output, Object... command) throws IOException {
        List<Object> all = new ArrayList<>(List.of("setsid", "env", "--default-signal=INT"));
        all.addAll(Arrays.asList(command));
        return builder(all.toArray()).redirectOutput(output.toFile()).start();
    }

    static void pressCtrlC(Process terminal) throws Exception {
        new ProcessBuilder("kill", "-INT", "--", "-" + terminal.pid()).start().waitFor();
    }

    private ProcessBuilder builder(Object... command) {
        ProcessBuilder builder =
                new ProcessBuilder(Arrays.stream(command).map(Object::toString).toList()).redirectErrorStream(true);
        environment.forEach((variable, value) -> {
            if (value == null) {
                builder.environment().remove(variable);
            } else {
                builder.environment().put(variable, value);
            }
        });
        return builder;
    }

    /** Command lines of all processes that have to do with a directory: by their arguments or by where they work. */
    static List<String> processesOf(Path directory) {
        List<String> found = new ArrayList<>();
        for (ProcessHandle process : ProcessHandle.allProcesses().toList()) {
            Path own = Path.of("/proc", Long.toString(process.pid()));
            try {
                String commandLine = Files.readString(own.resolve("cmdline")).replace('\0', ' ');
                Path work = Files.readSymbolicLink(own.resolve("cwd"));
                if (commandLine.contains(directory.toString()) || work.startsWith(directory)) {
                    found.add(process.pid() + " " + commandLine);
                }
            } catch (IOException e) {
                // ended meanwhile, or another user's
            }
        }
        return found;
    }
}
