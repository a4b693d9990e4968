package io.igregulator.webhooks.chaos.receive;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Comes once in a run, and with it every receiver is healthy. */
final class Remedy {
    private final CountDownLatch given = new CountDownLatch(1);

    void give() {
        given.countDown();
    }

    boolean given() {
        return given.getCount() == 0;
    }

    /** Returns early when it comes. */
    void awaitAtMost(Duration patience) {
        try {
            given.await(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
