package io.igregulator.webhooks.worker.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import io.igregulator.webhooks.id.DeliveryId;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** A receiver that is down and comes back. */
class RecoveringReceiverIT {
    private static final String OK = "HTTP/1.1 204 No Content\r\n\r\n";

    @Test
    void whatWasRefusedIsDeliveredOnceTheReceiverIsBack() throws IOException {
        try (HostileWorker worker =
                HostileWorker.start(HostileWorker.LOOPBACK, "webhooks.retry.delays=" + "500ms,".repeat(59) + "500ms")) {
            int port = freePort();
            DeliveryId delivery = worker.deliver("http://127.0.0.1:" + port + "/hook");
            assertThat(worker.recorded(delivery))
                    .returns(null, RecordedAttempt::httpStatus)
                    .returns("connect_refused", RecordedAttempt::error)
                    .returns("retrying", RecordedAttempt::deliveryStatus);

            try (HostileReceiver back = HostileReceiver.at("127.0.0.1", port, Behaviour.answering(OK))) {
                RecordedAttempt last = worker.recorded(
                        delivery, attempt -> attempt.deliveryStatus().equals("success"));

                assertThat(last).returns(204, RecordedAttempt::httpStatus).returns(null, RecordedAttempt::lastError);
                assertThat(last.number()).isGreaterThan(1);
                assertThat(back.requests()).isEqualTo(1);
            }
        }
    }

    /** Free again at once: nothing was ever connected to it. */
    private static int freePort() throws IOException {
        try (HostileReceiver unused = HostileReceiver.on(HostileConnection::awaitClose)) {
            return unused.port();
        }
    }
}
