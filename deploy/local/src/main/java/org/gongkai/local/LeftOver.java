package org.gongkai.local;

import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import org.gongkai.embedded.PostgresServer;
import org.gongkai.embedded.Processes;

/** What a launcher that was killed has left running on its data directory. */
final class LeftOver {

    private static final Duration STOP = Duration.ofSeconds(15);

    private LeftOver() {}

    /** Ends services, PostgreSQL and Kafka, in this order; answers whether a service or the broker ran. */
    static boolean end(DataDirectory data) {
        boolean any = false;
        for (String service : List.of("report", "statistics", "intake")) {
            any |= end(data, service, data.mark());
        }
        if (Files.exists(data.postgresql().resolve("postmaster.pid"))) {
            PostgresServer.stopLeftOver(data.postgresql());
            data.forgetPid("postgresql");
        }
        // a broker ends with its launcher, but not at once
        return end(data, "kafka", data.kafka().toString()) || any;
    }

    private static boolean end(DataDirectory data, String part, String argument) {
        long pid = data.pid(part);
        if (pid == 0) {
            return false;
        }
        boolean runs = DataDirectory.hasArgument(pid, argument);
        if (runs) {
            Processes.end("TERM", pid, STOP);
        }
        data.forgetPid(part);
        return runs;
    }
}
