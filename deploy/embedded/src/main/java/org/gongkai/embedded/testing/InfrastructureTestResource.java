package org.gongkai.embedded.testing;

import io.quarkus.test.common.QuarkusTestResourceConfigurableLifecycleManager;
import java.util.HashMap;
import java.util.Map;
import org.gongkai.embedded.RsaKeyFiles;

/** Turns the annotation into settings of the application under test. */
public final class InfrastructureTestResource
        implements QuarkusTestResourceConfigurableLifecycleManager<WithInfrastructure> {

    private String database = "";
    private boolean kafka;

    @Override
    public void init(WithInfrastructure annotation) {
        database = annotation.database();
        kafka = annotation.kafka();
    }

    @Override
    public Map<String, String> start() {
        Map<String, String> settings = new HashMap<>();
        if (!database.isEmpty()) {
            Database made = Infrastructure.database(database);
            settings.put("quarkus.datasource.jdbc.url", made.jdbcUrl());
            settings.put("quarkus.datasource.username", made.user());
            settings.put("quarkus.datasource.password", made.password());
        }
        if (kafka) {
            settings.put("kafka.bootstrap.servers", Infrastructure.kafkaBootstrapServers());
        }
        RsaKeyFiles keys = Infrastructure.keys();
        settings.put(
                "mp.jwt.verify.publickey.location", keys.publicKey().toUri().toString());
        settings.put("smallrye.jwt.sign.key.location", keys.privateKey().toUri().toString());
        return settings;
    }

    @Override
    public void stop() {
        // Server and broker outlive the application: other tests of the module use them.
    }
}
