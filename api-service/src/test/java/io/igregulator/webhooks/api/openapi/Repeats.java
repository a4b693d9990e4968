package io.igregulator.webhooks.api.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.igregulator.webhooks.api.fixture.Answer;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/** Sends a request again, with the same {@code Idempotency-Key}. */
final class Repeats {
    private final Stage stage;

    Repeats(Stage stage) {
        this.stage = stage;
    }

    /**
     * While the first is held up, and after it.
     *
     * @param lock takes what the first request waits for
     * @return the key's line
     */
    @CanIgnoreReturnValue
    String play(Request request, String lock) {
        String key = "Idempotency-Key: \"" + UUID.randomUUID() + "\"";
        Request named = request.header(key);
        try (Connection connection = stage.api().connection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute(lock);
            CompletableFuture<Answer> first = CompletableFuture.supplyAsync(() -> stage.sendUnseen(named));
            await().until(this::waiting);
            stage.send(named);
            connection.rollback();
            assertThat(first.join().status()).isLessThan(300);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        stage.send(named);
        return key;
    }

    private boolean waiting() {
        return stage.api().database().sql("""
                                SELECT count(*) FROM pg_stat_activity
                                WHERE datname = current_database() AND wait_event_type = 'Lock'
                                """).query(Integer.class).single() > 0;
    }
}
