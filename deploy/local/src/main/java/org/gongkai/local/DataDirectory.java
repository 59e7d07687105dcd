package org.gongkai.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.gongkai.embedded.RsaKeyFiles;

/**
 * Where a local system keeps everything: {@code postgresql/}, {@code kafka/}, {@code keys/}, {@code log/} and
 * {@code run/<part>.pid}.
 *
 * @param path absolute
 */
public record DataDirectory(Path path) {

    private static final long LEAST_FREE = 500L * 1024 * 1024;
    private static final String SUPERVISOR = "supervisor";

    /** Data of PostgreSQL. */
    Path postgresql() {
        return path.resolve("postgresql");
    }

    /** Data of Kafka. */
    Path kafka() {
        return path.resolve("kafka");
    }

    /** Output of a part. */
    public Path log(String part) {
        return path.resolve("log").resolve(part + ".log");
    }

    /** The key pair of the tokens. */
    public RsaKeyFiles keys() {
        return RsaKeyFiles.in(path.resolve("keys"));
    }

    /** The token with which statistics-service reads the journal; written anew before it expires. */
    Path systemToken() {
        return path.resolve("keys").resolve("system.token");
    }

    /** Exists while all parts are ready (and, with the demo, all is counted). */
    Path ready() {
        return path.resolve("run").resolve("ready");
    }

    /** The process id of a part, or 0. */
    public long pid(String part) {
        try {
            return Long.parseLong(Files.readString(pidFile(part)).strip());
        } catch (IOException | NumberFormatException e) {
            return 0;
        }
    }

    void writePid(String part, long pid) {
        write(pidFile(part), Long.toString(pid) + "\n");
    }

    void forgetPid(String part) {
        try {
            Files.deleteIfExists(pidFile(part));
        } catch (IOException e) {
            throw new Sentence("Cannot delete " + pidFile(part) + ": " + e.getMessage());
        }
    }

    private Path pidFile(String part) {
        return path.resolve("run").resolve(part + ".pid");
    }

    static void write(Path file, String text) {
        try {
            Path beside = file.resolveSibling(file.getFileName() + ".new");
            Files.writeString(beside, text);
            Files.move(beside, file, java.nio.file.StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new Sentence("Cannot write " + file + "; is the disk full? (" + e.getMessage() + ")");
        }
    }

    /** Makes the folders; refuses when they cannot be written or the disk is nearly full. */
    void prepare() {
        try {
            for (String folder : List.of("log", "run", "keys")) {
                Files.createDirectories(path.resolve(folder));
            }
            Path probe = path.resolve("run").resolve("probe");
            Files.writeString(probe, "");
            Files.delete(probe);
        } catch (IOException e) {
            throw new Sentence("Cannot write to " + path + "; give this user rights there or choose another place with"
                    + " --data DIR.");
        }
        long free = path.toFile().getUsableSpace();
        if (free < LEAST_FREE) {
            throw new Sentence("Only " + free / 1024 / 1024 + " MB are free on the disk of " + path
                    + "; free at least 500 MB or choose another disk with --data DIR.");
        }
    }

    /** Deletes everything kept there; refuses a folder that no local system made. */
    void empty() {
        if (!Files.exists(path)) {
            return;
        }
        if (!Files.isDirectory(path.resolve("run"))) {
            try (Stream<Path> children = Files.list(path)) {
                if (children.findAny().isPresent()) {
                    throw new Sentence(path + " holds other files; --fresh empties only what deploy/local/up made.");
                }
            } catch (IOException e) {
                throw new Sentence("Cannot read " + path + ": " + e.getMessage());
            }
        }
        try (Stream<Path> all = Files.walk(path)) {
            for (Path file : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new Sentence("Cannot empty " + path + ": " + e.getMessage());
        }
    }

    /** The launcher that runs on this directory, or 0. */
    long runningSupervisor() {
        long pid = pid(SUPERVISOR);
        return pid > 0 && pid != ProcessHandle.current().pid() && belongsHere(pid) ? pid : 0;
    }

    /** Whether a process is one of this directory's and not another that was given the number of one that ended. */
    boolean belongsHere(long pid) {
        try {
            return Files.readString(Path.of("/proc", Long.toString(pid), "cmdline"))
                    .contains(mark());
        } catch (IOException e) {
            return false;
        }
    }

    /** An argument by which every Java process of this directory is known. */
    String mark() {
        return "-Dgongkai.data=" + path;
    }
}
