package org.gongkai.statistics.testing;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.TopicExistsException;
import org.awaitility.Awaitility;

/** Makes and deletes topics. */
public final class Topics {

    private Topics() {}

    /** Makes a topic; waits while one of the same name is still being deleted. */
    public static void create(String bootstrapServers, String topic, int partitions) {
        try (Admin admin = admin(bootstrapServers)) {
            Awaitility.await().atMost(60, TimeUnit.SECONDS).until(() -> {
                try {
                    admin.createTopics(List.of(new NewTopic(topic, partitions, (short) 1)))
                            .all()
                            .get();
                    return true;
                } catch (ExecutionException failure) {
                    if (failure.getCause() instanceof TopicExistsException) {
                        return false;
                    }
                    throw failure;
                }
            });
        }
    }

    /** Deletes a topic with all that is in it. */
    public static void delete(String bootstrapServers, String topic) throws Exception {
        try (Admin admin = admin(bootstrapServers)) {
            admin.deleteTopics(List.of(topic)).all().get(60, TimeUnit.SECONDS);
            Awaitility.await()
                    .atMost(60, TimeUnit.SECONDS)
                    .until(() -> !admin.listTopics().names().get().contains(topic));
        }
    }

    private static Admin admin(String bootstrapServers) {
        return Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers));
    }
}
