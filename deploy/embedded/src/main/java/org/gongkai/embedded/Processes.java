package org.gongkai.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;

/** What both servers need of the operating system: to end a process in order, and to end with a parent. */
public final class Processes {

    private Processes() {}

    /** Sends a signal by name ({@code INT}, {@code TERM}, {@code KILL}); a process that is gone is not an error. */
    public static void signal(String name, long pid) {
        try {
            new ProcessBuilder("kill", "-" + name, Long.toString(pid))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new IllegalStateException("cannot run kill", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Sends the signal, waits, and kills what has not ended by then. */
    public static void end(String signal, long pid, Duration patience) {
        ProcessHandle process = ProcessHandle.of(pid).orElse(null);
        if (process == null || !process.isAlive()) {
            return;
        }
        signal(signal, pid);
        if (!waitForEnd(process, patience)) {
            signal("KILL", pid);
            waitForEnd(process, patience);
        }
    }

    private static boolean waitForEnd(ProcessHandle process, Duration patience) {
        try {
            process.onExit().get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Waits until no process has the directory as its working directory, as every process of a PostgreSQL server has. */
    static void awaitNoneIn(Path directory, Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (System.nanoTime() < deadline
                && ProcessHandle.allProcesses().anyMatch(process -> worksIn(process, directory))) {
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
    }

    private static boolean worksIn(ProcessHandle process, Path directory) {
        try {
            return Files.readSymbolicLink(Path.of("/proc", Long.toString(process.pid()), "cwd"))
                    .equals(directory.toAbsolutePath().normalize());
        } catch (IOException e) {
            // ended meanwhile, or another user's
            return false;
        }
    }

    /**
     * Ends this process when the given one ends, however it ended: a parent that is killed hard cannot tell its children.
     */
    public static void endWith(long parent) {
        ProcessHandle.of(parent)
                .ifPresentOrElse(process -> process.onExit().thenRun(() -> System.exit(0)), () -> System.exit(0));
    }
}
