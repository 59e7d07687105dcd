package org.gongkai.local;

import java.nio.file.Path;
import java.time.Duration;
import org.gongkai.embedded.Processes;

/** {@code deploy/local/down}: ends the system of a data directory. */
public final class Down {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private Down() {}

    /** The data directory. */
    public static void main(String[] arguments) {
        DataDirectory data =
                new DataDirectory(Path.of(arguments[0]).toAbsolutePath().normalize());
        long supervisor = data.runningSupervisor();
        if (supervisor > 0) {
            Processes.end("TERM", supervisor, PATIENCE);
        }
        boolean leftOver = LeftOver.end(data);
        System.out.println(
                supervisor > 0 || leftOver
                        ? "stopped; the data are kept in " + data.path()
                        : "nothing ran on " + data.path());
    }
}
