package io.igregulator.webhooks.database;

import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.springframework.boot.flyway.autoconfigure.FlywayConfigurationCustomizer;
import org.springframework.boot.flyway.autoconfigure.FlywayProperties;

/** Migrates as the schema's owner, {@code spring.flyway.user}, where there is one: the service's own role may change rows only. */
final class MigrateAsOwner implements FlywayConfigurationCustomizer {
    private final DedicatedSessions sessions;
    private final FlywayProperties properties;

    MigrateAsOwner(DedicatedSessions sessions, FlywayProperties properties) {
        this.sessions = sessions;
        this.properties = properties;
    }

    @Override
    public void customize(FluentConfiguration flyway) {
        flyway.dataSource(sessions.forMigrations(properties.getUrl(), properties.getUser(), properties.getPassword()));
    }
}
