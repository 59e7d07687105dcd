package org.gongkai.local;

import java.util.Map;
import java.util.stream.Collectors;

/**
 * Where the services find PostgreSQL and Kafka.
 *
 * @param own whether they are parts of the local system; false: somebody else runs them
 * @param kafka bootstrap servers
 * @param databases by service
 */
public record Servers(boolean own, String kafka, Map<String, Database> databases) {

    /**
     * A service's database.
     *
     * @param jdbcUrl address without parameters
     * @param user its owner
     * @param password the owner's password
     */
    public record Database(String jdbcUrl, String user, String password) {

        String withUser() {
            return jdbcUrl + "?user=" + user + "&password=" + password;
        }

        /** As {@code pg_stat_activity} shows it, and with a limit on how long a lost server is waited for. */
        String named(String application) {
            return jdbcUrl + "?ApplicationName=" + application + "&tcpKeepAlive=true&connectTimeout=5";
        }
    }

    /** Servers that somebody else runs. */
    public static Servers elsewhere(String kafka, Map<String, Database> databases) {
        return new Servers(false, kafka, Map.copyOf(databases));
    }

    /** The system's own; user and password of a database are its name. */
    static Servers own(Ports ports) {
        return new Servers(
                true,
                "127.0.0.1:" + ports.kafka(),
                PostgresPart.DATABASES.stream()
                        .collect(Collectors.toMap(
                                name -> name,
                                name -> new Database(
                                        "jdbc:postgresql://127.0.0.1:" + ports.postgres() + "/" + name, name, name))));
    }
}
