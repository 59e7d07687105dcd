package org.gongkai.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Memory of processes, in MB, as Linux accounts for it. */
public final class Memory {

    private static final long KIB_OF_A_MIB = 1024;

    private Memory() {}

    /** Resident now. */
    public static long resident(long pid) {
        return field(pid, "status", "VmRSS:");
    }

    /** Resident at most since the process began. */
    public static long peak(long pid) {
        return field(pid, "status", "VmHWM:");
    }

    /** Of a server of several processes, with what they share counted once. */
    public static long ofAll(long pid) {
        try (Stream<ProcessHandle> children = ProcessHandle.of(pid).stream().flatMap(ProcessHandle::descendants)) {
            return field(pid, "smaps_rollup", "Pss:")
                    + children.mapToLong(child -> field(child.pid(), "smaps_rollup", "Pss:"))
                            .sum();
        }
    }

    /** 0 where the process has ended. */
    private static long field(long pid, String file, String name) {
        try (Stream<String> lines = Files.lines(Path.of("/proc", Long.toString(pid), file))) {
            return lines.filter(line -> line.startsWith(name))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) / KIB_OF_A_MIB)
                    .findFirst()
                    .orElse(0);
        } catch (IOException | java.io.UncheckedIOException ended) {
            return 0;
        }
    }
}
