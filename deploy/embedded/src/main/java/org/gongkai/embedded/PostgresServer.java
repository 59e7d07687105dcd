package org.gongkai.embedded;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/**
 * A PostgreSQL 17 server of its own process on 127.0.0.1, from the binaries of {@code io.zonky.test}.
 *
 * <p>Superuser {@code postgres} without a password: it listens on the loopback only.
 */
public final class PostgresServer implements AutoCloseable {

    private static final Duration START = Duration.ofSeconds(60);
    private static final Duration STOP = Duration.ofSeconds(20);
    private static final int MAX_CONNECTIONS = 300;

    private final EmbeddedPostgres server;
    private final Path directory;

    private PostgresServer(EmbeddedPostgres server, Path directory) {
        this.server = server;
        this.directory = directory;
    }

    /**
     * Starts a server on the directory, which is made where it is missing and kept.
     *
     * @param directory the data directory; a server left over on it (its launcher was killed) is stopped first
     * @param port the port, or 0 for a free one
     * @param durable true: a commit is on disk before it is answered ({@code fsync} and {@code synchronous_commit} on; the
     *     library's default is off, and a crash then loses committed data). False only for throw-away tests.
     * @param log where its output goes, appended
     */
    public static PostgresServer start(Path directory, int port, boolean durable, Path log) {
        stopLeftOver(directory);
        ProcessBuilder.Redirect output = ProcessBuilder.Redirect.appendTo(log.toFile());
        String onOff = durable ? "on" : "off";
        try {
            Files.createDirectories(directory);
            EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                    .setDataDirectory(directory)
                    .setCleanDataDirectory(false)
                    .setRegisterShutdownHook(false)
                    .setPGStartupWait(START)
                    .setPort(port == 0 ? FreePort.find() : port)
                    .setServerConfig("listen_addresses", "127.0.0.1")
                    .setServerConfig("max_connections", Integer.toString(MAX_CONNECTIONS))
                    .setServerConfig("fsync", onOff)
                    .setServerConfig("synchronous_commit", onOff)
                    .setServerConfig("full_page_writes", onOff)
                    // with the default of 1 GB a backlog forces a checkpoint every few seconds, and every page is
                    // logged whole again
                    .setServerConfig("max_wal_size", "2GB")
                    .setServerConfig("checkpoint_timeout", "15min")
                    .setServerConfig("timezone", "UTC")
                    .setLocaleConfig("locale", "C.UTF-8")
                    .setLocaleConfig("encoding", "UTF8")
                    .setOutputRedirector(output)
                    .setErrorRedirector(output);
            return new PostgresServer(builder.start(), directory);
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL does not start on " + directory + ", see " + log, e);
        }
    }

    /** Port on 127.0.0.1. */
    public int port() {
        return server.getPort();
    }

    /** The postmaster's process id. */
    public long pid() {
        return readPid(directory);
    }

    /** Whether the postmaster is alive. */
    public boolean isAlive() {
        long pid = readPid(directory);
        return pid > 0 && ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
    }

    /** A JDBC address of a database of this server, without user and password. */
    public String jdbcUrl(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port() + "/" + database;
    }

    /** Makes the role and the database of that name where they are missing; the password is the name. */
    public void createDatabase(String name) {
        try (Connection connection = server.getPostgresDatabase().getConnection()) {
            Databases.create(connection, name);
        } catch (SQLException e) {
            throw new IllegalStateException("cannot make database " + name, e);
        }
    }

    /**
     * Fast shutdown: open transactions are rolled back, the data are kept. Also after a hard end of the server, before
     * another start on the same directory.
     */
    @Override
    public void close() {
        stopLeftOver(directory);
        try {
            // it has nothing left to stop, but gives back its lock on the directory
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL's directory stays locked: " + directory, e);
        }
    }

    /**
     * Stops a server that runs on the directory, whoever started it, and waits until its last process is gone: after a hard
     * end of the postmaster the others hold its shared memory for a moment, and another start would fail.
     */
    public static void stopLeftOver(Path directory) {
        long pid = readPid(directory);
        if (pid > 0 && isPostgres(pid)) {
            Processes.end("INT", pid, STOP);
        }
        Processes.awaitNoneIn(directory, STOP);
    }

    private static boolean isPostgres(long pid) {
        return ProcessHandle.of(pid)
                .flatMap(process -> process.info().command())
                .map(command -> Path.of(command).getFileName().toString().startsWith("postgres"))
                .orElse(false);
    }

    private static long readPid(Path directory) {
        Path file = directory.resolve("postmaster.pid");
        try {
            return Files.exists(file)
                    ? Long.parseLong(Files.readAllLines(file).get(0).strip())
                    : 0;
        } catch (IOException | NumberFormatException | IndexOutOfBoundsException e) {
            // being written or removed at this moment
            return 0;
        }
    }

    /** Roles and databases, by a superuser's connection; the same for a server in a container. */
    public static final class Databases {

        private Databases() {}

        /** Makes role and database of that name where they are missing; the password is the name. */
        public static void create(Connection superuser, String name) throws SQLException {
            if (!name.matches("[a-z][a-z0-9_]{0,40}")) {
                throw new IllegalArgumentException("not a plain database name: " + name);
            }
            try (Statement statement = superuser.createStatement()) {
                if (!exists(statement, "SELECT 1 FROM pg_roles WHERE rolname = '" + name + "'")) {
                    statement.execute("CREATE ROLE " + name + " LOGIN PASSWORD '" + name + "'");
                }
                if (!exists(statement, "SELECT 1 FROM pg_database WHERE datname = '" + name + "'")) {
                    statement.execute("CREATE DATABASE " + name + " OWNER " + name);
                }
            }
        }

        private static boolean exists(Statement statement, String query) throws SQLException {
            try (ResultSet rows = statement.executeQuery(query)) {
                return rows.next();
            }
        }
    }
}
