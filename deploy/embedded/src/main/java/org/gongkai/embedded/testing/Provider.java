package org.gongkai.embedded.testing;

import java.nio.file.Path;

/** A way to come by a server and a broker; both end with this JVM. */
interface Provider {

    /** Starts PostgreSQL; answers its JDBC address with a superuser's user and password as parameters. */
    String postgres(Path directory);

    /** Starts Kafka; answers its bootstrap servers. */
    String kafka(Path directory);
}
