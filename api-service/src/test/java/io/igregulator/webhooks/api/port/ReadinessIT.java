package io.igregulator.webhooks.api.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.igregulator.webhooks.api.fixture.Client;
import io.igregulator.webhooks.api.fixture.RunningApi;
import io.igregulator.webhooks.embedded.Infrastructure;
import io.igregulator.webhooks.embedded.Infrastructure.Database;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Without its database the service says that it is not ready, and recovers by itself. */
class ReadinessIT {
    @Test
    void readinessFollowsTheDatabase() throws SQLException {
        Database database = Infrastructure.shared().freshDatabase();
        try (RunningApi api = RunningApi.with(Map.of(
                "spring.datasource.url", database.jdbcUrl(), "spring.datasource.hikari.connection-timeout", "500"))) {
            Client client = api.customer("pro").client();
            Client probe = api.operator().authorization(null);
            probe.get("/actuator/health/readiness").is(200);

            allowConnections(database, false);
            await().atMost(Duration.ofSeconds(20))
                    .untilAsserted(() -> probe.get("/actuator/health/readiness").is(503));
            probe.get("/actuator/health/liveness").is(200);
            assertThat(client.get("/v1/webhooks")
                            .isError(503, "server_error", "temporarily_unavailable")
                            .body())
                    .doesNotContain("SQL", "connection");

            allowConnections(database, true);
            await().atMost(Duration.ofSeconds(20))
                    .untilAsserted(() -> probe.get("/actuator/health/readiness").is(200));
            client.get("/v1/webhooks").is(200);
        }
    }

    private static void allowConnections(Database database, boolean allow) throws SQLException {
        String name = database.jdbcUrl().replaceAll(".*/([^/?]+).*", "$1");
        String other = Infrastructure.shared().freshDatabase().jdbcUrl();
        try (Connection connection = DriverManager.getConnection(other, database.user(), database.password());
                Statement statement = connection.createStatement()) {
            statement.execute("ALTER DATABASE \"" + name + "\" ALLOW_CONNECTIONS " + allow);
            if (!allow) {
                statement.execute(
                        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '" + name + "'");
            }
        }
    }
}
