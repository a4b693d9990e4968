package io.igregulator.webhooks.api.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.igregulator.webhooks.api.fixture.Client;
import io.igregulator.webhooks.api.fixture.RunningApi;
import io.igregulator.webhooks.embedded.Infrastructure;
import io.igregulator.webhooks.embedded.Roles;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Another process migrates, later than this one starts. */
@ExtendWith(OutputCaptureExtension.class)
class OlderSchemaIT {
    private final Infrastructure.Database database =
            Infrastructure.shared().freshDatabase().as(Roles.OWNER);

    @Test
    void theServiceIsNotReadyUntilTheSchemaHasWhatItNeedsAndNeedsNoRestart(CapturedOutput output) {
        migrateTo("5");
        try (RunningApi api = start()) {
            Client probe = api.operator().authorization(null);
            probe.get("/actuator/health/readiness").is(503);
            probe.get("/actuator/health/liveness").is(200);
            assertThat(output).contains("Not ready: the schema is of version 5, this service needs version ");

            migrateTo("latest");

            probe.get("/actuator/health/readiness").is(200);
            api.customer("pro").client().get("/v1/webhooks").is(200);
        }
    }

    @Test
    void anEmptyDatabaseIsNotAnErrorEither(CapturedOutput output) {
        try (RunningApi api = start()) {
            Client probe = api.operator().authorization(null);
            probe.get("/actuator/health/readiness").is(503);
            assertThat(output).contains("Not ready: the schema is of version 0");

            migrateTo("latest");

            probe.get("/actuator/health/readiness").is(200);
        }
    }

    private RunningApi start() {
        return RunningApi.with(Map.of("spring.datasource.url", database.jdbcUrl(), "spring.flyway.enabled", "false"));
    }

    private void migrateTo(String version) {
        Flyway.configure()
                .dataSource(database.jdbcUrl(), database.user(), database.password())
                .target(MigrationVersion.fromVersion(version))
                .load()
                .migrate();
        // The older release's file differs from ours, which therefore runs again.
        JdbcClient.create(new DriverManagerDataSource(database.jdbcUrl(), database.user(), database.password()))
                .sql("DELETE FROM flyway_schema_history WHERE version IS NULL")
                .update();
    }
}
