package io.igregulator.webhooks.build;

import io.igregulator.webhooks.database.OwnMigrations;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.boot.info.BuildProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Shows which build runs: {@code webhook_build_info} is always 1, and two versions at once are an update that is under way. */
@Configuration(proxyBeanMethods = false)
public class BuildInfoConfiguration {
    @Bean
    MeterBinder buildInfo(BuildProperties build) {
        return registry -> Gauge.builder("webhook.build.info", () -> 1)
                .description("Version, commit and newest migration of this build")
                .tag("version", String.valueOf(build.getVersion()))
                .tag("commit", String.valueOf(build.get("commit")))
                .tag("schema", String.valueOf(OwnMigrations.newest()))
                .register(registry);
    }
}
