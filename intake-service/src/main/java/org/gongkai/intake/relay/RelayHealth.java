package org.gongkai.intake.relay;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Says how the relay fares. Never DOWN: without Kafka intake still takes facts and keeps them. */
@Readiness
@ApplicationScoped
class RelayHealth implements HealthCheck {

    @Inject
    Relay relay;

    @Override
    public HealthCheckResponse call() {
        String trouble = relay.trouble();
        return HealthCheckResponse.named("relay")
                .up()
                .withData("publishing", trouble.isEmpty())
                .withData("trouble", trouble)
                .build();
    }
}
