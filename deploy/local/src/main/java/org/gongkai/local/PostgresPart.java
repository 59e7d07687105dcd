package org.gongkai.local;

import java.util.List;
import org.gongkai.embedded.PostgresServer;

/** PostgreSQL, durable, with a database and a role of the same name for each service. */
final class PostgresPart implements Part {

    static final List<String> DATABASES = List.of("intake", "statistics", "report");

    private final DataDirectory data;
    private final int port;
    private PostgresServer server;

    PostgresPart(DataDirectory data, int port) {
        this.data = data;
        this.port = port;
    }

    @Override
    public String name() {
        return "postgresql";
    }

    @Override
    public void start() {
        stop();
        server = PostgresServer.start(data.postgresql(), port, true, data.log(name()));
        DATABASES.forEach(server::createDatabase);
    }

    @Override
    public boolean isAlive() {
        return server != null && server.isAlive();
    }

    @Override
    public long pid() {
        return server == null ? 0 : server.pid();
    }

    @Override
    public void stop() {
        if (server != null) {
            server.close();
            server = null;
        }
    }
}
