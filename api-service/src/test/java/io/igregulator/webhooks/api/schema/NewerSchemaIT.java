package io.igregulator.webhooks.api.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.igregulator.webhooks.api.fixture.RunningApi;
import io.igregulator.webhooks.embedded.Infrastructure;
import io.igregulator.webhooks.embedded.PostgresServer;
import io.igregulator.webhooks.embedded.Roles;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A rollback, or an old pod that starts again in the middle of an update: a later release has migrated. */
class NewerSchemaIT {
    private final Infrastructure.Database database =
            Infrastructure.shared().freshDatabase().as(Roles.OWNER);
    private final JdbcClient superuser = JdbcClient.create(
            new DriverManagerDataSource(database.jdbcUrl(), PostgresServer.USER, PostgresServer.PASSWORD));

    @Test
    void theServiceIsReadyAndTakesNoRightsAway() {
        Flyway.configure()
                .dataSource(database.jdbcUrl(), database.user(), database.password())
                .load()
                .migrate();
        superuser.sql("CREATE TABLE of_the_later_release (id integer)").update();
        superuser.sql("GRANT SELECT ON of_the_later_release TO webhooks_api").update();
        superuser.sql("""
                        INSERT INTO flyway_schema_history
                            (installed_rank, version, description, type, script, installed_by, execution_time, success)
                        VALUES (900, '900', 'later', 'SQL', 'V900__later.sql', 'later', 1, true)
                        """).update();
        superuser
                .sql("UPDATE flyway_schema_history SET checksum = 0 WHERE version IS NULL")
                .update();

        try (RunningApi api = RunningApi.with(Map.of("spring.datasource.url", database.jdbcUrl()))) {
            api.operator().authorization(null).get("/actuator/health/readiness").is(200);
        }

        assertThat(superuser
                        .sql("SELECT has_table_privilege('webhooks_api', 'of_the_later_release', 'SELECT')")
                        .query(Boolean.class)
                        .single())
                .isTrue();
        assertThat(superuser
                        .sql("SELECT count(*) FROM flyway_schema_history WHERE version IS NULL")
                        .query(Integer.class)
                        .single())
                .as("R__privileges.sql ran again")
                .isEqualTo(2);
    }
}
