package io.igregulator.webhooks.worker.lane;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.igregulator.webhooks.embedded.Infrastructure;
import io.igregulator.webhooks.worker.fixture.Answer;
import io.igregulator.webhooks.worker.fixture.DeliveryRecords;
import io.igregulator.webhooks.worker.fixture.Receiver;
import io.igregulator.webhooks.worker.fixture.RunningWorker;
import io.igregulator.webhooks.worker.fixture.TestEndpoint;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/** An endpoint that takes three requests at once and refuses more gets about as many as it takes. */
class ThrottlingReceiverIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int AT_ONCE = 3;
    private static final int DELIVERIES = 200;
    private static final long TAKES_NANOS = Duration.ofMillis(20).toNanos();

    private final AtomicInteger underWay = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();

    /** Until then no place becomes free, so that more deliveries come than places, however slowly they are sent. */
    private final CountDownLatch allSent = new CountDownLatch(1);

    @Test
    void fewRequestsAreRefused() {
        var database = Infrastructure.shared().freshDatabase();
        try (var receiver = Receiver.start().answering(request -> answer());
                // A circuit would open for so many refusals and be the one that limits what is in flight.
                var worker = RunningWorker.start(
                        database, "webhooks.breaker.window=1000", "webhooks.breaker.minimum-attempts=1000");
                var records = new DeliveryRecords(worker.endpoints().jdbc())) {
            TestEndpoint endpoint = worker.endpoints().create(receiver.url("/hook"));
            for (int i = 0; i < DELIVERIES; i++) {
                records.send(endpoint.id(), 1);
            }
            allSent.countDown();
            await().atMost(PATIENCE).until(() -> attempted(worker) == DELIVERIES);
        }
        assertThat(refused.get())
                .as(
                        "ten at once whatever the answers would have nearly all refused until all are sent, then two of three")
                .isBetween(1, DELIVERIES / 4);
    }

    private Answer answer() {
        try {
            if (underWay.incrementAndGet() > AT_ONCE) {
                refused.incrementAndGet();
                return Answer.of(429);
            }
            allSent.await();
            LockSupport.parkNanos(TAKES_NANOS);
            return Answer.of(200);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } finally {
            underWay.decrementAndGet();
        }
    }

    private static long attempted(RunningWorker worker) {
        return worker.endpoints()
                .jdbc()
                .sql("SELECT count(*) FROM delivery WHERE attempt_count > 0")
                .query(Long.class)
                .single();
    }
}
