package io.igregulator.webhooks.api.openapi;

import io.igregulator.webhooks.api.fixture.RunningApi.Customer;

/** Asks every operation too often. */
final class RateScenes {
    private static final int TRIES = 50;

    private final Stage stage;
    private final Customer impatient;

    RateScenes(Stage stage) {
        this.stage = stage;
        this.impatient = stage.api().customer("enterprise");
        stage.api()
                .database()
                .sql("UPDATE account SET requests_per_second = 1 WHERE id = ?::uuid")
                .param(impatient.accountId())
                .update();
    }

    void play() {
        for (Operation operation : stage.spec().operations()) {
            insist(stage.plain(operation));
        }
        insist(Request.of("GET", "/v1/nothing"));
    }

    /** A slow machine may need more than two. */
    private void insist(Request request) {
        Request ours = request.key(impatient.key());
        for (int tries = 0; tries < TRIES && stage.door().send(ours).answer().status() != 429; tries++) {
            // Again.
        }
    }
}
