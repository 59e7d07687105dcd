package org.gongkai.embedded.testing;

import java.nio.file.Path;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.postgresql.PostgreSQLContainer;
import org.testcontainers.utility.DockerImageName;

/**
 * Containers of the official images, or of others named by the environment ({@code POSTGRES_IMAGE}, {@code KAFKA_IMAGE})
 * where no registry is reached.
 */
final class ContainerProvider implements Provider {

    @Override
    public String postgres(Path directory) {
        PostgreSQLContainer container = new PostgreSQLContainer(image("POSTGRES_IMAGE", "postgres:17", "postgres"));
        container.setCommand("postgres", "-c", "max_connections=300", "-c", "fsync=off");
        run(container);
        return "jdbc:postgresql://" + container.getHost() + ":" + container.getMappedPort(5432) + "/postgres?user="
                + container.getUsername() + "&password=" + container.getPassword();
    }

    @Override
    public String kafka(Path directory) {
        KafkaContainer container = new KafkaContainer(image("KAFKA_IMAGE", "apache/kafka:4.2.0", "apache/kafka"));
        container.withEnv("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false");
        run(container);
        return container.getBootstrapServers();
    }

    private static DockerImageName image(String variable, String official, String substitutes) {
        String name = System.getenv().getOrDefault(variable, official);
        return DockerImageName.parse(name).asCompatibleSubstituteFor(substitutes);
    }

    private static void run(GenericContainer<?> container) {
        container.start();
        Runtime.getRuntime().addShutdownHook(new Thread(container::stop));
    }
}
