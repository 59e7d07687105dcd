package org.gongkai.embedded.testing;

import java.nio.file.Path;
import org.gongkai.embedded.KafkaBroker;
import org.gongkai.embedded.PostgresServer;

/** Processes on this machine, ended by shutdown hooks. */
final class EmbeddedProvider implements Provider {

    @Override
    public String postgres(Path directory) {
        PostgresServer server =
                PostgresServer.start(directory.resolve("postgresql"), 0, false, directory.resolve("postgresql.log"));
        Runtime.getRuntime().addShutdownHook(new Thread(server::close));
        return server.jdbcUrl("postgres") + "?user=postgres";
    }

    @Override
    public String kafka(Path directory) {
        KafkaBroker broker = KafkaBroker.start(directory.resolve("kafka"), 0, directory.resolve("kafka.log"));
        Runtime.getRuntime().addShutdownHook(new Thread(broker::close));
        return broker.bootstrapServers();
    }
}
