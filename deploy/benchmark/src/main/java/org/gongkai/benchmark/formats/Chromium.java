package org.gongkai.benchmark.formats;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.gongkai.benchmark.Memory;

/** Headless Chromium, a process for each print, as one would call it where no library makes PDFs. */
final class Chromium {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final long LOOK_EVERY_MILLIS = 20;

    private final Path program;
    private final Path directory;

    private Chromium(Path program, Path directory) {
        this.program = program;
        this.directory = directory;
    }

    /**
     * The first of that name in {@code PATH}.
     *
     * @param directory for its profile and what it prints
     */
    static Optional<Chromium> installed(Path directory) {
        return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .map(place -> Path.of(place, "chromium"))
                .filter(Files::isExecutable)
                .findFirst()
                .map(program -> new Chromium(program, directory));
    }

    /** Its name and number. */
    String version() {
        // what the launcher says comes first
        return run(List.of(program.toString(), "--version"), false)
                .output()
                .lines()
                .reduce((before, last) -> last)
                .orElse("")
                .strip();
    }

    /** Prints a page; seconds from its start to its end, and bytes of the PDF. */
    Answer print(Path page) {
        return print(page, false).answer();
    }

    /** Prints it while being watched, which takes longer: megabytes of all its processes at most, shared ones once. */
    long megabytes(Path page) {
        return print(page, true).megabytes();
    }

    private record Print(Answer answer, long megabytes) {}

    private Print print(Path page, boolean watched) {
        Path pdf = directory.resolve("chromium.pdf");
        try {
            Files.deleteIfExists(pdf);
            List<String> command = new ArrayList<>(List.of(
                    program.toString(),
                    "--headless",
                    "--no-sandbox",
                    "--disable-gpu",
                    "--disable-background-networking",
                    "--no-first-run",
                    "--no-pdf-header-footer",
                    "--user-data-dir=" + directory.resolve("chromium"),
                    "--print-to-pdf=" + pdf,
                    page.toUri().toString()));
            long began = System.nanoTime();
            Run run = run(command, watched);
            double seconds = (System.nanoTime() - began) / 1e9;
            byte[] printed = Files.exists(pdf) ? Files.readAllBytes(pdf) : new byte[0];
            String complaint = Format.PDF.complaint(200, "application/pdf", printed);
            if (complaint != null) {
                throw new IllegalStateException("Chromium printed nothing: " + run.output());
            }
            return new Print(new Answer(seconds, printed.length, false, null), run.megabytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record Run(String output, long megabytes) {}

    private Run run(List<String> command, boolean watched) {
        Path output = directory.resolve("chromium.out");
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            long megabytes = watched ? watch(process) : 0;
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
                throw new IllegalStateException("Chromium did not end; see " + output);
            }
            return new Run(Files.readString(output, StandardCharsets.UTF_8), megabytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static long watch(Process process) throws InterruptedException {
        long most = 0;
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!process.waitFor(LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS) && System.nanoTime() < deadline) {
            most = Math.max(most, Memory.ofAll(process.pid()));
        }
        return most;
    }
}
