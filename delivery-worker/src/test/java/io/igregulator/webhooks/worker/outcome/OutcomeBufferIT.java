package io.igregulator.webhooks.worker.outcome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.igregulator.webhooks.embedded.Infrastructure;
import io.igregulator.webhooks.event.Body;
import io.igregulator.webhooks.id.AccountId;
import io.igregulator.webhooks.id.DeliveryId;
import io.igregulator.webhooks.id.EndpointId;
import io.igregulator.webhooks.id.EventId;
import io.igregulator.webhooks.worker.delivery.Attempts;
import io.igregulator.webhooks.worker.delivery.Delivery;
import io.igregulator.webhooks.worker.delivery.Ticket;
import io.igregulator.webhooks.worker.fixture.DeliveryRecords;
import io.igregulator.webhooks.worker.fixture.RecordingTicket;
import io.igregulator.webhooks.worker.fixture.RunningWorker;
import io.igregulator.webhooks.worker.retry.RetryDecision;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

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

    @Test
    void aPlannedStopLosesNoFigures() throws InterruptedException {
        var database = Infrastructure.shared().freshDatabase();
        var jdbc = JdbcClient.create(
                new DriverManagerDataSource(database.jdbcUrl(), database.user(), database.password()));
        EndpointId endpoint;
        try (var worker = RunningWorker.start(database)) {
            endpoint = worker.endpoints().create("https://93.184.216.34/").id();
            var ticket = new RecordingTicket();
            var delivery = delivery(endpoint, ticket);
            worker.bean(OutcomeBuffer.class)
                    .add(new Outcome.Attempted(
                            delivery, Instant.now(), 5, 200, null, null, new RetryDecision.Delivered()));
            await().pollInterval(Duration.ofMillis(5)).until(() -> ticket.timesRecorded() == 1);
        }
        assertThat(figures(jdbc, endpoint)).isEqualTo(1);
    }

    private static long figures(JdbcClient jdbc, EndpointId endpoint) {
        return jdbc.sql("SELECT count(*) FROM endpoint_activity WHERE endpoint_id = ?")
                .param(endpoint.value())
                .query(Long.class)
                .single();
    }

    private static Delivery delivery(Ticket ticket) {
        return delivery(new EndpointId(UUID.randomUUID()), ticket);
    }

    private static Delivery delivery(EndpointId endpoint, Ticket ticket) {
        var event = EventId.create(Instant.now(), new Random());
        return new Delivery(
                DeliveryId.of(event, endpoint),
                endpoint,
                new AccountId(new UUID(0, 0)),
                event,
                "license.issued",
                Body.of(DeliveryRecords.body(event)),
                Attempts.NONE,
                false,
                1,
                Instant.now(),
                0,
                ticket,
                null);
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
