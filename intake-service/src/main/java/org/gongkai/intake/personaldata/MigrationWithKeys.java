package org.gongkai.intake.personaldata;

import io.quarkus.flyway.FlywayConfigurationCustomizer;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/** Hands the keys to the one migration that needs them; by itself Flyway would neither find nor make it. */
@Singleton
class MigrationWithKeys implements FlywayConfigurationCustomizer {

    @Inject
    Seal seal;

    @Inject
    BlindIndex index;

    @Override
    public void customize(FluentConfiguration configuration) {
        configuration.javaMigrations(new PlainRowsSealed(seal, index));
    }
}
