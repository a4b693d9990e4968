package io.igregulator.webhooks.worker.hostile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.igregulator.webhooks.id.DeliveryId;
import io.igregulator.webhooks.worker.fixture.Receiver;
import io.igregulator.webhooks.worker.fixture.TestEndpoint;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each misbehaviour is named in the rows, ends by the deadline, is not listened to for long, and harms nobody else. */
class MisbehavingReceiversIT {
    private static final int AT_ONCE = 5;

    /** The limit on the wire is 128 KiB; the rest is what the buffers of both sockets hold. */
    private static final long MOST_BYTES = 1024 * 1024;

    private static final Duration SLACK = Duration.ofSeconds(1);

    private static HostileWorker worker;
    private static Receiver healthy;

    @BeforeAll
    static void start() {
        worker = HostileWorker.start(HostileWorker.LOOPBACK);
        healthy = Receiver.start();
    }

    @AfterAll
    static void stop() {
        worker.close();
        healthy.close();
    }

    @ParameterizedTest
    @EnumSource(Misbehaviour.class)
    void isRecordedAndCutOffWhileOthersAreServed(Misbehaviour misbehaviour) throws IOException {
        try (HostileReceiver receiver = HostileReceiver.on(misbehaviour)) {
            TestEndpoint hostile = worker.endpoint(receiver.url());
            List<DeliveryId> mistreated = deliverSome(hostile);
            TestEndpoint neighbour = worker.endpoint(healthy.url("/" + misbehaviour));
            Instant sent = Instant.now();
            List<DeliveryId> unharmed = deliverSome(neighbour);

            unharmed.forEach(delivery -> assertDeliveredInTime(worker.recorded(delivery), sent));
            mistreated.forEach(delivery -> assertRecorded(worker.recorded(delivery), misbehaviour));
            await().atMost(Duration.ofSeconds(5)).until(receiver::allConnectionsEnded);
            assertThat(receiver.connections()).isEqualTo(AT_ONCE);
            assertThat(receiver.mostBytesWritten()).isLessThan(MOST_BYTES);
        }
    }

    private static List<DeliveryId> deliverSome(TestEndpoint endpoint) {
        return IntStream.range(0, AT_ONCE)
                .mapToObj(i -> worker.deliver(endpoint))
                .toList();
    }

    private static void assertDeliveredInTime(RecordedAttempt attempt, Instant sent) {
        assertThat(attempt.deliveryStatus()).isEqualTo("success");
        assertThat(attempt.end()).isBefore(sent.plus(HostileWorker.DEADLINE));
    }

    private static void assertRecorded(RecordedAttempt attempt, Misbehaviour misbehaviour) {
        assertThat(attempt)
                .returns(misbehaviour.status(), RecordedAttempt::httpStatus)
                .returns(misbehaviour.status(), RecordedAttempt::lastHttpStatus)
                .returns(misbehaviour.error(), RecordedAttempt::error)
                .returns(misbehaviour.error(), RecordedAttempt::lastError)
                .returns(misbehaviour.error() == null ? "success" : "retrying", RecordedAttempt::deliveryStatus);
        assertThat(Duration.ofMillis(attempt.latencyMillis())).isLessThan(HostileWorker.DEADLINE.plus(SLACK));
        if (attempt.responseBody() != null) {
            assertThat(attempt.responseBody())
                    .hasSizeLessThanOrEqualTo(4096)
                    .doesNotContain("\0", Misbehaviour.INFLATED);
        }
    }
}
