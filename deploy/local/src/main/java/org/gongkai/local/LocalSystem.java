package org.gongkai.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.gongkai.embedded.Processes;

/**
 * PostgreSQL, Kafka and the three services on this machine, watched: a part that dies is started again, and said so.
 * {@code deploy/local/up} runs it as a program, acceptance tests as an object.
 */
public final class LocalSystem implements AutoCloseable {

    private static final Duration LOOK = Duration.ofMillis(300);
    private static final Duration TOKEN_AGE = Duration.ofHours(6);
    private static final Duration STOP = Duration.ofSeconds(15);

    private final DataDirectory data;
    private final Ports ports;
    private final Consumer<String> say;
    private final List<Part> parts = new ArrayList<>();
    private final long began = System.nanoTime();
    private volatile boolean running = true;
    private long tokenWritten;
    private Thread watch;

    private LocalSystem(Path root, DataDirectory data, Ports ports, Consumer<String> say) {
        this.data = data;
        this.ports = ports;
        this.say = say;
        parts.add(new PostgresPart(data, ports.postgres()));
        parts.add(new KafkaPart(data, ports.kafka()));
        parts.add(service(root, "intake", ports.intake(), Map.of()));
        parts.add(service(
                root,
                "statistics",
                ports.statistics(),
                Map.of(
                        "QUARKUS_REST_CLIENT_INTAKE_URL", intake(),
                        "GONGKAI_JOURNAL_TOKEN_FILE", data.systemToken().toString())));
        parts.add(service(root, "report", ports.report(), Map.of("QUARKUS_REST_CLIENT_STATISTICS_URL", statistics())));
    }

    private ServicePart service(Path root, String name, int port, Map<String, String> more) {
        Map<String, String> environment = new HashMap<>(more);
        environment.put("QUARKUS_DATASOURCE_JDBC_URL", "jdbc:postgresql://127.0.0.1:" + ports.postgres() + "/" + name);
        environment.put("QUARKUS_DATASOURCE_USERNAME", name);
        environment.put("QUARKUS_DATASOURCE_PASSWORD", name);
        environment.put("KAFKA_BOOTSTRAP_SERVERS", kafka());
        environment.put(
                "MP_JWT_VERIFY_PUBLICKEY_LOCATION",
                data.keys().publicKey().toUri().toString());
        Path application = root.resolve(name + "-service/target/quarkus-app/quarkus-run.jar");
        return new ServicePart(name, application, data, port, environment);
    }

    /**
     * Starts everything and returns when all are ready.
     *
     * @param root the repository, whose services are built
     * @param directory where the data are kept
     * @param ports on 127.0.0.1
     * @param fresh whether to start empty
     * @param say takes a line of progress
     */
    public static LocalSystem start(Path root, Path directory, Ports ports, boolean fresh, Consumer<String> say) {
        DataDirectory data = new DataDirectory(directory.toAbsolutePath().normalize());
        long other = data.runningSupervisor();
        if (other > 0) {
            throw new Sentence("A system runs on " + data.path() + " already (process " + other
                    + "); stop it with deploy/local/down or choose another place with --data DIR.");
        }
        endLeftOver(data);
        if (fresh) {
            data.empty();
        }
        data.prepare();
        ports.requireFree();
        data.writePid("supervisor", ProcessHandle.current().pid());
        LocalSystem system = new LocalSystem(root, data, ports, say);
        try {
            system.startParts();
        } catch (RuntimeException e) {
            system.close();
            throw e;
        }
        return system;
    }

    /** Ends what a launcher that was killed has left: services by their mark; Kafka ends with its parent. */
    static void endLeftOver(DataDirectory data) {
        for (String part : List.of("intake", "statistics", "report")) {
            long pid = data.pid(part);
            if (pid > 0 && data.belongsHere(pid)) {
                Processes.end("TERM", pid, STOP);
            }
        }
        Path postgres = data.postgresql();
        if (Files.exists(postgres.resolve("postmaster.pid"))) {
            org.gongkai.embedded.PostgresServer.stopLeftOver(postgres);
        }
        long kafka = data.pid("kafka");
        if (kafka > 0 && isKafkaOf(kafka, data)) {
            Processes.end("TERM", kafka, STOP);
        }
    }

    private static boolean isKafkaOf(long pid, DataDirectory data) {
        try {
            return Files.readString(Path.of("/proc", Long.toString(pid), "cmdline"))
                    .contains(data.kafka().toString());
        } catch (IOException e) {
            return false;
        }
    }

    private void startParts() {
        writeSystemToken();
        List<ServicePart> services = new ArrayList<>();
        for (Part part : parts) {
            say("starts " + part.name());
            part.start();
            data.writePid(part.name(), part.pid());
            if (part instanceof ServicePart service) {
                services.add(service);
            } else {
                say(part.name() + " is ready");
            }
        }
        for (ServicePart service : services) {
            service.awaitReady();
            say(service.name() + " is ready");
        }
        watch = new Thread(this::watch, "watch");
        watch.setDaemon(true);
        watch.start();
    }

    private void watch() {
        while (running) {
            try {
                TimeUnit.MILLISECONDS.sleep(LOOK.toMillis());
            } catch (InterruptedException e) {
                return;
            }
            if (System.nanoTime() - tokenWritten > TOKEN_AGE.toNanos()) {
                writeSystemToken();
            }
            for (Part part : parts) {
                if (running && !part.isAlive()) {
                    restart(part);
                }
            }
        }
    }

    private synchronized void restart(Part part) {
        if (!running) {
            return;
        }
        say(part.name() + " died and is started again");
        try {
            part.start();
            data.writePid(part.name(), part.pid());
        } catch (RuntimeException e) {
            say(part.name() + " does not start yet: " + e.getMessage());
        }
    }

    private void writeSystemToken() {
        DataDirectory.write(data.systemToken(), tokens().token("system", "*"));
        tokenWritten = System.nanoTime();
    }

    /** Signs tokens that this system's services accept. */
    public Tokens tokens() {
        return Tokens.signedWith(data.keys().privateKey());
    }

    /** Where it keeps everything. */
    public DataDirectory data() {
        return data;
    }

    /** Its ports. */
    public Ports ports() {
        return ports;
    }

    /** Address of intake-service. */
    public String intake() {
        return "http://127.0.0.1:" + ports.intake();
    }

    /** Address of statistics-service. */
    public String statistics() {
        return "http://127.0.0.1:" + ports.statistics();
    }

    /** Address of report-service. */
    public String report() {
        return "http://127.0.0.1:" + ports.report();
    }

    /** Bootstrap servers of Kafka. */
    public String kafka() {
        return "127.0.0.1:" + ports.kafka();
    }

    /** JDBC address of a service's database; user and password are its name. */
    public String jdbcUrl(String database) {
        return "jdbc:postgresql://127.0.0.1:" + ports.postgres() + "/" + database + "?user=" + database + "&password="
                + database;
    }

    /** Ends a part hard, as a power cut would; it is started again. */
    public void kill(String part) {
        Processes.signal("KILL", data.pid(part));
    }

    /** Whether a part's process lives and, for a service, says that it is ready. */
    public boolean isReady(String name) {
        return parts.stream()
                .filter(part -> part.name().equals(name))
                .allMatch(part -> part.isAlive() && (!(part instanceof ServicePart service) || service.isReady()));
    }

    private void say(String line) {
        say.accept(String.format("[%5.1f s] %s", (System.nanoTime() - began) / 1e9, line));
    }

    /** Ends all parts in order, services first. */
    @Override
    public void close() {
        running = false;
        if (watch != null) {
            watch.interrupt();
        }
        synchronized (this) {
            for (int i = parts.size() - 1; i >= 0; i--) {
                Part part = parts.get(i);
                part.stop();
                data.forgetPid(part.name());
            }
            data.forgetPid("supervisor");
            try {
                Files.deleteIfExists(data.ready());
            } catch (IOException e) {
                say("cannot delete " + data.ready());
            }
        }
    }
}
