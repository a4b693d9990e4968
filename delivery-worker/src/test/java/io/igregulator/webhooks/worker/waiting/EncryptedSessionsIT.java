package io.igregulator.webhooks.worker.waiting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.igregulator.webhooks.embedded.Infrastructure;
import io.igregulator.webhooks.embedded.PostgresServer;
import io.igregulator.webhooks.embedded.PostgresTls;
import io.igregulator.webhooks.worker.fixture.RunningWorker;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the pool's sessions are opened with holds for the one that the worker's lock belongs to. */
class EncryptedSessionsIT {
    private static final String PROPERTY = "spring.datasource.hikari.data-source-properties.";

    @Test
    void everySessionOfTheWorkerHasTheDriverPropertiesOfItsPool(@TempDir Path folder) {
        PostgresTls tls = new PostgresTls(folder);
        try (PostgresServer postgres = PostgresServer.start(tls.options())) {
            postgres.createDatabase("webhooks");
            var database = new Infrastructure.Database(
                    postgres.jdbcUrl("webhooks"), PostgresServer.USER, PostgresServer.PASSWORD);
            try (RunningWorker worker = RunningWorker.start(
                    database, PROPERTY + "sslmode=verify-full", PROPERTY + "sslrootcert=" + tls.authority())) {
                await().atMost(Duration.ofSeconds(20))
                        .untilAsserted(() -> assertThat(worker.endpoints()
                                        .jdbc()
                                        .sql("""
                                                SELECT DISTINCT application_name FROM pg_stat_activity
                                                JOIN pg_stat_ssl USING (pid)
                                                WHERE ssl AND usename = 'webhooks_worker'
                                                """)
                                        .query(String.class)
                                        .list())
                                .containsExactlyInAnyOrder(
                                        "webhook-worker", "webhook-worker-lock", "webhook-undelivered"));
            }
        }
    }
}
