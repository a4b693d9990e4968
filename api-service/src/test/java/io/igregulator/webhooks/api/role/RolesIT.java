package io.igregulator.webhooks.api.role;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.igregulator.webhooks.api.fixture.RunningApi;
import io.igregulator.webhooks.embedded.Infrastructure;
import io.igregulator.webhooks.embedded.Roles;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

class RolesIT {
    private static final Infrastructure.Database DATABASE =
            Infrastructure.shared().freshDatabase();
    private static final String FORBIDDEN = "42501";

    private static RunningApi api;

    @BeforeAll
    static void migrate() {
        api = RunningApi.with(Map.of("spring.datasource.url", DATABASE.jdbcUrl()));
        api.customer("pro");
    }

    @AfterAll
    static void stop() {
        api.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {Roles.API, Roles.WORKER})
    void noServiceCanChangeTheAuditLogOrTheSchema(String role) {
        assertThat(api.database()
                        .sql("SELECT count(*) FROM audit_entry")
                        .query(Integer.class)
                        .single())
                .isPositive();
        for (String sql : List.of(
                "DELETE FROM audit_entry",
                "UPDATE audit_entry SET target = ''",
                "TRUNCATE audit_entry",
                "ALTER TABLE audit_entry DISABLE TRIGGER ALL",
                "DROP TABLE audit_entry",
                "CREATE TABLE another (id integer)",
                "CREATE TABLE event_another PARTITION OF event FOR VALUES FROM"
                        + " ('00000000-0000-0000-0000-000000000000') TO ('00000001-0000-0000-0000-000000000000')",
                "INSERT INTO flyway_schema_history SELECT * FROM flyway_schema_history",
                "UPDATE event SET body = ''")) {
            assertThatThrownBy(() -> execute(role, sql))
                    .as(role + ": " + sql)
                    .isInstanceOfSatisfying(
                            SQLException.class,
                            refusal -> assertThat(refusal.getSQLState()).as(sql).isEqualTo(FORBIDDEN));
        }
    }

    @Test
    void theWorkerKnowsNothingOfKeysAndDropsNothingButHistory() {
        assertForbidden(Roles.WORKER, "SELECT * FROM api_key");
        assertForbidden(Roles.WORKER, "SELECT * FROM audit_entry");
        assertForbidden(Roles.WORKER, "UPDATE endpoint SET url = ''");
        assertForbidden(Roles.API, "SELECT drop_history_partition('delivery_default')");
        for (String table : List.of("account", "delivery", "delivery_default")) {
            assertThatThrownBy(() -> execute(Roles.WORKER, "SELECT drop_history_partition('" + table + "')"))
                    .isInstanceOfSatisfying(
                            SQLException.class,
                            refusal -> assertThat(refusal.getSQLState()).isEqualTo("22023"));
        }
    }

    @Test
    void aTemporaryTableDoesNotPassForOurs() throws SQLException {
        execute(
                Roles.WORKER,
                "CREATE TEMPORARY TABLE event_default (LIKE event)",
                "SELECT create_history_partition('event', '1999-01-01', '00d4f0e1-0000-0000-0000-000000000000',"
                        + " '00d4f607-0000-0000-0000-000000000000')");
        assertThat(api.database()
                        .sql("SELECT count(*) FROM pg_class WHERE relname = 'event_19990101'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    @ExtendWith(OutputCaptureExtension.class)
    void aStartAsTheOwnerOrASuperuserWarnsOutsideDevelopment(CapturedOutput output) {
        startAs(Roles.API);
        assertThat(output).doesNotContain("PostgreSQL role");
        startAs(Roles.OWNER);
        assertThat(output).contains("PostgreSQL role webhooks_owner is an owner of the tables");
        startAs(DATABASE.user());
        assertThat(output).contains("PostgreSQL role " + DATABASE.user() + " is a superuser");
    }

    private static void startAs(String role) {
        RunningApi.with(Map.of("spring.datasource.url", DATABASE.jdbcUrl(), "spring.datasource.username", role))
                .close();
    }

    private static void assertForbidden(String role, String sql) {
        assertThatThrownBy(() -> execute(role, sql))
                .isInstanceOfSatisfying(
                        SQLException.class,
                        refusal -> assertThat(refusal.getSQLState()).as(sql).isEqualTo(FORBIDDEN));
    }

    private static void execute(String role, String... statements) throws SQLException {
        Infrastructure.Database own = DATABASE.as(role);
        try (var connection = DriverManager.getConnection(own.jdbcUrl(), own.user(), own.password());
                var statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
