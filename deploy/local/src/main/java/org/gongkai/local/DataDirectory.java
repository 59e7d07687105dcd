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

    /** Bytes that must be free on the disk before anything is started. */
    static final long LEAST_FREE = 500L * 1024 * 1024;

    static final String SUPERVISOR = "supervisor";

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

    /** The keys of personal data. */
    KeysetFiles keysets() {
        return KeysetFiles.in(path.resolve("keys"));
    }

    /** The token with which statistics-service reads the journal; written anew before it expires. */
    Path systemToken() {
        return path.resolve("keys").resolve("system.token");
    }

    /** Holds the launcher's process id while all parts are ready (and, with the demo, all is counted). */
    private Path ready() {
        return path.resolve("run").resolve("ready");
    }

    void writeReady() {
        write(ready(), ProcessHandle.current().pid() + "\n");
    }

    void forgetReady() {
        delete(ready());
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
        delete(pidFile(part));
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new Sentence("Cannot delete " + file + ": " + e.getMessage());
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

    /**
     * Makes the folders; refuses when they cannot be written or the disk is nearly full.
     *
     * @param leastFree bytes that must be free
     */
    void prepare(long leastFree) {
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
        if (free < leastFree) {
            throw new Sentence("Only " + free / 1024 / 1024 + " MB are free on the disk of " + path + "; free at least "
                    + leastFree / 1024 / 1024 + " MB or choose another disk with --data DIR.");
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
        return pid != ProcessHandle.current().pid() && hasArgument(pid, mark()) ? pid : 0;
    }

    /** Whether a process has this argument, and so is not another that was given the number of one that ended. */
    static boolean hasArgument(long pid, String argument) {
        try {
            String commandLine = Files.readString(Path.of("/proc", Long.toString(pid), "cmdline"));
            return List.of(commandLine.split("\0")).contains(argument);
        } catch (IOException e) {
            return false;
        }
    }

    /** An argument by which every launcher and service of this directory is known. */
    String mark() {
        return "-Dgongkai.data=" + path;
    }
}
