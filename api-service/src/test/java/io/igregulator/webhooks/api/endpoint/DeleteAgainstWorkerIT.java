package io.igregulator.webhooks.api.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.igregulator.webhooks.api.fixture.Answer;
import io.igregulator.webhooks.api.fixture.Client;
import io.igregulator.webhooks.api.fixture.RunningApi;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** A worker that is writing outcomes has locked the endpoint before all that a deletion takes along. */
class DeleteAgainstWorkerIT {
    private final RunningApi api = RunningApi.strict();
    private final Client client = api.customer("pro").client();

    @Test
    void deletionWaitsForAWorkerAndNeverBreaksItOff() throws SQLException {
        String id = client.post("/v1/webhooks", """
                        {"url": "https://93.184.216.34/hook", "events": ["license.issued"]}""").json().path("id").asString();
        try (Connection worker = api.connection();
                Statement statement = worker.createStatement()) {
            worker.setAutoCommit(false);
            statement.execute("INSERT INTO waiting_delivery (delivery_id, endpoint_id, event_id, event_type, attempts,"
                    + " due_at, created_at) VALUES ('%s', '%s', '%s', 1, 0, now(), now())"
                            .formatted(UUID.randomUUID(), id, UUID.randomUUID()));
            worker.commit();
            statement.execute("SELECT FROM endpoint WHERE id = '%s' FOR KEY SHARE".formatted(id));
            statement.execute("DELETE FROM waiting_delivery WHERE endpoint_id = '%s'".formatted(id));

            CompletableFuture<Answer> deletion =
                    CompletableFuture.supplyAsync(() -> client.delete("/v1/webhooks/" + id));
            await().until(this::aSessionWaitsForALock);
            statement.execute("INSERT INTO endpoint_activity (endpoint_id) VALUES ('%s')".formatted(id));
            worker.commit();

            assertThat(deletion.join().status()).isEqualTo(204);
        }
        client.get("/v1/webhooks/" + id).isError(404, "not_found", "webhook_not_found");
    }

    private boolean aSessionWaitsForALock() {
        return api.database()
                .sql("SELECT count(*) > 0 FROM pg_stat_activity"
                        + " WHERE datname = current_database() AND wait_event_type = 'Lock'")
                .query(Boolean.class)
                .single();
    }
}
