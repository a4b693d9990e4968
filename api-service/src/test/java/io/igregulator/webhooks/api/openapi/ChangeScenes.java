package io.igregulator.webhooks.api.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.igregulator.webhooks.api.fixture.Answer;
import io.igregulator.webhooks.api.fixture.RawHttp;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/** Changes that come too late, and requests that come again. */
final class ChangeScenes {
    private static final String ALL = "/v1/webhooks";

    private final Stage stage;
    private final String webhook;

    ChangeScenes(Stage stage) {
        this.stage = stage;
        this.webhook = stage.createWebhook();
    }

    void play() {
        String one = ALL + "/" + webhook;
        tooLate(Request.of("PATCH", one).json("{\"active\":true}"));
        tooLate(Request.of("POST", one + "/rotate_secret"));
        tooLate(Request.of("POST", one + "/revoke_secrets"));
        tooLate(Request.of("DELETE", one));
        Request create = Request.of("POST", ALL)
                .json("{\"url\":\"" + stage.receiver().url() + "\",\"events\":[\"license.issued\"]}");
        Request rotate = Request.of("POST", one + "/rotate_secret");
        Request recover = Request.of("POST", one + "/recover").json("{\"since\":\"2026-04-20T00:00:00Z\"}");
        Request recoverAll = Request.of("POST", "/v1/recover")
                .json("{\"since\":\"2026-04-20T00:00:00Z\",\"webhooks\":[\"" + webhook + "\"]}");
        repeated(create, "account", stage.customer().accountId());
        repeated(rotate, "endpoint", webhook);
        repeated(recover, "endpoint", webhook);
        repeated(recoverAll, "endpoint", webhook);
        stage.send(recoverAll.target("/v1/recover?dry_run=true"));
        stage.send(recoverAll.target("/v1/recover?dry_run=1"));
    }

    private void tooLate(Request change) {
        stage.send(change.header("If-Match: \"0\""));
    }

    /** While the first is held up, after it, and with the key of another request. */
    private void repeated(Request request, String table, String id) {
        Request named = request.header("Idempotency-Key: \"" + UUID.randomUUID() + "\"");
        try (Connection connection = stage.api().connection()) {
            connection.setAutoCommit(false);
            hold(connection, table, id);
            CompletableFuture<Answer> first =
                    CompletableFuture.supplyAsync(() -> new RawHttp(stage.api().port())
                            .send(named.key(stage.customer().key()).wire()));
            await().until(this::waiting);
            stage.send(named);
            connection.rollback();
            assertThat(first.join().status()).isLessThan(300);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        stage.send(named);
        reused(named);
    }

    /** The key of the one is tried on each of the others. */
    private void reused(Request named) {
        String one = ALL + "/" + webhook;
        String key = named.headers().stream()
                .filter(line -> line.startsWith("Idempotency-Key"))
                .findFirst()
                .orElseThrow();
        stage.send(Request.of("POST", ALL)
                .header(key)
                .json("{\"url\":\"https://other/\",\"events\":[\"license.issued\"]}"));
        stage.send(Request.of("POST", one + "/recover").header(key).json("{\"since\":\"2026-04-21T00:00:00Z\"}"));
        stage.send(Request.of("POST", "/v1/recover").header(key).json("{\"since\":\"2026-04-21T00:00:00Z\"}"));
        if (!named.path().endsWith("/rotate_secret")) {
            stage.send(Request.of("POST", one + "/rotate_secret").header(key));
        }
    }

    private static void hold(Connection connection, String table, String id) throws SQLException {
        try (PreparedStatement row =
                connection.prepareStatement("SELECT FROM " + table + " WHERE id = ?::uuid FOR UPDATE")) {
            row.setString(1, id);
            row.execute();
        }
    }

    private boolean waiting() {
        return stage.api().database().sql("""
                                SELECT count(*) FROM pg_stat_activity
                                WHERE datname = current_database() AND wait_event_type = 'Lock'
                                """).query(Integer.class).single() > 0;
    }
}
