package org.gongkai.local;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.gongkai.embedded.FreePort;

/**
 * PostgreSQL, Kafka and the three services on this machine, watched: a part that dies is started again, and said so.
 * {@code deploy/local/up} runs it as a program, acceptance tests as an object.
 */
public final class LocalSystem implements AutoCloseable {

    private static final Duration TOKEN_AGE = Duration.ofHours(6);
    private static final String FONTS = "GONGKAI_DOCUMENT_FONTS";
    private static final List<String> HEAP = List.of("-Xmx384m");
    /** A country's 300,000 bodies take 130 MB, the more while their tree is read anew; those of a city take none of it. */
    private static final List<String> HEAP_OF_COUNTS = List.of("-Xmx768m");

    /**
     * Most of what report-service keeps is fonts, read, and that is old: a small young generation leaves them room. An
     * office's own fonts are kept beside the open ones.
     */
    private static final List<String> HEAP_OF_FONTS = List.of("-Xmx264m", "-Xmn64m");

    private static final List<String> HEAP_OF_FONTS_AND_OWN = List.of("-Xmx512m", "-Xmn64m");

    /** Another replica of statistics-service, as a part. */
    public static final String REPLICA = "statistics-2";

    private final Path root;
    private final DataDirectory data;
    private final Ports ports;
    private final Servers servers;
    private final Map<String, String> settings;
    private final Consumer<String> say;
    private final List<Part> first = new ArrayList<>();
    private final Supervisor supervisor;
    private final long began = System.nanoTime();
    private long tokenWritten;

    private LocalSystem(
            Path root,
            DataDirectory data,
            Ports ports,
            Servers servers,
            Map<String, String> settings,
            Consumer<String> say) {
        this.root = root;
        this.data = data;
        this.ports = ports;
        this.servers = servers;
        this.settings = settings;
        this.say = say;
        this.supervisor = new Supervisor(data, this::say);
        if (servers.own()) {
            first.add(new PostgresPart(data, ports.postgres()));
            first.add(new KafkaPart(data, ports.kafka()));
        }
        KeysetFiles keysets = data.keysets();
        first.add(service(
                "intake",
                "intake",
                HEAP,
                ports.intake(),
                Map.of(
                        "GONGKAI_PERSONAL_DATA_KEYSET", keysets.seal().toUri().toString(),
                        "GONGKAI_PERSONAL_DATA_INDEX_KEYSET",
                                keysets.index().toUri().toString(),
                        "GONGKAI_IMPORTS_DIRECTORY",
                                data.path().resolve("imports").toString())));
        first.add(statistics("statistics", ports.statistics()));
        boolean ownFonts = settings.containsKey(FONTS) || System.getenv().containsKey(FONTS);
        first.add(service(
                "report",
                "report",
                ownFonts ? HEAP_OF_FONTS_AND_OWN : HEAP_OF_FONTS,
                ports.report(),
                Map.of("QUARKUS_REST_CLIENT_STATISTICS_URL", statistics())));
    }

    private ServicePart statistics(String name, int port) {
        return service(
                name,
                "statistics",
                HEAP_OF_COUNTS,
                port,
                Map.of(
                        "QUARKUS_REST_CLIENT_INTAKE_URL", intake(),
                        "GONGKAI_JOURNAL_TOKEN_FILE", data.systemToken().toString()));
    }

    private ServicePart service(String name, String service, List<String> heap, int port, Map<String, String> more) {
        Servers.Database database = servers.databases().get(service);
        Map<String, String> environment = new HashMap<>(settings);
        environment.putAll(more);
        environment.put("QUARKUS_DATASOURCE_JDBC_URL", database.named("gongkai-" + service));
        environment.put("QUARKUS_DATASOURCE_USERNAME", database.user());
        environment.put("QUARKUS_DATASOURCE_PASSWORD", database.password());
        environment.put("KAFKA_BOOTSTRAP_SERVERS", kafka());
        environment.put(
                "MP_JWT_VERIFY_PUBLICKEY_LOCATION",
                data.keys().publicKey().toUri().toString());
        Path application = root.resolve(service + "-service/target/quarkus-app/quarkus-run.jar");
        return new ServicePart(name, application, heap, data, port, environment);
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
        return start(root, directory, ports, Servers.own(ports), fresh, say);
    }

    /** The same on given servers. */
    public static LocalSystem start(
            Path root, Path directory, Ports ports, Servers servers, boolean fresh, Consumer<String> say) {
        return started(prepare(root, directory, ports, servers, fresh, say));
    }

    /** Starts empty, on servers of its own, with more settings (as environment) for all three services. */
    public static LocalSystem start(
            Path root, Path directory, Ports ports, Map<String, String> settings, Consumer<String> say) {
        return started(prepare(root, directory, ports, Servers.own(ports), settings, true, say));
    }

    private static LocalSystem started(LocalSystem system) {
        system.startParts();
        return system;
    }

    /** Checks all that would hinder a start and ends what a killed launcher has left; starts nothing yet. */
    static LocalSystem prepare(
            Path root, Path directory, Ports ports, Servers servers, boolean fresh, Consumer<String> say) {
        return prepare(root, directory, ports, servers, Map.of(), fresh, say);
    }

    private static LocalSystem prepare(
            Path root,
            Path directory,
            Ports ports,
            Servers servers,
            Map<String, String> settings,
            boolean fresh,
            Consumer<String> say) {
        DataDirectory data = new DataDirectory(directory.toAbsolutePath().normalize());
        long other = data.runningSupervisor();
        if (other > 0) {
            throw new Sentence("A system runs on " + data.path() + " already (process " + other
                    + "); stop it with deploy/local/down or choose another place with --data DIR.");
        }
        LeftOver.end(data);
        if (fresh) {
            data.empty();
        }
        data.prepare(DataDirectory.LEAST_FREE);
        ports.requireFree();
        data.forgetReady();
        data.writePid(DataDirectory.SUPERVISOR, ProcessHandle.current().pid());
        return new LocalSystem(root, data, ports, servers, settings, say);
    }

    /** Starts the parts and returns when all are ready, or ends those that it started. */
    void startParts() {
        try {
            writeSystemToken();
            first.forEach(this::startPart);
            for (Part part : supervisor.parts()) {
                if (part instanceof ServicePart service) {
                    service.awaitReady();
                    say(service.name() + " is ready");
                }
            }
        } catch (RuntimeException e) {
            close();
            throw e;
        }
        supervisor.watch(this::renewSystemToken);
    }

    private void startPart(Part part) {
        supervisor.start(part);
        if (!(part instanceof ServicePart)) {
            say(part.name() + " is ready");
        }
    }

    private void renewSystemToken() {
        if (System.nanoTime() - tokenWritten > TOKEN_AGE.toNanos()) {
            writeSystemToken();
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
        return servers.kafka();
    }

    /** JDBC address of a service's database, with user and password. */
    public String jdbcUrl(String service) {
        return servers.databases().get(service).withUser();
    }

    /**
     * Starts the part {@link #REPLICA} on a free port, watched like the others, and returns when it is ready.
     *
     * @return its address
     */
    public String startReplica() {
        int port = FreePort.find();
        ServicePart replica = statistics(REPLICA, port);
        startPart(replica);
        replica.awaitReady();
        return "http://127.0.0.1:" + port;
    }

    /** Ends the part {@link #REPLICA} in order. */
    public void stopReplica() {
        supervisor.remove(service(REPLICA));
    }

    /** Ends a part hard, as a power cut would; it is started again. */
    public void kill(String part) {
        ProcessHandle.of(data.pid(part))
                .orElseThrow(() -> new IllegalStateException(part + " does not run here"))
                .destroyForcibly();
    }

    /** Ends a service in order, and leaves it so until it is told to start. */
    public void stop(String service) {
        supervisor.stop(service(service));
    }

    /**
     * Starts a service that was told to end; does not wait until it is ready.
     *
     * @param settings as environment, beside and before those that it had
     */
    public void start(String service, Map<String, String> settings) {
        ServicePart part = service(service);
        part.set(settings);
        supervisor.startAgain(part);
    }

    private ServicePart service(String name) {
        return supervisor.parts().stream()
                .filter(part -> part instanceof ServicePart && part.name().equals(name))
                .map(ServicePart.class::cast)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(name + " is no service"));
    }

    /** Whether a part's process lives and, for a service, says that it is ready. */
    public boolean isReady(String name) {
        return supervisor.parts().stream()
                .filter(part -> part.name().equals(name))
                .allMatch(part -> part.isAlive() && (!(part instanceof ServicePart service) || service.isReady()));
    }

    private void say(String line) {
        say.accept(String.format("[%5.1f s] %s", (System.nanoTime() - began) / 1e9, line));
    }

    /** Whether it was told to end. */
    boolean isEnding() {
        return supervisor.isEnding();
    }

    /** Ends all parts in order, services first. */
    @Override
    public void close() {
        supervisor.close();
        data.forgetPid(DataDirectory.SUPERVISOR);
        data.forgetReady();
    }
}
