package io.igregulator.webhooks.database;

import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * Makes a start with {@code webhooks.migrate-only=true} a migration: in the service's place stands
 * {@link MigrationConfiguration}, which opens no port and reaches nothing but PostgreSQL. The process ends with 0 once all
 * migrations are done, since no thread is left, and with 1 when one failed. Registered in {@code META-INF/spring.factories}.
 */
final class MigrateOnly implements EnvironmentPostProcessor, Ordered {
    private static final String KEY = "webhooks.migrate-only";

    /** Above all other sources: settings shared with the services say that these do not migrate. */
    private static final Map<String, Object> SETTINGS = Map.of(
            "spring.flyway.enabled", "true",
            "spring.main.web-application-type", "none",
            "spring.main.sources", MigrationConfiguration.class.getName());

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        if (environment.getProperty(KEY, Boolean.class, false)) {
            environment.getPropertySources().addFirst(new MapPropertySource(KEY, SETTINGS));
        }
    }

    /** After application.yml and the environment variables have been read. */
    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }
}
