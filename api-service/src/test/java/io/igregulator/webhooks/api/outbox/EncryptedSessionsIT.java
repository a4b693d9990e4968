package io.igregulator.webhooks.api.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.igregulator.webhooks.api.fixture.RunningApi;
import io.igregulator.webhooks.embedded.PostgresServer;
import io.igregulator.webhooks.embedded.PostgresTls;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the pool's sessions are opened with holds for those that the service opens beside it. */
class EncryptedSessionsIT {
    private static final String PROPERTY = "spring.datasource.hikari.data-source-properties.";

    @Test
    void everySessionOfTheServiceHasTheDriverPropertiesOfItsPool(@TempDir Path folder) {
        PostgresTls tls = new PostgresTls(folder);
        try (PostgresServer postgres = PostgresServer.start(tls.options())) {
            postgres.createDatabase("webhooks");
            // Migrations ran over TLS, or it would not have started: the owner is refused without, like the others.
            try (RunningApi api = RunningApi.with(Map.of(
                    "spring.datasource.url",
                    postgres.jdbcUrl("webhooks"),
                    PROPERTY + "sslmode",
                    "verify-full",
                    PROPERTY + "sslrootcert",
                    tls.authority().toString()))) {
                api.customer("pro").client().get("/v1/webhooks").is(200);
                await().atMost(Duration.ofSeconds(20))
                        .untilAsserted(() -> assertThat(api.database()
                                        .sql("""
                                                SELECT DISTINCT application_name FROM pg_stat_activity
                                                JOIN pg_stat_ssl USING (pid)
                                                WHERE ssl AND usename = 'webhooks_api'
                                                """)
                                        .query(String.class)
                                        .list())
                                .containsExactlyInAnyOrder(
                                        "webhook-api", "webhook-outbox-relay", "webhook-undelivered"));
            }
        }
    }
}
