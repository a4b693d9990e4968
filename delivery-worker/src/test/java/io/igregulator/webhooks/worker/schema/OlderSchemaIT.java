package io.igregulator.webhooks.worker.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.igregulator.webhooks.embedded.Infrastructure;
import io.igregulator.webhooks.embedded.Roles;
import io.igregulator.webhooks.worker.fixture.RunningWorker;
import java.time.Duration;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Another process migrates, later than this one starts. */
class OlderSchemaIT {
    private static final String READINESS = "/actuator/health/readiness";

    private final Infrastructure.Database database = Infrastructure.shared().freshDatabase();

    @ParameterizedTest
    @ValueSource(strings = {"0", "5"})
    void theWorkerIsNotReadyUntilTheSchemaHasWhatItNeedsAndNeedsNoRestart(String version) {
        migrateTo(version);
        try (RunningWorker worker = RunningWorker.start(database, "spring.flyway.enabled=false")) {
            assertThat(worker.get(READINESS).statusCode()).isEqualTo(503);
            assertThat(worker.get(READINESS).body())
                    .contains("the schema is of version " + version + ", this service needs version ");
            assertThat(worker.get("/actuator/health/liveness").statusCode()).isEqualTo(200);

            migrateTo("latest");

            await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
                var readiness = worker.get(READINESS);
                assertThat(readiness.statusCode()).as(readiness.body()).isEqualTo(200);
            });
        }
    }

    private void migrateTo(String version) {
        if (version.equals("0")) {
            return;
        }
        Infrastructure.Database owned = database.as(Roles.OWNER);
        Flyway.configure()
                .dataSource(owned.jdbcUrl(), owned.user(), owned.password())
                .target(MigrationVersion.fromVersion(version))
                .load()
                .migrate();
        // The older release's file differs from ours, which therefore runs again.
        JdbcClient.create(new DriverManagerDataSource(owned.jdbcUrl(), owned.user(), owned.password()))
                .sql("DELETE FROM flyway_schema_history WHERE version IS NULL")
                .update();
    }
}
