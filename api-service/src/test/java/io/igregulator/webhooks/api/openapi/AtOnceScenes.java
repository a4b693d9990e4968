package io.igregulator.webhooks.api.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.igregulator.webhooks.api.fixture.OpenRequests;
import io.igregulator.webhooks.api.fixture.RunningApi.Customer;
import io.igregulator.webhooks.api.fixture.SilentReceiver;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** Asks for more at one time than an account may have under way. */
final class AtOnceScenes {
    private static final int REQUESTS = 8;
    private static final int POLLS = 3;
    private static final int TESTS = 2;

    private final Stage stage;
    private final OpenRequests open;

    AtOnceScenes(Stage stage) {
        this.stage = stage;
        this.open = new OpenRequests(stage.api().port());
    }

    void play() {
        try (open) {
            requests();
            polls();
            tests();
        }
    }

    private void requests() {
        Customer busy = stage.api().customer("enterprise");
        for (int i = 0; i < REQUESTS; i++) {
            open.withoutEnd(busy.key());
        }
        insist(Request.of("GET", "/v1/nothing").key(busy.key()));
        for (Operation operation : stage.spec().operations()) {
            insist(stage.plain(operation).key(busy.key()));
        }
    }

    /** They wait for the row that counts them. */
    private void polls() {
        Customer busy = stage.api().customer("pro");
        try (Connection connection = stage.api().connection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("LOCK TABLE feed_poll IN EXCLUSIVE MODE");
            for (int i = 0; i < POLLS; i++) {
                open.complete("GET", "/v1/watchlist/events", busy.key());
            }
            awaitUnderWay(POLLS, "feed_poll");
            insist(Request.of("GET", "/v1/watchlist/events").key(busy.key()));
            connection.rollback();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void awaitUnderWay(int requests, String table) {
        await().until(() -> stage.api()
                        .database()
                        .sql("SELECT count(*) FROM pg_locks WHERE NOT granted AND relation = ?::regclass")
                        .param(table)
                        .query(Integer.class)
                        .single()
                >= requests);
    }

    private void tests() {
        try (SilentReceiver receiver = new SilentReceiver()) {
            Customer busy = stage.api().customer("pro");
            String id = stage.door()
                    .send(Request.of("POST", "/v1/webhooks")
                            .json("{\"url\":\"" + receiver.url() + "\",\"events\":[\"license.issued\"]}")
                            .key(busy.key()))
                    .answer()
                    .json()
                    .path("id")
                    .asString();
            String path = "/v1/webhooks/" + id + "/test";
            for (int i = 0; i < TESTS; i++) {
                open.complete("POST", path, busy.key());
            }
            insist(Request.of("POST", path).key(busy.key()));
        }
    }

    /** Those under way may not have been noticed yet. */
    private void insist(Request request) {
        await().untilAsserted(() ->
                assertThat(stage.door().send(request).answer().status()).isEqualTo(429));
    }
}
