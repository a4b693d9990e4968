package io.igregulator.webhooks.worker.lane;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.igregulator.webhooks.embedded.Infrastructure;
import io.igregulator.webhooks.history.DeliveryStatus;
import io.igregulator.webhooks.id.AccountId;
import io.igregulator.webhooks.worker.fixture.Answer;
import io.igregulator.webhooks.worker.fixture.CoverageEvents;
import io.igregulator.webhooks.worker.fixture.Receiver;
import io.igregulator.webhooks.worker.fixture.RunningWorker;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** One account whose endpoints hang, beside another whose endpoints answer. */
class AccountSharesIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int EVENTS = 5;
    private static final int HANGING = 6;
    private static final int HEALTHY = 2;

    private final Receiver receiver = Receiver.start();
    private final CountDownLatch release = new CountDownLatch(1);
    private final RunningWorker worker = RunningWorker.start(
            Infrastructure.shared().freshDatabase(),
            "webhooks.dispatch.stop-wait=1s",
            "webhooks.http.exchange-timeout=50s",
            "webhooks.lanes.park-after=10m",
            "webhooks.lanes.max-load=12",
            "webhooks.lanes.max-in-flight=12");

    @AfterEach
    void stop() {
        release.countDown();
        worker.close();
        receiver.close();
    }

    @Test
    void anAccountThatHangsIsParkedBeyondItsShareAndTheOtherHasItsDeliveries() throws Exception {
        receiver.answering(request -> {
            if (request.path().startsWith("/hanging")) {
                awaitQuietly(release);
            }
            return Answer.of(200);
        });
        create(HANGING, "/hanging");
        create(HEALTHY, "/prompt");

        for (int i = 0; i < EVENTS; i++) {
            CoverageEvents.publish();
        }

        await().atMost(PATIENCE).until(() -> successes() == EVENTS * HEALTHY);
        await().atMost(PATIENCE)
                .until(() -> worker.metric("webhook_deliveries_parked_total", "account_share") >= EVENTS * HANGING - 9);
        assertThat(receiver.received())
                .filteredOn(request -> request.path().startsWith("/hanging"))
                .as("three times what is left of twelve")
                .hasSize(9);
        assertThat(attemptsOfWaiting()).as("no attempt is spent").isZero();

        release.countDown();
        await().atMost(PATIENCE).until(() -> successes() == EVENTS * (HEALTHY + HANGING));
        assertThat(receiver.received())
                .extracting(request -> request.header("X-iGregulator-Delivery-Id"))
                .doesNotHaveDuplicates()
                .hasSize(EVENTS * (HEALTHY + HANGING));
    }

    private void create(int endpoints, String path) {
        AccountId account = worker.endpoints().account();
        for (int i = 0; i < endpoints; i++) {
            worker.endpoints().create(account, receiver.url(path + "/" + i), false, "coverage.degraded");
        }
    }

    private long successes() {
        return count("SELECT count(*) FROM delivery WHERE status = " + DeliveryStatus.SUCCESS.code());
    }

    private long attemptsOfWaiting() {
        return count("SELECT coalesce(sum(attempts), 0) FROM waiting_delivery");
    }

    private long count(String sql) {
        return worker.endpoints().jdbc().sql(sql).query(Long.class).single();
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            assertThat(latch.await(60, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
