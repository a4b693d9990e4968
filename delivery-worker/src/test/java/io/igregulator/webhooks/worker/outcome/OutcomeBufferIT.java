package io.igregulator.webhooks.worker.outcome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.igregulator.webhooks.embedded.Infrastructure;
import io.igregulator.webhooks.id.DeliveryId;
import io.igregulator.webhooks.id.EndpointId;
import io.igregulator.webhooks.id.EventId;
import io.igregulator.webhooks.worker.delivery.Attempts;
import io.igregulator.webhooks.worker.delivery.Delivery;
import io.igregulator.webhooks.worker.delivery.Ticket;
import io.igregulator.webhooks.worker.fixture.DeliveryRecords;
import io.igregulator.webhooks.worker.fixture.RecordingTicket;
import io.igregulator.webhooks.worker.fixture.RunningWorker;
import java.time.Instant;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class OutcomeBufferIT {
    @Test
    void anErrorLosesNoneOfTheBatchItMeets() throws InterruptedException {
        try (var worker = RunningWorker.start(Infrastructure.shared().freshDatabase())) {
            var buffer = worker.bean(OutcomeBuffer.class);
            var breaking = new BreakingTicket();
            var other = new RecordingTicket();

            buffer.add(new Outcome.Abandoned(delivery(breaking)));
            buffer.add(new Outcome.Abandoned(delivery(other)));

            await().until(() -> other.timesRecorded() == 1);
            assertThat(breaking.times).isEqualTo(2);
            await().until(() -> buffer.unrecorded() == 0);
        }
    }

    private static Delivery delivery(Ticket ticket) {
        var event = EventId.create(Instant.now(), new Random());
        var endpoint = new EndpointId(UUID.randomUUID());
        return new Delivery(
                DeliveryId.of(event, endpoint),
                endpoint,
                event,
                "license.issued",
                DeliveryRecords.body(event),
                Attempts.NONE,
                false,
                1,
                Instant.now(),
                0,
                ticket);
    }

    /** Meets an error the first time, as any code does that runs out of stack or memory. */
    private static final class BreakingTicket implements Ticket {
        private volatile int times;

        @Override
        public boolean valid() {
            return true;
        }

        @Override
        @SuppressWarnings("NonAtomicVolatileUpdate") // One thread writes.
        public void recorded() {
            times++;
            if (times == 1) {
                throw new StackOverflowError("once");
            }
        }

        @Override
        public void dropped() {
            throw new IllegalStateException("nothing is to be dropped");
        }
    }
}
