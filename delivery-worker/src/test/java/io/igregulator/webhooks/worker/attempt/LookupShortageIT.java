package io.igregulator.webhooks.worker.attempt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.igregulator.webhooks.embedded.Infrastructure;
import io.igregulator.webhooks.id.DeliveryId;
import io.igregulator.webhooks.url.HostLookup;
import io.igregulator.webhooks.url.LookupShortageException;
import io.igregulator.webhooks.worker.fixture.Answer;
import io.igregulator.webhooks.worker.fixture.DeliveryRecords;
import io.igregulator.webhooks.worker.fixture.Receiver;
import io.igregulator.webhooks.worker.fixture.RunningWorker;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A delivery for whose host the worker has no lookup to spare waits, and spends no attempt. */
class LookupShortageIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final AtomicBoolean shortage = new AtomicBoolean(true);
    private final AtomicInteger lookups = new AtomicInteger();

    @Test
    void itIsSentAsTheFirstAttemptWhenThereIsALookupAgain() {
        HostLookup lookup = host -> {
            lookups.incrementAndGet();
            if (shortage.get()) {
                throw new LookupShortageException();
            }
            return new InetAddress[] {InetAddress.getLoopbackAddress()};
        };
        try (var receiver = Receiver.start().answering(request -> Answer.of(200));
                var worker = RunningWorker.start(Infrastructure.shared().freshDatabase(), lookup);
                var records = new DeliveryRecords(worker.endpoints().jdbc())) {
            String url = receiver.url("/hook").replace("127.0.0.1", "hooks.example.com");
            DeliveryId id = records.send(worker.endpoints().create(url).id(), 1);
            // Parked and looked at again.
            await().atMost(PATIENCE).until(() -> lookups.get() >= 2);

            shortage.set(false);

            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(delivery(worker, id))
                            .containsEntry("attempt_count", 1)
                            .containsEntry("last_http_status", 200));
            assertThat(worker.row("SELECT count(*) AS n FROM attempt")).containsEntry("n", 0L);
        }
    }

    private static Map<String, @Nullable Object> delivery(RunningWorker worker, DeliveryId id) {
        return worker.endpoints()
                .jdbc()
                .sql("SELECT attempt_count, last_http_status FROM delivery WHERE id = ?")
                .param(id.value())
                .query()
                .singleRow();
    }
}
